//! Composes the stages: documents in, a [`Comparison`] out, with progress and snapshots on the way.

use std::sync::Arc;

use crate::model::{Cancel, Cancelled, Comparison, Document, Pair, Relation, Settings};
use crate::{align, judge, segment};

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
pub struct Engine {}

impl Engine {
    /// An engine that has loaded nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Compares the documents. `sink` is called from this thread and from worker threads.
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
        let mut sources = Vec::new();
        for (done, document) in documents.iter().enumerate() {
            cancel.check()?;
            sink(Event::Progress { stage: Stage::Segment, done, total: documents.len() });
            sources.push(segment::segment(Arc::clone(document)));
        }
        let pairs = align::align(&sources, None, cancel)?
            .into_iter()
            .map(|alignment| Pair { alignment, verdict: judge::judge(&sources, &alignment) })
            .filter(|pair| pair.verdict.relation != Relation::Unrelated)
            .collect();
        Ok(Arc::new(Comparison { sources, pairs, warnings: Vec::new(), settings: settings.clone() }))
    }
}
