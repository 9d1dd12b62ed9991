//! How rare a word is in English at large.
//!
//! The vocabulary of the sentence encoder lists whole words from the most frequent ("the", "of") to rare ones; by Zipf's
//! law the logarithm of a word's rank stands for its information. So two short articles, in which "would" is as rare as a
//! surname, are still compared by what tells something.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One piece a line. Word pieces ("##ing"), marks and single letters stand between the words and count for none.
const VOCABULARY: &str = include_str!("../../resources/models/vocab.txt");

static RARITY: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let words: Vec<&str> =
        VOCABULARY.lines().filter(|w| w.len() > 1 && w.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    let last = (words.len() as f32).ln();
    words.into_iter().enumerate().map(|(rank, word)| (word, (rank as f32 + 1.0).ln() / last)).collect()
});

/// 0 (the most frequent word) to 1 (a word not among the 20,000 most frequent). A word with a digit tells the most.
/// Words among the hundred most frequent tell nothing.
pub(super) fn rarity(folded: &str) -> f32 {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return 1.0;
    }
    let rarity = RARITY.get(folded).copied().unwrap_or(1.0);
    if rarity < FUNCTION { 0.0 } else { rarity }
}

/// Rarity up to which a word counts as a function word: about the hundred most frequent.
const FUNCTION: f32 = 0.46;

#[cfg(test)]
mod tests {
    use super::rarity;

    #[test]
    fn function_words_weigh_nothing_and_names_most() {
        assert_eq!([rarity("the"), rarity("after"), rarity("were")], [0.0; 3]);
        assert!(rarity("president") < rarity("treaty") && rarity("treaty") < 1.0);
        assert_eq!([rarity("qxzqj"), rarity("2014")], [1.0; 2]);
    }
}
