//! Numbers with units and bounds, and when two of them can be the same.

use serde::{Deserialize, Serialize};

use super::Span;

mod compare;

/// A number as a statement gives it. Values are in the base unit of their [`Dimension`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The whole expression with bound and unit: "at least 12 people", "$1.3bn".
    pub span: Span,
    /// Lowest value named: for a range its lower end, else the value itself.
    pub low: f64,
    /// Highest value named; equal to `low` unless it is a range.
    pub high: f64,
    /// Precision of the figure as written, as the value of one unit of its last significant digit (18,400 -> 100).
    pub step: f64,
    /// How the figure bounds the truth.
    pub bound: Bound,
    /// What kind of thing is measured.
    pub dimension: Dimension,
    /// Lower-case lemma of what is counted or measured, if found: "structure", "home", "revenue"; may be empty.
    pub of: String,
    /// Whether the number orders ("third", "No. 5") and does not count.
    pub ordinal: bool,
    /// Lower-case lemma of what a rate is given per: "share" of "4.2p per share", "day" of "500 a day"; else empty.
    #[serde(default)]
    pub per: String,
    /// What the figure is to the thing measured: its value, a change of it, or what it was before.
    #[serde(default)]
    pub reading: Reading,
}

/// What a figure is to the thing it measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The value itself: "revenue was £412.6m", "rose to 38".
    #[default]
    Value,
    /// By how much it changed: "rose 6%", "fell by £3.3m".
    Change,
    /// A value the statement itself gives as earlier, corrected or compared with: "up from 35", "against £171m a year
    /// earlier", "corrects the figure of 44".
    Earlier,
    /// The whole that a part is given of: the 28 of "15 out of 28 provinces", the 101 of "52 of the 101 seats".
    Whole,
}

/// How a figure bounds the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The figure itself.
    Exact,
    /// About, roughly, some, around.
    About,
    /// Nearly, almost, just under: a little less.
    Nearly,
    /// At least, or more: no less.
    AtLeast,
    /// More than, over: more.
    MoreThan,
    /// At most, up to: no more.
    AtMost,
    /// Less than, under, fewer than.
    LessThan,
}

/// What a quantity measures. Figures of two dimensions never conflict.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// Things counted.
    Count,
    /// Shares, in per cent.
    Percent,
    /// Money, with its ISO 4217 code ("USD", "GBP", "EUR").
    Money(String),
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Kilograms.
    Mass,
    /// Litres.
    Volume,
    /// Metres a second.
    Speed,
    /// Degrees Celsius.
    Temperature,
    /// Seconds between two events (`of` is "after" or "before"); durations of events are times, not quantities.
    Duration,
    /// Years of a person's age.
    Age,
    /// Scores of matches, votes: two numbers together ("3-2"): `low` is the first, `high` the second as written.
    Score,
    /// A unit of its own, by name: "percentage-point" (basis points too, as hundredths), "watt", "magnitude".
    Other(String),
}

/// Whether two values can describe one fact. Shared by quantities and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The same value.
    Equal,
    /// Not the same words, but both can be true of one fact (rounded, bounded, coarser).
    Compatible,
    /// Both cannot be true of one fact.
    Conflict,
    /// Not values of one kind; nothing follows.
    Incomparable,
}
