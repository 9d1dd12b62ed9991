//! Keys: the form under which spellings of one name meet.

use super::super::token::{Tokens, is_plain};
use super::lists::ORGANISATIONS;
use crate::text;

/// Famous names whose spellings no rule brings together. Left: key; right: other spellings.
const VARIANTS: [(&str, &[&str]); 8] = [
    ("gaddafi", &["qaddafi", "gadhafi", "qadhafi", "kadhafi", "kadafi", "gadafi", "qadafi"]),
    ("lukashenko", &["lukashenka"]),
    ("yanukovych", &["yanukovich"]),
    ("khamenei", &["khamenai"]),
    ("assad", &["asad"]),
    ("sisi", &["sissi"]),
    ("gorbachev", &["gorbachov"]),
    ("yeltsin", &["jelzin"]),
];

/// Key of a family name: folded; the endings that one Slavic ending is written with made one.
pub(super) fn family(name: &str) -> String {
    let mut key: String = text::fold(name).chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    for ending in ["skyy", "skiy", "skyi", "skij", "skii", "ski"] {
        if let Some(stem) = key.strip_suffix(ending) {
            key = format!("{stem}sky");
            break;
        }
    }
    for ending in ["iy", "yi", "yy", "ij"] {
        if let Some(stem) = key.strip_suffix(ending).filter(|stem| stem.len() > 3) {
            key = format!("{stem}y");
            break;
        }
    }
    VARIANTS.iter().find(|(_, others)| others.contains(&key.as_str())).map_or(key, |(known, _)| (*known).to_owned())
}

/// Key of an organisation or thing: its words folded, without the form of a company.
pub(super) fn organisation(tokens: &Tokens<'_>, from: usize, to: usize) -> String {
    let words: Vec<&str> =
        (from..to).map(|k| tokens.folded(k)).filter(|w| !matches!(*w, "the" | "of" | "for" | "on")).collect();
    let mut end = words.len();
    while end > 1 && ORGANISATIONS.is_suffix(words[end - 1]) {
        end -= 1;
    }
    words[..end].join(" ").replace('.', "")
}

/// Index of the first word of the family name of a person named by words `from..to`.
pub(super) fn family_start(tokens: &Tokens<'_>, from: usize, to: usize) -> usize {
    let mut start = to - 1;
    // "Smith-Jones" is one name, "al-Assad" is not.
    while start > from
        && tokens
            .get(start)
            .is_some_and(|t| !t.gap.is_empty() && !t.gap.contains(char::is_whitespace) && is_plain(t.gap))
        && tokens.get(start - 1).is_some_and(|t| t.is_capital() && !t.is(&["al", "el", "bin", "ibn", "ben"]))
    {
        start -= 1;
    }
    start
}
