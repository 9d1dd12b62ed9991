//! A model that is loaded when it is first asked something, by the thread that asks.

use std::sync::OnceLock;

use super::{Answer, NeuralError, RelationModel, SentenceEncoder};

/// A model and how to load it. What failed to load fails again with the same error.
pub struct Lazy<M> {
    loaded: OnceLock<Result<M, NeuralError>>,
    load: fn() -> Result<M, NeuralError>,
}

impl<M> Lazy<M> {
    /// Loads nothing yet.
    pub fn new(load: fn() -> Result<M, NeuralError>) -> Self {
        Self { loaded: OnceLock::new(), load }
    }

    fn model(&self) -> Result<&M, NeuralError> {
        self.loaded.get_or_init(self.load).as_ref().map_err(Clone::clone)
    }
}

impl<M: SentenceEncoder> SentenceEncoder for Lazy<M> {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        self.model()?.encode(texts)
    }
}

impl<M: RelationModel> RelationModel for Lazy<M> {
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        self.model()?.read(pairs)
    }
}
