//! Composes the stages: documents in, a [`Comparison`] out, with progress and snapshots on the way.

mod embed;
mod judge_pairs;
mod rows;
mod warnings;

use std::sync::{Arc, OnceLock};

pub use judge_pairs::PairVerdict;

use crate::judge::Judge;
use crate::model::{Cancel, Cancelled, Comparison, Document, Settings};
use crate::neural::{MiniLm, NeuralError, Remembering, SentenceEncoder};
use crate::{align, segment};

/// What the engine tells while it works.
#[derive(Clone, Debug)]
pub enum Event {
    /// A stage has done so much of its work.
    Progress {
        /// Which stage.
        stage: Stage,
        /// Units done.
        done: usize,
        /// Units in all.
        total: usize,
    },
    /// A result that is complete in itself but may still be refined. Statement ids stay the same afterwards.
    Snapshot(Arc<Comparison>),
}

/// The stages, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Finding statements and what they speak of; a unit is a source.
    Segment,
    /// Running the sentence encoder; a unit is a statement.
    Encode,
    /// Finding what overlaps; a unit is a pair of sources.
    Align,
    /// Judging; a unit is an alignment.
    Judge,
}

/// Holds what is worth keeping between comparisons: the model once it is loaded, and what it computed.
#[derive(Default)]
pub struct Engine {
    encoder: OnceLock<Result<Arc<dyn SentenceEncoder>, NeuralError>>,
}

impl Engine {
    /// An engine that has loaded nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// An engine with an encoder of the caller's choice in place of the one in the program.
    pub fn with_encoder(encoder: Arc<dyn SentenceEncoder>) -> Self {
        Self { encoder: OnceLock::from(Ok(encoder)) }
    }

    /// The sentence encoder, loaded at the first call.
    fn encoder(&self) -> Result<Arc<dyn SentenceEncoder>, NeuralError> {
        self.encoder
            .get_or_init(|| {
                MiniLm::load().map(|encoder| Arc::new(Remembering::new(encoder)) as Arc<dyn SentenceEncoder>)
            })
            .clone()
    }

    /// Compares the documents. `sink` is called from this thread and from worker threads; with the model, it is sent the
    /// comparison by words alone first, for the reader to start on. If the model cannot be run, that is the result, and a
    /// warning says so.
    ///
    /// # Errors
    /// [`Cancelled`] once `cancel` is raised.
    pub fn compare(
        &self,
        documents: &[Arc<Document>],
        settings: &Settings,
        cancel: &Cancel,
        sink: &(dyn Fn(Event) + Sync),
    ) -> Result<Arc<Comparison>, Cancelled> {
        let mut comparison = Comparison { settings: settings.clone(), ..Comparison::default() };
        for (done, document) in documents.iter().enumerate() {
            cancel.check()?;
            sink(Event::Progress { stage: Stage::Segment, done, total: documents.len() });
            comparison.sources.push(segment::segment(Arc::clone(document)));
        }
        let sources = std::mem::take(&mut comparison.sources);
        let judge = Judge::new(&sources);
        let slots = judge.slot_pairs();
        comparison.pairs = judge.pairs(&align::align(&sources, None, &slots, cancel)?);
        if settings.use_model {
            let mut snapshot = Comparison { sources: sources.clone(), ..comparison.clone() };
            rows::complete(&mut snapshot);
            sink(Event::Snapshot(Arc::new(snapshot)));
            let progress = |done, total| sink(Event::Progress { stage: Stage::Encode, done, total });
            let embeddings = match self.encoder() {
                Ok(encoder) => embed::embeddings(&*encoder, &sources, cancel, &progress)?,
                Err(error) => Err(error),
            };
            match embeddings {
                Ok(embeddings) => {
                    comparison.pairs = judge.pairs(&align::align(&sources, Some(&embeddings), &slots, cancel)?);
                }
                Err(error) => comparison.warnings.push(error.to_string()),
            }
        }
        drop(judge);
        comparison.sources = sources;
        rows::complete(&mut comparison);
        let lonely = warnings::nothing_in_common(&comparison);
        comparison.warnings.extend(lonely);
        Ok(Arc::new(comparison))
    }
}
