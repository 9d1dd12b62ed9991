//! Abbreviations that end in a point, and what may follow them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What the point after an abbreviation says about the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// "Dr.", "Lt.": a name follows.
    BeforeName,
    /// "e.g.", "vs.": the sentence goes on.
    Never,
    /// "No.": goes on before a figure, else it was a word.
    BeforeNumber,
    /// "Aug.", "Fri.": goes on before a figure.
    Date,
    /// "U.S.": goes on unless a word that opens sentences follows.
    Place,
    /// "Inc.", "p.m.": what follows decides.
    Other,
}

static LISTS: LazyLock<HashMap<&str, HashSet<&str>>> = LazyLock::new(|| {
    let mut lists: HashMap<&str, HashSet<&str>> = HashMap::new();
    let mut section = "";
    for line in include_str!("../../resources/lexicon/abbreviations.txt").lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
        } else if !line.starts_with('#') {
            lists.entry(section).or_default().extend(line.split_whitespace());
        }
    }
    lists
});

fn listed(section: &str, word: &str) -> bool {
    LISTS.get(section).is_some_and(|words| words.contains(word))
}

/// What kind of abbreviation a word is; the word is given without its last point, in its own case.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    use Abbreviation::{BeforeName, BeforeNumber, Date, Never, Other, Place};
    let kinds = [
        ("before-name", BeforeName),
        ("never", Never),
        ("before-number", BeforeNumber),
        ("date", Date),
        ("place", Place),
        ("other", Other),
    ];
    kinds.into_iter().find(|(section, _)| listed(section, word)).map(|(_, kind)| kind)
}

/// Whether a capitalised word opens a sentence rather than goes on with a name: "The", "Officials".
pub fn is_opener(word: &str) -> bool {
    listed("opener", word)
}

/// Whether a word goes on with a clock time: a time zone, a weekday, a month.
pub fn continues_time(word: &str) -> bool {
    listed("timezone", word)
}

/// Whether a word is a name that ends in an exclamation or a question mark ("Yahoo!").
pub fn is_exclaiming_name(word: &str) -> bool {
    listed("exclaiming", word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_their_lists() {
        assert_eq!(abbreviation("Sgt"), Some(Abbreviation::BeforeName));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::Place));
        assert_eq!(abbreviation("sun"), None, "case counts: the sun is not a Sunday");
        assert!(is_opener("The") && !is_opener("Highway"));
    }
}
