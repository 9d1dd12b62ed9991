//! A comparison as reports tell it: what the reader left of the pairs, grouped so that nothing is told twice.
//!
//! Every format renders the same entries: [contrasts] and [accords] with [quotations](quotes) instead
//! of pairs, [dates] instead of events.

mod accords;
mod contrasts;
mod dates;
mod quotes;
mod summary;

use std::collections::BTreeMap;

use super::Options;
use crate::model::{
    Claim, ClaimId, ClaimStanding, ClaimStatus, Comparison, Pair, Relation, Review, SourceId, Standing, StatementRef,
    TimeConflict,
};

pub(super) use accords::Accord;
pub(super) use contrasts::Contrast;
pub(super) use quotes::Quote;

/// What a report is made of: the comparison of the chosen sources as the reader left it, and what was chosen.
pub struct View<'a> {
    pub(super) comparison: &'a Comparison,
    pub(super) review: &'a Review,
    pub(super) options: &'a Options,
    /// The sources of the report, in order.
    pub(super) sources: Vec<SourceId>,
    /// [`Comparison::pairs`] with how they stand.
    pub(super) pairs: Vec<Judged<'a>>,
    /// [`Comparison::within`] with how they stand.
    pub(super) within: Vec<Judged<'a>>,
    /// [`Comparison::claims`] with how they stand.
    pub(super) claims: Vec<(&'a Claim, ClaimStanding)>,
    /// The conflicts of [`Comparison::timeline`] that stand.
    conflicts: Vec<TimeConflict>,
    claim_of: BTreeMap<StatementRef, ClaimId>,
}

/// A pair and how it stands.
pub(super) type Judged<'a> = (&'a Pair, Standing<'a>);

impl<'a> View<'a> {
    /// `comparison` must hold nothing of sources that are left out, save the sources themselves.
    pub(super) fn new(comparison: &'a Comparison, review: &'a Review, options: &'a Options) -> Self {
        let judged = |pairs: &'a [Pair]| pairs.iter().map(|pair| (pair, comparison.standing(pair, review))).collect();
        let claims = comparison.claims.iter().map(|claim| (claim, comparison.claim_standing(claim, review)));
        let members = comparison.claims.iter().flat_map(|c| c.statements.iter().map(|&at| (at, c.id)));
        Self {
            comparison,
            review,
            options,
            sources: (0..comparison.sources.len() as u32).map(SourceId).filter(|&s| options.includes(s)).collect(),
            pairs: judged(&comparison.pairs),
            within: judged(&comparison.within),
            claims: claims.collect(),
            conflicts: comparison.time_conflicts(review),
            claim_of: members.collect(),
        }
    }

    /// The pairs of two sources that the report tells: all, or with differences alone those that contradict.
    pub(super) fn told_pairs(&self) -> impl Iterator<Item = Judged<'a>> + '_ {
        let all = !self.options.scope.is_differences();
        self.pairs.iter().copied().filter(move |(_, s)| all || s.relation == Some(Relation::Contradiction))
    }

    /// The claims that the report tells: all, or with differences alone those that are disputed.
    pub(super) fn told_claims(&self) -> impl Iterator<Item = &'a Claim> + '_ {
        let all = !self.options.scope.is_differences();
        let claims = self.claims.iter().filter(move |(_, s)| all || s.status == ClaimStatus::Disputed);
        claims.map(|&(claim, _)| claim)
    }

    /// What the reader should know of the comparison and of the sources of the report.
    pub(super) fn warnings(&self) -> Vec<String> {
        super::warnings_of(self.comparison, self.sources.iter().map(|&id| self.comparison.source(id)))
    }

    /// The claim a statement is part of.
    pub(super) fn claim_of(&self, at: StatementRef) -> Option<ClaimId> {
        self.claim_of.get(&at).copied()
    }

    /// Why a pair was judged as it was, a sentence a reason.
    pub(super) fn because(&self, pair: &Pair) -> Vec<String> {
        pair.verdict.reasons.iter().map(|reason| self.comparison.because(pair, reason)).collect()
    }

    /// Groups of two or more of these sources that carry the same copy, by letters: "A and C".
    pub(super) fn same_copy(&self, among: &[SourceId]) -> Vec<String> {
        let groups = self.comparison.echo.iter().map(|group| {
            group.sources.iter().copied().filter(|source| among.contains(source)).map(SourceId::letter).collect()
        });
        groups.filter(|letters: &Vec<String>| letters.len() > 1).map(|letters| listed(&letters)).collect()
    }
}

/// "A", "A and B", "A, B and C".
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
