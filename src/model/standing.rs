//! How pairs and statements stand once the reader's decisions are taken into account: the one meaning that the
//! window and every report share.

use super::{Comparison, Decision, Pair, Relation, Review, Ruling, SourceId, StatementKind, StatementRef, Strength};

/// How a pair stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// How the two relate; `None` if the reader dismissed the verdict.
    pub relation: Option<Relation>,
    /// How surely; what the reader confirmed or relabelled is clear.
    pub strength: Strength,
    /// What the reader decided, if anything.
    pub decision: Option<&'a Decision>,
}

impl Comparison {
    /// How a pair of this comparison stands after the reader's decision on it.
    pub fn standing<'a>(&self, pair: &Pair, review: &'a Review) -> Standing<'a> {
        let decision = review.decision(self.text(pair.alignment.left), self.text(pair.alignment.right));
        let (relation, strength) = match decision.and_then(|d| d.ruling) {
            None => (Some(pair.verdict.relation), pair.verdict.strength),
            Some(Ruling::Confirmed) => (Some(pair.verdict.relation), Strength::Clear),
            Some(Ruling::Relabelled(relation)) => (Some(relation), Strength::Clear),
            Some(Ruling::Dismissed) => (None, pair.verdict.strength),
        };
        Standing { relation, strength, decision }
    }

    /// The statements of a source that speak of something no other source speaks of, in reading order: they are in no
    /// pair, or only in pairs that the reader dismissed or called unrelated. Headings name what the text below says and
    /// are left out; so is all of a source that is not in English, because nothing in it was judged.
    pub fn only_here(&self, source: SourceId, review: &Review) -> Vec<StatementRef> {
        if !self.source(source).document.is_english() {
            return Vec::new();
        }
        let statements = &self.source(source).statements;
        let mut met = vec![false; statements.len()];
        for pair in &self.pairs {
            let ends = [pair.alignment.left, pair.alignment.right];
            if ends.iter().any(|end| end.source == source)
                && !matches!(self.standing(pair, review).relation, None | Some(Relation::Unrelated))
            {
                for end in ends.iter().filter(|end| end.source == source) {
                    met[end.statement.0 as usize] = true;
                }
            }
        }
        statements
            .iter()
            .zip(met)
            .filter(|(s, met)| !met && s.kind.carries_claim() && s.kind != StatementKind::Heading)
            .map(|(s, _)| StatementRef { source, statement: s.id })
            .collect()
    }
}
