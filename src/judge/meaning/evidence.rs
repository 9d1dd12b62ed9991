//! The words that carry a contradiction: those whose removal changes the model's answer most.
//!
//! Erasure of input words, as in Li, Monroe and Jurafsky, "Understanding Neural Networks through Representation
//! Erasure" (2016), one word at a time on each side, the other side left as it is.

use crate::judge::frame::Frame;
use crate::judge::sides::Sides;
use crate::model::{EntailmentScores, Parts, Span};
use crate::neural::{Entailment, NeuralError};

/// Words tried on each side at most.
const MOST: usize = 16;

/// The word on each side without which the two parts would least rule each other out.
pub(super) fn words(clash: Parts, sides: &Sides<'_>, model: &dyn Entailment) -> Result<[Span; 2], NeuralError> {
    let (left, right) = (clash.left.of(sides.left.text), clash.right.of(sides.right.text));
    let carrier = |frame: &Frame<'_>, part: Span, on_left: bool| -> Result<Span, NeuralError> {
        // What both sides say cannot be what they differ in.
        let other = if on_left { sides.right } else { sides.left };
        let shared = |term: &crate::judge::frame::Term| other.content().any(|t| t.lemma == term.lemma);
        let inside = || frame.terms.iter().filter(|t| part.contains(t.span) && !is_function_word(t));
        let own: Vec<Span> = inside().filter(|t| !shared(t)).map(|t| t.span).take(MOST).collect();
        let tried = if own.is_empty() { inside().map(|t| t.span).take(MOST).collect() } else { own };
        let without: Vec<String> = tried.iter().map(|&word| erased(frame.text, part, word)).collect();
        let questions = without.iter().flat_map(|text| {
            let (l, r) = if on_left { (text.as_str(), right) } else { (left, text.as_str()) };
            [(l, r), (r, l)]
        });
        let answers = model.scores(&questions.collect::<Vec<_>>())?;
        let left_over = |two: &[EntailmentScores]| two.iter().map(|s| s.contradiction).sum::<f32>();
        let least = tried.iter().zip(answers.chunks(2)).min_by(|a, b| left_over(a.1).total_cmp(&left_over(b.1)));
        Ok(least.map_or(part, |(&word, _)| word))
    };
    Ok([carrier(sides.left, clash.left, true)?, carrier(sides.right, clash.right, false)?])
}

/// Negations are stop words to similarity, and just what a contradiction may hang on.
fn is_function_word(term: &crate::judge::frame::Term) -> bool {
    term.stop && !matches!(term.folded.as_str(), "no" | "not" | "never" | "none" | "nobody" | "without")
}

/// A part of a text without one of its words.
fn erased(text: &str, part: Span, word: Span) -> String {
    let before = Span::new(part.start, word.start).of(text).trim_end();
    let after = Span::new(word.end, part.end).of(text);
    format!("{before}{after}")
}
