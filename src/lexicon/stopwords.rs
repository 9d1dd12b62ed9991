//! Function words.

use std::collections::HashSet;
use std::sync::LazyLock;

static STOPWORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/stopwords.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Whether a folded word is a function word: it carries no subject of its own.
pub fn is_stopword(folded: &str) -> bool {
    STOPWORDS.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::is_stopword;

    #[test]
    fn function_words_and_no_others() {
        for word in ["the", "of", "doesn't", "toward", "which"] {
            assert!(is_stopword(word), "{word}");
        }
        for word in ["talks", "fire", "russia", "not-a-word", "#"] {
            assert!(!is_stopword(word), "{word}");
        }
    }
}
