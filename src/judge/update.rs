//! Updates: which of two figures holds later, and whether one is said to replace the other.
//!
//! A figure holds at the moment its statement gives ("by Tuesday evening", "as of 6pm", "officials said on Friday"), else
//! when its report was published. A toll that is higher at a later moment has grown; one that is lower has not, unless
//! the words say that it was revised.

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::frame::Frame;
use super::occasion;
use super::sides::Sides;
use crate::lexicon;
use crate::model::{PublicationDate, Quantity, Span, TimeKind, TimeMention};
use crate::text::fold;

/// Words that say that a figure was replaced by another.
const REVISIONS: &[&str] =
    &["revise", "correct", "correction", "downgrade", "lower", "recount", "restate", "adjust", "amend", "withdraw"];

/// How many words may stand between a verb of saying and when it was said.
const SAID: usize = 2;

/// Parts of the day and the hour they are taken for.
const PARTS_OF_DAY: &[(&str, i8)] =
    &[("dawn", 6), ("morning", 9), ("noon", 12), ("afternoon", 15), ("evening", 19), ("night", 22), ("midnight", 23)];

/// When a figure holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moment {
    /// The day; `None` where it is only assumed when the report was published.
    day: Option<Date>,
    /// The time of day, where it is given.
    clock: Option<Time>,
    /// As it is told to the reader: "by Tuesday evening", "published 2 December 2025".
    pub words: String,
    /// Whether the statement itself gives it.
    pub stated: bool,
    assumed: bool,
}

/// When a figure of a statement holds; `None` if neither the statement nor the report says so.
pub(super) fn moment(frame: &Frame<'_>, figure: &Quantity, published: Option<PublicationDate>) -> Option<Moment> {
    let clause = frame.clause_span(figure.span.start);
    let times = frame.statement.mentions.times.iter();
    let mut stated: Vec<(&TimeMention, Span)> = times.filter_map(|t| as_of(frame, t).map(|span| (t, span))).collect();
    stated.sort_by_key(|(t, _)| (!clause.overlaps(t.span), t.span.start.abs_diff(figure.span.end)));
    if let Some((time, span)) = stated.first() {
        let day = time.value.and_then(|v| v.to.filter(|to| v.from.is_none() || v.from == Some(*to)));
        // "By Monday evening 12 had died" is told of the Monday before the report, not of the one to come.
        let ahead = |day: Date| time.relative && published.is_some_and(|p| day > p.date);
        let day = day.map(|day| if ahead(day) { day.saturating_sub(7.days()) } else { day });
        let day = day.or_else(|| last_weekday(time.span.of(frame.text), published?.date));
        let day = day.or_else(|| published.filter(|p| !p.is_assumed()).map(|p| p.date));
        return Some(Moment {
            day,
            clock: time.clock.or_else(|| part_of_day(span.of(frame.text))),
            words: span.of(frame.text).to_owned(),
            stated: true,
            assumed: time.assumed_date,
        });
    }
    let known = published.filter(|p| !p.is_assumed())?;
    Some(Moment {
        day: Some(known.date),
        clock: None,
        words: format!("published {}", known.date.strftime("%-d %B %Y")),
        stated: false,
        assumed: false,
    })
}

/// The words of a time that says as of when something holds, with what marks it: "by Tuesday evening", "as of 6pm",
/// "said on Friday".
pub(super) fn as_of(frame: &Frame<'_>, time: &TimeMention) -> Option<Span> {
    if !matches!(time.kind, TimeKind::At | TimeKind::Since | TimeKind::Until | TimeKind::Clock) {
        return None;
    }
    let before: Vec<_> = frame.terms.iter().rev().filter(|t| t.span.end <= time.span.start).take(SAID + 1).collect();
    let inside = fold(time.span.of(frame.text));
    let starts = |word: &str| inside.starts_with(word);
    let preceded = |word: &str| before.first().is_some_and(|t| t.folded == word);
    if time.kind == TimeKind::Until && starts("until") {
        return None;
    }
    if starts("by ") || starts("as of") || starts("as at") || time.kind == TimeKind::Until {
        return Some(time.span);
    }
    if preceded("by") {
        return before.first().map(|t| t.span.union(time.span));
    }
    if (preceded("of") || preceded("at")) && before.get(1).is_some_and(|t| t.folded == "as") {
        return before.get(1).map(|t| t.span.union(time.span));
    }
    if time.kind == TimeKind::Since {
        return None;
    }
    let said = frame.statement.mentions.attributions.iter().find(|a| before.iter().any(|t| t.span.overlaps(a.cue)));
    said.map(|a| a.cue.union(time.span))
}

/// The last day of that name up to a day.
fn last_weekday(words: &str, until: Date) -> Option<Date> {
    let named = occasion::weekday(words)? as i64;
    let today = i64::from(until.weekday().to_monday_zero_offset());
    Some(until.saturating_sub((today - named).rem_euclid(7).days()))
}

fn part_of_day(words: &str) -> Option<Time> {
    let folded = fold(words);
    let part = PARTS_OF_DAY.iter().rev().find(|(part, _)| folded.contains(part))?;
    Time::new(part.1, 0, 0, 0).ok()
}

/// Which of two moments is the earlier; `None` if that is not known.
pub(super) fn order(left: &Moment, right: &Moment) -> Option<Ordering> {
    if left.assumed != right.assumed {
        return None;
    }
    match left.day?.cmp(&right.day?) {
        Ordering::Equal if left.clock.is_some() != right.clock.is_some() => None,
        Ordering::Equal => Some(left.clock.cmp(&right.clock)),
        apart => Some(apart),
    }
}

/// Whether a figure is one that grows while an event goes on: something around either says so, or what is counted.
pub(super) fn grows<'a>(sides: &Sides<'a>, left: &Quantity, right: &Quantity) -> bool {
    let growing = |frame: &Frame<'a>, q: &Quantity| {
        let near = frame.content().filter(|t| q.span.overlaps(t.span) || t.clause == frame.clause_at(q.span.start));
        near.into_iter().any(|t| lexicon::growing().iter().any(|label| t.is(label)))
    };
    growing(sides.left, left) && growing(sides.right, right)
}

/// Whether the words of a statement say that a figure was replaced.
pub(super) fn revised(frame: &Frame<'_>) -> bool {
    frame.content().any(|t| REVISIONS.contains(&t.lemma.as_str()))
}
