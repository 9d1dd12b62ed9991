//! Hedge: one side leaves open what the other asserts ("may close" / "will close", "the alleged attack" / "the attack").
//!
//! No conflict: the two are related, unless a slot conflicts as well, which its own checker finds.

use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, End, HedgeKind, Kind, Relation, Span};

/// How near the two must be.
const NEAR: f32 = 0.4;

/// What must be shared around the deed that only one side leaves open.
const SAME_DEED: f32 = 0.9;

/// How many words may stand between a hedge and what it leaves open.
const REACH: usize = 2;

/// Hedges that only reckon a figure, or that ask: what they stand before is not left open.
const RECKONING: &[&str] = &["estimated to", "whether", "unclear", "uncertain", "likely", "predicted", "predicts"];

/// See the module.
pub(super) struct Hedge;

impl Checker for Hedge {
    fn id(&self) -> CheckerId {
        CheckerId::Hedge
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if sides.nearness() < NEAR {
            return;
        }
        let shared = sides.shared(sides.left.content(), sides.right.content());
        for (left, right, _) in &shared.meetings {
            let (open_left, open_right) = (governed(sides.left, left), governed(sides.right, right));
            let (hedged, plain) = match (open_left, open_right) {
                (Some(hedge), None) if asserts(sides.right, right) => (left.span.union(hedge), right.span),
                (None, Some(hedge)) if asserts(sides.left, left) => (right.span.union(hedge), left.span),
                _ => continue,
            };
            let rest = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
            if rest.weight < SAME_DEED || rest.meetings.len() < 2 || occasion::differs(sides, left.span, right.span) {
                continue;
            }
            let in_left = open_left.is_some();
            let (a, b) = if in_left { (hedged, plain) } else { (plain, hedged) };
            let by = if in_left { End::Left } else { End::Right };
            let (what, detail) = ((self.id(), Kind::Hedge), Detail::LeavesOpen { by });
            out.push(Finding::new(Relation::Related, what, (a, b), detail));
            return;
        }
    }
}

/// The hedge directly before a word, or the adverb in its clause.
fn governed(frame: &Frame<'_>, term: &Term) -> Option<Span> {
    let clause = frame.clause_span(term.span.start);
    let hedges = frame.statement.mentions.hedges.iter();
    let mut open = hedges.filter(|h| matches!(h.kind, HedgeKind::Possible | HedgeKind::Reported));
    open.find(|h| {
        let words = h.span.of(frame.text).to_lowercase();
        let between = frame.terms.iter().filter(|t| t.span.start >= h.span.end && t.span.end <= term.span.start);
        let before = h.span.end <= term.span.start && clause.overlaps(h.span) && between.count() <= REACH;
        // Only a deed can be left open by an adverb that stands elsewhere in its clause.
        let adverb = words.ends_with("ly") && clause.overlaps(h.span) && term.folded != term.lemma;
        (before || adverb) && !RECKONING.contains(&words.as_str())
    })
    .map(|h| h.span)
}

/// Whether a word is asserted: nothing in its clause leaves it open, wishes or denies it, and nobody is quoted.
fn asserts(frame: &Frame<'_>, term: &Term) -> bool {
    let quoted = frame.statement.mentions.quotations.iter().any(|q| q.span.contains(term.span));
    !frame.is_open(term.span) && !frame.is_unreal(term.span) && frame.negation_of(term.span).is_none() && !quoted
}
