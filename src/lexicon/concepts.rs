//! Words that news uses for one thing.

use std::sync::LazyLock;

use super::phrases::{Found, Phrases};

/// A group of words of one sense ("talks, negotiations, meeting").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(u16);

struct Concepts {
    phrases: Phrases<ConceptId>,
    labels: Vec<&'static str>,
}

static CONCEPTS: LazyLock<Concepts> = LazyLock::new(|| {
    let mut concepts = Concepts { phrases: Phrases::new(), labels: Vec::new() };
    for (id, (_, entries)) in (0..).zip(lines()) {
        let entries = entries.split(',').map(str::trim);
        concepts.labels.push(entries.clone().next().unwrap_or_default().trim_start_matches('='));
        entries.for_each(|entry| concepts.phrases.insert(entry, ConceptId(id)));
    }
    concepts
});

/// Part of speech and entries of each group.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../resources/lexicon/concepts.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'))
}

impl ConceptId {
    /// The first word of the group, to name it by.
    pub fn label(self) -> &'static str {
        CONCEPTS.labels.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// The first group that a folded word or lemma belongs to.
pub fn concept(word: &str) -> Option<ConceptId> {
    concepts(word).into_iter().next()
}

/// All groups that a folded word (in any form) belongs to: "strike" is an attack, a walkout and a goal. Two words may
/// mean one thing where they share a group.
pub fn concepts(word: &str) -> Vec<ConceptId> {
    CONCEPTS.phrases.of(word)
}

/// The groups met in a list of folded words, phrases ("step down") included, in order.
pub fn concepts_in<S: AsRef<str>>(words: &[S]) -> Vec<Found<ConceptId>> {
    CONCEPTS.phrases.find(words)
}

#[cfg(test)]
mod tests {
    use super::super::antonyms;
    use super::*;

    #[test]
    fn tables_of_what_meets_and_what_does_not() {
        for line in include_str!("../../tests/data/lexicon/concepts.tsv").lines().filter(|l| !l.starts_with('#')) {
            let [left, right, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let groups = |text: &str| -> Vec<ConceptId> {
                let words: Vec<_> = text.split(' ').collect();
                concepts_in(&words).into_iter().filter(|f| f.words.len() == words.len()).map(|f| f.value).collect()
            };
            let (left_groups, right_groups) = (groups(left), groups(right));
            let meet = left_groups.iter().any(|id| right_groups.contains(id));
            assert_eq!(meet, expected == "meet", "{left} / {right}");
        }
    }

    #[test]
    fn no_group_holds_antonyms() {
        let mut wrong = Vec::new();
        for (_, entries) in lines() {
            let words: Vec<_> = entries.split(',').map(|word| word.trim().trim_start_matches('=')).collect();
            for (i, a) in words.iter().enumerate() {
                wrong.extend(words[i + 1..].iter().filter(|b| antonyms(a, b)).map(|b| format!("{a} / {b}")));
            }
        }
        assert!(wrong.is_empty(), "groups with opposites: {wrong:?}");
    }

    #[test]
    fn there_are_groups_for_every_desk() {
        assert!(lines().count() >= 250);
        assert!(lines().all(|(pos, entries)| matches!(pos, "n" | "v" | "a" | "x") && entries.contains(',')));
    }
}
