//! Dates, intervals, durations and ages.
//!
//! [`find`] walks the tokens once. At each it reads a point of the calendar ([`calendar`], [`phrase`]), a length of time
//! ([`length`]) or a clock time ([`clock`]); points are placed against the publication date ([`resolve`]), with the
//! [`tense`] of the clause deciding between the last Tuesday and the next; then a date and its clock time become one
//! mention, and [`event`] says what began or happens.

mod calendar;
mod clock;
mod event;
mod length;
mod phrase;
mod resolve;
mod tense;
#[cfg(test)]
mod tests;

use jiff::civil::Time;

use self::length::{Length, Usage};
use self::tense::Tense;
use super::lexer::Tokens;
use crate::model::{PublicationDate, TimeKind, TimeMention, TimeSpan};

pub(in crate::segment::mentions) use calendar::names_calendar;
pub(in crate::segment::mentions) use length::unit_days;

/// An expression that was read, by its tokens.
struct Item {
    start: usize,
    end: usize,
    kind: TimeKind,
    value: Option<TimeSpan>,
    clock: Option<Time>,
    days: Option<[f64; 2]>,
    relative: bool,
    of: String,
    begins: bool,
}

/// What was read at a token.
enum Read {
    Item(Item),
    /// Read past, up to this token.
    Other(usize),
}

/// Time expressions in a statement, in reading order, resolved against the publication date where they are relative.
pub(super) fn find(text: &str, published: Option<PublicationDate>) -> Vec<TimeMention> {
    let tokens = Tokens::read(text);
    let mut items: Vec<Item> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match read(&tokens, i, published) {
            Some(Read::Item(item)) => {
                i = item.end.max(i + 1);
                match items.last_mut() {
                    Some(last) if item.start < last.end => {}
                    Some(last) if are_one(&tokens, last, &item) => merge(last, item),
                    _ => items.push(item),
                }
            }
            Some(Read::Other(end)) => i = end.max(i + 1),
            None => i += 1,
        }
    }
    let assumed = published.is_some_and(PublicationDate::is_assumed);
    let mention = |item: Item| TimeMention {
        span: tokens.span(item.start, item.end),
        kind: item.kind,
        value: item.value,
        clock: item.clock,
        days: item.days,
        relative: item.relative,
        assumed_date: item.relative && assumed,
        of: item.of,
        begins: item.begins,
    };
    items.into_iter().map(mention).collect()
}

/// Whether the age that begins at token `i` is said of an event named before it: "a conflict barely two years old".
pub(super) fn is_of_event(tokens: &Tokens<'_>, i: usize) -> bool {
    let start = super::bound::before(tokens, i).map_or(i, |(_, start)| start);
    !event::just_before(tokens, start).is_empty()
}

fn read(tokens: &Tokens<'_>, i: usize, published: Option<PublicationDate>) -> Option<Read> {
    if let Some(end) = phrase::recurring(tokens, i) {
        return Some(Read::Item(Item { kind: TimeKind::Recurring, ..item(i, end) }));
    }
    if let Some(end) = phrase::unanchored(tokens, i) {
        return Some(Read::Other(end));
    }
    if let Some((written, end)) = phrase::point_at(tokens, i) {
        if phrase::is_dateline(tokens, i, end) {
            return Some(Read::Other(end));
        }
        return Some(Read::Item(point(tokens, written, i, end, published)));
    }
    if let Some(length) = length::nth_year(tokens, i).or_else(|| length::length_at(tokens, i)) {
        return Some(aged(tokens, length, published));
    }
    let (clock, end) = clock::clock_at(tokens, i)?;
    let start = phrase::with_preposition(tokens, i).0;
    // "shortly before 7 a.m." is no time of its own.
    let loose = matches!(tokens.before(i, 1), "before" | "after" | "until" | "by" | "since");
    Some(match clock {
        Some(clock) if !loose => {
            let of = event::happening(tokens, start, end);
            Read::Item(Item { kind: TimeKind::Clock, clock: Some(clock), of, ..item(start, end) })
        }
        _ => Read::Other(end),
    })
}

fn item(start: usize, end: usize) -> Item {
    Item {
        start,
        end,
        kind: TimeKind::At,
        value: None,
        clock: None,
        days: None,
        relative: false,
        of: String::new(),
        begins: false,
    }
}

/// A point of the calendar with its preposition, placed.
fn point(
    tokens: &Tokens<'_>,
    written: calendar::Written,
    i: usize,
    end: usize,
    published: Option<PublicationDate>,
) -> Item {
    let (start, kind) = phrase::with_preposition(tokens, i);
    // "from June 15-17" is a stretch, not a start.
    let kind = if written.is_stretch() && tokens.word(start) == "from" { TimeKind::At } else { kind };
    let tense = match kind {
        TimeKind::Until => tense::tense_of_end(tokens, start, end),
        TimeKind::Since if tokens.word(start) == "since" => Some(Tense::Past),
        _ => Some(tense::tense(tokens, start, end)),
    };
    let today = published.map(|p| p.date).filter(|_| tense.is_some());
    let resolved = resolve::resolve(written, today, tense.unwrap_or(Tense::Unknown));
    let beginning = event::beginning(tokens, start, end);
    let since = tokens.word(start) == "since";
    let begins = since || beginning.is_some();
    let of = match beginning {
        Some(of) => of,
        None if since => event::subject(tokens, start),
        None => event::happening(tokens, start, end),
    };
    Item { kind, value: resolved.value, relative: resolved.relative, of, begins, ..item(start, end) }
}

/// A length of time or an age; ages are counted back from the publication date.
fn aged(tokens: &Tokens<'_>, length: Length, published: Option<PublicationDate>) -> Read {
    let Length { start, end, days, usage, of } = length;
    let read = Item { days: Some(days), of, ..item(start, end) };
    let mention = |item: Item| {
        let began = |p: PublicationDate| mention_of(&item).began_before(p.date);
        let value = published.and_then(began);
        Item { value, relative: true, ..item }
    };
    Read::Item(match usage {
        Usage::Other => return Read::Other(end),
        Usage::Lasting => {
            let of = if read.of.is_empty() { event::happening(tokens, start, end) } else { read.of };
            Item { kind: TimeKind::Duration, of, ..read }
        }
        Usage::Old => {
            let named = [read.of.clone(), event::subject(tokens, start), event::happening(tokens, start, end)];
            let of = named.into_iter().find(|of| !of.is_empty()).unwrap_or_default();
            mention(Item { kind: TimeKind::Age, of, begins: true, ..read })
        }
        Usage::Ago => {
            let beginning = event::beginning(tokens, start, end);
            let begins = beginning.is_some();
            let of = beginning.unwrap_or_else(|| event::happening(tokens, start, end));
            mention(Item { kind: TimeKind::Age, of, begins, ..read })
        }
        Usage::Window => {
            let read = mention(read);
            let value = read.value.map(|value| TimeSpan { to: published.map(|p| p.date), ..value });
            Item { value, days: None, of: event::happening(tokens, start, end), ..read }
        }
    })
}

/// The length alone, to count back from a date.
fn mention_of(item: &Item) -> TimeMention {
    TimeMention {
        span: crate::model::Span::default(),
        kind: item.kind,
        value: None,
        clock: None,
        days: item.days,
        relative: true,
        assumed_date: false,
        of: String::new(),
        begins: item.begins,
    }
}

/// Whether a date and a clock time next to each other are one time: "Tuesday, Aug. 12, at about 2:20 p.m.".
fn are_one(tokens: &Tokens<'_>, a: &Item, b: &Item) -> bool {
    let dated = |item: &Item| matches!(item.kind, TimeKind::At | TimeKind::Since | TimeKind::Until);
    let clocked = |item: &Item| item.kind == TimeKind::Clock;
    let parts = (dated(a) && a.clock.is_none() && clocked(b)) || (clocked(a) && dated(b) && b.kind == TimeKind::At);
    let joins = |j: usize| {
        matches!(tokens.lower(j), "," | "at" | "on" | "about" | "around" | "|" | "roughly" | "just" | "local" | "time")
    };
    parts && b.start - a.end <= 3 && (a.end..b.start).all(joins)
}

fn merge(a: &mut Item, b: Item) {
    a.end = b.end;
    a.clock = a.clock.or(b.clock);
    if a.kind == TimeKind::Clock {
        (a.kind, a.value, a.relative, a.begins) = (b.kind, b.value, b.relative, b.begins);
        a.of = if b.of.is_empty() { std::mem::take(&mut a.of) } else { b.of };
    }
}
