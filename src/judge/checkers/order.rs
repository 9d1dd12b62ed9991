//! Order: of the same two events, each side puts another one first.

use super::super::frame::{Frame, Term};
use super::super::opposition;
use super::super::sides::Sides;
use super::Checker;
use crate::model::{Finding, Kind, Span};

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.3;

/// What the words of one event must tell for the two sides to speak of it.
const SAME_PART: f32 = 0.45;

/// See the module.
pub(super) struct Order;

impl Checker for Order {
    fn name(&self) -> &'static str {
        "order"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if sides.nearness() < SAME_EVENT || opposition::anywhere(sides) {
            return;
        }
        let (Some(left), Some(right)) = (sequence(sides.left), sequence(sides.right)) else { return };
        let meets = |a: &[&'_ Term], b: &[&'_ Term]| {
            let met = |x: &&&Term| b.iter().find(|y| x.meets(y)).map(|y| sides.weights.of_meeting(x, y));
            a.iter().filter_map(|x| met(&x)).sum::<f32>() >= SAME_PART
        };
        let swapped = meets(&left.first, &right.second) && meets(&left.second, &right.first);
        let straight = meets(&left.first, &right.first) && meets(&left.second, &right.second);
        if swapped && !straight {
            let because = format!(
                "What came first: “{}” ({}) or “{}” ({})",
                sides.l(left.span),
                sides.a(),
                sides.r(right.span),
                sides.b()
            );
            out.push(sides.contradiction(self.name(), Kind::Order, left.span, right.span, because));
        }
    }
}

/// Two events and which came first.
struct Sequence<'a> {
    first: Vec<&'a Term>,
    second: Vec<&'a Term>,
    span: Span,
}

/// Words that put what is before them first, and those that put it second.
const BEFORE: &[&str] = &["before", "until"];
const AFTER: &[&str] = &["after", "once", "following"];

fn sequence<'a>(frame: &'a Frame<'_>) -> Option<Sequence<'a>> {
    let (at, before) = frame.terms.iter().enumerate().find_map(|(i, t)| {
        let by_time = t.folded == "by" && frame.terms[i + 1..].iter().take(2).any(|t| t.folded == "time");
        let after = by_time || AFTER.contains(&t.folded.as_str());
        (after || BEFORE.contains(&t.folded.as_str())).then_some((i, !after))
    })?;
    let cue = &frame.terms[at];
    if frame.is_unreal(cue.span) {
        return None;
    }
    let head: Vec<&Term> = frame.content().filter(|t| t.span.end <= cue.span.start).collect();
    let tail: Vec<&Term> = frame.content().filter(|t| t.span.start >= cue.span.end).collect();
    let (first, second) = if before { (head, tail) } else { (tail, head) };
    let end = frame.terms.get(at + 4).or(frame.terms.last()).map_or(cue.span.end, |t| t.span.end);
    (!first.is_empty() && !second.is_empty()).then_some(Sequence {
        first,
        second,
        span: Span::new(cue.span.start, end),
    })
}
