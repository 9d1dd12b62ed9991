//! The timeline by dates: what is said to happen on one day, or in one stretch of time, stands together.

use jiff::civil;

use super::{Quote, View};
use crate::model::{TimePrecision, TimelineEvent};

/// A day or stretch of time and what is said to happen then.
#[derive(Debug)]
pub(crate) struct Date<'a> {
    /// "2 December 2025", "December 2025", "since 2014", …
    pub(crate) label: String,
    /// In the order of the sources: a statement, its time expressions marked, and its events.
    pub(crate) said: Vec<(Quote<'a>, Vec<&'a TimelineEvent>)>,
}

impl<'a> View<'a> {
    /// The events of the report in the order of time; with differences alone, those that conflict.
    pub(crate) fn events(&self) -> impl Iterator<Item = &'a TimelineEvent> {
        let all = !self.options.scope.is_differences();
        self.comparison.timeline.iter().filter(move |event| all || !event.conflicts.is_empty())
    }

    /// The same by dates.
    pub(crate) fn dates(&self) -> Vec<Date<'a>> {
        let mut by_label: Vec<(String, Vec<&TimelineEvent>)> = Vec::new();
        for event in self.events() {
            let label = label(event);
            match by_label.last_mut() {
                Some((last, events)) if *last == label => events.push(event),
                _ => by_label.push((label, vec![event])),
            }
        }
        let date = |(label, mut events): (String, Vec<&'a TimelineEvent>)| {
            events.sort_by_key(|event| (event.at, event.span));
            let said = events.chunk_by(|a, b| a.at == b.at);
            let said = said.map(|of| (self.quote(of[0].at, of.iter().map(|event| event.span)), of.to_vec())).collect();
            Date { label, said }
        };
        by_label.into_iter().map(date).collect()
    }

    /// The events that date the same thing differently.
    pub(crate) fn conflicting(&self, event: &TimelineEvent) -> impl Iterator<Item = &'a TimelineEvent> {
        event.conflicts.iter().filter_map(|id| self.comparison.timeline.get(id.0 as usize))
    }
}

/// When an event is said to be, in words.
pub(crate) fn label(event: &TimelineEvent) -> String {
    let one = |date| named(date, event.precision);
    match (event.from, event.to) {
        (None, None) => "no date".to_owned(),
        (Some(from), None) => format!("since {}", one(from)),
        (None, Some(to)) => format!("until {}", one(to)),
        (Some(from), Some(to)) if one(from) == one(to) => one(from),
        (Some(from), Some(to)) => stretch(from, to),
    }
}

/// A date as finely as it was given.
fn named(date: civil::Date, precision: TimePrecision) -> String {
    match precision {
        TimePrecision::Day | TimePrecision::Week => long(date),
        TimePrecision::Month => date.strftime("%B %Y").to_string(),
        TimePrecision::Quarter => format!("quarter {} of {}", (date.month() - 1) / 3 + 1, date.year()),
        TimePrecision::Year => date.year().to_string(),
        TimePrecision::Decade => format!("the {}s", date.year() / 10 * 10),
    }
}

/// "1 to 7 December 2025".
fn stretch(from: civil::Date, to: civil::Date) -> String {
    let first = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => from.day().to_string(),
        (true, false) => from.strftime("%-d %B").to_string(),
        _ => long(from),
    };
    format!("{first} to {}", long(to))
}

fn long(date: civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{EventId, SourceId, Span, StatementId, StatementRef};

    #[test]
    fn dates_are_told_as_finely_as_they_were_given() {
        let at = StatementRef { source: SourceId(0), statement: StatementId(0) };
        let event = |from, to, precision| TimelineEvent {
            id: EventId(0),
            at,
            span: Span::new(0, 1),
            from,
            to,
            precision,
            relative: false,
            assumed_date: false,
            of: String::new(),
            conflicts: Vec::new(),
        };
        let day = |y, m, d| Some(date(y, m, d));
        for (from, to, precision, expected) in [
            (day(2025, 12, 2), day(2025, 12, 2), TimePrecision::Day, "2 December 2025"),
            (day(2025, 12, 1), day(2025, 12, 7), TimePrecision::Week, "1 to 7 December 2025"),
            (day(2025, 11, 29), day(2025, 12, 2), TimePrecision::Day, "29 November to 2 December 2025"),
            (day(2025, 12, 29), day(2026, 1, 2), TimePrecision::Day, "29 December 2025 to 2 January 2026"),
            (day(2025, 12, 1), day(2025, 12, 31), TimePrecision::Month, "December 2025"),
            (day(2025, 4, 1), day(2025, 6, 30), TimePrecision::Quarter, "quarter 2 of 2025"),
            (day(2014, 1, 1), None, TimePrecision::Year, "since 2014"),
            (None, day(2026, 6, 30), TimePrecision::Month, "until June 2026"),
            (day(1990, 1, 1), day(1999, 12, 31), TimePrecision::Decade, "the 1990s"),
        ] {
            assert_eq!(label(&event(from, to, precision)), expected);
        }
    }
}
