//! Pairs to what the entailment model says of them, and to the verdicts that follow.

use std::time::{Duration, Instant};

use crate::judge::Judge;
use crate::model::{Alignment, Cancel, Cancelled, Pair};
use crate::neural::{Entailment, NeuralError};

/// Pairs asked about between two looks at the cancel flag: half a second of work or so, with their parts.
const CHUNK: usize = 8;

/// Who wants to know how far the model has come.
pub(super) struct Watch<'a> {
    /// Is told how many of how many pairs were answered.
    pub(super) progress: &'a dyn Fn(usize, usize),
    /// How long answers are collected before they are shown. The last ones are left to the caller.
    pub(super) show_every: Duration,
    /// Is given all pairs, after some were judged again.
    pub(super) show: &'a dyn Fn(&[Pair]),
}

/// Asks the model about those pairs that the judge picks, those first that are most alike; keeps its scores in them and
/// judges them again.
///
/// # Errors
/// The outer one once `cancel` is raised, the inner one if the model cannot be run; what was answered until then stays.
pub(super) fn entail(
    model: &dyn Entailment,
    judge: &Judge<'_>,
    pairs: &mut [Pair],
    cancel: &Cancel,
    watch: &Watch<'_>,
) -> Result<Result<(), NeuralError>, Cancelled> {
    let mut asked = judge.asks(&pairs.iter().map(|pair| pair.alignment).collect::<Vec<_>>());
    let likeness = |i: usize| pairs[i].alignment.similarity;
    asked.sort_by(|&i, &j| likeness(j).total_cmp(&likeness(i)).then(i.cmp(&j)));
    let mut shown = Instant::now();
    for (index, chunk) in asked.chunks(CHUNK).enumerate() {
        cancel.check()?;
        (watch.progress)(index * CHUNK, asked.len());
        if index > 0 && shown.elapsed() >= watch.show_every {
            (watch.show)(pairs);
            shown = Instant::now();
        }
        let mut alignments: Vec<Alignment> = chunk.iter().map(|&i| pairs[i].alignment).collect();
        if let Err(error) = judge.consult(&mut alignments, model) {
            return Ok(Err(error));
        }
        for (&i, alignment) in chunk.iter().zip(alignments) {
            pairs[i] = Pair { alignment, verdict: judge.judge(&alignment) };
        }
    }
    (watch.progress)(asked.len(), asked.len());
    Ok(Ok(()))
}
