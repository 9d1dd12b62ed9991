//! When something is said to be: spans of calendar time with their precision, clock times, durations.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::Span;

mod compare;
mod written;

/// A time expression in a statement and what it resolves to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeMention {
    /// The expression: "since 2014", "on Tuesday", "nearly two-year-old".
    pub span: Span,
    /// What kind of expression it is.
    pub kind: TimeKind,
    /// The calendar time it names, if it could be resolved. For [`TimeKind::Age`] this is when it began; for
    /// [`TimeKind::Since`] and [`TimeKind::Until`] the stretch in which it begins or ends ("since 2014": all of 2014), see
    /// [`TimeMention::stretch`] for the open one.
    pub value: Option<TimeSpan>,
    /// The time of day it names.
    pub clock: Option<Time>,
    /// Length in days of a duration or age, lowest and highest ("nearly two years": about 640..730).
    pub days: Option<[f64; 2]>,
    /// Whether it was resolved against the publication date.
    pub relative: bool,
    /// Whether that publication date was assumed.
    pub assumed_date: bool,
    /// Lower-case lemma of what began, lasts or happens then, if found: "conflict", "talk"; may be empty.
    pub of: String,
    /// Whether the statement says that `of` began then: "since 2014", "began in 2014", "nearly two-year-old".
    #[serde(default)]
    pub begins: bool,
}

/// What kind of time expression it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeKind {
    /// A point or stretch of the calendar: "on 12 August", "in 2014", "next week".
    At,
    /// Open to the future: "since 2014", "from Monday".
    Since,
    /// Open to the past: "until Friday", "by June".
    Until,
    /// A length of time: "for two hours", "90-day".
    Duration,
    /// How long something has been: "nearly two-year-old", "for the past two years", "three years ago".
    Age,
    /// A time of day alone.
    Clock,
    /// Every week, daily: recurs.
    Recurring,
}

/// A stretch of calendar days, open at an end that is `None`, with the precision it was given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeSpan {
    /// First day; `None` is open to the past.
    pub from: Option<Date>,
    /// Last day; `None` is open to the future.
    pub to: Option<Date>,
    /// How finely it was given.
    pub precision: TimePrecision,
}

/// How finely a time was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimePrecision {
    /// A day.
    Day,
    /// A week, or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or season.
    Quarter,
    /// A year.
    Year,
    /// A decade or more.
    Decade,
}
