//! The sentence encoder: all-MiniLM-L6-v2, int8, run by rten.

use std::sync::Arc;

use rayon::prelude::*;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::tokenizer::Tokenizer;
use super::{NeuralError, SentenceEncoder};

/// The network, in ONNX: token ids in, the masked mean of the last layer out, scaled to length 1.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/encoder-int8.onnx");

/// Length of a vector.
const WIDTH: usize = 384;

/// Texts handed to the pool at once. Bounds how deep work stealing can nest one run in another.
const CHUNK: usize = 64;

/// all-MiniLM-L6-v2: 384 numbers a text, of length 1.
///
/// Each text is a run of its own. Weights and activations are 8 bits wide, and the scale of the activations is taken over
/// all a run holds, padding too: in a batch, a text's vector would depend on its neighbours. Texts run in parallel instead.
pub struct MiniLm {
    tokenizer: Tokenizer,
    model: Model,
    inputs: [NodeId; 3],
    output: NodeId,
    pool: Arc<ThreadPool>,
}

impl MiniLm {
    /// Loads the weights that are part of the program (some 100 ms, 60 MB). As many threads as rayon has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn load() -> Result<Self, NeuralError> {
        let failed = |e: &dyn std::fmt::Display| NeuralError::Load(e.to_string());
        let model =
            ModelOptions::with_all_ops().prepack_weights(true).load_static_slice(WEIGHTS).map_err(|e| failed(&e))?;
        let node = |name| model.node_id(name).map_err(|e| failed(&e));
        let inputs = [node("input_ids")?, node("attention_mask")?, node("token_type_ids")?];
        let output = node("embedding")?;
        let pool = Arc::new(ThreadPool::with_num_threads(rayon::current_num_threads()));
        Ok(Self { tokenizer: Tokenizer::new()?, model, inputs, output, pool })
    }

    fn encode_one(&self, text: &str) -> Result<Vec<f32>, NeuralError> {
        let ids = self.tokenizer.ids(text)?;
        let shape = [1, ids.len()];
        let mask = NdTensor::from_data(shape, vec![1_i32; ids.len()]);
        let types = NdTensor::from_data(shape, vec![0_i32; ids.len()]);
        let ids = NdTensor::from_data(shape, ids);
        let values: [ValueOrView; 3] = [ids.view().into(), mask.view().into(), types.view().into()];
        let inputs = self.inputs.into_iter().zip(values).collect();
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        let [output] =
            self.model.run_n(inputs, [self.output], Some(options)).map_err(|e| NeuralError::Run(e.to_string()))?;
        let vector: NdTensor<f32, 2> = output.try_into().map_err(|e| NeuralError::Run(format!("{e:?}")))?;
        let vector = vector.into_data();
        if vector.len() != WIDTH || !vector.iter().all(|x| x.is_finite()) {
            return Err(NeuralError::Run(format!("its output is not {WIDTH} finite numbers")));
        }
        Ok(vector)
    }
}

impl SentenceEncoder for MiniLm {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        let mut vectors = Vec::with_capacity(texts.len());
        for chunk in texts.chunks(CHUNK) {
            let part: Result<Vec<_>, _> =
                self.pool.run(|| chunk.par_iter().map(|text| self.encode_one(text)).collect());
            vectors.extend(part?);
        }
        Ok(vectors)
    }
}
