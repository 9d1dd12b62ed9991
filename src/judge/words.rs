//! The words for what the model sees and no checker has words for.
//!
//! Of an agreement, the words that both share and that tell most. Of a contradiction, erasure of input words, as in Li,
//! Monroe and Jurafsky, "Understanding Neural Networks through Representation
//! Erasure" (2016): on each side, a run of words without which the model sees little of a contradiction, the other side
//! left as it is. What both sides say cannot be what they differ in, so only runs of other words are tried.

use super::finding::Finding;
use super::frame::{Frame, Term};
use super::sides::Sides;
use crate::model::{Alignment, CheckerId, Detail, Kind, Relation, RelationScores, Span};
use crate::neural::{NeuralError, RelationModel};

/// Runs tried on each side at most.
const MOST: usize = 8;

/// What may be left of the model's probability of a contradiction once the words that carry it are gone.
const LITTLE: f32 = 0.3;

/// Words of a run at most.
const LONGEST: usize = 5;

/// The first run tried on each side without which little of the contradiction is left, or else the one without which
/// least is left.
pub(super) fn find(
    alignment: &Alignment,
    sides: &Sides<'_>,
    model: &dyn RelationModel,
) -> Result<[Span; 2], NeuralError> {
    let (left, right) = (sides.left.passage, sides.right.passage);
    // The order in which the model sees more of a contradiction.
    let seen = |scores: Option<RelationScores>| scores.map_or(0.0, |s| s.contradict);
    let (there, back) = (seen(alignment.answers.ab), seen(alignment.answers.ba));
    let little = LITTLE * there.max(back);
    let whole = |frame: &Frame<'_>| (f32::INFINITY, Span::new(0, frame.text.len()));
    let mut least = [whole(sides.left), whole(sides.right)];
    let runs = [runs(sides.left, sides.right), runs(sides.right, sides.left)];
    for place in 0..MOST {
        // Both sides go on together, so that two threads have work.
        let open =
            |side: usize| (least[side].0 > little).then(|| runs[side].get(place).map(|&run| (side, run))).flatten();
        let tried: Vec<(usize, Span)> = [0, 1].into_iter().filter_map(open).collect();
        let erased = tried.iter().map(|&(side, run)| without([sides.left, sides.right][side], run));
        let erased: Vec<String> = erased.collect();
        let pairs = tried.iter().zip(&erased).map(|(&(side, _), text)| {
            let (l, r) = if side == 0 { (text.as_str(), right) } else { (left, text.as_str()) };
            if back > there { (r, l) } else { (l, r) }
        });
        let pairs: Vec<(&str, &str)> = pairs.collect();
        for (&(side, run), answer) in tried.iter().zip(model.read(&pairs)?) {
            if answer.scores.contradict < least[side].0 {
                least[side] = (answer.scores.contradict, run);
            }
        }
    }
    Ok(least.map(|(_, run)| run))
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

/// Runs of words that only this side has, those with figures first, then the longest; single words if it has none.
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
    let figures = |run: Span| run.of(frame.text).contains(|c: char| c.is_ascii_digit());
    runs.sort_by_key(|&(run, words)| (!figures(run), std::cmp::Reverse(words), run.start));
    runs.truncate(MOST);
    runs.into_iter().map(|(run, _)| uncut(frame.text, run)).collect()
}

/// A run that ends with "face" of "face-to-face" ends with all of it.
fn uncut(text: &str, run: Span) -> Span {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let end = text[run.end..].find(|c| !inside(c)).map_or(text.len(), |at| run.end + at);
    let start = text[..run.start]
        .rfind(|c| !inside(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    Span::new(start, end)
}

/// Stop words to similarity, and just what a contradiction may hang on.
const NEGATIONS: &[&str] = &["no", "not", "never", "none", "nobody", "nothing", "without", "neither", "nor"];

/// What the model reads of a statement without a run of its words.
fn without(frame: &Frame<'_>, run: Span) -> String {
    let before = frame.passage.strip_suffix(frame.text).unwrap_or_default();
    format!("{before}{}{}", frame.text[..run.start].trim_end(), &frame.text[run.end..])
}

#[cfg(test)]
mod tests {
    use super::{Span, uncut};

    #[test]
    fn compound_words_are_not_cut() {
        let text = "“Their first face-to-face talks — a first.”";
        let of = |word: &str| {
            let start = text.find(word).unwrap();
            uncut(text, Span::new(start, start + word.len())).of(text)
        };
        assert_eq!(of("first face"), "first face-to-face");
        assert_eq!(of("to"), "face-to-face");
        assert_eq!(of("Their"), "Their");
        assert_eq!(of("a first"), "a first");
    }
}
