//! What stands before a noun and tells it from others: "adjusted profit" / "statutory profit".

use super::frame::{Frame, Term};
use crate::model::Span;

/// How many words before a noun may belong to it.
const REACH: usize = 3;

/// Numbers written as words: how many there are tells no two things apart.
const NUMERALS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "dozen",
    "both",
];

/// Whether a word is a figure, in digits or in words.
pub(super) fn is_numeral(term: &Term) -> bool {
    term.folded.starts_with(|c: char| c.is_ascii_digit()) || NUMERALS.contains(&term.folded.as_str())
}

/// Whether each noun carries a word of its own before it that the other side lacks altogether.
pub(super) fn tell_apart(left: &Frame<'_>, a: &Term, right: &Frame<'_>, b: &Term) -> bool {
    let (x, y) = (of(left, a), of(right, b));
    let own = |mine: &[&Term], other: &Frame<'_>| mine.iter().any(|m| !other.content().any(|t| t.meets(m)));
    own(&x, right) && own(&y, left)
}

/// The content words that stand in one run before a noun, figures left out.
fn of<'s>(frame: &'s Frame<'_>, noun: &Term) -> Vec<&'s Term> {
    let Some(at) = frame.terms.iter().position(|t| t.span == noun.span) else { return Vec::new() };
    let before = frame.terms[..at].iter().rev().take(REACH);
    let dated = |t: &Term| frame.statement.mentions.times.iter().any(|m| m.span.overlaps(t.span));
    let comma = |t: &Term| {
        let next = frame.terms.iter().find(|next| next.span.start >= t.span.end);
        next.is_some_and(|next| Span::new(t.span.end, next.span.start).of(frame.text).contains(','))
    };
    before
        .take_while(|t| !t.stop && t.clause == noun.clause && !dated(t) && !comma(t))
        .filter(|t| !is_numeral(t))
        .collect()
}
