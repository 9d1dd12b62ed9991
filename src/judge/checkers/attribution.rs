//! Attribution: the same deed put down to two doers.

use std::sync::LazyLock;

use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::lexicon::{self, ConceptId};
use crate::model::{CheckerId, Detail, Kind, Span, Strength};

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.3;

/// What the rest of the clauses must share.
const SAME_DEED: f32 = 1.0;

/// Doers of which one deed has only one: a word of one list against a word of another.
const PARTIES: &[&[&str]] = &[
    &["government", "army", "military", "police", "soldier", "authority", "official"],
    &["rebel", "insurgent", "guerrilla", "militant", "protester", "opposition"],
];

/// Deeds that several do together: naming one of them names no other doer.
const JOINT: &[&str] =
    &["sign", "meet", "negotiate", "talks", "agree", "agreement", "ceasefire", "trade", "compromise"];

/// See the module.
pub(super) struct Attribution;

impl Checker for Attribution {
    fn id(&self) -> CheckerId {
        CheckerId::Attribution
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if sides.nearness() < SAME_EVENT {
            return;
        }
        let shared = sides.shared(sides.left.content(), sides.right.content());
        for (left, right, _) in &shared.meetings {
            if JOINT.iter().any(|label| left.is(label)) {
                continue;
            }
            let (Some(a), Some(b)) = (doer(sides.left, left), doer(sides.right, right)) else { continue };
            let rest = sides.shared(sides.left.around(a.span), sides.right.around(b.span));
            let both = sides.right.content().any(|t| t.meets(a)) && sides.left.content().any(|t| t.meets(b));
            if both
                || !apart(a, b)
                || mixed(sides.left, a, left)
                || mixed(sides.right, b, right)
                || rest.weight < SAME_DEED
                || occasion::differs(sides, left.span, right.span)
            {
                continue;
            }
            let (l, r): (Span, Span) = (a.span.union(left.span), b.span.union(right.span));
            let detail = Detail::Differ { what: Some("who did it".to_owned()), left: None, right: None };
            let mut finding = sides.contradiction(self.id(), Kind::Attribution, (l, r), detail);
            finding.strength = Strength::Possible;
            out.push(finding);
            return;
        }
    }
}

/// The nearest party named before a deed, in its clause.
fn doer<'a>(frame: &'a Frame<'_>, deed: &Term) -> Option<&'a Term> {
    let before = frame.content().filter(|t| t.clause == deed.clause && t.span.end <= deed.span.start);
    before.filter(|t| party(t).is_some()).last()
}

/// The concepts that the words of each list stand for: looked up once, and not for every word of every pair.
static PARTY_CONCEPTS: LazyLock<Vec<Vec<ConceptId>>> = LazyLock::new(|| {
    PARTIES.iter().map(|words| words.iter().filter_map(|word| lexicon::concept(word)).collect()).collect()
});

fn party(term: &Term) -> Option<usize> {
    PARTIES.iter().zip(PARTY_CONCEPTS.iter()).position(|(words, concepts)| {
        words.iter().any(|word| term.is(word)) || concepts.iter().any(|c| term.concepts.contains(c))
    })
}

fn apart(a: &Term, b: &Term) -> bool {
    matches!((party(a), party(b)), (Some(x), Some(y)) if x != y) && !a.meets(b)
}

/// Whether parties of both lists stand before a deed: then its doer cannot be told by position alone.
fn mixed(frame: &Frame<'_>, doer: &Term, deed: &Term) -> bool {
    let mut before = frame.content().filter(|t| t.clause == doer.clause && t.span.end <= deed.span.start);
    before.any(|t| party(t).is_some_and(|p| Some(p) != party(doer)))
}
