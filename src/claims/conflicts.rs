//! Which conflicts bind their two statements into one claim.
//!
//! A long sentence may conflict with one report in where the talks are and with another in who leads them. Were every
//! conflict to bind, the two matters would be one row. So conflicts are parted by matter: two conflicts of one statement
//! are about one matter when the words that decide overlap in it. A statement stays with the matter that most of its
//! conflicts are about, and only conflicts of which both statements stay with their matter bind.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Pair, Reason, Relation, Span};

/// A contradiction between two nodes.
pub(super) struct Conflict<'a> {
    pub(super) pair: &'a Pair,
    pub(super) left: u32,
    pub(super) right: u32,
}

impl Conflict<'_> {
    /// The words of a node that decide.
    fn words(&self, node: u32) -> impl Iterator<Item = Span> + '_ {
        let argues = |reason: &&Reason| self.pair.verdict.argued_by(reason) == Relation::Contradiction;
        let is_left = node == self.left;
        let reasons = self.pair.verdict.reasons.iter().filter(argues);
        reasons.map(move |reason| if is_left { reason.left } else { reason.right })
    }

    fn other(&self, node: u32) -> u32 {
        if node == self.left { self.right } else { self.left }
    }
}

/// For each conflict, whether it binds.
pub(super) fn binding(conflicts: &[Conflict<'_>]) -> Vec<bool> {
    let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, conflict) in conflicts.iter().enumerate() {
        of.entry(conflict.left).or_default().push(index);
        of.entry(conflict.right).or_default().push(index);
    }
    let mut matter: Vec<usize> = (0..conflicts.len()).collect();
    for (&node, indices) in &of {
        for (at, &one) in indices.iter().enumerate() {
            for &other in &indices[at + 1..] {
                let (one_matter, other_matter) = (matter[one], matter[other]);
                if one_matter != other_matter && meet(&conflicts[one], &conflicts[other], node) {
                    matter.iter_mut().filter(|m| **m == other_matter).for_each(|m| *m = one_matter);
                }
            }
        }
    }
    // Of matters with as many conflicts, the one with the lowest other statement: no matter of the order of the pairs.
    let stays = |node: u32| {
        let mut counts: BTreeMap<usize, (usize, Reverse<u32>)> = BTreeMap::new();
        for &index in &of[&node] {
            let count = counts.entry(matter[index]).or_insert((0, Reverse(u32::MAX)));
            *count = (count.0 + 1, count.1.max(Reverse(conflicts[index].other(node))));
        }
        counts.into_iter().max_by_key(|&(_, count)| count).map(|(matter, _)| matter)
    };
    let stays: BTreeMap<u32, Option<usize>> = of.keys().map(|&node| (node, stays(node))).collect();
    let binds = |(index, c): (usize, &Conflict<'_>)| {
        stays[&c.left] == Some(matter[index]) && stays[&c.right] == Some(matter[index])
    };
    conflicts.iter().enumerate().map(binds).collect()
}

/// Whether two conflicts of a node are about one matter. One that names no words may be about any.
fn meet(one: &Conflict<'_>, other: &Conflict<'_>, node: u32) -> bool {
    let overlap = |a: Span, b: Span| a.start == a.end || b.start == b.end || (a.start < b.end && b.start < a.end);
    one.words(node).next().is_none()
        || other.words(node).next().is_none()
        || one.words(node).any(|a| other.words(node).any(|b| overlap(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Alignment, Caveats, CheckerId, Detail, Kind, SourceId, StatementId, StatementRef, Strength, Verdict,
    };

    /// A conflict that rests on one word on each side, by where they begin.
    fn pair((left, right): (usize, usize)) -> Pair {
        let at = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
        let word = |start: usize| Span::new(start, start + 5);
        let reason = Reason {
            checker: CheckerId::Place,
            kind: Kind::Place,
            left: word(left),
            right: word(right),
            detail: Detail::RuleOut,
            caveats: Caveats::default(),
        };
        Pair {
            alignment: Alignment::new(at(0), at(1), 0.5),
            verdict: Verdict {
                relation: Relation::Contradiction,
                strength: Strength::Clear,
                confidence: 0.9,
                reasons: vec![reason],
            },
        }
    }

    fn bound(conflicts: &[(u32, u32, (usize, usize))]) -> Vec<bool> {
        let pairs: Vec<Pair> = conflicts.iter().map(|&(.., words)| pair(words)).collect();
        let conflicts: Vec<Conflict<'_>> =
            conflicts.iter().zip(&pairs).map(|(&(left, right, _), pair)| Conflict { pair, left, right }).collect();
        binding(&conflicts)
    }

    #[test]
    fn conflicts_over_the_same_words_bind_all() {
        assert_eq!(bound(&[(0, 1, (10, 0)), (0, 2, (12, 7)), (3, 1, (0, 0)), (3, 2, (0, 7))]), [true; 4]);
    }

    #[test]
    fn a_statement_stays_with_the_matter_that_more_of_its_conflicts_are_about() {
        // Statement 0 says where (at 10) and who (at 40); two contradict the place, one the person.
        assert_eq!(bound(&[(0, 1, (10, 0)), (0, 2, (10, 0)), (0, 3, (40, 0))]), [true, true, false]);
    }
}
