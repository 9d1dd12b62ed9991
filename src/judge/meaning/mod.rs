//! What the entailment model says of aligned pairs, as far as it is asked.
//!
//! A pass of the model costs some 20 ms of processor time, so each step asks only where the one before left a question:
//!
//! 1. The left statement as premise, the right one as hypothesis, for every pair.
//! 2. The other direction where the first is not clearly neutral.
//! 3. Long sentences say many things, and the model, asked about all of them at once, is neutral: so the
//!    [parts](parts::pairs) that share words are asked about as well.
//! 4. Where the answers [suggest](super::weighing) a contradiction, the words that carry it ([`evidence`]).
//!
//! All questions of a step go to the model together, which may run them side by side; each answer depends on its own
//! question alone.

mod evidence;
mod parts;

use super::finding::Finding;
use super::sides::Sides;
use crate::model::{Alignment, CheckerId, Detail, Directions, EntailmentScores, Kind, Parts, Relation, Span, Strength};
use crate::neural::{Entailment, NeuralError};

/// Similarity from which a pair is worth a pass of the model. On the development stories, each weighed with weights
/// fitted on the others, asking about all pairs from 0.05 on, three times as many, neither found more nor erred less.
pub(super) const ASKED: f32 = 0.2;

/// Probability of neutral from which the other direction is not asked.
const CLEARLY_NEUTRAL: f32 = 0.85;

/// Probability of contradiction in both directions from which the words that carry it are looked for.
const EVIDENCE: f32 = 0.55;

/// Fills in what the model says of each alignment. `sides[i]` are the statements of `alignments[i]`.
///
/// # Errors
/// If the model cannot be run.
pub(super) fn consult(
    alignments: &mut [Alignment],
    sides: &[Sides<'_>],
    model: &dyn Entailment,
) -> Result<(), NeuralError> {
    let wholes: Vec<Question> = sides.iter().enumerate().map(|(i, sides)| Question::whole(i, sides)).collect();
    for (question, answer) in wholes.iter().zip(ask(&wholes, sides, model)?) {
        alignments[question.pair].entailment = Directions {
            ab: Some(answer.ab),
            ba: answer.ba,
            support: Some(question.parts(answer.support())),
            clash: answer.clash().map(|clash| question.parts(clash)),
            carried_by: None,
        };
    }
    let questions: Vec<Question> = sides.iter().enumerate().flat_map(|(i, sides)| parts::pairs(i, sides)).collect();
    for (question, answer) in questions.iter().zip(ask(&questions, sides, model)?) {
        let entailment = &mut alignments[question.pair].entailment;
        entailment.support = better(entailment.support, Some(question.parts(answer.support())));
        entailment.clash = better(entailment.clash, answer.clash().map(|clash| question.parts(clash)));
    }
    Ok(())
}

/// Looks for the words that carry the clash of a pair, if there is one.
///
/// # Errors
/// If the model cannot be run.
pub(super) fn find_evidence(
    alignment: &mut Alignment,
    sides: &Sides<'_>,
    model: &dyn Entailment,
) -> Result<(), NeuralError> {
    let said = &alignment.entailment;
    // What follows from the other better than it rules it out is no contradiction.
    let supported = said.support.map_or(0.0, |parts| parts.score);
    if let Some(clash) = said.clash.filter(|clash| clash.score >= EVIDENCE.max(supported)) {
        alignment.entailment.carried_by = Some(evidence::words(clash, sides, model)?);
    }
    Ok(())
}

/// The finding that follows from words that carry a clash.
pub(super) fn finding(alignment: &Alignment) -> Option<Finding> {
    let [left, right] = alignment.entailment.carried_by?;
    let what = (CheckerId::Relation, Kind::Wording);
    let finding = Finding::new(Relation::Contradiction, what, (left, right), Detail::RuleOut);
    Some(Finding { strength: Strength::Possible, ..finding })
}

fn better(old: Option<Parts>, new: Option<Parts>) -> Option<Parts> {
    match (old, new) {
        (Some(old), Some(new)) => Some(if new.score > old.score { new } else { old }),
        (old, new) => old.or(new),
    }
}

/// Whether a part of the left statement and one of the right follow from or rule out each other.
struct Question {
    /// Index of the alignment.
    pair: usize,
    left: Span,
    right: Span,
    /// Share of words that the two have in common, 0 to 1.
    overlap: f32,
}

impl Question {
    fn whole(pair: usize, sides: &Sides<'_>) -> Self {
        let (left, right) = (Span::new(0, sides.left.text.len()), Span::new(0, sides.right.text.len()));
        Self { pair, left, right, overlap: parts::overlap(sides, left, right) }
    }

    /// The two parts with a probability weighed by what they share: two statements about different things neither
    /// follow from nor rule out each other, whatever the model says.
    fn parts(&self, probability: f32) -> Parts {
        Parts { left: self.left, right: self.right, score: probability * self.overlap.sqrt() }
    }
}

/// The answer to a question.
struct Answer {
    ab: EntailmentScores,
    ba: Option<EntailmentScores>,
}

impl Answer {
    /// The better of the two directions: what is implied by the other is said by both.
    fn support(&self) -> f32 {
        self.ba.map_or(self.ab.entailment, |ba| ba.entailment.max(self.ab.entailment))
    }

    /// The worse of the two directions: what rules the other out is ruled out by it.
    fn clash(&self) -> Option<f32> {
        self.ba.map(|ba| ba.contradiction.min(self.ab.contradiction))
    }
}

/// Asks the first direction of all, and the second where the first is not clearly neutral.
fn ask(questions: &[Question], sides: &[Sides<'_>], model: &dyn Entailment) -> Result<Vec<Answer>, NeuralError> {
    let left = |q: &Question| q.left.of(sides[q.pair].left.text);
    let right = |q: &Question| q.right.of(sides[q.pair].right.text);
    let forth = model.scores(&questions.iter().map(|q| (left(q), right(q))).collect::<Vec<_>>())?;
    let open = |scores: &EntailmentScores| scores.neutral < CLEARLY_NEUTRAL;
    let again = questions.iter().zip(&forth).filter(|(_, scores)| open(scores));
    let mut back = model.scores(&again.map(|(q, _)| (right(q), left(q))).collect::<Vec<_>>())?.into_iter();
    Ok(forth.into_iter().map(|ab| Answer { ab, ba: if open(&ab) { back.next() } else { None } }).collect())
}
