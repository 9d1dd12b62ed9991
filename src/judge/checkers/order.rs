//! Order: of the same two events, each side puts another one first.
//!
//! "X after Y" has two events only where each is told of by words of its own: what both parts of a sentence speak of, and
//! names, places, times and figures, say nothing of which event is meant. Both events must be met, in turned order.

use super::super::frame::{Frame, Term};
use super::super::opposition;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::lexicon;
use crate::model::{CheckerId, Detail, Kind, Span};

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.3;

/// What the words of one event must tell for the two sides to speak of it.
const SAME_PART: f32 = 0.45;

/// Words of an event of which one that meets is enough.
const BRIEF: usize = 2;

/// See the module.
pub(super) struct Order;

impl Checker for Order {
    fn id(&self) -> CheckerId {
        CheckerId::Order
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        if sides.nearness() < SAME_EVENT || opposition::anywhere(sides) {
            return;
        }
        let (Some(left), Some(right)) = (sequence(sides.left), sequence(sides.right)) else { return };
        let swapped = meets(sides, &left.first, &right.second) && meets(sides, &left.second, &right.first);
        let straight = any(&left.first, &right.first) && any(&left.second, &right.second);
        if swapped && !straight {
            let detail = Detail::Differ { what: Some("what came first".to_owned()), left: None, right: None };
            out.push(sides.contradiction(self.id(), Kind::Order, (left.span, right.span), detail));
        }
    }
}

/// Whether two lists of words are of one event: a brief one is met by a word, else it takes two; where both tell what
/// happens, that must be among them.
fn meets(sides: &Sides<'_>, a: &[&Term], b: &[&Term]) -> bool {
    let found: Vec<(&Term, &Term)> = a.iter().filter_map(|x| b.iter().find(|y| x.meets(y)).map(|y| (*x, *y))).collect();
    let enough = found.len() >= 2 || (found.len() == 1 && a.len().min(b.len()) <= BRIEF);
    let done = !a.iter().any(|t| happens(t))
        || !b.iter().any(|t| happens(t))
        || found.iter().any(|(x, y)| happens(x) || happens(y));
    enough && done && found.iter().map(|(x, y)| sides.weights.of_meeting(x, y)).sum::<f32>() >= SAME_PART
}

/// Whether a word tells what happens: a form that only verbs have, or a noun of an event.
fn happens(term: &Term) -> bool {
    (term.folded != term.lemma && !term.folded.ends_with('s')) || lexicon::is_event(&term.lemma)
}

fn any(a: &[&Term], b: &[&Term]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.meets(y)))
}

/// Two events and which came first.
struct Sequence<'a> {
    first: Vec<&'a Term>,
    second: Vec<&'a Term>,
    span: Span,
}

/// Words that put what is before them first, and those that put it second.
const BEFORE: &[&str] = &["before"];
const AFTER: &[&str] = &["after", "once", "following"];

/// Marks at which the event after the cue ends.
const ENDS: &[char] = &[',', ';', ':', '.', '(', '–', '—'];

fn sequence<'a>(frame: &'a Frame<'_>) -> Option<Sequence<'a>> {
    let word = |i: usize| frame.terms.get(i).map_or("", |t| t.folded.as_str());
    let denied = |before: usize| frame.terms[..before].iter().any(|t| t.folded == "not" || t.folded.ends_with("n't"));
    // The cue's first and last word, and whether what stands before it came first.
    let (at, last, before) = (0..frame.terms.len()).find_map(|i| match word(i) {
        "by" => (i..i + 3).find(|&k| word(k) == "time").map(|k| (i, k, false)),
        // What is not done until something happens is done after it.
        "until" => denied(i).then_some((i, i, false)),
        cue => (AFTER.contains(&cue) || BEFORE.contains(&cue)).then_some((i, i, BEFORE.contains(&cue))),
    })?;
    let (cue, last) = (frame.terms[at].span, &frame.terms[last]);
    if frame.is_unreal(cue) || !frame.statement.mentions.negations.is_empty() {
        return None;
    }
    let rest: Vec<&Term> = frame.terms.iter().filter(|t| t.span.start >= last.span.end).collect();
    let ends = |pair: &&[&Term]| {
        let marks = Span::new(pair[0].span.end, pair[1].span.start).of(frame.text).contains(ENDS);
        marks || pair[1].folded == "and" || pair[1].clause != last.clause
    };
    let end = rest.windows(2).find(ends).map_or(frame.text.len(), |pair| pair[0].span.end);
    let opening = !frame.content().any(|t| t.span.end <= cue.start);
    // "After the gate opened, the crowd left": the other event follows the comma.
    let main = if opening { Span::new(end, frame.text.len()) } else { Span::new(0, cue.start) };
    let main = telling(frame, main);
    let tail = telling(frame, Span::new(last.span.end, end));
    let apart = |of: &[&'a Term], others: &[&Term]| -> Vec<&'a Term> {
        of.iter().filter(|t| !others.iter().any(|o| o.meets(t))).copied().collect()
    };
    let (head, tail) = (apart(&main, &tail), apart(&tail, &main));
    let (first, second) = if before { (head, tail) } else { (tail, head) };
    (!first.is_empty() && !second.is_empty()).then_some(Sequence { first, second, span: Span::new(cue.start, end) })
}

/// The content words of a stretch that tell what happens: no names, places, times and figures, and not who says so.
fn telling<'a>(frame: &'a Frame<'_>, within: Span) -> Vec<&'a Term> {
    let m = &frame.statement.mentions;
    let spans: Vec<Span> = (m.entities.iter().map(|e| e.span))
        .chain(m.places.iter().map(|p| p.span))
        .chain(m.times.iter().map(|t| t.span))
        .chain(m.attributions.iter().map(|a| a.cue))
        .chain(m.attributions.iter().filter_map(|a| a.speaker))
        .collect();
    let number = |t: &Term| t.folded.starts_with(|c: char| c.is_ascii_digit());
    let told = frame.content().filter(|t| within.contains(t.span) && !number(t));
    told.filter(|t| !spans.iter().any(|span| span.overlaps(t.span))).collect()
}
