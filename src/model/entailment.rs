//! What an entailment model says of two statements.

use serde::{Deserialize, Serialize};

use super::Span;

/// Probabilities that a hypothesis follows from a premise, is left open by it, or contradicts it; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntailmentScores {
    /// It follows.
    pub entailment: f32,
    /// It may be so or not.
    pub neutral: f32,
    /// It cannot be so.
    pub contradiction: f32,
}

/// What an entailment model says of the two statements of an alignment; `None` where it was not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directions {
    /// The left statement is the premise.
    pub ab: Option<EntailmentScores>,
    /// The right statement is the premise.
    pub ba: Option<EntailmentScores>,
    /// The parts of the two of which one follows best from the other.
    #[serde(default)]
    pub support: Option<Parts>,
    /// The parts of the two that rule each other out most, in both directions.
    #[serde(default)]
    pub clash: Option<Parts>,
    /// The words without which the clash would be least: what carries it. Only where it matters for the verdict.
    #[serde(default)]
    pub carried_by: Option<[Span; 2]>,
}

/// A part of each statement, and how they stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// In the left statement.
    pub left: Span,
    /// In the right statement.
    pub right: Span,
    /// Probability, 0 to 1, times the root of the share of words that the parts have in common.
    pub score: f32,
}
