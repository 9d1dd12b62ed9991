//! Pairs to what the entailment model says of them, and to the verdicts that follow.

use std::time::{Duration, Instant};

use crate::judge::{Judge, asks_back};
use crate::model::{Cancel, Cancelled, Directions, Pair, Source, StatementRef};
use crate::neural::{Entailment, NeuralError};

/// Pairs asked about between two looks at the cancel flag: a quarter of a second of work or so.
const CHUNK: usize = 16;

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
    sources: &[Source],
    pairs: &mut [Pair],
    cancel: &Cancel,
    watch: &Watch<'_>,
) -> Result<Result<(), NeuralError>, Cancelled> {
    let mut asked: Vec<usize> = (0..pairs.len()).filter(|&i| judge.asks(&pairs[i].alignment)).collect();
    let likeness = |i: usize| pairs[i].alignment.similarity;
    asked.sort_by(|&i, &j| likeness(j).total_cmp(&likeness(i)).then(i.cmp(&j)));
    let text = |at: StatementRef| {
        let source = &sources[at.source.0 as usize];
        source.text_of(&source.statements[at.statement.0 as usize])
    };
    let mut shown = Instant::now();
    for (index, chunk) in asked.chunks(CHUNK).enumerate() {
        cancel.check()?;
        (watch.progress)(index * CHUNK, asked.len());
        if index > 0 && shown.elapsed() >= watch.show_every {
            (watch.show)(pairs);
            shown = Instant::now();
        }
        let texts: Vec<_> =
            chunk.iter().map(|&i| (text(pairs[i].alignment.left), text(pairs[i].alignment.right))).collect();
        match directions(model, &texts) {
            Ok(answers) => chunk.iter().zip(answers).for_each(|(&i, answer)| {
                pairs[i].alignment.entailment = answer;
                pairs[i].verdict = judge.judge(&pairs[i].alignment);
            }),
            Err(error) => return Ok(Err(error)),
        }
    }
    (watch.progress)(asked.len(), asked.len());
    Ok(Ok(()))
}

/// What the model says of each pair with the first text as the premise and, where [`asks_back`] asks for it, with the
/// second as the premise.
pub(super) fn directions(model: &dyn Entailment, pairs: &[(&str, &str)]) -> Result<Vec<Directions>, NeuralError> {
    let there = model.scores(pairs)?;
    let turned: Vec<_> =
        pairs.iter().zip(&there).filter(|(_, first)| asks_back(first)).map(|((a, b), _)| (*b, *a)).collect();
    let mut back = model.scores(&turned)?.into_iter();
    let both = |first| Directions { ab: Some(first), ba: if asks_back(&first) { back.next() } else { None } };
    Ok(there.into_iter().map(both).collect())
}
