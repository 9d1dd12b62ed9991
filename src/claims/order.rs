//! The order in which a reader meets the claims.
//!
//! A claim that several sources speak of stands at the mean of where they tell it, each position as a share of its
//! source's length. What one source alone says follows the shared claim that it follows in that source, so that what
//! belongs together there stays together; what comes before any shared claim comes first.

use std::collections::HashMap;

use crate::model::{Claim, Comparison, SourceId, StatementRef};

/// Where a claim stands: position (0 to 1, of itself or of the shared claim before it), whether it follows that one, then
/// source and statement.
type Place = (f64, bool, StatementRef);

/// Sorts claims into reading order.
pub(super) fn in_reading_order(comparison: &Comparison, claims: Vec<Claim>) -> Vec<Claim> {
    let shared = |claim: &Claim| claim.statements.iter().any(|s| s.source != claim.statements[0].source);
    let mean = |claim: &Claim| {
        let share =
            |at: &StatementRef| f64::from(at.statement.0) / comparison.source(at.source).statements.len().max(1) as f64;
        claim.statements.iter().map(share).sum::<f64>() / claim.statements.len() as f64
    };
    let mut anchors: HashMap<SourceId, Vec<(StatementRef, f64)>> = HashMap::new();
    for claim in claims.iter().filter(|claim| shared(claim)) {
        let position = mean(claim);
        for &statement in &claim.statements {
            anchors.entry(statement.source).or_default().push((statement, position));
        }
    }
    anchors.values_mut().for_each(|anchors| anchors.sort_by_key(|&(statement, _)| statement));
    let place = |claim: &Claim| -> Place {
        let first = claim.statements[0];
        if shared(claim) {
            return (mean(claim), false, first);
        }
        let anchors = anchors.get(&first.source).map_or(&[][..], Vec::as_slice);
        match anchors.partition_point(|&(statement, _)| statement < first) {
            0 => (-1.0, true, first),
            after => (anchors[after - 1].1, true, first),
        }
    };
    let mut placed: Vec<(Place, Claim)> = claims.into_iter().map(|claim| (place(&claim), claim)).collect();
    placed.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    placed.into_iter().map(|(_, claim)| claim).collect()
}
