//! Place: the same event in two places, neither of which holds the other.

use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::Checker;
use crate::model::{Finding, Kind, PlaceMention, PlaceRelation, PlaceUsage, Span};

/// How many words an event may stand from its place.
const REACH: usize = 8;

/// Similarity from which any shared event will do, not only one that is held in one place.
const CLOSE: f32 = 0.6;

/// Events that are held in one place: two places for one of them conflict. Concept labels.
const HELD: &[&str] =
    &["talks", "meet", "summit", "ceremony", "trial", "match", "funeral", "wedding", "conference", "born"];

/// See the module.
pub(super) struct Place;

impl Checker for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in located(sides.left) {
            for right in located(sides.right) {
                if left.relation(right) != PlaceRelation::Apart {
                    continue;
                }
                let settled = located(sides.left).any(|p| p.relation(right) != PlaceRelation::Apart)
                    || located(sides.right).any(|p| p.relation(left) != PlaceRelation::Apart);
                if settled || occasion::differs(sides, left.span, right.span) {
                    continue;
                }
                if let Some((event, _)) = shared_event(sides, left.span, right.span) {
                    let because = format!(
                        "{}: in {} ({}) or in {} ({})",
                        capitalised(event.span.of(sides.left.text)),
                        sides.l(left.span),
                        sides.a(),
                        sides.r(right.span),
                        sides.b()
                    );
                    out.push(sides.contradiction(self.name(), Kind::Place, left.span, right.span, because));
                    return;
                }
            }
        }
    }
}

fn located<'a>(frame: &'a Frame<'_>) -> impl Iterator<Item = &'a PlaceMention> {
    frame.statement.mentions.places.iter().filter(|p| p.usage == PlaceUsage::Location && !frame.is_unreal(p.span))
}

/// The event that both places are the place of: a shared term near both.
fn shared_event<'a>(sides: &Sides<'a>, left: Span, right: Span) -> Option<(&'a Term, &'a Term)> {
    let shared = sides.shared(near(sides.left, left), near(sides.right, right));
    let held = |t: &Term| HELD.iter().any(|label| t.is(label));
    shared
        .meetings
        .into_iter()
        .map(|(a, b, _)| (a, b))
        .filter(|(a, b)| (held(a) && held(b)) || sides.similarity >= CLOSE)
        .min_by_key(|(a, b)| a.span.start.abs_diff(left.start) + b.span.start.abs_diff(right.start))
}

fn near<'a>(frame: &'a Frame<'_>, place: Span) -> impl Iterator<Item = &'a Term> {
    let at = frame.term_at(place.start).unwrap_or(0);
    frame
        .terms
        .iter()
        .enumerate()
        .filter(move |(i, t)| i.abs_diff(at) <= REACH && !t.stop && !t.span.overlaps(place))
        .map(|(_, t)| t)
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
