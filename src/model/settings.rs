//! What a comparison is made with.

use serde::{Deserialize, Serialize};

/// Choices that change the result. (The number of threads does not, and so is not here.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Whether the models (sentence encoder and entailment) are used; without them, shared words and the checkers decide.
    pub use_model: bool,
    /// Parts left out to measure what they are worth; nothing in normal use.
    #[serde(default)]
    pub ablate: Ablation,
}

/// Parts of the judgement that can be left out, for measurement alone: `true` leaves the part out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ablation {
    /// The sentence encoder: statements are aligned by their words alone.
    pub encoder: bool,
    /// The entailment model: alignments keep no scores.
    pub entailment: bool,
    /// The same-event gate: checkers compare clauses of different occasions, too.
    pub gate: bool,
    /// The typed checkers: only the wording of the whole is looked at.
    pub checkers: bool,
}

impl Settings {
    /// Whether the sentence encoder runs.
    pub fn encodes(&self) -> bool {
        self.use_model && !self.ablate.encoder
    }

    /// Whether the entailment model runs.
    pub fn entails(&self) -> bool {
        self.use_model && !self.ablate.entailment
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { use_model: true, ablate: Ablation::default() }
    }
}
