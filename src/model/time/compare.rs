//! When two times can be the same, and when a start date and an age can.
//!
//! Calendar stretches agree when they overlap. A week is taken a day wider at both ends (weeks start on Sunday or Monday),
//! a quarter or season by 120 days against anything finer (financial years start when they like, and so do seasons).
//! What is said of *when it began* compares as stretches, too: "since 2014" is all of 2014, "nearly two-year-old" the
//! months in which it must have begun, counted back from the day of publication.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::{TimeKind, TimeMention, TimePrecision, TimeSpan};
use crate::model::Agreement;

/// Minutes by which two clock times of one thing may differ when both are given to the minute, and when either is a
/// full hour, half or quarter, which reports round to.
const CLOCK: (i32, i32) = (1, 10);
/// Days a quarter or season is widened by against anything finer.
const QUARTER_SLACK: i64 = 120;

impl TimeSpan {
    /// One day.
    pub fn day(date: Date) -> Self {
        Self { from: Some(date), to: Some(date), precision: TimePrecision::Day }
    }

    /// Whether this and the other stretch can name one time: [`Agreement::Equal`] if they are the same days,
    /// [`Agreement::Compatible`] if they overlap, else [`Agreement::Conflict`]. An open end overlaps all beyond it.
    pub fn compare(&self, other: &TimeSpan) -> Agreement {
        if self.from == other.from && self.to == other.to {
            return Agreement::Equal;
        }
        let (a, b) = (self.widened(other), other.widened(self));
        let starts_in_time = |x: &TimeSpan, y: &TimeSpan| match (x.from, y.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        if starts_in_time(&a, &b) && starts_in_time(&b, &a) { Agreement::Compatible } else { Agreement::Conflict }
    }

    fn widened(&self, other: &TimeSpan) -> TimeSpan {
        let days = match self.precision {
            TimePrecision::Week => 1,
            TimePrecision::Quarter if other.precision < TimePrecision::Quarter => QUARTER_SLACK,
            _ => 0,
        };
        TimeSpan {
            from: self.from.map(|d| d.saturating_sub(days.days())),
            to: self.to.map(|d| d.saturating_add(days.days())),
            ..*self
        }
    }
}

impl TimeMention {
    /// When the thing in `of` began, as far as the statement says so: of "since 2014", "began in 2014", "nearly
    /// two-year-old". `None` where it does not, or where an age has no publication date to count back from (see
    /// [`TimeMention::began_before`]).
    pub fn start(&self) -> Option<TimeSpan> {
        self.value.filter(|_| self.begins)
    }

    /// The stretch it covers: open to the future for [`TimeKind::Since`] and ages, to the past for [`TimeKind::Until`].
    pub fn stretch(&self) -> Option<TimeSpan> {
        self.value.map(|value| match self.kind {
            TimeKind::Since => TimeSpan { to: None, ..value },
            TimeKind::Until => TimeSpan { from: None, ..value },
            TimeKind::Age if self.begins => TimeSpan { to: None, ..value },
            _ => value,
        })
    }

    /// When something of this age began, were the statement published on `reference`. `None` if it gives no length.
    pub fn began_before(&self, reference: Date) -> Option<TimeSpan> {
        let [low, high] = self.days?;
        let back = |days: f64| reference.saturating_sub((days.round() as i64).days());
        let precision = match high {
            ..7.0 => TimePrecision::Day,
            ..31.0 => TimePrecision::Week,
            ..366.0 => TimePrecision::Month,
            ..3653.0 => TimePrecision::Year,
            _ => TimePrecision::Decade,
        };
        Some(TimeSpan { from: Some(back(high)), to: Some(back(low)), precision })
    }

    /// Lowest and highest age in days, on `reference`, of what began within `start`: to hold against
    /// [`TimeMention::days`] where no publication date is known. `None` if the start is open.
    pub fn age_range_days(start: &TimeSpan, reference: Date) -> Option<[f64; 2]> {
        let days = |date: Date| date.until(reference).map(|span| f64::from(span.get_days())).ok();
        Some([days(start.to?)?.max(0.0), days(start.from?)?.max(0.0)])
    }

    /// Whether both can be said of one thing. What they are said of is not asked: compare `of` and the statements.
    ///
    /// Two starts (of "since", "began in", ages) compare as starts, two lengths as lengths, two points as points and then
    /// by their clock times; an end ("until") with an end. All else is [`Agreement::Incomparable`], in particular a
    /// start with a mere point, and whatever recurs.
    pub fn compare(&self, other: &TimeMention) -> Agreement {
        match (self.kind, other.kind) {
            (TimeKind::Recurring, _) | (_, TimeKind::Recurring) => Agreement::Incomparable,
            (TimeKind::Duration, TimeKind::Duration) => self.compare_lengths(other),
            _ if self.begins && other.begins => match (self.start(), other.start()) {
                (Some(_), Some(_)) => self.compare_points(other),
                _ => self.compare_lengths(other),
            },
            (TimeKind::Age, TimeKind::Age) if self.value.is_none() || other.value.is_none() => {
                self.compare_lengths(other)
            }
            (TimeKind::Until, TimeKind::Until) => self.compare_points(other),
            _ if self.is_point() && other.is_point() && self.begins == other.begins => self.compare_points(other),
            _ => Agreement::Incomparable,
        }
    }

    fn is_point(&self) -> bool {
        matches!(self.kind, TimeKind::At | TimeKind::Clock) || (self.kind == TimeKind::Age && !self.begins)
    }

    fn compare_points(&self, other: &TimeMention) -> Agreement {
        let clocks = match (self.clock, other.clock) {
            (Some(a), Some(b)) => Some(compare_clocks(a, b)),
            _ => None,
        };
        match (self.value, other.value) {
            (Some(a), Some(b)) => match (self.days_compared(other, a, b), clocks) {
                (Agreement::Conflict, _) => Agreement::Conflict,
                (days, None) => days,
                (days, Some(clocks)) if days == clocks => days,
                (_, Some(Agreement::Conflict)) => Agreement::Conflict,
                _ => Agreement::Compatible,
            },
            _ => clocks.unwrap_or(Agreement::Incomparable),
        }
    }

    /// Midnight belongs to the day before it and to the day after.
    fn days_compared(&self, other: &TimeMention, a: TimeSpan, b: TimeSpan) -> Agreement {
        let midnight = [self.clock, other.clock].contains(&Some(Time::midnight()));
        let wide = |s: TimeSpan| TimeSpan { precision: s.precision.max(TimePrecision::Week), ..s };
        match a.compare(&b) {
            Agreement::Conflict if midnight => a.compare(&wide(b)),
            agreement => agreement,
        }
    }

    fn compare_lengths(&self, other: &TimeMention) -> Agreement {
        let (Some(a), Some(b)) = (self.days, other.days) else { return Agreement::Incomparable };
        if a == b {
            Agreement::Equal
        } else if a[0].max(b[0]) < a[1].min(b[1]) || holds(a, b) || holds(b, a) {
            Agreement::Compatible
        } else {
            Agreement::Conflict
        }
    }
}

/// Whether the range holds the one exact length.
fn holds(range: [f64; 2], exact: [f64; 2]) -> bool {
    exact[0] == exact[1] && range[0] <= exact[0] && exact[0] <= range[1] && range[0] < range[1]
}

fn compare_clocks(a: Time, b: Time) -> Agreement {
    let minutes = |t: Time| i32::from(t.hour()) * 60 + i32::from(t.minute());
    let apart = (minutes(a) - minutes(b)).abs();
    let apart = apart.min(24 * 60 - apart);
    let round = a.minute() % 15 == 0 || b.minute() % 15 == 0;
    if apart == 0 {
        Agreement::Equal
    } else if apart <= if round { CLOCK.1 } else { CLOCK.0 } && !(a.minute() % 15 == 0 && b.minute() % 15 == 0) {
        Agreement::Compatible
    } else {
        Agreement::Conflict
    }
}
