//! The models' only home. Every other module sees the traits, and is tested without weights.
//!
//! Text goes through [`Tokenizer`](tokenizer) to word pieces, through the network of [`MiniLm`] to a vector, and
//! [`Remembering`] keeps vectors by the hash of their text. The weights lie in `resources/models` and are part of the
//! program; how they were made is written beside them.

mod minilm;
mod remembering;
mod tokenizer;

pub use minilm::MiniLm;
pub use remembering::Remembering;

/// Turns sentences into vectors whose cosine tells how close their meanings are.
pub trait SentenceEncoder: Send + Sync {
    /// One vector of length 1 for each text, in order. A text's vector does not depend on the other texts.
    ///
    /// # Errors
    /// If the model cannot be run.
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError>;
}

/// Why a model could not be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NeuralError {
    /// The weights in the program could not be read.
    #[error("the sentence encoder could not be loaded: {0}. Compare without it (--no-model).")]
    Load(String),
    /// Inference failed.
    #[error("the sentence encoder failed: {0}. Compare without it (--no-model).")]
    Run(String),
}
