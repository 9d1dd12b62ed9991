//! Findings and odds to a verdict: a pure function.
//!
//! 1. The model convicts: a contradiction is told where its odds reach [`POSSIBLE`], and clear where they reach [`CLEAR`].
//! 2. A checker convicts alone only where the wording is nearly equal and one value of [`VALUES`] is exchanged.
//!    Where one of them is exchanged in other wording, and the model sees a contradiction rather than agreement, though too
//!    little of it to convict alone, the contradiction is told as possible.
//! 3. What explains a difference (an update, a hedge, a dispute, a rounding, another occasion) vetoes what the model says,
//!    unless a checker names words that contradict each other all the same: then the two are related, and the explanation
//!    is shown.
//! 4. An agreement needs odds of [`AGREEMENT`]. Without the model's word only equal wording agrees.
//! 5. Otherwise the two are related if they are close enough to be shown together, else unrelated.
//!
//! What the thresholds keep is told in [`calibration`](super::calibration).

use super::calibration::Odds;
use super::finding::Finding;
use crate::model::{Alignment, CheckerId, Kind, Relation, Strength, Verdict};

/// Odds from which a contradiction is told.
pub(super) const POSSIBLE: f32 = 0.5;

/// Odds from which a contradiction is clear. Meant to be right eight times in ten; 35 of 43 were on the development stories.
const CLEAR: f32 = 0.8;

/// Odds from which two statements agree.
const AGREEMENT: f32 = 0.5;

/// Odds from which they do so clearly.
const CLEAR_AGREEMENT: f32 = 0.8;

/// Similarity from which two statements of which nothing else is known are shown as related.
const RELATED: f32 = 0.3;

/// Checkers of values, whose exchange in nearly equal wording is a contradiction. On 168 pairs of real reports of one event
/// they found none in such wording; on the project's own stories, all 3 they found were ones. Those of quotations were wrong
/// four times of four on the same real reports, which write "F.B.I." or leave out a comma.
const VALUES: [CheckerId; 4] = [CheckerId::Place, CheckerId::Date, CheckerId::Duration, CheckerId::Number];

/// Probability of a contradiction, by the model's own word, from which an exchanged value is told. 5 of 6 pairs of the
/// development stories, of 56 triplets of real news and of five articles that are so were contradictions; the sixth was an
/// update.
const LEANING: f32 = 0.3;

/// Confidence in a contradiction that checker and model see together. Set, not measured: six pairs tell little.
const TOGETHER: f32 = 0.6;

/// What a checker that convicts alone is asked to keep. Set, not measured: too few pairs are worded so.
const EXCHANGED: f32 = 0.95;

/// Confidence in equal wording: set, not measured.
const EQUAL: f32 = 0.99;

/// How nearly the words of two statements are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Word for word.
    Equal,
    /// But for a few words.
    NearlyEqual,
    /// In other words.
    Other,
}

/// The verdict that follows from the findings on one alignment, from the odds if the model was asked, and from how nearly
/// equal the wording is.
pub fn combine(alignment: &Alignment, mut findings: Vec<Finding>, odds: Option<Odds>, wording: Wording) -> Verdict {
    // A typed finding shows that the two speak of one thing; shared words alone do not.
    let typed = |f: &Finding| f.argues != Relation::Contradiction && f.reason.kind != Kind::Wording;
    let explained = findings.iter().any(|f| f.argues == Relation::Related && f.strength == Strength::Clear);
    let by_checker = |f: &&Finding| f.argues == Relation::Contradiction && f.reason.checker != CheckerId::Relation;
    let opposed = findings.iter().filter(by_checker).map(|f| f.strength).min();
    let by_value = || findings.iter().filter(by_checker).filter(|f| VALUES.contains(&f.reason.checker));
    let exchanged = wording == Wording::NearlyEqual && by_value().next().is_some();
    let leans = alignment.answers.scores().is_some_and(|s| s.contradict >= LEANING.max(s.agree));
    let together = leans && by_value().any(|f| f.strength == Strength::Clear);
    let odds = match (odds, wording) {
        (_, Wording::Equal) => Odds { agreement: EQUAL, contradiction: 0.0 },
        (odds, _) => odds.unwrap_or(Odds { agreement: 0.0, contradiction: 0.0 }),
    };
    let contradiction = match (exchanged, together) {
        (true, _) => EXCHANGED,
        (false, true) => odds.contradiction.max(TOGETHER),
        (false, false) => odds.contradiction,
    };
    let (relation, strength, confidence) = if contradiction >= POSSIBLE && contradiction >= odds.agreement {
        // A clause that is hedged leaves a conflict possible, however sure the model is.
        let hedged = opposed == Some(Strength::Possible);
        let sure = contradiction >= CLEAR && !hedged;
        match explained && opposed.is_none() {
            true => (Relation::Related, Strength::Possible, 1.0 - contradiction),
            false => (Relation::Contradiction, strength_of(sure), contradiction),
        }
    } else if odds.agreement >= AGREEMENT {
        (Relation::Agreement, strength_of(odds.agreement >= CLEAR_AGREEMENT), odds.agreement)
    } else {
        let related = alignment.similarity >= RELATED || findings.iter().any(typed);
        let relation = if related { Relation::Related } else { Relation::Unrelated };
        (relation, Strength::Possible, 1.0 - odds.agreement - odds.contradiction)
    };
    findings.retain(|f| match relation {
        Relation::Contradiction => f.argues == relation,
        Relation::Agreement => f.argues != Relation::Contradiction,
        Relation::Related | Relation::Unrelated => typed(f),
    });
    findings.sort_by_key(|f| (f.argues != relation, f.strength));
    let reasons = findings.into_iter().map(|finding| finding.reason).collect();
    Verdict { relation, strength, confidence, reasons }
}

fn strength_of(sure: bool) -> Strength {
    if sure { Strength::Clear } else { Strength::Possible }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Answers, Detail, RelationScores, SourceId, Span, StatementId, StatementRef};

    const UNKNOWN: Option<Odds> = Some(Odds { agreement: 0.3, contradiction: 0.2 });
    const ALIKE: Option<Odds> = Some(Odds { agreement: 0.9, contradiction: 0.05 });
    const OPPOSED: Option<Odds> = Some(Odds { agreement: 0.05, contradiction: 0.9 });

    fn alignment(similarity: f32) -> Alignment {
        let at = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
        Alignment::new(at(0), at(1), similarity)
    }

    fn finding(argues: Relation, kind: Kind, strength: Strength) -> Finding {
        let span = Span::new(0, 1);
        let finding = Finding::new(argues, (CheckerId::Place, kind), (span, span), Detail::RuleOut);
        Finding { strength, ..finding }
    }

    fn opposed(strength: Strength) -> Finding {
        finding(Relation::Contradiction, Kind::Number, strength)
    }

    fn of(findings: Vec<Finding>, odds: Option<Odds>, wording: Wording) -> (Relation, Strength) {
        let verdict = combine(&alignment(0.9), findings, odds, wording);
        (verdict.relation, verdict.strength)
    }

    #[test]
    fn the_model_convicts_and_checkers_do_not() {
        let other = Wording::Other;
        assert_eq!(of(Vec::new(), OPPOSED, other), (Relation::Contradiction, Strength::Clear));
        let found = || vec![opposed(Strength::Clear)];
        assert_eq!(of(found(), OPPOSED, other), (Relation::Contradiction, Strength::Clear));
        assert_eq!(of(found(), UNKNOWN, other).0, Relation::Related);
        assert_eq!(of(found(), None, other).0, Relation::Related);
        let hedged = vec![opposed(Strength::Possible)];
        assert_eq!(
            of(hedged, OPPOSED, other),
            (Relation::Contradiction, Strength::Possible),
            "one side leaves it open"
        );
    }

    #[test]
    fn nearly_equal_wording_convicts_where_a_value_is_exchanged() {
        let found = || vec![opposed(Strength::Clear)];
        for odds in [None, UNKNOWN, ALIKE] {
            assert_eq!(of(found(), odds, Wording::NearlyEqual).0, Relation::Contradiction, "{odds:?}");
        }
        assert_ne!(of(Vec::new(), None, Wording::NearlyEqual).0, Relation::Contradiction, "nothing is exchanged");
        assert_eq!(of(found(), OPPOSED, Wording::Equal).0, Relation::Agreement, "the same words twice");
        let quoted = Finding::new(
            Relation::Contradiction,
            (CheckerId::Quotation, Kind::Quotation),
            (Span::new(0, 1), Span::new(0, 1)),
            Detail::RuleOut,
        );
        assert_eq!(of(vec![quoted], ALIKE, Wording::NearlyEqual).0, Relation::Agreement, "a quotation is no value");
    }

    #[test]
    fn an_exchanged_value_and_a_model_that_leans_to_it_convict_together() {
        let of = |contradict: f32, agree: f32, checker: CheckerId| {
            let scores = RelationScores { agree, neither: 1.0 - agree - contradict, contradict };
            let answers = Answers { ab: Some(scores), ..Answers::default() };
            let span = Span::new(0, 1);
            let finding = Finding::new(Relation::Contradiction, (checker, Kind::Place), (span, span), Detail::RuleOut);
            let verdict = combine(&Alignment { answers, ..alignment(0.9) }, vec![finding], UNKNOWN, Wording::Other);
            (verdict.relation, verdict.strength)
        };
        let told = (Relation::Contradiction, Strength::Possible);
        assert_eq!(of(0.4, 0.3, CheckerId::Place), told);
        assert_ne!(of(0.2, 0.1, CheckerId::Place), told, "the model hardly sees it");
        assert_ne!(of(0.4, 0.5, CheckerId::Place), told, "the model sees agreement rather");
        assert_ne!(of(0.4, 0.3, CheckerId::Negation), told, "no value");
    }

    #[test]
    fn what_explains_a_difference_vetoes() {
        let update = || finding(Relation::Related, Kind::Update, Strength::Clear);
        let verdict = combine(&alignment(0.9), vec![update()], OPPOSED, Wording::Other);
        assert_eq!(verdict.relation, Relation::Related);
        assert!(verdict.reasons.iter().all(|r| r.kind == Kind::Update), "the explanation is shown, and nothing else");
        let hedged = vec![opposed(Strength::Possible), update()];
        assert_eq!(
            of(hedged, OPPOSED, Wording::Other),
            (Relation::Contradiction, Strength::Possible),
            "two differences"
        );
        let verdict = combine(&alignment(0.9), vec![update()], ALIKE, Wording::Other);
        assert_eq!((verdict.relation, verdict.reasons.len()), (Relation::Agreement, 1), "agreement needs no veto");
    }

    #[test]
    fn agreement_is_never_the_default() {
        let other = Wording::Other;
        assert_eq!(of(Vec::new(), ALIKE, other), (Relation::Agreement, Strength::Clear));
        assert_eq!(of(Vec::new(), UNKNOWN, other).0, Relation::Related);
        assert_eq!(of(Vec::new(), None, Wording::NearlyEqual).0, Relation::Related);
        assert_eq!(combine(&alignment(0.0), Vec::new(), UNKNOWN, other).relation, Relation::Unrelated);
        let date = finding(Relation::Agreement, Kind::Date, Strength::Clear);
        assert_eq!(combine(&alignment(0.0), vec![date], None, other).relation, Relation::Related, "a date in common");
    }
}
