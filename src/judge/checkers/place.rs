//! Place: the same event in two places, neither of which holds the other.

use super::super::frame::Term;
use super::super::occasion;
use super::super::sides::Sides;
use super::super::venue;
use super::Checker;
use crate::model::{Finding, Kind, PlaceMention, PlaceRelation};

/// Similarity from which any shared event will do, not only one that is held in one place.
const CLOSE: f32 = 0.6;

/// See the module.
pub(super) struct Place;

impl Checker for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in venue::located(sides.left) {
            for right in venue::located(sides.right) {
                if left.relation(right) != PlaceRelation::Apart {
                    continue;
                }
                let settled = venue::located(sides.left).any(|p| p.relation(right) != PlaceRelation::Apart)
                    || venue::located(sides.right).any(|p| p.relation(left) != PlaceRelation::Apart);
                if settled || occasion::differs(sides, left.span, right.span) {
                    continue;
                }
                if let Some((event, _)) = shared_event(sides, left, right) {
                    let because = format!(
                        "{}: “{}” ({}) or “{}” ({})",
                        named(event, sides.l(event.span)),
                        sides.l(venue::phrase(sides.left, left)),
                        sides.a(),
                        sides.r(venue::phrase(sides.right, right)),
                        sides.b()
                    );
                    out.push(sides.contradiction(self.name(), Kind::Place, left.span, right.span, because));
                    return;
                }
            }
        }
    }
}

/// The event that both places are the place of.
fn shared_event<'a>(sides: &Sides<'a>, left: &PlaceMention, right: &PlaceMention) -> Option<(&'a Term, &'a Term)> {
    let held = |t: &Term| venue::HELD.iter().any(|label| t.is(label));
    let rights = venue::events(sides.right, right);
    let lefts = venue::events(sides.left, left).into_iter();
    let mut meetings = lefts.filter_map(|a| rights.iter().find(|b| a.meets(b)).map(|b| (a, *b)));
    meetings.find(|(a, _)| held(a) || sides.similarity >= CLOSE)
}

/// What is asked of an event: "The talks", or of a deed: "Where they meet".
fn named(event: &Term, word: &str) -> String {
    if event.is("meet") && !event.is("talks") {
        return "Where they meet".to_owned();
    }
    if venue::HELD.iter().any(|label| event.is(label)) {
        return format!("The {}", word.to_lowercase());
    }
    format!("Where (“{word}”)")
}
