//! Alignments to findings to verdicts.
//!
//! Each statement is taken apart once into a [`frame`]; each alignment becomes a pair of [`sides`], which every checker
//! of the list in [`checkers`] looks at. The entailment [model](meaning) is asked about those that are close enough.
//! [`weighing`] adds up what encoder, model and checkers say to probabilities, and [`combine()`] turns findings and
//! probabilities into a verdict; both are pure functions.
//!
//! The same-event gate is in [`occasion`], for the clauses that a checker compares, not for the pair as a whole: a long
//! sentence may speak of two occasions, and only one of them is at stake. Who says what is found once a source
//! ([`voices`]); a contradiction that speakers are to answer for, not the reports, is turned into what it is ([`dispute`]).

mod checkers;
mod combine;
mod dates;
mod dispute;
mod finding;
mod frame;
mod meaning;
mod modifiers;
mod occasion;
mod opposition;
mod sides;
mod slots;
mod update;
mod venue;
mod voices;
pub mod weighing;
mod weights;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::{
    Ablation, Alignment, CheckerId, Pair, PublicationDate, Relation, Source, SourceId, StatementRef, Verdict,
};
use crate::neural::{Entailment, NeuralError};
use crate::text::fold;
use combine::combine;
use finding::Finding;
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
        let findings = self.findings(&sides);
        let odds = weighing::odds(&weighing::features(alignment, &findings), alignment.entailment.ab.is_some());
        let mut findings = findings;
        // What different people say, the model takes for what the reports say.
        findings.extend(meaning::finding(alignment).filter(|f| !dispute::speakers_differ(&sides, f)));
        combine(alignment, findings, odds)
    }

    /// Which of all alignments the entailment model is worth asking about, by index: those that are close enough, of
    /// which one statement has no closer counterpart in the other's source, and which are not the same words.
    pub fn asks(&self, alignments: &[Alignment]) -> Vec<usize> {
        let mut closest: BTreeMap<(StatementRef, SourceId), f32> = BTreeMap::new();
        let ends = |a: &Alignment| [(a.left, a.right.source), (a.right, a.left.source)];
        for alignment in alignments {
            for end in ends(alignment) {
                let best = closest.entry(end).or_default();
                *best = best.max(alignment.similarity);
            }
        }
        let same = |a: &Alignment| fold(self.frame(a.left).text) == fold(self.frame(a.right).text);
        let asked = |a: &Alignment| {
            a.similarity >= meaning::ASKED && ends(a).iter().any(|end| closest[end] <= a.similarity) && !same(a)
        };
        (0..alignments.len()).filter(|&i| asked(&alignments[i])).collect()
    }

    /// Asks the entailment model about alignments, and keeps in them what it answers. Each answer depends on the two
    /// statements alone, so it does not matter how many are given at once.
    ///
    /// # Errors
    /// If the model cannot be run.
    pub fn consult(&self, alignments: &mut [Alignment], model: &dyn Entailment) -> Result<(), NeuralError> {
        let sides: Vec<Sides<'_>> = alignments
            .iter()
            .map(|alignment| self.sides(alignment.left, alignment.right, alignment.similarity))
            .collect();
        meaning::consult(alignments, &sides, model)?;
        for (alignment, sides) in alignments.iter_mut().zip(&sides) {
            let odds = weighing::odds(&weighing::features(alignment, &self.findings(sides)), true);
            if odds.contradiction >= combine::SUSPECTED {
                meaning::find_evidence(alignment, sides, model)?;
            }
        }
        Ok(())
    }

    /// What [`weighing`] weighs for an alignment.
    pub fn features(&self, alignment: &Alignment) -> weighing::Features {
        let sides = self.sides(alignment.left, alignment.right, alignment.similarity);
        weighing::features(alignment, &self.findings(&sides))
    }

    /// What the checkers find. The same words twice are no contradiction.
    fn findings(&self, sides: &Sides<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let typed = |checker: &&dyn checkers::Checker| checker.id() != CheckerId::Wording;
        for checker in checkers::ALL.iter().filter(|c| !(self.ablate.checkers && typed(c))) {
            checker.check(sides, &mut findings);
        }
        dispute::settle(sides, &mut findings);
        if fold(sides.left.text) == fold(sides.right.text) {
            findings.retain(|f| f.argues != Relation::Contradiction);
        }
        findings
    }

    /// Pairs worth judging because they fill one slot (a role, a place, a beginning), for
    /// [`align`](crate::align::align) to weigh beside what it finds itself.
    pub fn slot_pairs(&self) -> BTreeSet<(StatementRef, StatementRef)> {
        slots::pairs(&self.frames)
    }

    /// Judges all alignments, in order.
    pub fn pairs(&self, alignments: &[Alignment]) -> Vec<Pair> {
        alignments.par_iter().map(|alignment| Pair { alignment: *alignment, verdict: self.judge(alignment) }).collect()
    }

    /// Contradictions between two statements of one source, in reading order of the first: clear findings only, of what
    /// the report itself asserts (see [`within`]).
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
