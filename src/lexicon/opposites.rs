//! Words that exclude each other, by sense.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lemma::lemma;
use super::phrases::{Found, Phrases};

/// Index of a [`Group`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(u16);

/// One of the two ends of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The pole named first in the label.
    Left,
    /// The pole named second.
    Right,
}

/// A word stands at one end of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pole {
    /// The group.
    pub group: GroupId,
    /// Which end.
    pub side: Side,
}

/// What a group tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// Opposite events or properties: "rose" / "fell".
    Antonym,
    /// How something came out or stands: "agreed" / "still contentious".
    Outcome,
}

/// Two sets of words of which only one can hold of one thing at one time.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Both poles, as a reader may see them: "rise / fall".
    pub label: &'static str,
    /// What it tells.
    pub kind: GroupKind,
}

/// The table of opposites that news turns on. A word may stand in several groups; two statements oppose each other
/// where they stand at different ends of one.
pub struct Opposites {
    groups: Vec<Group>,
    phrases: Phrases<Pole>,
}

static OPPOSITES: LazyLock<Opposites> = LazyLock::new(|| {
    let mut out = Opposites { groups: Vec::new(), phrases: Phrases::new() };
    for (label, kind, poles) in blocks() {
        let group = GroupId(out.groups.len() as u16);
        let kind = if kind == "outcome" { GroupKind::Outcome } else { GroupKind::Antonym };
        out.groups.push(Group { label, kind });
        for (side, words) in [Side::Left, Side::Right].into_iter().zip(poles) {
            words.split(',').for_each(|entry| out.phrases.insert(entry.trim(), Pole { group, side }));
        }
    }
    out
});

/// Label, kind and the two lines of words of each group.
fn blocks() -> impl Iterator<Item = (&'static str, &'static str, [&'static str; 2])> {
    include_str!("../../resources/lexicon/opposites.txt").split("\n\n").filter_map(|block| {
        let mut lines = block.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let (label, kind) = lines.next()?.rsplit_once(':')?;
        Some((label, kind.trim(), [lines.next()?, lines.next()?]))
    })
}

impl Opposites {
    /// The table, read at first use.
    pub fn get() -> &'static Self {
        &OPPOSITES
    }

    /// A group by its index.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[usize::from(id.0)]
    }

    /// Where a folded word, in any form, stands.
    pub fn poles(&self, word: &str) -> Vec<Pole> {
        self.phrases.of(word)
    }

    /// All words and phrases of the table in a list of folded words, in order. "yet to be agreed" is found as a whole
    /// and its "agreed" is not; negation outside the phrases of the table is for the caller to see.
    pub fn find<S: AsRef<str>>(&self, words: &[S]) -> Vec<Found<Pole>> {
        self.phrases.find(words)
    }

    /// The group in which two folded words stand at different ends and never at the same one.
    pub fn opposed(&self, a: &str, b: &str) -> Option<&Group> {
        let (a, b) = (self.poles(a), self.poles(b));
        let found = a.iter().find(|pole| {
            let same = b.contains(pole);
            !same && b.iter().any(|other| other.group == pole.group)
        })?;
        Some(self.group(found.group))
    }
}

static PAIRS: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/antonyms.tsv").lines();
    lines.filter_map(|line| line.split_once('\t')).flat_map(|(a, b)| [(a, b), (b, a)]).collect()
});

/// Whether two folded words, in any form, are antonyms: a pair of WordNet that news uses, or opposite ends of a group
/// of [`Opposites`].
pub fn antonyms(a: &str, b: &str) -> bool {
    let (a_lemma, b_lemma) = (lemma(a), lemma(b));
    a_lemma != b_lemma
        && ([a, &a_lemma].iter().any(|a| [b, &b_lemma].iter().any(|b| PAIRS.contains(&(*a, *b))))
            || Opposites::get().opposed(a, b).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_of_pairs() {
        for line in include_str!("../../tests/data/lexicon/antonyms.tsv").lines().filter(|l| !l.starts_with('#')) {
            let [a, b, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert_eq!(antonyms(a, b), expected == "opposite", "{a} / {b}");
            assert_eq!(antonyms(b, a), expected == "opposite", "{b} / {a}");
        }
    }

    #[test]
    fn table_of_phrases() {
        for line in include_str!("../../tests/data/lexicon/opposites.tsv").lines().filter(|l| !l.starts_with('#')) {
            let [left, right, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let table = Opposites::get();
            let poles = |text: &str| table.find(&text.split(' ').collect::<Vec<_>>());
            let (left_poles, right_poles) = (poles(left), poles(right));
            let labels: Vec<_> = left_poles
                .iter()
                .filter(|a| right_poles.iter().any(|b| a.value.group == b.value.group && a.value.side != b.value.side))
                .map(|a| table.group(a.value.group).label)
                .collect();
            let right_answer = if expected == "-" { labels.is_empty() } else { labels.contains(&expected) };
            assert!(right_answer, "{left} / {right}: {labels:?}");
        }
    }

    #[test]
    fn groups_are_well_formed() {
        let blocks: Vec<_> = blocks().collect();
        assert!(blocks.len() >= 60, "{}", blocks.len());
        for (label, kind, [left, right]) in blocks {
            assert!(label.contains(" / ") && matches!(kind, "antonym" | "outcome"), "{label}: {kind}");
            let left: Vec<_> = left.split(',').map(str::trim).collect();
            let both: Vec<_> = right.split(',').map(str::trim).filter(|word| left.contains(word)).collect();
            assert!(both.is_empty(), "{label} has {both:?} at both ends");
        }
    }
}
