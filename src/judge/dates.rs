//! Dates as the checkers compare them: what a calendar time says in its own words, what only the publication date adds,
//! and which deed it is the time of.
//!
//! "24 March" has the year of the report it stands in, which may be assumed, or be long past when the statement speaks of
//! another year: such a date is held against another by day and month alone.

use jiff::ToSpan;

use super::frame::{BE, Frame, Term};
use super::update;
use crate::lexicon::is_event;
use crate::model::{Agreement, Quantity, TimeKind, TimeMention, TimePrecision, TimeSpan};
use crate::text::fold;

/// How a time bounds the deed it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearing {
    /// It happened then.
    At,
    /// It happened then or earlier: "before April", "by Tuesday".
    Before,
    /// It happened then or later: "after 20 April".
    After,
    /// It went on until then.
    Till,
}

/// How a calendar time bears on the deed of its clause; `None` if it says as of when something holds, when something was
/// said, or nothing of the calendar.
pub(super) fn bearing(frame: &Frame<'_>, time: &TimeMention) -> Option<Bearing> {
    time.value?;
    let words = fold(time.span.of(frame.text));
    let preposition = words.split(' ').next().unwrap_or_default();
    let bearing = match (time.kind, preposition) {
        (TimeKind::At, _) | (TimeKind::Since, "from") => Bearing::At,
        (TimeKind::Since, "after") => Bearing::After,
        (TimeKind::Until, "before" | "by") => Bearing::Before,
        (TimeKind::Until, "until" | "till") => Bearing::Till,
        _ => return None,
    };
    // "By Tuesday 12 had died" is the moment of the count.
    let holds =
        update::as_of(frame, time).is_some() && (bearing == Bearing::At || counts(frame, time).next().is_some());
    (!holds).then_some(bearing)
}

/// Figures of the clause that holds a time, those that order left out.
pub(super) fn counts<'f>(frame: &'f Frame<'_>, time: &TimeMention) -> impl Iterator<Item = &'f Quantity> {
    let clause = frame.clause_span(time.span.start);
    frame.statement.mentions.quantities.iter().filter(move |q| clause.overlaps(q.span) && !q.ordinal)
}

/// Whether two calendar times can be one, as far as the statements themselves give them.
pub(super) fn compare(left: (&Frame<'_>, &TimeMention), right: (&Frame<'_>, &TimeMention)) -> Agreement {
    let stretch = |(frame, time): (&Frame<'_>, &TimeMention)| {
        let value = time.value?;
        let words = fold(time.span.of(frame.text));
        Some(match (time.kind, words.split(' ').next().unwrap_or_default()) {
            (TimeKind::Until, "before") => TimeSpan { from: None, to: value.from?.yesterday().ok(), ..value },
            (TimeKind::Until, "by") => TimeSpan { from: None, ..value },
            (TimeKind::Since, "after") => TimeSpan { from: value.to?.tomorrow().ok(), to: None, ..value },
            _ => value,
        })
    };
    let (Some(a), Some(b)) = (stretch(left), stretch(right)) else { return Agreement::Incomparable };
    let (lacks_a, lacks_b) = (lacks_year(left), lacks_year(right));
    if lacks_a || lacks_b {
        let coarse = |t: &TimeSpan| t.precision > TimePrecision::Month;
        if coarse(&a) || coarse(&b) {
            return Agreement::Incomparable;
        }
        let year = |t: &TimeSpan| t.from.or(t.to).map(jiff::civil::Date::year);
        let (Some(from), Some(to)) = (year(&a), year(&b)) else { return Agreement::Incomparable };
        return in_year(&a, to - from).compare(&b);
    }
    a.compare(&b)
}

fn in_year(time: &TimeSpan, years: i16) -> TimeSpan {
    let shift = |d: jiff::civil::Date| d.saturating_add(i64::from(years).years());
    TimeSpan { from: time.from.map(shift), to: time.to.map(shift), ..*time }
}

/// Whether a time gives month or day but takes its year from the report.
fn lacks_year((frame, time): (&Frame<'_>, &TimeMention)) -> bool {
    let words = fold(time.span.of(frame.text));
    time.relative && names_month(&words) && year(&words).is_none()
}

/// The year that the words of a time name in four digits.
pub(super) fn year(words: &str) -> Option<&str> {
    words.split(|c: char| !c.is_ascii_digit()).find(|n| n.len() == 4 && n.starts_with(['1', '2']))
}

/// Whether a time gives month and day in words of its own, so that a conflict does not rest on the date of publication.
pub(super) fn spelled_out(words: &str) -> bool {
    let folded = fold(words);
    folded.bytes().any(|b| b.is_ascii_digit()) && names_month(&folded)
}

fn names_month(folded: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    folded.split(' ').any(|w| MONTHS.iter().any(|m| w.starts_with(m)))
}

/// What a time is the time of, as far as word order shows it: the verb it leans on, the event that is its subject, and
/// the event named right beside it. Empty if nothing of the kind is found.
pub(super) fn deeds<'f>(frame: &'f Frame<'_>, time: &TimeMention) -> Vec<&'f Term> {
    let clause = frame.clause_at(time.span.start);
    let inside: Vec<&Term> = frame.terms.iter().filter(|t| t.clause == clause && !t.span.overlaps(time.span)).collect();
    let split = inside.partition_point(|t| t.span.end <= time.span.start);
    let (before, after) = inside.split_at(split);
    let is_verb = |all: &[&Term], i: usize| {
        let behind = i.checked_sub(1).map_or("", |j| all[j].folded.as_str());
        let going = all[i].folded.ends_with("ing") && BE.contains(&behind);
        !all[i].stop && (all[i].is_past() || going || MODALS.contains(&behind))
    };
    // "Sunday's match", "the 2018 edition": the time belongs to the noun after it.
    let words = time.span.of(frame.text);
    let owned = |t: &&&Term| matches!(t.folded.as_str(), "the" | "a" | "an" | "its" | "their" | "his" | "her");
    let bare = !fold(words).split(' ').next().is_some_and(|w| PREPOSITIONS.contains(&w));
    if words.contains(['\'', '\u{2019}']) || (bare && before.last().is_some_and(|t| owned(&t))) {
        return after.iter().copied().find(|t| !t.stop).into_iter().collect();
    }
    let verb = (0..before.len())
        .rev()
        .find(|&i| is_verb(before, i))
        .map(|i| before[i])
        .or_else(|| (0..after.len()).find(|&i| is_verb(after, i)).map(|i| after[i]));
    let event = |t: &&Term| is_event(&t.lemma);
    let subject = verb.and_then(|verb| frame.subject_of(verb)).filter(event);
    let beside = before.iter().rev().find(|t| !t.stop).copied().filter(event);
    let named = frame.terms.iter().find(|t| !time.of.is_empty() && (t.lemma == time.of || t.folded == time.of));
    let named = named.filter(|_| verb.is_none());
    let mut out: Vec<&Term> = [verb, subject, beside, named].into_iter().flatten().collect();
    out.dedup_by_key(|t| t.span);
    out
}

/// Words that make a time what a deed happened at, and no name of the noun after it.
const PREPOSITIONS: &[&str] =
    &["on", "in", "at", "by", "before", "after", "from", "since", "until", "till", "during", "over", "through"];

/// Words before the plain form of a verb.
const MODALS: &[&str] =
    &["to", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "did", "not"];

/// Whether two times are those of one deed, where both sides show which.
pub(super) fn one_deed(left: &[&Term], right: &[&Term]) -> bool {
    left.is_empty() || right.is_empty() || left.iter().any(|a| right.iter().any(|b| a.meets(b)))
}
