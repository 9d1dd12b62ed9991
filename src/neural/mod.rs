//! The models' only home. Every other module sees the traits, and is tested without weights.

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
