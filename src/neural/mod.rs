//! The models' only home. Every other module sees the traits, and is tested without weights.
//!
//! Text goes through the [`tokenizer`] to word pieces, and through a [`runner`] to a row of numbers: the vector of
//! [`MiniLm`], or the answer of [`CrossEncoder`]. [`Lazy`] loads a model at the first question, and [`Remembering`] keeps
//! its answers by hash in a [`Store`], so that a question once answered needs no model.
//!
//! The weights lie in `resources/models` and are part of the program, so that the program works when copied alone to
//! another place; how they were made is written beside them. The system reads their pages when a model is loaded and not
//! before: starting the program does not touch them.

mod lazy;
mod minilm;
mod relation;
mod remembering;
mod rows;
mod runner;
mod store;
mod tokenizer;

pub use lazy::Lazy;
pub use minilm::MiniLm;
pub use relation::CrossEncoder;
pub use remembering::Remembering;
pub use store::Store;

use crate::model::{Kind, RelationScores};

/// Turns sentences into vectors whose cosine tells how close their meanings are.
pub trait SentenceEncoder: Send + Sync {
    /// One vector of length 1 for each text, in order. A text's vector does not depend on the other texts.
    ///
    /// # Errors
    /// If the model cannot be run.
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError>;
}

/// Tells whether two statements of two reports agree, contradict each other, or do neither.
pub trait RelationModel: Send + Sync {
    /// The answer to each pair, in order. An answer depends on the two texts and their order alone.
    ///
    /// # Errors
    /// If the model cannot be run.
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError>;
}

/// What the relation model says of a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// How probable each relation is.
    pub scores: RelationScores,
    /// In what the two contradict each other, if they do.
    pub kind: Kind,
}

/// Why a model could not be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NeuralError {
    /// The weights in the program could not be read.
    #[error("the {model} could not be loaded: {reason}. Compare without it (--no-model).")]
    Load {
        /// Which model.
        model: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// Inference failed.
    #[error("the {model} failed: {reason}. Compare without it (--no-model).")]
    Run {
        /// Which model.
        model: &'static str,
        /// What went wrong.
        reason: String,
    },
}
