//! How a claim stands once the reader's decisions are taken into account: the one meaning that the window and every
//! report share.

use super::{
    Cell, Claim, ClaimStanding, ClaimStatus, Comparison, Relation, Review, SourceId, Stance, StatementRef, Strength,
};

impl Comparison {
    /// How a claim of this comparison stands. Pairs that the reader dismissed do not count, and what was relabelled counts
    /// as what the reader called it. Costs as much as the claim has statements and pairs.
    pub fn claim_standing(&self, claim: &Claim, review: &Review) -> ClaimStanding {
        let mut cells = cells(claim);
        let place = |cells: &[Cell], at: StatementRef| {
            cells.iter().position(|cell| cell.source == at.source && cell.statements.contains(&at))
        };
        let mut camps: Vec<usize> = (0..cells.len()).collect();
        for pair in claim.pairs.iter().chain(&claim.crossing).filter_map(|&index| self.pairs.get(index)) {
            let standing = self.standing(pair, review);
            let stance = match (standing.relation, standing.strength) {
                (Some(Relation::Contradiction), Strength::Clear) => Stance::Conflicts,
                (Some(Relation::Contradiction), Strength::Possible) => Stance::Possible,
                (Some(Relation::Agreement), _) => Stance::Agrees,
                (Some(Relation::Related | Relation::Unrelated) | None, _) => continue,
            };
            let ends = [pair.alignment.left, pair.alignment.right].map(|end| place(&cells, end));
            for cell in ends.into_iter().flatten() {
                cells[cell].stance = cells[cell].stance.min(stance);
            }
            if let ([Some(left), Some(right)], Stance::Agrees) = (ends, stance) {
                let (from, into) = (camps[left].max(camps[right]), camps[left].min(camps[right]));
                camps.iter_mut().filter(|camp| **camp == from).for_each(|camp| *camp = into);
            }
        }
        for pair in claim.within.iter().filter_map(|&index| self.within.get(index)) {
            if self.standing(pair, review).relation == Some(Relation::Contradiction) {
                for end in [pair.alignment.left, pair.alignment.right] {
                    if let Some(cell) = place(&cells, end) {
                        cells[cell].disputes_itself = true;
                    }
                }
            }
        }
        let independent = self.independent(&cells, &camps);
        let status = match cells.iter().map(|cell| cell.stance).min() {
            Some(Stance::Conflicts | Stance::Possible) => ClaimStatus::Disputed,
            _ if independent > 1 => ClaimStatus::Corroborated,
            _ => ClaimStatus::SingleSource,
        };
        ClaimStanding { status, independent, cells }
    }

    /// Echo groups, and sources in none, of the camp (cells of one number agree) that has most of them.
    fn independent(&self, cells: &[Cell], camps: &[usize]) -> usize {
        // An echo group goes by its first source; a source in none by itself.
        let voice = |source: SourceId| {
            let group = self.echo.iter().find(|group| group.sources.contains(&source));
            group.and_then(|group| group.sources.first().copied()).unwrap_or(source)
        };
        let mut voices: Vec<(usize, SourceId)> =
            cells.iter().zip(camps).map(|(cell, &camp)| (camp, voice(cell.source))).collect();
        voices.sort_unstable();
        voices.dedup();
        voices.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len).max().unwrap_or_default()
    }
}

/// A cell a source, nobody speaking of what another says.
fn cells(claim: &Claim) -> Vec<Cell> {
    let by_source = claim.statements.chunk_by(|a, b| a.source == b.source);
    by_source
        .map(|statements| Cell {
            source: statements[0].source,
            stance: Stance::OnlyHere,
            statements: statements.to_vec(),
            disputes_itself: false,
        })
        .collect()
}
