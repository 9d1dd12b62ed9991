//! Which pairs the entailment model is asked about. It costs more than all the rest together, so it is asked only where
//! its answer could change the verdict.

use crate::model::{Alignment, EntailmentScores};
use crate::text::fold;

use super::Judge;

/// Similarity below which a pair is not asked about: what is so unlike stays unrelated unless a checker convicts.
const ASK_FROM: f32 = 0.1;

/// From this probability of "neutral" on, the first direction is answer enough: neither an agreement nor a contradiction
/// can come of it, whatever the other direction says.
const CLEARLY_NEUTRAL: f32 = 0.9;

impl Judge<'_> {
    /// Whether the entailment model should be asked about an alignment.
    pub fn asks(&self, alignment: &Alignment) -> bool {
        alignment.similarity >= ASK_FROM
            && fold(self.frame(alignment.left).text) != fold(self.frame(alignment.right).text)
    }
}

/// Whether the second direction should be run after the first gave these scores.
pub fn asks_back(first: &EntailmentScores) -> bool {
    first.neutral < CLEARLY_NEUTRAL
}
