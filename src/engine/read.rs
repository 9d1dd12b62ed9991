//! Pairs to what the relation model says of them, and to the verdicts that follow.
//!
//! A pass of the model costs some 40 ms of processor time, so only what [`worth_reading`] lets through is read: the closest
//! pairs, so that the first contradiction is on screen soon. The second order of a pair is asked only where the first
//! leaves it open. Once all are read it is known how far two sources contradict each other, and what that makes of each
//! pair; and only then, for the few contradictions that are told, the words are looked for that no checker has found.

use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::align;
use crate::judge::{self, Judge};
use crate::model::{Answers, Cancel, Cancelled, Pair, Relation, RelationScores, SourceId};
use crate::neural::{NeuralError, RelationModel};

/// Pairs read between two looks at the cancel flag: half a second of work or so.
const CHUNK: usize = 8;

/// Similarity from which a pair is read. Of 3,900 pairs of development stories and triplets 577 lie below; the model would
/// have told 1 contradiction of 67 right ones there, and 2 wrong ones.
const WORTH: f32 = 0.03;

/// Pairs read at most in all, the closest: half a minute of processor time.
const MOST: usize = 700;

/// Probability of neither from which the other order is not asked: the two orders then hardly differ.
const SETTLED: f32 = 0.9;

/// Who wants to know how far the model has come.
pub(super) struct Watch<'a> {
    /// Is told how many of how many pairs were read.
    pub(super) progress: &'a dyn Fn(usize, usize),
    /// How long answers are collected before they are shown. The last ones are left to the caller.
    pub(super) show_every: Duration,
    /// Is given all pairs, after some were judged again.
    pub(super) show: &'a dyn Fn(&[Pair]),
}

/// Reads those pairs that are worth it, keeps the answers in them and judges them again. Gives the number of pairs that
/// were close enough and yet not read, because there are too many sources.
///
/// # Errors
/// The outer one once `cancel` is raised, the inner one if the model cannot be run; what was answered until then stays.
pub(super) fn read(
    model: &dyn RelationModel,
    judge: &Judge<'_>,
    pairs: &mut [Pair],
    cancel: &Cancel,
    watch: &Watch<'_>,
) -> Result<Result<usize, NeuralError>, Cancelled> {
    let (order, left_out) = worth_reading(pairs);
    let (mut shown, mut when) = (0, Instant::now());
    for (index, chunk) in order.chunks(CHUNK).enumerate() {
        cancel.check()?;
        (watch.progress)(index * CHUNK, order.len());
        if index > 0 && when.elapsed() >= watch.show_every {
            judge_again(judge, pairs, &order[shown..index * CHUNK]);
            (watch.show)(pairs);
            (shown, when) = (index * CHUNK, Instant::now());
        }
        let texts: Vec<(&str, &str)> = chunk.iter().map(|&i| judge.passages(&pairs[i].alignment)).collect();
        match both_orders(model, &texts) {
            Ok(answers) => chunk.iter().zip(answers).for_each(|(&i, answers)| pairs[i].alignment.answers = answers),
            Err(error) => {
                judge_again(judge, pairs, &order[..index * CHUNK]);
                return Ok(Err(error));
            }
        }
    }
    judge::dissent(pairs);
    let mut words = Ok(());
    // One pair after the other: the model may have to be loaded first, which parallel work must not wait for.
    for &i in &order {
        cancel.check()?;
        words = words.and_then(|()| judge.find_words(&mut pairs[i].alignment, model));
    }
    judge_again(judge, pairs, &order);
    (watch.progress)(order.len(), order.len());
    Ok(words.map(|()| left_out))
}

/// Judges those pairs by the answers there are, each as far as two sources are known to contradict each other by now.
fn judge_again(judge: &Judge<'_>, pairs: &mut [Pair], which: &[usize]) {
    judge::dissent(pairs);
    let verdicts: Vec<_> = which.par_iter().map(|&i| judge.judge(&pairs[i].alignment)).collect();
    which.iter().zip(verdicts).for_each(|(&i, verdict)| pairs[i].verdict = verdict);
}

/// Reads pairs of statements of one source and keeps those that contradict each other.
///
/// # Errors
/// If the model cannot be run.
pub(super) fn read_within(
    model: &dyn RelationModel,
    judge: &Judge<'_>,
    mut pairs: Vec<Pair>,
) -> Result<Vec<Pair>, NeuralError> {
    let texts: Vec<(&str, &str)> = pairs.iter().map(|pair| judge.passages(&pair.alignment)).collect();
    for (pair, answers) in pairs.iter_mut().zip(both_orders(model, &texts)?) {
        pair.alignment.answers = answers;
        pair.verdict = judge.judge(&pair.alignment);
    }
    Ok(contradicting(pairs))
}

/// Those that contradict each other.
pub(super) fn contradicting(pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.into_iter().filter(|pair| pair.verdict.relation == Relation::Contradiction).collect()
}

/// Asks the first order of each pair, and the second where the first leaves it open.
///
/// # Errors
/// If the model cannot be run.
pub(super) fn both_orders(model: &dyn RelationModel, texts: &[(&str, &str)]) -> Result<Vec<Answers>, NeuralError> {
    let there = model.read(texts)?;
    let open = |scores: &RelationScores| scores.neither < SETTLED;
    let again = texts.iter().zip(&there).filter(|(_, answer)| open(&answer.scores));
    let mut back = model.read(&again.map(|(&(a, b), _)| (b, a)).collect::<Vec<_>>())?.into_iter();
    let answers = there.iter().map(|answer| {
        let other = if open(&answer.scores) { back.next() } else { None };
        // The order that is surer of a contradiction knows its kind better.
        let surest = other.filter(|o| o.scores.contradict > answer.scores.contradict).unwrap_or(*answer);
        Answers { ab: Some(answer.scores), ba: other.map(|o| o.scores), kind: Some(surest.kind), words: None }
    });
    Ok(answers.collect())
}

/// Indices of the pairs to read, in the order to read them, and how many others would be if there were fewer sources.
fn worth_reading(pairs: &[Pair]) -> (Vec<usize>, usize) {
    let close = |i: usize| pairs[i].alignment.similarity;
    let ends = |i: usize| (pairs[i].alignment.left.source, pairs[i].alignment.right.source);
    let mut order: Vec<usize> = (0..pairs.len()).filter(|&i| close(i) >= WORTH).collect();
    order.sort_by(|&i, &j| close(j).total_cmp(&close(i)).then(i.cmp(&j)));
    let mut read: std::collections::BTreeMap<(SourceId, SourceId), usize> = std::collections::BTreeMap::new();
    order.retain(|&i| {
        let count = read.entry(ends(i)).or_default();
        *count += 1;
        *count <= align::CLOSEST
    });
    let left_out = order.len().saturating_sub(MOST);
    order.truncate(MOST);
    (order, left_out)
}
