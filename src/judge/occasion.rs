//! The same-event gate, as far as words show it: whether two clauses speak of two occasions.
//!
//! Reports differ in wording far more than in facts, so nothing is concluded from what a statement leaves out. Two
//! occasions need a sign in the text: a time long past on one side only, "previous" or "another" before the event, a
//! named event on each side with different names, or organisations that differ.

use super::dates;
use super::frame::Frame;
use super::sides::Sides;
use super::update;
use crate::model::{Agreement, EntityKind, Span, TimeKind, TimeMention, TimePrecision};
use crate::text::fold;

/// Words that say that another occasion is meant than the one at hand.
const OTHER: &[&str] = &[
    "another",
    "different",
    "earlier",
    "elsewhere",
    "historical",
    "historically",
    "previous",
    "previously",
    "prior",
    "rival",
    "unrelated",
];

/// What comes after these is only compared with: "up from 35 a year earlier".
const COMPARED: &[&str] = &["from", "against", "than", "versus", "compared", "since"];

/// After "last", these name another occasion: "last year".
const PERIODS: &[&str] =
    &["year", "season", "time", "spring", "summer", "autumn", "fall", "winter", "decade", "century"];

/// After "separate", these are another event. Concept labels.
const EVENTS: &[&str] =
    &["explosion", "crash", "fire", "attack", "shooting", "incident", "earthquake", "flood", "stabbing"];

/// Words that foretell. Concept labels.
const FORECAST: &[&str] = &["expect", "forecast", "plan"];

/// After "last", these name the present occasion's own past, not another occasion: "last week".
const RECENT: &[&str] = &["week", "night", "month", "minute", "minutes", "hours", "days"];

/// Whether the clauses that hold two spans speak of different occasions.
pub(super) fn differs(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    marked_apart(sides, left, right) || (sides.gate && times_differ(sides, left, right))
}

/// Whether words other than times and speakers say that the clauses which hold two spans speak of different occasions:
/// what may also be told of one occasion at two moments.
pub(super) fn marked_apart(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    // Two previous occasions need not be one either.
    let (l, r) = (marks_other(sides.left, left), marks_other(sides.right, right));
    sides.gate
        && (l
            || r
            || follows(sides.left, left) != follows(sides.right, right)
            || years(sides.left) != years(sides.right)
            || opens_in_the_past(sides.left) != opens_in_the_past(sides.right)
            || named_apart(sides))
}

/// Whether a statement begins with a period before the one at hand: "Last month two trawlers collided".
fn opens_in_the_past(frame: &Frame<'_>) -> bool {
    let word = |i: usize| frame.terms.get(i).map_or("", |t| t.folded.as_str());
    word(0) == "last" && (word(1) == "month" || PERIODS.contains(&word(1)))
        || word(0) == "earlier" && word(1) == "this" && matches!(word(2), "month" | "year")
}

/// Whether the clause that holds `span` is marked as speaking of another occasion.
pub(super) fn marks_other(frame: &Frame<'_>, span: Span) -> bool {
    let clause = frame.clause_at(span.start);
    let terms: Vec<_> = frame.terms.iter().filter(|t| t.clause == clause && !t.span.overlaps(span)).collect();
    terms.iter().enumerate().any(|(i, t)| {
        let next_is_recent = terms.get(i + 1).is_some_and(|next| RECENT.contains(&next.folded.as_str()));
        let compared = terms[..i].iter().any(|before| COMPARED.contains(&before.folded.as_str()));
        let next = terms.get(i + 1).map_or("", |next| next.folded.as_str());
        let marks = match t.folded.as_str() {
            "last" => PERIODS.contains(&next),
            "separate" => terms.get(i + 1).is_some_and(|next| EVENTS.iter().any(|label| next.is(label))),
            word => OTHER.contains(&word),
        };
        marks && !next_is_recent && !compared
    })
}

/// Whether one clause foretells and the other tells: a forecast and a result are of two occasions.
pub(super) fn forecast_differs(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let foretells =
        |frame: &Frame<'_>, span: Span| frame.around(span).any(|t| FORECAST.iter().any(|label| t.is(label)));
    sides.gate && foretells(sides.left, left) != foretells(sides.right, right)
}

/// Whether the clause that holds `span` speaks of an occasion to come after the one at hand: "the next meeting", "meet
/// again".
fn follows(frame: &Frame<'_>, span: Span) -> bool {
    let clause = frame.clause_at(span.start);
    let terms: Vec<_> = frame.terms.iter().filter(|t| t.clause == clause).collect();
    terms.windows(2).any(|pair| match (pair[0].folded.as_str(), pair[1]) {
        (_, next) if next.folded == "again" => true,
        ("next", next) => MEETINGS.iter().any(|label| next.is(label)),
        _ => false,
    })
}

/// After "next", these are another occasion. Concept labels.
const MEETINGS: &[&str] = &["talks", "meet", "match", "round", "election", "trial", "hearing", "launch", "strike"];

/// Whether one side names a calendar time that the other's times rule out.
fn times_differ(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let (l, r) = (calendar(sides.left, left), calendar(sides.right, right));
    let apart = |a: &TimeMention, b: &TimeMention| {
        let conflict = dates::compare((sides.left, a), (sides.right, b)) == Agreement::Conflict;
        // What rests on an assumed date may be wrong by months: then only two weekdays tell two occasions apart, or two
        // days given with their months.
        let days = weekday(sides.l(a.span)).zip(weekday(sides.r(b.span)));
        let spelled_out = dates::spelled_out(sides.l(a.span)) && dates::spelled_out(sides.r(b.span));
        conflict && (!(a.assumed_date || b.assumed_date) || spelled_out || days.is_some_and(|(a, b)| a != b))
    };
    !l.is_empty() && !r.is_empty() && l.iter().all(|a| r.iter().all(|b| apart(a, b)))
}

/// Whether a statement names a year or more as the time of what it tells (not of when something began).
fn years(frame: &Frame<'_>) -> bool {
    let mut times = frame.statement.mentions.times.iter().filter(|t| t.kind == TimeKind::At && !t.begins);
    times.any(|t| t.value.is_some_and(|v| v.precision >= TimePrecision::Year))
}

fn calendar<'a>(frame: &'a Frame<'_>, span: Span) -> Vec<&'a TimeMention> {
    let clause = frame.clause_span(span.start);
    let times = frame.statement.mentions.times.iter();
    let holds = |t: &TimeMention| t.kind == TimeKind::At || update::as_of(frame, t).is_some();
    let all: Vec<_> = times.filter(|t| holds(t) && t.value.is_some() && !t.span.overlaps(span)).collect();
    let inside: Vec<_> = all.iter().copied().filter(|t| clause.overlaps(t.span)).collect();
    if !inside.is_empty() {
        return inside;
    }
    // "On 8 March there were 15 cases, with one death": what opens the statement, or is its only time, holds for all of it.
    let opens = |t: &&TimeMention| frame.content().all(|c| c.span.end > t.span.start);
    let only = all.len() == 1;
    all.into_iter().find(|t| only || opens(t)).into_iter().collect()
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Which day of the week a time names, if it names one.
pub(super) fn weekday(words: &str) -> Option<usize> {
    let folded = fold(words);
    WEEKDAYS.iter().position(|day| folded.contains(day))
}

/// Whether each side names an event or organisation of its own, and they share none.
pub(super) fn named_apart(sides: &Sides<'_>) -> bool {
    let names = |frame: &Frame<'_>, kind| {
        let entities = &frame.statement.mentions.entities;
        entities.iter().filter(|e| e.kind == kind).map(|e| e.key.clone()).collect::<Vec<_>>()
    };
    sides.gate
        && [EntityKind::Other, EntityKind::Organisation].into_iter().any(|kind| {
            let (l, r) = (names(sides.left, kind), names(sides.right, kind));
            !l.is_empty() && !r.is_empty() && !l.iter().any(|key| r.iter().any(|other| same_name(key, other)))
        })
}

/// Whether two names share a word that is not a short one: "Norbury" and "Norbury Partners".
fn same_name(a: &str, b: &str) -> bool {
    a == b || a.split(' ').any(|w| w.len() > 3 && b.split(' ').any(|v| v == w))
}
