//! Statements as nodes of a graph, judged pairs as its links.

use std::collections::HashMap;

use super::cluster::{JOINED, Link, Tie};
use super::conflicts::{self, Conflict};
use crate::model::{Comparison, Pair, Relation, SourceId, StatementRef};

/// The graph that claims are made of.
pub(super) struct Links {
    /// The statements that can be in a claim. In the order of their words, so that nothing that is decided by the order
    /// of nodes depends on the order of the sources.
    pub(super) nodes: Vec<StatementRef>,
    pub(super) links: Vec<Link>,
}

impl Links {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let mut nodes: Vec<StatementRef> = Vec::new();
        for (source, read) in (0..).map(SourceId).zip(&comparison.sources).filter(|(_, s)| s.document.is_english()) {
            let carrying = read.statements.iter().filter(|s| s.kind.carries_claim());
            nodes.extend(carrying.map(|s| StatementRef { source, statement: s.id }));
        }
        let words = |at: &StatementRef| (comparison.text(*at), at.statement, at.source);
        nodes.sort_by(|a, b| words(a).cmp(&words(b)));
        let numbers: HashMap<StatementRef, u32> = nodes.iter().copied().zip(0..).collect();
        let ends = |pair: &Pair| Some((*numbers.get(&pair.alignment.left)?, *numbers.get(&pair.alignment.right)?));
        let pairs = || comparison.pairs.iter().chain(&comparison.within);
        let conflict = |pair| ends(pair).map(|(left, right)| Conflict { pair, left, right });
        let conflicts: Vec<Conflict<'_>> =
            pairs().filter(|p| p.verdict.relation == Relation::Contradiction).filter_map(conflict).collect();
        let mut binding = conflicts::binding(&conflicts).into_iter();
        let mut link = |pair: &Pair| {
            let (a, b) = ends(pair)?;
            let (tie, weight) = match strength(pair)? {
                (Tie::Conflict, _) if !binding.next()? => (Tie::Crosses, JOINED - 1),
                other => other,
            };
            Some(Link { a: a.min(b), b: a.max(b), weight, tie })
        };
        let links = pairs().filter_map(&mut link).collect();
        Self { nodes, links }
    }

    /// The source of each node.
    pub(super) fn sources(&self) -> Vec<u32> {
        self.nodes.iter().map(|node| node.source.0).collect()
    }

    /// For each node, the sum of the weights of its links to others with its label.
    pub(super) fn closeness(&self, labels: &[u32]) -> Vec<u64> {
        let mut sums = vec![0; self.nodes.len()];
        for link in self.links.iter().filter(|link| labels[link.a as usize] == labels[link.b as usize]) {
            sums[link.a as usize] += u64::from(link.weight);
            sums[link.b as usize] += u64::from(link.weight);
        }
        sums
    }
}

/// How a pair ties its statements, and how firmly, in thousandths: whole numbers, so that no sum depends on its order.
///
/// What agrees or contradicts speaks of the same proposition as surely as its similarity says or as verdicts of its kind
/// proved right, whichever is more. What is merely related never joins, but tells that two statements are not strangers.
fn strength(pair: &Pair) -> Option<(Tie, u32)> {
    let thousandths = |share: f32| (share.clamp(0.0, 1.0) * 1000.0).round() as u32;
    let sure = thousandths(pair.alignment.similarity.max(pair.verdict.confidence));
    match pair.verdict.relation {
        Relation::Contradiction => Some((Tie::Conflict, sure.max(JOINED))),
        Relation::Agreement => Some((Tie::Joins, sure.max(JOINED))),
        Relation::Related => Some((Tie::Near, thousandths(pair.alignment.similarity).min(JOINED - 1))),
        Relation::Unrelated => None,
    }
}
