//! Runs a network of `resources/models` by rten: named tensors in, rows of numbers out.
//!
//! Why one input a run: it is the only form whose result depends on the input alone whatever the network does with its
//! batch, and it costs no more. (all-MiniLM's int8 weights take one scale for all activations of a run, padding too;
//! the relation model has no batch dimension at all.) Inputs run in parallel instead, the longest of a chunk first, so that
//! no thread is left with a long one at the end.

use std::sync::Arc;

use rayon::prelude::*;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, Value};
use rten_tensor::NdTensor;

use super::NeuralError;

/// Inputs handed to the pool at once. Bounds how deep work stealing can nest one run in another.
const CHUNK: usize = 64;

/// A network and its threads.
pub(super) struct Runner {
    name: &'static str,
    model: Model,
    inputs: Vec<NodeId>,
    outputs: Vec<NodeId>,
    pool: Arc<ThreadPool>,
}

/// One input of a network: a tensor for each of its inputs, in the order they were named.
pub(super) struct Input {
    /// Tokens: what the run costs goes with it.
    pub(super) length: usize,
    /// The tensors.
    pub(super) values: Vec<Value>,
}

impl Runner {
    /// Loads a network with inputs and outputs of these names. `name` is what messages call it. As many threads as rayon
    /// has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub(super) fn load(
        name: &'static str,
        weights: &'static [u8],
        inputs: &[&str],
        outputs: &[&str],
    ) -> Result<Self, NeuralError> {
        let failed = |e: &dyn std::fmt::Display| NeuralError::Load { model: name, reason: e.to_string() };
        let model =
            ModelOptions::with_all_ops().prepack_weights(true).load_static_slice(weights).map_err(|e| failed(&e))?;
        let nodes = |names: &[&str]| -> Result<Vec<NodeId>, NeuralError> {
            names.iter().map(|name| model.node_id(name).map_err(|e| failed(&e))).collect()
        };
        let (inputs, outputs) = (nodes(inputs)?, nodes(outputs)?);
        let pool = Arc::new(ThreadPool::with_num_threads(rayon::current_num_threads()));
        Ok(Self { name, model, inputs, outputs, pool })
    }

    /// The rows of finite numbers that come out for each item, in order, each the same whatever the other items are.
    /// `prepare` makes the input of an item; its error is the reason why it cannot.
    ///
    /// # Errors
    /// [`NeuralError::Run`] if an input cannot be made, or the network fails.
    pub(super) fn rows<T: Sync>(
        &self,
        items: &[T],
        prepare: impl Fn(&T) -> Result<Input, String> + Sync,
    ) -> Result<Vec<Vec<Vec<f32>>>, NeuralError> {
        let failed = |reason| NeuralError::Run { model: self.name, reason };
        let mut rows = Vec::with_capacity(items.len());
        for chunk in items.chunks(CHUNK) {
            let inputs: Result<Vec<Input>, String> = chunk.iter().map(&prepare).collect();
            let mut inputs: Vec<(usize, Input)> = inputs.map_err(failed)?.into_iter().enumerate().collect();
            inputs.sort_by_key(|(_, input)| std::cmp::Reverse(input.length));
            let run = |(place, input): (usize, Input)| Ok((place, self.run(input).map_err(failed)?));
            let part: Result<Vec<_>, NeuralError> =
                self.pool.run(|| inputs.into_par_iter().with_max_len(1).map(run).collect());
            let mut part = part?;
            part.sort_by_key(|(place, _)| *place);
            rows.extend(part.into_iter().map(|(_, row)| row));
        }
        Ok(rows)
    }

    fn run(&self, input: Input) -> Result<Vec<Vec<f32>>, String> {
        let inputs = self.inputs.iter().copied().zip(input.values.into_iter().map(Into::into)).collect();
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&self.pool)));
        let outputs = self.model.run(inputs, &self.outputs, Some(options)).map_err(|e| e.to_string())?;
        let row = |output: Value| {
            let row: NdTensor<f32, 2> = output.try_into().map_err(|e| format!("{e:?}"))?;
            let row = row.into_data();
            if row.iter().all(|x| x.is_finite()) { Ok(row) } else { Err("its output is not finite".to_owned()) }
        };
        outputs.into_iter().map(row).collect()
    }
}
