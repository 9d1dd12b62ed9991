//! Runs a BERT-shaped network of `resources/models` by rten: word pieces in, a row of numbers out.
//!
//! Why one input a run, on 8-bit activations: it is the only form whose result depends on the input alone, and also the
//! fastest. Processor milliseconds for a pair of 55 to 60 tokens, one thread, optimised build, AVX-512 with VNNI: 13 in runs
//! of one; 13 in batches of eight, which would change the scores; 25 with the same weights as 32-bit floats; 10 by
//! onnxruntime in runs of one (`benches/entailment_onnxruntime.py`). One pool for all costs as much as a pool a thread.

use std::sync::Arc;

use rayon::prelude::*;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::NeuralError;
use super::tokenizer::{Pieces, Tokenizer};

/// Inputs handed to the pool at once. Bounds how deep work stealing can nest one run in another.
const CHUNK: usize = 64;

/// A network with its tokenizer and its threads.
///
/// Each input is a run of its own. Weights and activations are 8 bits wide, and the scale of the activations is taken over
/// all a run holds, padding too: in a batch, what comes out for one input would depend on its neighbours. Inputs run in
/// parallel instead, the longest of a chunk first, so that no thread is left with a long one at the end.
pub(super) struct Runner {
    name: &'static str,
    tokenizer: Tokenizer,
    model: Model,
    inputs: [NodeId; 3],
    output: NodeId,
    width: usize,
    pool: Arc<ThreadPool>,
}

impl Runner {
    /// Loads a network whose output `output` is `[batch, width]`. `name` is what messages call it. As many threads as
    /// rayon has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub(super) fn load(
        name: &'static str,
        weights: &'static [u8],
        output: &str,
        width: usize,
    ) -> Result<Self, NeuralError> {
        let failed = |e: &dyn std::fmt::Display| NeuralError::Load { model: name, reason: e.to_string() };
        let model =
            ModelOptions::with_all_ops().prepack_weights(true).load_static_slice(weights).map_err(|e| failed(&e))?;
        let node = |name: &str| model.node_id(name).map_err(|e| failed(&e));
        let inputs = [node("input_ids")?, node("attention_mask")?, node("token_type_ids")?];
        let output = node(output)?;
        let tokenizer = Tokenizer::new().map_err(|reason| NeuralError::Load { model: name, reason })?;
        let pool = Arc::new(ThreadPool::with_num_threads(rayon::current_num_threads()));
        Ok(Self { name, tokenizer, model, inputs, output, width, pool })
    }

    /// One row of finite numbers for each input, in order, each the same whatever the other inputs are. `pieces` cuts an
    /// input into word pieces; its error is the reason.
    ///
    /// # Errors
    /// [`NeuralError::Run`] if an input cannot be cut, or the network fails.
    pub(super) fn rows<T: Sync>(
        &self,
        inputs: &[T],
        pieces: impl Fn(&Tokenizer, &T) -> Result<Pieces, String> + Sync,
    ) -> Result<Vec<Vec<f32>>, NeuralError> {
        let failed = |reason| NeuralError::Run { model: self.name, reason };
        let mut rows = Vec::with_capacity(inputs.len());
        for chunk in inputs.chunks(CHUNK) {
            let cut: Result<Vec<_>, _> = chunk.iter().map(|input| pieces(&self.tokenizer, input)).collect();
            let mut cut: Vec<(usize, Pieces)> = cut.map_err(failed)?.into_iter().enumerate().collect();
            cut.sort_by_key(|(_, pieces)| std::cmp::Reverse(pieces.ids.len()));
            let run = |(place, pieces): (usize, Pieces)| Ok((place, self.row(pieces).map_err(failed)?));
            let part: Result<Vec<_>, NeuralError> =
                self.pool.run(|| cut.into_par_iter().with_max_len(1).map(run).collect());
            let mut part = part?;
            part.sort_by_key(|(place, _)| *place);
            rows.extend(part.into_iter().map(|(_, row)| row));
        }
        Ok(rows)
    }

    fn row(&self, pieces: Pieces) -> Result<Vec<f32>, String> {
        let shape = [1, pieces.ids.len()];
        let mask = NdTensor::from_data(shape, vec![1_i32; pieces.ids.len()]);
        let ids = NdTensor::from_data(shape, pieces.ids);
        let types = NdTensor::from_data(shape, pieces.types);
        let values: [ValueOrView; 3] = [ids.view().into(), mask.view().into(), types.view().into()];
        let inputs = self.inputs.into_iter().zip(values).collect();
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        let [output] = self.model.run_n(inputs, [self.output], Some(options)).map_err(|e| e.to_string())?;
        let row: NdTensor<f32, 2> = output.try_into().map_err(|e| format!("{e:?}"))?;
        let row = row.into_data();
        if row.len() != self.width || !row.iter().all(|x| x.is_finite()) {
            return Err(format!("its output is not {} finite numbers", self.width));
        }
        Ok(row)
    }
}
