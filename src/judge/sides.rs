//! Two aligned statements as the checkers see them.

use super::combine::Wording;
use super::finding::Finding;
use super::frame::{Frame, Term};
use super::voices::Voices;
use super::weights::Weights;
use crate::model::{CheckerId, Detail, Kind, PublicationDate, Relation, Span, Strength};
use crate::text::fold;

/// A pair under judgement.
pub(super) struct Sides<'a> {
    /// The statement of the source that comes first.
    pub left: &'a Frame<'a>,
    /// The other.
    pub right: &'a Frame<'a>,
    /// When the left source was published.
    pub(super) left_published: Option<PublicationDate>,
    /// When the right source was published.
    pub(super) right_published: Option<PublicationDate>,
    /// Similarity of the alignment, 0 to 1.
    pub similarity: f32,
    /// How much shared words tell.
    pub weights: &'a Weights,
    /// Whether clauses of different occasions are kept apart.
    pub(super) gate: bool,
    /// Who says what in the left statement.
    pub(super) left_said: &'a Voices,
    /// Who says what in the right statement.
    pub(super) right_said: &'a Voices,
}

/// Of so many words one may be exchanged in nearly equal wording.
const EXCHANGED: usize = 8;

/// What it counts for nearness that all words of the shorter statement meet.
const OVERLAP: f32 = 0.8;

/// The terms that meet in two lists, each term once.
#[derive(Debug, Default)]
pub(super) struct Shared<'a> {
    /// Left and right term of each meeting, in the order of the left, with what it tells.
    pub meetings: Vec<(&'a Term, &'a Term, f32)>,
    /// Sum of what they tell.
    pub weight: f32,
}

impl<'a> Shared<'a> {
    /// The meeting that tells most.
    pub(super) fn best(&self) -> Option<(&'a Term, &'a Term)> {
        let best = self.meetings.iter().max_by(|a, b| a.2.total_cmp(&b.2));
        best.map(|&(a, b, _)| (a, b))
    }

    /// Whether nothing is shared.
    pub(super) fn is_empty(&self) -> bool {
        self.meetings.is_empty()
    }
}

impl<'a> Sides<'a> {
    /// How near the two are, 0 to 1: their similarity, or the share of the shorter one's words that meet in the other if
    /// those are more than two. Similarity is measured among the statements of two articles and says little of two
    /// sentences alone.
    pub(super) fn nearness(&self) -> f32 {
        self.nearness_with(0)
    }

    /// The same where so many words are opposites, which bring the two as near as shared words do.
    pub(super) fn nearness_with(&self, opposites: usize) -> f32 {
        let shorter = self.left.content().count().min(self.right.content().count());
        let met = self.shared(self.left.content(), self.right.content()).meetings.len() + opposites;
        let share = if met > 1 { OVERLAP * met.min(shorter) as f32 / shorter as f32 } else { 0.0 };
        self.similarity.max(share)
    }

    /// How nearly the words of the two are the same: nearly equal is the same words in the same order but for one, or but
    /// for one in eight.
    pub(super) fn wording(&self) -> Wording {
        if fold(self.left.text) == fold(self.right.text) {
            return Wording::Equal;
        }
        let words = |frame: &Frame<'a>| frame.terms.iter().map(|t| t.folded.clone()).collect::<Vec<_>>();
        let (left, right) = (words(self.left), words(self.right));
        let equal: usize = similar::capture_diff_slices(similar::Algorithm::Myers, &left, &right)
            .iter()
            .map(|op| if let similar::DiffOp::Equal { len, .. } = op { *len } else { 0 })
            .sum();
        let longer = left.len().max(right.len());
        let few = (longer / EXCHANGED).max(1);
        if longer - equal <= few { Wording::NearlyEqual } else { Wording::Other }
    }

    /// What two lists of terms share.
    pub(super) fn shared(
        &self,
        left: impl Iterator<Item = &'a Term>,
        right: impl Iterator<Item = &'a Term>,
    ) -> Shared<'a> {
        let mut free: Vec<&Term> = right.collect();
        let mut out = Shared::default();
        let mut seen: Vec<&str> = Vec::new();
        for term in left {
            if seen.contains(&term.lemma.as_str()) {
                continue;
            }
            let same =
                free.iter().position(|t| t.lemma == term.lemma).or_else(|| free.iter().position(|t| t.meets(term)));
            if let Some(at) = same {
                let other = free.swap_remove(at);
                let weight = self.weights.of_meeting(term, other);
                seen.push(&term.lemma);
                out.meetings.push((term, other, weight));
                out.weight += weight;
            }
        }
        out
    }

    /// A finding of a contradiction, clear unless either side's clause leaves it open.
    pub(super) fn contradiction(&self, checker: CheckerId, kind: Kind, spans: (Span, Span), detail: Detail) -> Finding {
        let mut finding = Finding::new(Relation::Contradiction, (checker, kind), spans, detail);
        if self.left.is_open(spans.0) || self.right.is_open(spans.1) {
            finding.strength = Strength::Possible;
            finding.reason.caveats.hedged = true;
        }
        finding
    }

    /// A finding of an agreement.
    pub(super) fn agreement(&self, checker: CheckerId, kind: Kind, spans: (Span, Span), detail: Detail) -> Finding {
        Finding::new(Relation::Agreement, (checker, kind), spans, detail)
    }

    /// The words of a span on the left.
    pub(super) fn l(&self, span: Span) -> &'a str {
        span.of(self.left.text)
    }

    /// The words of a span on the right.
    pub(super) fn r(&self, span: Span) -> &'a str {
        span.of(self.right.text)
    }
}
