//! Composes the stages: documents in, a [`Comparison`] out, with progress and snapshots on the way.

mod embed;
mod judge_pairs;
mod memory;
mod read;
mod rows;
mod warnings;

use std::sync::Arc;
use std::time::Duration;

pub use judge_pairs::PairVerdict;
pub use memory::{Memory, cache_folder};

use crate::judge::{self, Judge};
use crate::model::{Cancel, Cancelled, Comparison, Document, Pair, Settings, Source};
use crate::neural::{CrossEncoder, Lazy, MiniLm, RelationModel, Remembering, SentenceEncoder};
use crate::{align, claims, segment};
use read::Watch;

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
    /// Asking the relation model and judging again; a unit is an alignment.
    Read,
}

/// How long answers of the relation model are collected before they are shown.
const SHOW_EVERY: Duration = Duration::from_millis(500);

/// Holds what is worth keeping between comparisons: the models once they are loaded, and what they computed.
pub struct Engine {
    encoder: Arc<dyn SentenceEncoder>,
    relation: Arc<dyn RelationModel>,
    memory: Memory,
}

impl Default for Engine {
    fn default() -> Self {
        let memory = Memory::default();
        Self {
            encoder: Arc::new(Remembering::new(Lazy::new(MiniLm::load), MiniLm::ID, memory.vectors())),
            relation: Arc::new(Remembering::new(Lazy::new(CrossEncoder::load), CrossEncoder::ID, memory.answers())),
            memory,
        }
    }
}

impl Engine {
    /// An engine that has loaded nothing yet, and that remembers what it computes as long as it lives.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an encoder of the caller's choice in place of the one in the program. Nothing it computes is remembered.
    #[must_use]
    pub fn with_encoder(self, encoder: Arc<dyn SentenceEncoder>) -> Self {
        Self { encoder, ..self }
    }

    /// Takes a relation model of the caller's choice in place of the one in the program. Nothing it computes is
    /// remembered.
    #[must_use]
    pub fn with_relation(self, relation: Arc<dyn RelationModel>) -> Self {
        Self { relation, ..self }
    }

    /// What was computed, to keep it in a folder or to forget it.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Compares the documents. `sink` is called from this thread and from worker threads; with the models, it is sent the
    /// comparison by words alone first, for the reader to start on, then with what the encoder found, then with the
    /// answers of the relation model as they come in. If a model cannot be run, the result is what was found without
    /// it, and a warning says so.
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
        let _saved_at_the_end = self.memory.save_when_dropped();
        let mut sources = Vec::with_capacity(documents.len());
        for (done, document) in documents.iter().enumerate() {
            cancel.check()?;
            sink(Event::Progress { stage: Stage::Segment, done, total: documents.len() });
            sources.push(segment::segment(Arc::clone(document)));
        }
        let mut warnings = Vec::new();
        let judge = Judge::new(&sources).without(settings.ablate);
        let mut within = read::contradicting(judge.within());
        let by_words = within.clone();
        let show = |pairs: &[Pair]| {
            let snapshot = assemble(sources.clone(), pairs, by_words.clone(), settings);
            sink(Event::Snapshot(Arc::new(snapshot)));
        };
        let mut pairs = judge.pairs(&align::align(&sources, None, cancel)?);
        if settings.encodes() {
            show(&pairs);
            let progress = |done, total| sink(Event::Progress { stage: Stage::Encode, done, total });
            match embed::embeddings(&*self.encoder, &sources, cancel, &progress)? {
                Ok(vectors) => pairs = judge.pairs(&align::align(&sources, Some(&vectors), cancel)?),
                Err(error) => warnings.push(error.to_string()),
            }
        }
        if settings.reads() {
            show(&pairs);
            let progress = |done, total| sink(Event::Progress { stage: Stage::Read, done, total });
            let watch = Watch { progress: &progress, show_every: SHOW_EVERY, show: &show };
            let answered = match read::read(&*self.relation, &judge, &mut pairs, cancel, &watch)? {
                Ok(left_out) => {
                    warnings.extend(warnings::not_read(left_out));
                    read::read_within(&*self.relation, &judge, judge.within())
                }
                Err(error) => Err(error),
            };
            match answered {
                Ok(found) => within = found,
                Err(error) => warnings.push(error.to_string()),
            }
        }
        drop(judge);
        let mut comparison = assemble(sources, &pairs, within, settings);
        warnings.extend(warnings::nothing_in_common(&comparison));
        warnings.extend(claims::echo_warnings(&comparison));
        comparison.warnings = warnings;
        Ok(Arc::new(comparison))
    }
}

/// A comparison of what was found so far.
fn assemble(sources: Vec<Source>, pairs: &[Pair], within: Vec<Pair>, settings: &Settings) -> Comparison {
    let settings = settings.clone();
    let pairs = judge::related(pairs);
    let mut comparison = Comparison { sources, pairs, within, settings, ..Comparison::default() };
    rows::complete(&mut comparison);
    comparison
}
