//! Alignments to findings to verdicts.
//!
//! Each statement is taken apart once into a [`frame`]; each alignment becomes a pair of [`sides`]. What the relation
//! model answered about it, and how close it is, [`calibration`] turns into one probability each for agreement and
//! contradiction. Every checker of the list in [`checkers`] looks at the pair and says which words and what kind, or
//! explains the difference away; where none finds words for a contradiction, [`words`] asks the model which carry it.
//! [`combine()`] turns findings and probabilities into a verdict. Calibration and combination are pure functions.
//!
//! The same-event gate is in [`occasion`], for the clauses that a checker compares, not for the pair as a whole: a long
//! sentence may speak of two occasions, and only one of them is at stake. Who says what is found once a source
//! ([`voices`]); a contradiction that speakers are to answer for, not the reports, is turned into what it is ([`dispute`]).

mod calibration;
mod checkers;
mod combine;
mod dates;
mod dispute;
mod finding;
mod frame;
mod modifiers;
mod occasion;
mod opposition;
mod passage;
mod sides;
mod slots;
mod update;
mod venue;
mod voices;
mod weights;
mod within;
mod words;

pub use calibration::{EXPECTED_DISSENT, Odds, dissent};
pub use combine::{Wording, combine};
pub use finding::Finding;

use rayon::prelude::*;

use crate::model::{Ablation, Alignment, Pair, PublicationDate, Relation, Source, SourceId, StatementRef, Verdict};
use crate::neural::{NeuralError, RelationModel};
use frame::Frame;
use sides::Sides;
use voices::Voices;
use weights::Weights;

/// The pairs that a reader is shown: those that turned out to be related in some way.
pub fn related(pairs: &[Pair]) -> Vec<Pair> {
    pairs.iter().filter(|pair| pair.verdict.relation != Relation::Unrelated).cloned().collect()
}

/// Judges alignments between statements of the sources it was made for.
pub struct Judge<'a> {
    frames: Vec<Vec<Frame<'a>>>,
    said: Vec<Vec<Voices>>,
    published: Vec<Option<PublicationDate>>,
    weights: Weights,
    ablate: Ablation,
}

impl<'a> Judge<'a> {
    /// Takes all statements apart.
    pub fn new(sources: &'a [Source]) -> Self {
        let frames: Vec<Vec<Frame<'a>>> = sources
            .par_iter()
            .enumerate()
            .map(|(index, source)| {
                let at = |statement| StatementRef { source: SourceId(index as u32), statement };
                source.statements.iter().map(|s| Frame::new(at(s.id), source)).collect()
            })
            .collect();
        let weights = Weights::new(frames.iter().flatten().filter(|f| f.statement.kind.carries_claim()));
        let said = frames.par_iter().map(|source| voices::of_source(source, &weights)).collect();
        let published = sources.iter().map(|s| s.document.origin.published).collect();
        Self { frames, said, published, weights, ablate: Ablation::default() }
    }

    /// Leaves parts out of the judgement, to measure what they are worth.
    #[must_use]
    pub fn without(self, ablate: Ablation) -> Self {
        Self { ablate, ..self }
    }

    /// Judges one alignment.
    pub fn judge(&self, alignment: &Alignment) -> Verdict {
        let sides = self.sides(alignment.left, alignment.right, alignment.similarity);
        let mut findings = self.findings(&sides);
        // What different people say, the model takes for what the reports say.
        findings.extend(words::finding(alignment).filter(|f| !dispute::speakers_differ(&sides, f)));
        if findings.iter().all(|f| f.argues != Relation::Agreement) {
            findings.push(words::shared(&sides));
        }
        combine(alignment, findings, calibration::odds(alignment), sides.wording())
    }

    /// What the relation model reads of an alignment: both statements, each led by the sentence before if it cannot stand
    /// alone.
    pub fn passages(&self, alignment: &Alignment) -> (&'a str, &'a str) {
        (self.frame(alignment.left).passage, self.frame(alignment.right).passage)
    }

    /// Looks for the words that carry the contradiction the model sees in an alignment, if it is strong enough to be told
    /// and no checker has found words, and keeps them in its answers.
    ///
    /// # Errors
    /// If the model cannot be run.
    pub fn find_words(&self, alignment: &mut Alignment, model: &dyn RelationModel) -> Result<(), NeuralError> {
        if calibration::odds(alignment).is_none_or(|odds| odds.contradiction < combine::POSSIBLE) {
            return Ok(());
        }
        let sides = self.sides(alignment.left, alignment.right, alignment.similarity);
        if self.findings(&sides).iter().all(|f| f.argues != Relation::Contradiction) {
            alignment.answers.words = Some(words::find(alignment, &sides, model)?);
        }
        Ok(())
    }

    /// How nearly the words of an alignment are the same.
    pub fn wording(&self, alignment: &Alignment) -> Wording {
        self.sides(alignment.left, alignment.right, alignment.similarity).wording()
    }

    /// What the checkers find in an alignment, whatever the model says.
    pub fn findings_of(&self, alignment: &Alignment) -> Vec<Finding> {
        self.findings(&self.sides(alignment.left, alignment.right, alignment.similarity))
    }

    /// What the checkers find. The same words twice are no contradiction.
    fn findings(&self, sides: &Sides<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for checker in checkers::ALL.iter().filter(|_| !self.ablate.checkers) {
            checker.check(sides, &mut findings);
        }
        dispute::settle(sides, &mut findings);
        if sides.wording() == Wording::Equal {
            findings.retain(|f| f.argues != Relation::Contradiction);
        }
        findings
    }

    /// Judges all alignments, in order.
    pub fn pairs(&self, alignments: &[Alignment]) -> Vec<Pair> {
        alignments.par_iter().map(|alignment| Pair { alignment: *alignment, verdict: self.judge(alignment) }).collect()
    }

    /// Pairs of statements of one source between which a checker sees a contradiction of what the report itself asserts, in
    /// reading order of the first (see [`within`]). Told of those is what the model sees, too, and nearly equal wording.
    pub fn within(&self) -> Vec<Pair> {
        within::pairs(self)
    }

    fn sides(&self, left: StatementRef, right: StatementRef, similarity: f32) -> Sides<'_> {
        Sides {
            left: self.frame(left),
            right: self.frame(right),
            left_published: self.published[left.source.0 as usize],
            right_published: self.published[right.source.0 as usize],
            similarity,
            weights: &self.weights,
            gate: !self.ablate.gate,
            left_said: self.voices(left),
            right_said: self.voices(right),
        }
    }

    fn voices(&self, at: StatementRef) -> &Voices {
        &self.said[at.source.0 as usize][at.statement.0 as usize]
    }

    fn frame(&self, at: StatementRef) -> &Frame<'a> {
        &self.frames[at.source.0 as usize][at.statement.0 as usize]
    }
}
