//! The sentence encoder: all-MiniLM-L6-v2, int8, run by rten.

use rten_tensor::NdTensor;

use super::runner::{Input, Runner};
use super::tokenizer::Tokenizer;
use super::{NeuralError, SentenceEncoder};

/// The network, in ONNX: token ids in, the masked mean of the last layer out, scaled to length 1.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/encoder-int8.onnx");

/// all-MiniLM-L6-v2: 384 numbers a text, of length 1.
pub struct MiniLm {
    runner: Runner,
    tokenizer: Tokenizer,
}

/// What messages call it.
const NAME: &str = "sentence encoder";

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
        let inputs = ["input_ids", "attention_mask", "token_type_ids"];
        let runner = Runner::load(NAME, WEIGHTS, &inputs, &["embedding"])?;
        let tokenizer = Tokenizer::bert().map_err(|reason| NeuralError::Load { model: NAME, reason })?;
        Ok(Self { runner, tokenizer })
    }
}

impl SentenceEncoder for MiniLm {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        let prepare = |text: &&str| {
            let ids = self.tokenizer.text(text)?;
            let (length, shape) = (ids.len(), [1, ids.len()]);
            let all = |value: i32| NdTensor::from_data(shape, vec![value; length]);
            Ok(Input { length, values: vec![NdTensor::from_data(shape, ids).into(), all(1).into(), all(0).into()] })
        };
        let vectors = self.runner.rows(texts, prepare)?.into_iter().flatten();
        vectors
            .map(|vector| if vector.len() == Self::WIDTH { Ok(vector) } else { Err(wrong_width(vector.len())) })
            .collect()
    }
}

fn wrong_width(found: usize) -> NeuralError {
    NeuralError::Run { model: NAME, reason: format!("its output is {found} numbers wide, not {}", MiniLm::WIDTH) }
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
