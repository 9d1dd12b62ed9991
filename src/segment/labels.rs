//! What stands before the words of a statement: bullets and labels ("Size:", "Location of Talks").

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::abbreviations::is_opener;

#[expect(clippy::expect_used, reason = "the pattern is part of the program; the tests of this file compile it")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("pattern compiles")
}

static BULLET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[•▪◦‣●○■□▶►➤✓✔·*+–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))(?:[ \t\u{a0}]+)"));

/// Length in bytes of a bullet or number at the start of a line, the space after it excluded.
pub(super) fn bullet(line: &str) -> Option<usize> {
    BULLET.find(line).map(|found| found.as_str().trim_end().len())
}

/// A label and where what it labels starts, both as lengths in bytes from the start of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// End of the label, its colon included.
    pub(super) end: usize,
    /// Start of the value.
    pub(super) value: usize,
}

/// Longest label before a colon, in words.
const LABEL_WORDS: usize = 4;

/// A label before a colon ("Size: 18,400 acres"). What follows must start with a capital or a figure; who is about to be
/// quoted is no label.
pub(super) fn colon_label(line: &str) -> Option<Label> {
    let colon = line.find(": ")?;
    let (label, value) = (&line[..colon], &line[colon + 2..]);
    let words: Vec<&str> = label.split_whitespace().collect();
    let value = value.trim_start();
    let is_label = (1..=LABEL_WORDS).contains(&words.len())
        && label.starts_with(char::is_uppercase)
        && !label.contains(['.', ',', ';', '"', '\u{201c}', '\u{2018}', '?', '!'])
        && !words.last().is_some_and(|word| SPEECH_VERBS.contains(word))
        && !matches!(label, "No" | "Yes" | "But" | "And" | "So")
        && value.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "$£€+-−–~<>".contains(c));
    is_label.then(|| Label { end: colon + 1, value: line.len() - value.len() })
}

/// A label before a colon in a row, where the lines around have shown that it is one: the value may be any words.
pub(super) fn row_label(line: &str) -> Option<Label> {
    let colon = line.find(": ")?;
    let fits = (1..=LABEL_WORDS).contains(&line[..colon].split_whitespace().count());
    let value = line[colon + 1..].trim_start();
    fits.then(|| Label { end: colon + 1, value: line.len() - value.len() })
}

const SPEECH_VERBS: [&str; 16] = [
    "said",
    "says",
    "asked",
    "added",
    "adds",
    "told",
    "replied",
    "wrote",
    "writes",
    "warned",
    "continued",
    "explained",
    "admitted",
    "insisted",
    "tweeted",
    "stated",
];

/// Whether a value reads as a figure or a few words rather than as a sentence.
pub(super) fn is_short_value(value: &str) -> bool {
    !value.ends_with(['.', '!', '?']) && value.split_whitespace().count() <= 8
}

/// Words that may open a sentence after a label and are not in the list of openers.
const SENTENCE_ADJECTIVES: [&str; 10] =
    ["Recent", "Reports", "New", "People", "Local", "Negotiating", "Ongoing", "Talks", "According", "Sources"];

/// A label in capitalised words before a sentence, without a mark between them, as in a two-column list that was copied
/// as text ("Location of Talks Delegates may meet in Oslo."). The label ends before a word that opens sentences, else
/// before the last capitalised word of the run.
pub(super) fn title_label(line: &str) -> Option<Label> {
    let mut starts = Vec::new();
    let mut at = 0;
    for word in line.split(' ') {
        let small = matches!(
            word,
            "of" | "the" | "in" | "and" | "for" | "to" | "on" | "&" | "with" | "a" | "vs." | "at" | "by"
        );
        if !(word.starts_with(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit()) || small && at > 0)
        {
            break;
        }
        starts.push((at, word, small));
        at += word.len() + 1;
    }
    let opens = |word: &str| is_opener(word) || SENTENCE_ADJECTIVES.contains(&word);
    let open = starts.iter().skip(1).rev().find(|(_, word, _)| opens(word));
    let (value, ..) = open.or_else(|| starts.iter().skip(1).rev().find(|(_, _, small)| !small))?;
    Some(Label { end: value - 1, value: *value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        let split = |line: &'static str| colon_label(line).map(|l| (&line[..l.end], &line[l.value..]));
        assert_eq!(split("Size: 1,200 acres"), Some(("Size:", "1,200 acres")));
        assert_eq!(split("Road closures: Route 9 is shut."), Some(("Road closures:", "Route 9 is shut.")));
        assert_eq!(split("The mayor said: We will rebuild."), None);
        assert_eq!(split("No: they will stay."), None);
        let split = |line: &'static str| title_label(line).map(|l| (&line[..l.end], &line[l.value..]));
        assert_eq!(
            split("Place of Meeting Delegates may meet in Oslo."),
            Some(("Place of Meeting", "Delegates may meet in Oslo."))
        );
        assert_eq!(
            split("Mayor’s Plan The city wants a new bridge."),
            Some(("Mayor’s Plan", "The city wants a new bridge."))
        );
    }

    #[test]
    fn bullets() {
        assert_eq!(bullet("• Bread"), Some("•".len()));
        assert_eq!(bullet("2. Bread"), Some(2));
        assert_eq!(bullet("-5 degrees"), None);
        assert_eq!(bullet("2.5 million"), None);
    }
}
