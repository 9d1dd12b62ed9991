//! The timeline: what is said to happen when, by whom.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Span, StatementRef, TimePrecision};

/// Names an event in its comparison: its place in [`Comparison::timeline`](super::Comparison::timeline).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub u32);

/// A resolved time expression of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    /// Its place in the order of time.
    pub id: EventId,
    /// The statement.
    pub at: StatementRef,
    /// The time expression, in the statement.
    pub span: Span,
    /// First day; `None` is open to the past ("until Friday").
    pub from: Option<Date>,
    /// Last day; `None` is open to the future ("since 2014").
    pub to: Option<Date>,
    /// How finely it was given.
    pub precision: TimePrecision,
    /// Whether it was resolved against the publication date.
    pub relative: bool,
    /// Whether that publication date was assumed.
    pub assumed_date: bool,
    /// Lower-case lemma of what began, lasts or happens then; may be empty.
    pub of: String,
    /// Events of other sources that date the same thing differently, ascending.
    pub conflicts: Vec<EventId>,
}
