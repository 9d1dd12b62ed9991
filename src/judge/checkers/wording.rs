//! Wording: the two say the same, as far as their words and the similarity of the whole show it.

use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, Kind, Span, Strength};

/// Similarity from which sameness of wording is clear.
const CLEAR: f32 = 0.75;

/// How many shared words are named.
const NAMED: usize = 4;

/// See the module.
pub(super) struct Wording;

impl Checker for Wording {
    fn id(&self) -> CheckerId {
        CheckerId::Wording
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let mut shared = sides.shared(sides.left.content(), sides.right.content()).meetings;
        shared.sort_by(|a, b| b.2.total_cmp(&a.2));
        shared.truncate(NAMED);
        shared.sort_by_key(|(a, _, _)| a.span.start);
        let all =
            |spans: Vec<Span>, text: &str| spans.into_iter().reduce(Span::union).unwrap_or(Span::new(0, text.len()));
        let left = all(shared.iter().map(|m| m.0.span).collect(), sides.left.text);
        let right = all(shared.iter().map(|m| m.1.span).collect(), sides.right.text);
        let words = shared.iter().map(|m| sides.l(m.0.span).to_owned()).collect();
        let mut finding = sides.agreement(self.id(), Kind::Wording, (left, right), Detail::Speak { words });
        if sides.similarity < CLEAR {
            finding.strength = Strength::Possible;
        }
        out.push(finding);
    }
}
