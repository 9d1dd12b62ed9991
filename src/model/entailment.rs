//! What an entailment model says of two statements.

use serde::{Deserialize, Serialize};

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

/// EntailmentScores in both directions between the two statements of an alignment; `None` where it was not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directions {
    /// The left statement is the premise.
    pub ab: Option<EntailmentScores>,
    /// The right statement is the premise.
    pub ba: Option<EntailmentScores>,
}
