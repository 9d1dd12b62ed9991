//! Findings and probabilities to a verdict: a pure function.
//!
//! 1. A clear contradiction that a checker found stays clear if the whole pair does not speak against it; else it is
//!    possible.
//! 2. A possible one that a checker found is possible.
//! 3. What the model alone calls a contradiction is possible at most: it needs a probability of [`SUSPECTED`], and words
//!    on both sides that carry it. Where a checker knows why the two differ and can both be so (an update, a hedge, a
//!    dispute), the model is not heard.
//! 4. An agreement needs a probability of [`AGREEMENT`].
//! 5. Otherwise the two are related if they are close enough to be shown together, else unrelated.
//!
//! All thresholds were chosen on the development stories, each weighed with weights fitted on the others.

use super::weighing::Odds;
use crate::model::{Alignment, Finding, Kind, Relation, Strength, Verdict};

/// Probability from which a contradiction that only the model sees is possible.
pub(super) const SUSPECTED: f32 = 0.5;

/// Probability below which a contradiction that a checker calls clear is possible only.
const DOUBTED: f32 = 0.5;

/// Probability from which two statements agree.
const AGREEMENT: f32 = 0.45;

/// Probability from which they do so clearly.
const CLEAR_AGREEMENT: f32 = 0.7;

/// Similarity from which two statements without findings are shown as related.
const RELATED: f32 = 0.3;

/// The verdict that follows from the findings on one alignment and what all that is known of it adds up to.
pub fn combine(alignment: &Alignment, findings: Vec<Finding>, odds: Odds) -> Verdict {
    let by_model = |f: &Finding| f.checker == super::meaning::CHECKER;
    let contradictions = || findings.iter().filter(|f| f.relation == Relation::Contradiction);
    let found = contradictions().filter(|f| !by_model(f)).map(|f| f.strength).min();
    let explained = findings.iter().any(|f| f.relation == Relation::Related);
    let suspected = contradictions().any(by_model) && odds.contradiction >= SUSPECTED && !explained;
    let sure = |probability, from| if probability >= from { Strength::Clear } else { Strength::Possible };
    let (relation, strength, confidence) = match found {
        Some(Strength::Clear) => (Relation::Contradiction, sure(odds.contradiction, DOUBTED), odds.contradiction),
        Some(Strength::Possible) => (Relation::Contradiction, Strength::Possible, odds.contradiction),
        None if suspected => (Relation::Contradiction, Strength::Possible, odds.contradiction),
        None if odds.agreement >= AGREEMENT => {
            (Relation::Agreement, sure(odds.agreement, CLEAR_AGREEMENT), odds.agreement)
        }
        None => {
            let neither = 1.0 - odds.agreement - odds.contradiction;
            let shown = alignment.similarity >= RELATED || findings.iter().any(|f| !by_model(f) && f.kind != Kind::Wording);
            (if shown { Relation::Related } else { Relation::Unrelated }, Strength::Possible, neither)
        }
    };
    let mut findings = findings;
    findings.sort_by_key(|f| (f.relation != relation, f.strength));
    if relation == Relation::Related {
        findings.retain(|f| !by_model(f));
    } else {
        findings.retain(|f| f.relation == relation);
    }
    Verdict { relation, strength, confidence, findings }
}
