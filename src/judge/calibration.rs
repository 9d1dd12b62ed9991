//! What the relation model says of a pair, and how close the pair is, as one probability each for agreement and
//! contradiction.
//!
//! The model's own probabilities are those of the pairs it was trained on, of which every third contradicts; in two
//! reports of one event one near pair in ten does so or none of a thousand, and which of the two it is shows in all the
//! other pairs of the same two sources ([`dissent`], as Saerens, Latinne and Decaestecker, "Adjusting the Outputs of a
//! Classifier to New a Priori Probabilities", 2002, estimate a prior from the outputs themselves). A multinomial logistic
//! regression over the model's log odds, those of the pair's similarity, its cosine, rank and margin within its two sources,
//! and that dissent learns the difference. It was fitted on the development stories and the development triplets of real news by
//! `resources/models/fit_calibration.py`; what it kept is told in `resources/models/README.md`.

use std::collections::BTreeMap;

use crate::model::{Alignment, Pair, SourceId};

/// Probabilities of what two statements are to each other; what is left to 1 is neither.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// They state one fact.
    pub agreement: f32,
    /// They cannot both be true.
    pub contradiction: f32,
}

/// Features, the constant 1 last.
const FEATURES: usize = 8;

/// Weights for agreement against neither.
const AGREEMENT: [f32; FEATURES] = [1.148, -0.232, 1.093, -3.152, -0.741, 1.357, 1.107, 5.743];

/// Weights for contradiction against neither.
const CONTRADICTION: [f32; FEATURES] = [0.005, 0.771, 0.652, -3.972, 2.008, 2.271, 1.521, 4.489];

/// The model's probabilities are held this far from 0 before their logarithm is taken.
const LEAST: f32 = 0.002;

/// Similarities are held this far from 0 and 1.
const UNLIKE: f32 = 0.01;

/// The dissent of two sources of which nothing is known: the mean over development stories and triplets.
pub const EXPECTED_DISSENT: f32 = 0.05;

/// How many pairs of [`EXPECTED_DISSENT`] dissent count beside those that were read: a few pairs tell little of two sources.
const UNREAD: f32 = 20.0;

/// Fills in the dissent of all pairs, from the answers there are.
pub fn dissent(pairs: &mut [Pair]) {
    let ends = |a: &Alignment| (a.left.source, a.right.source);
    let seen = |a: &Alignment| a.answers.scores().map(|scores| scores.contradict);
    let mut sums: BTreeMap<(SourceId, SourceId), (f32, f32)> = BTreeMap::new();
    for alignment in pairs.iter().map(|pair| &pair.alignment) {
        if let Some(contradict) = seen(alignment) {
            let (sum, count) = sums.entry(ends(alignment)).or_default();
            (*sum, *count) = (*sum + contradict, *count + 1.0);
        }
    }
    for alignment in pairs.iter_mut().map(|pair| &mut pair.alignment) {
        let (sum, count) = sums.get(&ends(alignment)).copied().unwrap_or_default();
        let own = seen(alignment).map_or((0.0, 0.0), |contradict| (contradict, 1.0));
        alignment.dissent = (sum - own.0 + UNREAD * EXPECTED_DISSENT) / (count - own.1 + UNREAD);
    }
}

/// The odds of an alignment; `None` if the model was not asked about it.
pub(super) fn odds(alignment: &Alignment) -> Option<Odds> {
    let scores = alignment.answers.scores()?;
    let log = |p: f32| p.max(LEAST).ln();
    let similarity = alignment.similarity.clamp(UNLIKE, 1.0 - UNLIKE);
    let features = [
        log(scores.agree) - log(scores.neither),
        log(scores.contradict) - log(scores.neither),
        similarity.ln() - (1.0 - similarity).ln(),
        alignment.cosine.unwrap_or_default(),
        alignment.rank,
        alignment.margin.clamp(-0.3, 0.3),
        log(alignment.dissent.max(EXPECTED_DISSENT / 10.0)),
        1.0,
    ];
    let sum = |weights: &[f32; FEATURES]| weights.iter().zip(features).map(|(w, x)| w * x).sum::<f32>().exp();
    let (agreement, contradiction) = (sum(&AGREEMENT), sum(&CONTRADICTION));
    let all = 1.0 + agreement + contradiction;
    Some(Odds { agreement: agreement / all, contradiction: contradiction / all })
}
