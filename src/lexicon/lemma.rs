//! Lemmas: the form under which a word stands in a dictionary.
//!
//! Irregular forms come from a table; regular endings are undone where that gives a word of the list, so that "united"
//! becomes "unite" and "red" stays. A [stem](https://snowballstem.org) serves where words only have to meet; a lemma is
//! needed where a table of words is written by people.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static IRREGULAR: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/irregular.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// What a lemma can be.
#[derive(Clone, Copy)]
struct Parts {
    noun: bool,
    verb: bool,
}

static WORDS: LazyLock<HashMap<&str, Parts>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/words.tsv").lines();
    let rows = lines.filter_map(|line| line.split_once('\t'));
    rows.map(|(word, parts)| (word, Parts { noun: parts.contains('n'), verb: parts.contains('v') })).collect()
});

/// The dictionary form of a folded English word; the word itself where it is one or nothing is known of it.
///
/// Where a form belongs to two words, the one that news means more often is given ("rose" is of "rise").
pub fn lemma(folded: &str) -> Cow<'_, str> {
    if let Some(&lemma) = IRREGULAR.get(folded) {
        return Cow::Borrowed(lemma);
    }
    if let Some(stem) = folded.strip_suffix("ing") {
        return verb(stem).map_or(Cow::Borrowed(folded), Cow::Owned);
    }
    if let Some(stem) = folded.strip_suffix("ied") {
        let lemma = [format!("{stem}y"), format!("{stem}ie")].into_iter().find(|word| is_verb(word));
        return lemma.map_or(Cow::Borrowed(folded), Cow::Owned);
    }
    if let Some(stem) = folded.strip_suffix("ed") {
        return verb(stem).map_or(Cow::Borrowed(folded), Cow::Owned);
    }
    if folded.ends_with('s') {
        return singular(folded);
    }
    Cow::Borrowed(folded)
}

/// Whether a folded word is the dictionary form of a common English noun or verb.
pub fn is_word(folded: &str) -> bool {
    WORDS.contains_key(folded)
}

fn is_verb(word: &str) -> bool {
    WORDS.get(word).is_some_and(|parts| parts.verb)
}

/// The verb whose "-ed" or "-ing" form leaves `stem`: "hop" gives "hope", "start" "start", "stopp" "stop".
fn verb(stem: &str) -> Option<String> {
    let with_e = format!("{stem}e");
    if stem.len() >= 2 && is_verb(&with_e) {
        return Some(with_e);
    }
    if stem.len() >= 2 && is_verb(stem) {
        return Some(stem.to_owned());
    }
    let mut ends = stem.bytes().rev();
    let doubled = matches!((ends.next(), ends.next()), (Some(a), Some(b)) if a == b && a.is_ascii_lowercase());
    let single = stem.get(..stem.len().saturating_sub(1))?;
    (doubled && is_verb(single)).then(|| single.to_owned())
}

/// Undoes the "-s" of a plural or of a verb. A word that is not in the list loses its "s", too: names of new things
/// ("drones") are regular.
fn singular(folded: &str) -> Cow<'_, str> {
    let known = |word: &str| WORDS.get(word).is_some_and(|parts| parts.noun || parts.verb);
    if let Some(stem) = folded.strip_suffix("ies") {
        let with_y = format!("{stem}y");
        if known(&with_y) || stem.len() > 2 {
            return Cow::Owned(with_y);
        }
    }
    if let Some(stem) = folded.strip_suffix("es")
        && ["ss", "sh", "ch", "x", "zz"].iter().any(|end| stem.ends_with(end))
        && known(stem)
    {
        return Cow::Borrowed(stem);
    }
    match folded.strip_suffix('s') {
        Some(stem) if known(stem) => Cow::Borrowed(stem),
        Some(stem) if stem.len() > 3 && !stem.ends_with(['s', 'u', 'i', '\'']) && !known(folded) => Cow::Borrowed(stem),
        _ => Cow::Borrowed(folded),
    }
}

#[cfg(test)]
mod tests {
    use super::lemma;

    #[test]
    fn table_of_forms() {
        for line in include_str!("../../tests/data/lexicon/lemmas.tsv").lines().filter(|l| !l.starts_with('#')) {
            let (form, expected) = line.split_once('\t').unwrap();
            assert_eq!(lemma(form), expected, "{form}");
        }
    }
}
