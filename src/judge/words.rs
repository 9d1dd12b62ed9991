//! The words for what the model sees and no checker has words for.
//!
//! Of an agreement, the words that both share and that tell most. Of a contradiction, erasure of input words, as in Li,
//! Monroe and Jurafsky, "Understanding Neural Networks through Representation
//! Erasure" (2016): on each side, the run of words without which the model sees least of a contradiction, the other side
//! left as it is. What both sides say cannot be what they differ in, so only runs of other words are tried.

use super::finding::Finding;
use super::frame::{Frame, Term};
use super::sides::Sides;
use crate::model::{Alignment, CheckerId, Detail, Kind, Relation, RelationScores, Span};
use crate::neural::{NeuralError, RelationModel};

/// Runs tried on each side at most.
const MOST: usize = 8;

/// Words of a run at most.
const LONGEST: usize = 5;

/// The run on each side without which the two would contradict each other least.
pub(super) fn find(
    alignment: &Alignment,
    sides: &Sides<'_>,
    model: &dyn RelationModel,
) -> Result<[Span; 2], NeuralError> {
    let (left, right) = (sides.left.text, sides.right.text);
    // The order in which the model sees more of a contradiction.
    let seen = |scores: Option<RelationScores>| scores.map_or(0.0, |s| s.contradict);
    let turned = seen(alignment.answers.ba) > seen(alignment.answers.ab);
    let carrier = |frame: &Frame<'_>, other: &Frame<'_>, on_left: bool| -> Result<Span, NeuralError> {
        let runs = runs(frame, other);
        let erased: Vec<String> = runs.iter().map(|&run| without(frame.text, run)).collect();
        let pair = |text| {
            let (l, r) = if on_left { (text, right) } else { (left, text) };
            if turned { (r, l) } else { (l, r) }
        };
        let answers = model.read(&erased.iter().map(|text| pair(text.as_str())).collect::<Vec<_>>())?;
        let least = runs.iter().zip(&answers).min_by(|a, b| a.1.scores.contradict.total_cmp(&b.1.scores.contradict));
        Ok(least.map_or(Span::new(0, frame.text.len()), |(&run, _)| run))
    };
    Ok([carrier(sides.left, sides.right, true)?, carrier(sides.right, sides.left, false)?])
}

/// The finding that follows from words that carry a contradiction.
pub(super) fn finding(alignment: &Alignment) -> Option<Finding> {
    let [left, right] = alignment.answers.words?;
    let kind = alignment.answers.kind.unwrap_or(Kind::Wording);
    Some(Finding::new(Relation::Contradiction, (CheckerId::Relation, kind), (left, right), Detail::RuleOut))
}

/// Words named of an agreement at most.
const NAMED: usize = 4;

/// The finding that names what two agreeing statements speak of.
pub(super) fn shared(sides: &Sides<'_>) -> Finding {
    let mut shared = sides.shared(sides.left.content(), sides.right.content()).meetings;
    shared.sort_by(|a, b| b.2.total_cmp(&a.2));
    shared.truncate(NAMED);
    shared.sort_by_key(|(a, _, _)| a.span.start);
    let all = |spans: Vec<Span>, text: &str| spans.into_iter().reduce(Span::union).unwrap_or(Span::new(0, text.len()));
    let left = all(shared.iter().map(|m| m.0.span).collect(), sides.left.text);
    let right = all(shared.iter().map(|m| m.1.span).collect(), sides.right.text);
    let words = shared.iter().map(|m| sides.l(m.0.span).to_owned()).collect();
    sides.agreement(CheckerId::Relation, Kind::Wording, (left, right), Detail::Speak { words })
}

/// Runs of words that only this side has, the longest first if there are too many; single words if it has none.
fn runs(frame: &Frame<'_>, other: &Frame<'_>) -> Vec<Span> {
    let telling = |term: &Term| !term.stop || NEGATIONS.contains(&term.folded.as_str());
    let shared = |term: &Term| other.terms.iter().any(|t| t.lemma == term.lemma);
    let mut runs: Vec<(Span, usize)> = Vec::new();
    let mut gap = usize::MAX;
    for term in &frame.terms {
        if !telling(term) {
            gap = gap.saturating_add(1);
            continue;
        }
        if shared(term) {
            gap = usize::MAX;
            continue;
        }
        match runs.last_mut() {
            Some((run, words)) if gap <= 1 && *words < LONGEST => {
                *run = run.union(term.span);
                *words += 1;
            }
            _ => runs.push((term.span, 1)),
        }
        gap = 0;
    }
    if runs.is_empty() {
        runs = frame.terms.iter().filter(|t| telling(t)).map(|t| (t.span, 1)).collect();
    }
    if runs.len() > MOST {
        runs.sort_by_key(|&(run, words)| (std::cmp::Reverse(words), run.start));
        runs.truncate(MOST);
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// Stop words to similarity, and just what a contradiction may hang on.
const NEGATIONS: &[&str] = &["no", "not", "never", "none", "nobody", "nothing", "without", "neither", "nor"];

/// A text without a run of its words.
fn without(text: &str, run: Span) -> String {
    format!("{}{}", text[..run.start].trim_end(), &text[run.end..])
}
