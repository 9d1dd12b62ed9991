//! The parts of two long sentences that are worth asking the model about.

use super::Question;
use crate::judge::frame::{Frame, Term};
use crate::judge::sides::Sides;
use crate::model::Span;

/// Words a part has at least.
const SHORTEST: usize = 4;

/// Share of words that two parts have in common at least.
const OVERLAP: f32 = 0.25;

/// Questions asked about parts of one pair at most, those that share most first.
const MOST: usize = 4;

/// Words that open a part.
const OPENERS: &[&str] = &["after", "although", "and", "but", "saying", "which", "while", "who"];

/// Parts of the two against each other and against the whole of the other, those that share most words.
pub(super) fn pairs(pair: usize, sides: &Sides<'_>) -> Vec<Question> {
    let (lefts, rights) = (with_parts(sides.left), with_parts(sides.right));
    let mut out = Vec::new();
    for (i, &left) in lefts.iter().enumerate() {
        for (j, &right) in rights.iter().enumerate() {
            let overlap = overlap(sides, left, right);
            if (i, j) != (0, 0) && overlap >= OVERLAP {
                out.push(Question { pair, left, right, overlap });
            }
        }
    }
    out.sort_by(|a, b| b.overlap.total_cmp(&a.overlap));
    out.truncate(MOST);
    out
}

/// Share of the content words of the shorter part that meet in the other, 0 to 1.
pub(super) fn overlap(sides: &Sides<'_>, left: Span, right: Span) -> f32 {
    let within = |span: Span| move |term: &&Term| span.contains(term.span);
    let (l, r) = (|| sides.left.content().filter(within(left)), || sides.right.content().filter(within(right)));
    let shorter = l().count().min(r().count());
    let met = sides.shared(l(), r()).meetings.len();
    if shorter == 0 { 0.0 } else { met as f32 / shorter as f32 }
}

/// The whole statement, then its parts if it has several.
fn with_parts(frame: &Frame<'_>) -> Vec<Span> {
    let text = frame.text;
    let mut starts = vec![0];
    for two in frame.terms.windows(2) {
        let gap = Span::new(two[0].span.end, two[1].span.start).of(text);
        let cut = gap.contains([',', ';', ':', '\u{2013}', '\u{2014}']) && gap.contains(char::is_whitespace);
        if cut || OPENERS.contains(&two[1].folded.as_str()) {
            starts.push(two[1].span.start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let words = |span: Span| frame.terms.iter().filter(|t| span.contains(t.span)).count();
    let parts = starts.iter().zip(ends).map(|(&start, end)| trimmed(text, Span::new(start, end)));
    let parts: Vec<Span> = parts.filter(|&part| words(part) >= SHORTEST).collect();
    let whole = Span::new(0, text.len());
    if parts.iter().all(|part| part.len() + 1 >= trimmed(text, whole).len()) {
        return vec![whole];
    }
    [whole].into_iter().chain(parts).collect()
}

/// Without what joins a part to the next.
fn trimmed(text: &str, span: Span) -> Span {
    let joins = |c: char| c.is_whitespace() || [',', ';', ':', '\u{2013}', '\u{2014}'].contains(&c);
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(joins).len());
    Span::new(start, start + words.trim_matches(joins).len())
}
