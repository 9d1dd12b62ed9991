//! The tokenizer.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::fold;
use crate::model::Span;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands; for "Russia’s" the whole of it.
    pub span: Span,
    /// [Folded](fold()) and without a possessive "'s".
    pub folded: String,
    /// Snowball (English, Porter2) stem of the folded form; numbers as they are.
    pub stem: String,
}

/// The words of a text, in order: runs of letters and digits, with the apostrophes, points and commas that stand inside
/// them ("don't", "U.S.", "18,400", "6.0"). Hyphens part words ("US-backed" is two).
pub fn words(text: &str) -> Vec<Word> {
    word_spans(text).into_iter().map(|span| word(text, span)).collect()
}

/// Where the [`words`] of a text stand, for whoever needs neither folded forms nor stems.
pub fn word_spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    let mut previous = ' ';
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, c)| c);
        let inner = match c {
            '\'' | '\u{2019}' => previous.is_alphanumeric() && next.is_alphabetic(),
            '.' => previous.is_alphanumeric() && next.is_alphanumeric() && (previous.is_numeric() == next.is_numeric()),
            ',' => previous.is_numeric() && next.is_numeric(),
            _ => c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c),
        };
        if inner && start.is_none() && c.is_alphanumeric() {
            start = Some(i);
        } else if !inner && let Some(from) = start.take() {
            out.push(Span::new(from, i));
        }
        previous = c;
    }
    if let Some(from) = start {
        out.push(Span::new(from, text.len()));
    }
    out
}

fn word(text: &str, span: Span) -> Word {
    let folded = fold(span.of(text));
    let folded = folded.strip_suffix("'s").map(str::to_owned).unwrap_or(folded);
    let stem = stem(&folded);
    Word { span, folded, stem }
}

/// Snowball (English, Porter2) stem of a folded word. A word with a digit is its own stem.
pub fn stem(folded: &str) -> String {
    if folded.bytes().any(|b| b.is_ascii_digit()) { folded.to_owned() } else { STEMMER.stem(folded).into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.folded).collect()
    }

    #[test]
    fn words_keep_inner_marks_only() {
        assert_eq!(
            folded("Russia’s US-backed plan: 18,400 acres (6.0%), don't."),
            ["russia", "us", "backed", "plan", "18,400", "acres", "6.0", "don't"]
        );
        assert_eq!(folded("the U.S. said, \"No.\""), ["the", "u.s", "said", "no"]);
    }

    #[test]
    fn spans_point_at_the_words() {
        let text = "Académico’s win";
        let spans: Vec<_> = words(text).iter().map(|w| w.span.of(text).to_owned()).collect();
        assert_eq!(spans, ["Académico’s", "win"]);
    }

    #[test]
    fn stems_meet() {
        assert_eq!(stem("negotiations"), stem("negotiation"));
    }
}
