//! The sentence encoder: all-MiniLM-L6-v2, int8, run by rten.

use super::runner::Runner;
use super::{NeuralError, SentenceEncoder};

/// The network, in ONNX: token ids in, the masked mean of the last layer out, scaled to length 1.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/encoder-int8.onnx");

/// all-MiniLM-L6-v2: 384 numbers a text, of length 1.
pub struct MiniLm(Runner);

impl MiniLm {
    /// Length of a vector.
    pub const WIDTH: usize = 384;

    /// SHA-256 of the weights: tells what these computed from what others did.
    pub const ID: &str = "62ba2a8f073ca87230d5f948bde04293d9ff96c8a2b441214e506afc4cc5ccb8";

    /// Loads the weights that are part of the program (some 60 ms of processor time). As many threads as rayon has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn load() -> Result<Self, NeuralError> {
        Runner::load("sentence encoder", WEIGHTS, "embedding", Self::WIDTH).map(Self)
    }
}

impl SentenceEncoder for MiniLm {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        self.0.rows(texts, |tokenizer, text| tokenizer.text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_that_of_the_weights() {
        use sha2::{Digest, Sha256};
        let id: String = Sha256::digest(WEIGHTS).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(id, MiniLm::ID, "the weights have changed: give them this id");
    }
}
