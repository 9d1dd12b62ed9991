//! Findings to a verdict: a pure function of the findings and the similarity.
//!
//! 1. A clear contradiction decides.
//! 2. So does a possible one.
//! 3. An agreement needs a similarity of [`align::AGREEMENT`], or a typed agreement (a figure, a date, a quotation) and
//!    half of that.
//! 4. Otherwise the two are related if they are close enough to be shown together, else unrelated.

use crate::align;
use crate::model::{Alignment, Finding, Kind, Relation, Strength, Verdict};

/// Similarity from which two statements without findings are shown as related.
const RELATED: f32 = 0.3;

/// The verdict that follows from the findings on one alignment.
pub fn combine(alignment: &Alignment, findings: Vec<Finding>) -> Verdict {
    let strongest = |relation| findings.iter().filter(|f| f.relation == relation).map(|f| f.strength).min();
    let typed = findings.iter().any(|f| f.relation == Relation::Agreement && f.kind != Kind::Wording);
    let worded = alignment.similarity >= align::AGREEMENT;
    let (relation, strength) = match strongest(Relation::Contradiction) {
        Some(strength) => (Relation::Contradiction, strength),
        None if worded || (typed && alignment.similarity >= align::AGREEMENT / 2.0) => {
            let clear = strongest(Relation::Agreement) == Some(Strength::Clear);
            (Relation::Agreement, if clear { Strength::Clear } else { Strength::Possible })
        }
        None if !findings.is_empty() || alignment.similarity >= RELATED => (Relation::Related, Strength::Possible),
        None => (Relation::Unrelated, Strength::Possible),
    };
    let mut findings = findings;
    findings.sort_by_key(|f| (f.relation != relation, f.strength));
    if relation != Relation::Related {
        findings.retain(|f| f.relation == relation);
    }
    Verdict { relation, strength, confidence: confidence(relation, strength, alignment.similarity), findings }
}

/// Share of verdicts of a kind that proved right on the development stories; see the README's table.
fn confidence(relation: Relation, strength: Strength, similarity: f32) -> f32 {
    match (relation, strength) {
        (Relation::Contradiction, Strength::Clear) => 0.75,
        (Relation::Contradiction, Strength::Possible) => 0.4,
        _ => similarity,
    }
}
