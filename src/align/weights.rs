//! The logistic model: a weight a feature.
//!
//! Fitted by `resources/models/fit_align.py` on pairs of the development stories, with a strong pull towards zero: few
//! stories must not decide much.

use super::features::{COUNT, Features};

/// Intercept and weights, with the sentence encoder.
const WITH_MODEL: (f32, [f32; COUNT]) =
    (-7.599, [6.647, 1.408, 1.279, 2.875, 3.824, 2.134, 0.079, 1.073, 3.487, 0.322, 0.265, -2.827, 0.775]);

/// Intercept and weights, by words alone.
const BY_WORDS: (f32, [f32; COUNT]) =
    (-5.372, [0.0, 0.0, 0.0, 0.0, 6.842, 3.626, 1.060, 2.469, 2.609, 0.756, -0.052, -2.343, 0.706]);

/// The estimated probability that a pair with these features speaks of the same.
pub(super) fn similarity(features: &Features, with_model: bool) -> f32 {
    let (intercept, weights) = if with_model { &WITH_MODEL } else { &BY_WORDS };
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-intercept - sum).exp())
}
