//! The logistic model: a weight a feature.
//!
//! Fitted by `resources/models/fit_align.py` on pairs of the development stories, with a strong pull towards zero: few
//! stories must not decide much.

use super::features::{COUNT, Features};

/// Intercept and weights, with the sentence encoder.
const WITH_MODEL: (f32, [f32; COUNT]) =
    (-6.0, [2.0, 0.3, 1.0, 2.0, 1.0, 0.8, 0.5, 1.0, 1.0, 0.5, 0.3, 0.3, -0.3, 0.0, 0.0]);

/// Intercept and weights, by words alone.
const BY_WORDS: (f32, [f32; COUNT]) =
    (-5.0, [0.0, 0.0, 0.0, 0.0, 3.0, 2.0, 1.0, 2.0, 2.0, 0.7, 0.5, 0.5, -0.3, 0.0, 0.0]);

/// The estimated probability that a pair with these features speaks of the same.
pub(super) fn similarity(features: &Features, with_model: bool) -> f32 {
    let (intercept, weights) = if with_model { &WITH_MODEL } else { &BY_WORDS };
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-intercept - sum).exp())
}
