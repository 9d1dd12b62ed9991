//! Sources to the vectors of their statements.

use crate::align::Embeddings;
use crate::model::{Cancel, Cancelled, Source};
use crate::neural::{NeuralError, SentenceEncoder};

/// Statements encoded between two looks at the cancel flag.
const CHUNK: usize = 64;

/// Vectors of all statements that carry a claim. `progress` is told how many are done, of how many.
///
/// # Errors
/// The outer one once `cancel` is raised, the inner one if the model cannot be run.
pub(super) fn embeddings(
    encoder: &dyn SentenceEncoder,
    sources: &[Source],
    cancel: &Cancel,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Result<Embeddings, NeuralError>, Cancelled> {
    let mut out: Embeddings = sources.iter().map(|source| vec![Vec::new(); source.statements.len()]).collect();
    let mut places = Vec::new();
    let mut texts = Vec::new();
    for (i, source) in sources.iter().enumerate().filter(|(_, source)| source.document.is_english()) {
        for (j, statement) in source.statements.iter().enumerate().filter(|(_, s)| s.kind.carries_claim()) {
            places.push((i, j));
            texts.push(source.text_of(statement));
        }
    }
    for ((places, part), done) in places.chunks(CHUNK).zip(texts.chunks(CHUNK)).zip((0..).step_by(CHUNK)) {
        cancel.check()?;
        progress(done, texts.len());
        match encoder.encode(part) {
            Ok(vectors) => places.iter().zip(vectors).for_each(|(&(i, j), vector)| out[i][j] = vector),
            Err(error) => return Ok(Err(error)),
        }
    }
    progress(texts.len(), texts.len());
    Ok(Ok(out))
}
