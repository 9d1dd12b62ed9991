//! Findings to a verdict: a pure function of the findings and the similarity.
//!
//! 1. A clear contradiction decides.
//! 2. So does a possible one.
//! 3. What explains a difference (an update, a hedge, a dispute that is reported) makes the two related, unless a typed
//!    agreement (a figure, a date, a quotation) stands beside it.
//! 4. An agreement needs a similarity of [`align::AGREEMENT`], or a typed agreement and half of that.
//! 5. Otherwise the two are related if they are close enough to be shown together, else unrelated.
//!
//! Findings that explain a difference stay with whatever is decided but a contradiction.

use crate::align;
use crate::model::{Alignment, Finding, Kind, Relation, Strength, Verdict};

/// Similarity from which two statements without findings are shown as related.
const RELATED: f32 = 0.3;

/// The verdict that follows from the findings on one alignment.
pub fn combine(alignment: &Alignment, findings: Vec<Finding>) -> Verdict {
    let strongest = |relation| findings.iter().filter(|f| f.relation == relation).map(|f| f.strength).min();
    let typed = findings.iter().any(|f| f.relation == Relation::Agreement && f.kind != Kind::Wording);
    let explained = strongest(Relation::Related) == Some(Strength::Clear);
    let worded = alignment.similarity >= align::AGREEMENT && (typed || !explained);
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
    match relation {
        Relation::Contradiction => findings.retain(|f| f.relation == relation),
        Relation::Agreement => findings.retain(|f| matches!(f.relation, Relation::Agreement | Relation::Related)),
        Relation::Related | Relation::Unrelated => {}
    }
    Verdict { relation, strength, confidence: confidence(relation, strength), findings }
}

/// Share of verdicts like this one that proved right on fourteen development stories, rounded down: 31 of 32 clear and
/// 11 of 11 possible contradictions, 113 of 142 clear and 21 of 47 possible agreements. Contradictions were tuned on
/// most of these stories, so their share is taken lower than it was.
fn confidence(relation: Relation, strength: Strength) -> f32 {
    match (relation, strength) {
        (Relation::Contradiction, Strength::Clear) => 0.9,
        (Relation::Contradiction, Strength::Possible) => 0.7,
        (Relation::Agreement, Strength::Clear) => 0.75,
        (Relation::Agreement, Strength::Possible) | (Relation::Related | Relation::Unrelated, _) => 0.4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Directions, SourceId, Span, StatementId, StatementRef};

    fn alignment(similarity: f32) -> Alignment {
        let at = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
        Alignment { left: at(0), right: at(1), similarity, cosine: None, entailment: Directions::default() }
    }

    fn finding(relation: Relation, kind: Kind, strength: Strength) -> Finding {
        let span = Span::new(0, 1);
        Finding { checker: "test".into(), relation, kind, strength, left: span, right: span, because: String::new() }
    }

    #[test]
    fn a_contradiction_decides_over_an_agreement() {
        let findings = vec![
            finding(Relation::Agreement, Kind::Wording, Strength::Clear),
            finding(Relation::Contradiction, Kind::Date, Strength::Possible),
        ];
        let verdict = combine(&alignment(0.99), findings);
        assert_eq!((verdict.relation, verdict.strength), (Relation::Contradiction, Strength::Possible));
        assert!(verdict.findings.iter().all(|f| f.relation == Relation::Contradiction), "only what decides is shown");
    }

    #[test]
    fn without_findings_only_similarity_speaks() {
        assert_eq!(combine(&alignment(align::AGREEMENT), Vec::new()).relation, Relation::Agreement);
        assert_eq!(combine(&alignment(RELATED), Vec::new()).relation, Relation::Related);
        assert_eq!(combine(&alignment(0.0), Vec::new()).relation, Relation::Unrelated);
    }

    #[test]
    fn what_explains_a_difference_outweighs_alike_words_but_no_shared_figure() {
        let update = || finding(Relation::Related, Kind::Update, Strength::Clear);
        let worded = || finding(Relation::Agreement, Kind::Wording, Strength::Clear);
        let figure = || finding(Relation::Agreement, Kind::Number, Strength::Clear);
        let verdict = combine(&alignment(0.99), vec![worded(), update()]);
        assert_eq!((verdict.relation, verdict.findings[0].kind), (Relation::Related, Kind::Update));
        let verdict = combine(&alignment(0.99), vec![update(), figure()]);
        assert_eq!((verdict.relation, verdict.findings.len()), (Relation::Agreement, 2), "both are shown");
        assert_eq!(verdict.findings[0].kind, Kind::Number, "what decides comes first");
        assert_eq!(combine(&alignment(0.01), vec![update()]).relation, Relation::Related);
    }

    #[test]
    fn a_shared_figure_makes_an_agreement_of_half_the_similarity() {
        let figure = || vec![finding(Relation::Agreement, Kind::Number, Strength::Clear)];
        assert_eq!(combine(&alignment(align::AGREEMENT / 2.0), figure()).relation, Relation::Agreement);
        assert_eq!(combine(&alignment(0.01), figure()).relation, Relation::Related);
    }
}
