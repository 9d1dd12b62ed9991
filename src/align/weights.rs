//! The logistic model: a weight a feature.
//!
//! Fitted by `resources/models/fit_align.py` on pairs of the development stories, with a strong pull towards zero: few
//! stories must not decide much.

use super::features::{COUNT, Features};

/// Intercept and weights, with the sentence encoder.
const WITH_MODEL: (f32, [f32; COUNT]) =
    (-5.747, [2.111, 0.051, 2.536, 2.199, 0.847, 0.704, 0.547, 1.796, 1.362, 2.608, 0.259, 0.0, -0.260, -3.344, 0.774]);

/// Intercept and weights, by words alone.
const BY_WORDS: (f32, [f32; COUNT]) =
    (-5.480, [0.0, 0.0, 0.0, 0.0, 3.107, 2.366, 1.821, 2.663, 2.035, 1.521, 0.535, 0.0, -0.450, -2.788, 1.100]);

/// The estimated probability that a pair with these features speaks of the same.
pub(super) fn similarity(features: &Features, with_model: bool) -> f32 {
    let (intercept, weights) = if with_model { &WITH_MODEL } else { &BY_WORDS };
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-intercept - sum).exp())
}
