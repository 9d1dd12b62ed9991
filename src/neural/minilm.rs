//! The sentence encoder: all-MiniLM-L6-v2, int8, run by rten.

use super::runner::Runner;
use super::{NeuralError, SentenceEncoder};

/// The network, in ONNX: token ids in, the masked mean of the last layer out, scaled to length 1.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/encoder-int8.onnx");

/// Length of a vector.
const WIDTH: usize = 384;

/// all-MiniLM-L6-v2: 384 numbers a text, of length 1.
pub struct MiniLm(Runner);

impl MiniLm {
    /// Loads the weights that are part of the program (some 100 ms, 60 MB). As many threads as rayon has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn load() -> Result<Self, NeuralError> {
        Runner::load("sentence encoder", WEIGHTS, "embedding", WIDTH).map(Self)
    }
}

impl SentenceEncoder for MiniLm {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        self.0.rows(texts, |tokenizer, text| tokenizer.text(text))
    }
}
