//! Place: the same event in two places, neither of which holds the other.

use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::super::venue;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, Kind, PlaceMention, PlaceRelation, Span, TimeKind, TimePrecision};
use crate::text::fold;

/// Similarity from which any shared event will do, not only one that is held in one place.
const CLOSE: f32 = 0.6;

/// Nearness from which "they meet" and "the meeting" may be one event.
const SAME_EVENT: f32 = 0.3;

/// Words for people coming together, whatever part of speech. Concept labels.
const MEETINGS: &[&str] = &["talks", "meet", "summit"];

/// See the module.
pub(super) struct Place;

impl Checker for Place {
    fn id(&self) -> CheckerId {
        CheckerId::Place
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if let Some(found) = self.routes(sides) {
            out.push(found);
            return;
        }
        // People who come from somewhere may have come from several places.
        for left in venue::located(sides.left).filter(|p| !venue::origin(sides.left, p)) {
            for right in venue::located(sides.right).filter(|p| !venue::origin(sides.right, p)) {
                if left.relation(right) != PlaceRelation::Apart || one_name(sides, left, right) {
                    continue;
                }
                let settled = venue::located(sides.left).any(|p| p.relation(right) != PlaceRelation::Apart)
                    || venue::located(sides.right).any(|p| p.relation(left) != PlaceRelation::Apart);
                if settled || occasion::differs(sides, left.span, right.span) {
                    continue;
                }
                if let Some((event, _)) = shared_event(sides, left, right) {
                    let (a, b) = (venue::phrase(sides.left, left), venue::phrase(sides.right, right));
                    let what = named(event, sides.l(event.span));
                    out.push(self.apart(sides, what, (a, b), (left.span, right.span)));
                    return;
                }
            }
        }
    }
}

impl Place {
    /// One journey from two places, or to two: "from Split to Vis", "from Rijeka to Vis".
    fn routes(&self, sides: &Sides<'_>) -> Option<Finding> {
        if sides.nearness() < SAME_EVENT || occasion::named_apart(sides) {
            return None;
        }
        let (a, b) = (venue::route(sides.left)?, venue::route(sides.right)?);
        let words = |span: Span, frame: &Frame<'_>| fold(span.of(frame.text));
        let ends = [(a.from, b.from, a.to, b.to), (a.to, b.to, a.from, b.from)];
        ends.into_iter().find_map(|(x, y, same_x, same_y)| {
            let place = |frame: &Frame<'_>, span: Span| {
                frame.statement.mentions.places.iter().find(|p| p.span.overlaps(span)).cloned()
            };
            let apart = place(sides.left, x)?.relation(&place(sides.right, y)?) == PlaceRelation::Apart;
            let other = occasion::differs(sides, x, y);
            (apart && !other && words(same_x, sides.left) == words(same_y, sides.right)).then(|| {
                let journeys = (a.from.union(a.to), b.from.union(b.to));
                self.apart(sides, "the journey".to_owned(), journeys, (x, y))
            })
        })
    }

    /// The names of the places decide, and are told with the words around them.
    fn apart(&self, sides: &Sides<'_>, what: String, told: (Span, Span), decide: (Span, Span)) -> Finding {
        let detail = Detail::Differ {
            what: Some(what),
            left: Some(sides.l(told.0).to_owned()),
            right: Some(sides.r(told.1).to_owned()),
        };
        sides.contradiction(self.id(), Kind::Place, decide, detail)
    }
}

/// Whether two places have one name, and not both say which of that name they are: "Ashford" / "Ashford, Kent".
fn one_name(sides: &Sides<'_>, left: &PlaceMention, right: &PlaceMention) -> bool {
    let parts = |words: &str| words.split(',').map(|part| fold(part.trim())).collect::<Vec<_>>();
    let (a, b) = (parts(sides.l(left.span)), parts(sides.r(right.span)));
    a[0] == b[0] && a.iter().zip(&b).all(|(x, y)| x == y)
}

/// The event that both places are the place of.
fn shared_event<'a>(sides: &Sides<'a>, left: &PlaceMention, right: &PlaceMention) -> Option<(&'a Term, &'a Term)> {
    let held = |t: &Term| venue::HELD.iter().any(|label| t.is(label));
    let meeting = |t: &Term| MEETINGS.iter().any(|label| t.is(label));
    let rights = venue::events(sides.right, right);
    let lefts = venue::events(sides.left, left).into_iter();
    let one = |a: &Term, b: &Term| a.meets(b) || (meeting(a) && meeting(b) && sides.nearness() >= SAME_EVENT);
    let mut meetings = lefts.filter_map(|a| rights.iter().find(|b| one(a, b)).map(|b| (a, *b)));
    let timed = same_time(sides, left, right) && sides.nearness() >= SAME_EVENT;
    meetings
        .find(|(a, b)| held(a) || sides.similarity >= CLOSE || (timed && deed(sides.left, a) && deed(sides.right, b)))
}

/// Whether a word is a deed: its form is not that of a dictionary.
fn deed(frame: &Frame<'_>, term: &Term) -> bool {
    let place = frame.statement.mentions.places.iter().any(|p| p.span.overlaps(term.span));
    term.folded != term.lemma && !term.folded.ends_with('s') && !place
}

/// Whether both clauses give one day for what they tell: one deed at one time is done in one place.
fn same_time(sides: &Sides<'_>, left: &PlaceMention, right: &PlaceMention) -> bool {
    let days = |frame: &Frame<'_>, place: &PlaceMention| {
        let clause = frame.clause_span(place.span.start);
        let times = frame.statement.mentions.times.iter().filter(|t| t.kind == TimeKind::At && clause.overlaps(t.span));
        let days = times.filter_map(|t| t.value).filter(|v| v.precision == TimePrecision::Day);
        days.collect::<Vec<_>>()
    };
    let (a, b) = (days(sides.left, left), days(sides.right, right));
    a.iter().any(|x| b.contains(x))
}

/// What is asked of an event: "the talks", or of a deed: "where they meet".
fn named(event: &Term, word: &str) -> String {
    if event.is("meet") && !event.is("talks") {
        return "where they meet".to_owned();
    }
    if venue::HELD.iter().any(|label| event.is(label)) {
        return format!("the {}", word.to_lowercase());
    }
    format!("where (“{word}”)")
}
