//! What a comparison is made with.

use serde::{Deserialize, Serialize};

/// Choices that change the result. (The number of threads does not, and so is not here.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Whether the models (sentence encoder and relation model) are used. Without them little is told: equal wording agrees, and
    /// nearly equal wording that exchanges one value contradicts.
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
    /// The relation model: alignments keep no answers.
    pub relation: bool,
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

    /// Whether the relation model runs.
    pub fn reads(&self) -> bool {
        self.use_model && !self.ablate.relation
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { use_model: true, ablate: Ablation::default() }
    }
}
