//! How much a shared word tells: inverse document frequency over all statements compared.

use std::collections::{BTreeSet, HashMap};

use super::frame::{Frame, Term};
use crate::lexicon::ConceptId;

/// Weight of a word in too small a collection to count in.
const UNCOUNTED: f32 = 0.7;

/// Below so many statements, counts say nothing.
const ENOUGH: usize = 12;

/// What a word or a concept weighs less when only the concept is shared and not the word.
const OTHER_WORD: f32 = 0.8;

/// Weights of words and concepts, 0 (in every statement) to 1 (in one).
#[derive(Debug, Default)]
pub(super) struct Weights {
    statements: usize,
    words: HashMap<String, usize>,
    concepts: HashMap<ConceptId, usize>,
}

impl Weights {
    /// Counts in how many statements each word and concept stands.
    pub(super) fn new<'a>(frames: impl Iterator<Item = &'a Frame<'a>>) -> Self {
        let mut weights = Self::default();
        for frame in frames {
            weights.statements += 1;
            for word in frame.content().map(|t| t.lemma.as_str()).collect::<BTreeSet<_>>() {
                *weights.words.entry(word.to_owned()).or_default() += 1;
            }
            for concept in frame.content().flat_map(|t| t.concepts.iter().copied()).collect::<BTreeSet<_>>() {
                *weights.concepts.entry(concept).or_default() += 1;
            }
        }
        weights
    }

    /// What it tells that two terms meet.
    pub(super) fn of_meeting(&self, a: &Term, b: &Term) -> f32 {
        let common = a.concepts.iter().find(|c| b.concepts.contains(c));
        match common {
            Some(concept) if a.lemma != b.lemma => OTHER_WORD * self.weight(self.concepts.get(concept).copied()),
            _ => self.weight(self.words.get(&a.lemma).copied()),
        }
    }

    /// `ln(n / df) / ln(n)`.
    fn weight(&self, df: Option<usize>) -> f32 {
        if self.statements < ENOUGH {
            return UNCOUNTED;
        }
        let n = self.statements as f32;
        (n / df.unwrap_or(1).max(1) as f32).ln() / n.ln()
    }
}
