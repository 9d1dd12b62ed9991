//! What a statement speaks of: the typed slots that the checkers compare.
//!
//! All spans point into the statement. Value types own their comparison (see [`Quantity::compare`],
//! [`TimeSpan::compare`], [`Place::relation`]), so that judge, claims and timeline share one meaning.
//!
//! [`Quantity::compare`]: super::Quantity::compare
//! [`TimeSpan::compare`]: super::TimeSpan::compare
//! [`Place::relation`]: super::Place::relation

use serde::{Deserialize, Serialize};

use super::{EntityMention, PlaceMention, Quantity, Span, TimeMention};

/// Everything found in one statement, each list in reading order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mentions {
    /// Numbers with their units and bounds.
    pub quantities: Vec<Quantity>,
    /// Dates, intervals, durations, clock times.
    pub times: Vec<TimeMention>,
    /// Cities, regions, countries.
    pub places: Vec<PlaceMention>,
    /// People and organisations, with the roles the statement gives them.
    pub entities: Vec<EntityMention>,
    /// What is denied.
    pub negations: Vec<Negation>,
    /// What is left open: "may", "likely", "alleged", "if".
    pub hedges: Vec<Hedge>,
    /// Who is said to say it.
    pub attributions: Vec<Attribution>,
    /// Words in quotation marks.
    pub quotations: Vec<Quotation>,
}

/// A negation and how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Negation {
    /// The word that negates: "not", "no", "without", "denied", "failed to".
    pub cue: Span,
    /// The words it negates, cue excluded, as far as its clause.
    pub scope: Span,
}

/// Words that keep a statement from being a plain assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedge {
    /// The word or phrase.
    pub span: Span,
    /// How it hedges.
    pub kind: HedgeKind,
}

/// How a hedge leaves a statement open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HedgeKind {
    /// May, might, could, likely, possibly, appears to.
    Possible,
    /// Alleged, reportedly, unconfirmed.
    Reported,
    /// If, unless, would, were to: not said to be so at all.
    Conditional,
    /// Wants, seeks, aims, hopes, calls for, should: said to be wished.
    Wished,
    /// Will, plans to, is set to, is expected to: said to come.
    Planned,
}

/// Who is said to say something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The verb or phrase: "said", "according to".
    pub cue: Span,
    /// The speaker's words in the statement, if named there.
    pub speaker: Option<Span>,
    /// What is said, as far as the statement shows it.
    pub content: Span,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The quoted words, without the marks. A quotation left open at the end of a statement runs to its end.
    pub span: Span,
    /// Name of the speaker, found in this statement or in those around it; as written.
    pub speaker: Option<String>,
    /// Whether it is a word or two that nobody is said to have said: a nickname, a name, words held at a distance.
    pub scare: bool,
}
