//! Findings to a verdict: a pure function.

use crate::model::{Alignment, Finding, Relation, Strength, Verdict};

/// The verdict that follows from the findings on one alignment.
pub fn combine(alignment: &Alignment, findings: Vec<Finding>) -> Verdict {
    let relation = findings.iter().map(|f| f.relation).min().unwrap_or(Relation::Agreement);
    Verdict { relation, strength: Strength::Possible, confidence: alignment.similarity, findings }
}
