//! What the matrix shows: the claims seen through decisions, filters, search and order.
//!
//! [`ShownClaims::new`] weighs every claim of a comparison and is made anew with it and with each decision;
//! [`ShownClaims::arrange`] picks and orders the rows and is cheap.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Mark;
use super::state::Filters;
use crate::model::{Cell, ClaimId, ClaimStanding, ClaimStatus, Comparison, Review, SourceId, Stance, StatementRef};

/// In what order the claims stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimOrder {
    /// As the sources tell them.
    #[default]
    Reading,
    /// What is clearly contradicted first, by most sources first.
    MostDisputed,
    /// What most sources speak of first.
    MostSources,
}

impl ClaimOrder {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Reading, Self::MostDisputed, Self::MostSources];
}

/// The claims of a comparison as the matrix shows them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownClaims {
    /// How each claim stands, by `ClaimId`.
    standings: Vec<ClaimStanding>,
    /// What each claim is marked as, by `ClaimId`.
    marks: Vec<Mark>,
    /// The claim of each statement, by source and statement.
    of: Vec<Vec<Option<ClaimId>>>,
    /// The claim of each pair, by its index in the comparison.
    of_pair: Vec<Option<ClaimId>>,
    /// Which claims the search finds, by `ClaimId`; empty without a search.
    found: Vec<bool>,
    /// The claims that pass filters and search, in order: the rows.
    rows: Vec<ClaimId>,
    /// The row of each claim, by `ClaimId`.
    positions: Vec<Option<u32>>,
    /// How many claims there are of each mark, in the order of [`Mark::ALL`], whatever filters and search.
    counts: [usize; 5],
}

impl ShownClaims {
    /// Weighs the claims of a comparison. No row is shown before [`ShownClaims::arrange`].
    pub fn new(comparison: &Comparison, review: &Review) -> Self {
        let mut shown = Self {
            of: comparison.sources.iter().map(|source| vec![None; source.statements.len()]).collect(),
            of_pair: vec![None; comparison.pairs.len()],
            ..Self::default()
        };
        for claim in &comparison.claims {
            for at in &claim.statements {
                shown.of[at.source.0 as usize][at.statement.0 as usize] = Some(claim.id);
            }
            for &pair in &claim.pairs {
                shown.of_pair[pair] = Some(claim.id);
            }
            let standing = comparison.claim_standing(claim, review);
            shown.marks.push(mark_of(&standing));
            shown.standings.push(standing);
        }
        // A pair across two claims belongs to that of its left statement.
        for (pair, claim) in comparison.pairs.iter().zip(0..) {
            if shown.of_pair[claim].is_none() {
                shown.of_pair[claim] = shown.claim_of(pair.alignment.left);
            }
        }
        shown.count_all();
        shown
    }

    /// Weighs those claims anew that have a statement of one of these words: a decision on them was taken or taken back.
    pub fn reweigh(&mut self, comparison: &Comparison, review: &Review, words: &[String; 2]) {
        let decided =
            |&at: &StatementRef| words.iter().any(|w| w.split_whitespace().eq(comparison.text(at).split_whitespace()));
        for (claim, place) in comparison.claims.iter().zip(0..) {
            if claim.statements.iter().any(decided) {
                self.standings[place] = comparison.claim_standing(claim, review);
                self.marks[place] = mark_of(&self.standings[place]);
            }
        }
        self.count_all();
    }

    fn count_all(&mut self) {
        self.counts = Mark::ALL.map(|mark| self.marks.iter().filter(|&&m| m == mark).count());
    }

    /// Finds the claims that have every word of a search in their title or statements, whatever their case.
    pub fn search(&mut self, comparison: &Comparison, search: &str) {
        let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        self.found.clear();
        if wanted.is_empty() {
            return;
        }
        self.found.extend(comparison.claims.iter().map(|claim| {
            let mut words = claim.title.to_lowercase();
            for &at in &claim.statements {
                words.push('\n');
                words.push_str(&comparison.text(at).to_lowercase());
            }
            wanted.iter().all(|word| words.contains(word.as_str()))
        }));
    }

    /// Picks the rows and puts them in order.
    pub fn arrange(&mut self, filters: &Filters, order: ClaimOrder) {
        let passes = |&claim: &usize| filters.shows(self.marks[claim]) && self.finds(ClaimId(claim as u32));
        let mut rows: Vec<usize> = (0..self.standings.len()).filter(passes).collect();
        match order {
            ClaimOrder::Reading => {}
            ClaimOrder::MostDisputed => rows.sort_by_key(|&claim| {
                let cells = &self.standings[claim].cells;
                let against = cells.iter().filter(|cell| cell.stance <= Stance::Possible).count();
                (self.marks[claim], Reverse(against), Reverse(cells.len()))
            }),
            ClaimOrder::MostSources => rows.sort_by_key(|&claim| {
                let standing = &self.standings[claim];
                (Reverse(standing.cells.len()), Reverse(standing.independent), self.marks[claim])
            }),
        }
        self.positions = vec![None; self.standings.len()];
        for (row, &claim) in rows.iter().enumerate() {
            self.positions[claim] = Some(row as u32);
        }
        self.rows = rows.into_iter().map(|claim| ClaimId(claim as u32)).collect();
    }

    /// The rows, from top to bottom.
    pub fn rows(&self) -> &[ClaimId] {
        &self.rows
    }

    /// The row of a claim, if it is shown.
    pub fn row_of(&self, claim: ClaimId) -> Option<usize> {
        self.positions.get(claim.0 as usize).copied().flatten().map(|row| row as usize)
    }

    /// Number of claims, whatever filters and search.
    pub fn len(&self) -> usize {
        self.standings.len()
    }

    /// Whether there are no claims at all.
    pub fn is_empty(&self) -> bool {
        self.standings.is_empty()
    }

    /// How many claims there are of a mark, whatever filters and search.
    pub fn count(&self, mark: Mark) -> usize {
        self.counts[mark as usize]
    }

    /// How a claim stands.
    pub fn standing(&self, claim: ClaimId) -> Option<&ClaimStanding> {
        self.standings.get(claim.0 as usize)
    }

    /// What a claim is marked as, by its status.
    pub fn mark(&self, claim: ClaimId) -> Option<Mark> {
        self.marks.get(claim.0 as usize).copied()
    }

    /// Whether a claim has the words that are searched for; with no search, every claim has.
    pub fn finds(&self, claim: ClaimId) -> bool {
        self.found.get(claim.0 as usize) != Some(&false)
    }

    /// What a source says of a claim; `None` if it is silent.
    pub fn cell(&self, claim: ClaimId, source: SourceId) -> Option<&Cell> {
        self.standing(claim)?.cells.iter().find(|cell| cell.source == source)
    }

    /// The claim of a statement; a heading may belong to none.
    pub fn claim_of(&self, at: StatementRef) -> Option<ClaimId> {
        self.of.get(at.source.0 as usize)?.get(at.statement.0 as usize).copied().flatten()
    }

    /// The claim of a pair of the comparison.
    pub fn claim_of_pair(&self, index: usize) -> Option<ClaimId> {
        self.of_pair.get(index).copied().flatten()
    }
}

/// The mark of a cell.
pub fn mark_of_stance(stance: Stance) -> Mark {
    match stance {
        Stance::Conflicts => Mark::Contradiction,
        Stance::Possible => Mark::Possible,
        Stance::Agrees => Mark::Agreement,
        Stance::OnlyHere => Mark::OnlyHere,
    }
}

fn mark_of(standing: &ClaimStanding) -> Mark {
    match standing.status {
        ClaimStatus::Disputed if standing.cells.iter().any(|cell| cell.stance == Stance::Conflicts) => {
            Mark::Contradiction
        }
        ClaimStatus::Disputed => Mark::Possible,
        ClaimStatus::Corroborated => Mark::Agreement,
        ClaimStatus::SingleSource => Mark::OnlyHere,
    }
}

/// The pair by which a claim is shown, or, with a source, by which that source stands in it: what the reader did not
/// dismiss first, then by weight of its mark, then one within the claim before one with a statement of another, then the
/// most alike. `None` if there is none.
pub fn leading_pair(
    comparison: &Comparison,
    review: &Review,
    claim: ClaimId,
    source: Option<SourceId>,
) -> Option<usize> {
    let claim = comparison.claims.get(claim.0 as usize)?;
    let touches = |&(_, index): &(bool, usize)| {
        let at = comparison.pairs[index].alignment;
        let of_source = |end: &StatementRef| source == Some(end.source) && claim.statements.contains(end);
        source.is_none() || [at.left, at.right].iter().any(of_source)
    };
    let weight = |&(crosses, index): &(bool, usize)| {
        let pair = &comparison.pairs[index];
        let standing = comparison.standing(pair, review);
        let mark = Mark::of(pair, standing.decision);
        let likeness = (pair.alignment.similarity * 1e6) as i64;
        (standing.relation.is_none(), mark, crosses, Reverse(likeness), index)
    };
    let within = claim.pairs.iter().map(|&index| (false, index));
    let all = within.chain(claim.crossing.iter().map(|&index| (true, index)));
    all.filter(touches).min_by_key(weight).map(|(_, index)| index)
}
