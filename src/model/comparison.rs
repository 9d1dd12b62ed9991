//! The one result: everything the window, the report and the command line show.

use serde::{Deserialize, Serialize};

use super::{
    Claim, Echo, Pair, Reason, Relation, Settings, Side, Source, SourceId, Statement, StatementRef, Strength,
    TimelineEvent,
};

/// Several sources compared. Immutable; held in an `Arc` and handed from the engine to whoever shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The sources in the order they were given; `SourceId` is the index.
    pub sources: Vec<Source>,
    /// Aligned pairs of two different sources, never unrelated ones, in reading order of the left statement.
    pub pairs: Vec<Pair>,
    /// Pairs of two statements of one source that contradict each other, in reading order of the left one.
    pub within: Vec<Pair>,
    /// What the sources speak of, in reading order: every statement that carries a claim is in exactly one.
    pub claims: Vec<Claim>,
    /// Groups of sources that carry the same copy.
    pub echo: Vec<Echo>,
    /// What is said to happen when, in the order of time.
    pub timeline: Vec<TimelineEvent>,
    /// What the reader should know: a source not in English, sources with nothing in common, …
    pub warnings: Vec<String>,
    /// What it was made with.
    pub settings: Settings,
}

impl Comparison {
    /// A source by its id.
    ///
    /// # Panics
    /// If the id is of another comparison.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// A statement by reference.
    ///
    /// # Panics
    /// If the reference is of another comparison.
    pub fn statement(&self, at: StatementRef) -> &Statement {
        &self.source(at.source).statements[at.statement.0 as usize]
    }

    /// The words of a statement.
    ///
    /// # Panics
    /// If the reference is of another comparison.
    pub fn text(&self, at: StatementRef) -> &str {
        self.source(at.source).text_of(self.statement(at))
    }

    /// The sentence that tells a reader of a reason for the verdict on a pair.
    ///
    /// # Panics
    /// If the pair is of another comparison.
    pub fn because(&self, pair: &Pair, reason: &Reason) -> String {
        let (left, right) = (pair.alignment.left, pair.alignment.right);
        let side = |at: StatementRef| {
            let letter = at.source.letter();
            // Within one source the letter alone would not tell the two apart.
            let name = if left.source == right.source {
                format!("{letter}, paragraph {}", self.source(at.source).paragraph_of(self.statement(at)))
            } else {
                letter
            };
            Side { text: self.text(at), name }
        };
        reason.sentence(side(left), side(right))
    }

    /// Indices in [`Comparison::pairs`] of those between two sources, in either order.
    pub fn pairs_between(&self, a: SourceId, b: SourceId) -> impl Iterator<Item = usize> + '_ {
        self.pairs.iter().enumerate().filter_map(move |(i, pair)| {
            let ends = (pair.alignment.left.source, pair.alignment.right.source);
            (ends == (a, b) || ends == (b, a)).then_some(i)
        })
    }

    /// Number of pairs of a relation, clear and possible.
    pub fn count(&self, relation: Relation, strength: Strength) -> usize {
        self.pairs.iter().filter(|p| p.verdict.relation == relation && p.verdict.strength == strength).count()
    }
}
