//! Status: one report says that something was done, the other that it is still to be done.
//!
//! A plan reported first and its fulfilment reported later do not conflict; the other way round they do. On one day, or
//! where a date is assumed, the conflict is possible.

use super::super::dates;
use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, End, HedgeKind, Kind, PublicationDate, Span, Strength};

/// What the two clauses must share beside the deed.
const SAME_DEED: f32 = 0.9;

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.4;

/// See the module.
pub(in crate::judge) struct Status;

impl Checker for Status {
    fn id(&self) -> CheckerId {
        CheckerId::Status
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if sides.nearness() < SAME_EVENT {
            return;
        }
        let shared = sides.shared(sides.left.content(), sides.right.content());
        for (left, right, _) in &shared.meetings {
            let (done_left, done_right) = (done(sides.left, left), done(sides.right, right));
            let (planned_left, planned_right) = (planned(sides.left, left), planned(sides.right, right));
            if !(done_left && planned_right || planned_left && done_right) {
                continue;
            }
            let rest = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
            if rest.weight < SAME_DEED || occasion::differs(sides, left.span, right.span) {
                continue;
            }
            let (at, of) = if done_left { (left, sides.left) } else { (right, sides.right) };
            if one_of_many(of, at) || years_apart(sides) {
                continue;
            }
            let dates = sides.left_published.zip(sides.right_published);
            let Some(strength) = strength(dates, done_left) else { continue };
            let detail = Detail::PlannedOnly { by: if done_left { End::Right } else { End::Left } };
            let mut finding = sides.contradiction(self.id(), Kind::Outcome, (left.span, right.span), detail);
            finding.strength = finding.strength.max(strength);
            out.push(finding);
            return;
        }
    }
}

/// How surely a deed on one side and a plan on the other conflict; `None` if the plan was reported first.
fn strength(dates: Option<(PublicationDate, PublicationDate)>, done_left: bool) -> Option<Strength> {
    let Some((left, right)) = dates.filter(|(l, r)| !l.is_assumed() && !r.is_assumed()) else {
        return Some(Strength::Possible);
    };
    let (deed, plan) = if done_left { (left.date, right.date) } else { (right.date, left.date) };
    match plan.cmp(&deed) {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal => Some(Strength::Possible),
        std::cmp::Ordering::Greater => Some(Strength::Clear),
    }
}

/// A verb in the past, asserted, with nothing in its clause that makes it a plan.
fn done(frame: &Frame<'_>, term: &Term) -> bool {
    let before = frame.terms.iter().rev().find(|t| t.span.end <= term.span.start);
    let bare = before.is_none_or(|t| !matches!(t.folded.as_str(), "to" | "be" | "by" | "a" | "an" | "the"));
    term.is_past() && bare && frame.negation_of(term.span).is_none() && !hedged(frame, term)
}

/// A verb that a plan governs: the hedge stands directly before it, and nothing denies it.
fn planned(frame: &Frame<'_>, term: &Term) -> bool {
    // What somebody decided would be done may be done by now.
    let past = |span: Span| span.of(frame.text).to_lowercase().starts_with("would");
    let governs = |span: Span| span.end <= term.span.start && term.span.start - span.end <= 4 && !past(span);
    let hedges = &frame.statement.mentions.hedges;
    hedges.iter().any(|h| h.kind == HedgeKind::Planned && governs(h.span)) && frame.negation_of(term.span).is_none()
}

/// Whether a deed is told as one of several: "first hosted", "held it again".
fn one_of_many(frame: &Frame<'_>, deed: &Term) -> bool {
    let Some(at) = frame.terms.iter().position(|t| t.span == deed.span) else { return false };
    let before = at.checked_sub(1).and_then(|i| frame.terms.get(i));
    let marks = |t: &Term| ONE_OF_MANY.contains(&t.folded.as_str());
    before.is_some_and(marks) || frame.terms[at..].iter().any(|t| t.clause == deed.clause && t.folded == "again")
}

/// Words before a deed that say that it was or will be done more than once.
const ONE_OF_MANY: &[&str] =
    &["first", "last", "previously", "once", "twice", "also", "again", "often", "ever", "never"];

/// Whether one side names a year that the other does not: a report names the year of what is long past.
fn years_apart(sides: &Sides<'_>) -> bool {
    let years = |frame: &'_ Frame<'_>| {
        let times = frame.statement.mentions.times.iter();
        times.filter_map(|t| dates::year(t.span.of(frame.text)).map(str::to_owned)).collect::<Vec<_>>()
    };
    years(sides.left) != years(sides.right)
}

fn hedged(frame: &Frame<'_>, term: &Term) -> bool {
    let clause = frame.clause_span(term.span.start);
    frame.statement.mentions.hedges.iter().any(|h| clause.overlaps(h.span))
}
