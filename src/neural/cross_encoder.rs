//! The entailment model: a cross-encoder of the MiniLM-L6 shape, int8, run by rten.
//!
//! Premise and hypothesis are read together, as one row of word pieces; out come three logits, and their softmax is the
//! score. How it was trained, and on what, is told in `resources/models`.

use super::runner::Runner;
use super::{Entailment, NeuralError};
use crate::model::EntailmentScores;

/// The network, in ONNX: the word pieces of a pair in, logits of entailment, neutral, contradiction out.
static WEIGHTS: &[u8] = include_bytes!("../../resources/models/entailment-int8.onnx");

/// The entailment model that ships with the program.
pub struct CrossEncoder(Runner);

impl CrossEncoder {
    /// Answers it tells apart.
    pub const CLASSES: usize = 3;

    /// SHA-256 of the weights: tells what these computed from what others did.
    pub const ID: &str = "e4f793907548c272a2add52ad0da13f8b673b736478a4c8382d6a13c6ff22b56";

    /// Loads the weights that are part of the program (some 60 ms of processor time). As many threads as rayon has.
    ///
    /// # Errors
    /// [`NeuralError::Load`] if the weights are not what this program expects.
    pub fn load() -> Result<Self, NeuralError> {
        Runner::load("entailment model", WEIGHTS, "logits", Self::CLASSES).map(Self)
    }
}

impl Entailment for CrossEncoder {
    fn scores(&self, pairs: &[(&str, &str)]) -> Result<Vec<EntailmentScores>, NeuralError> {
        let logits = self.0.rows(pairs, |tokenizer, (premise, hypothesis)| tokenizer.pair(premise, hypothesis))?;
        Ok(logits.iter().map(|row| softmax(row)).collect())
    }
}

/// Probabilities of three logits. In 64 bits, so that they add up to 1 as nearly as 32 bits can say.
fn softmax(logits: &[f32]) -> EntailmentScores {
    let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let weights: Vec<f64> = logits.iter().map(|&x| f64::from(x - highest).exp()).collect();
    let share = |class: usize| (weights[class] / weights.iter().sum::<f64>()) as f32;
    EntailmentScores { entailment: share(0), neutral: share(1), contradiction: share(2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_that_of_the_weights() {
        use sha2::{Digest, Sha256};
        let id: String = Sha256::digest(WEIGHTS).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(id, CrossEncoder::ID, "the weights have changed: give them this id");
    }

    #[test]
    fn shares_add_up_and_large_logits_do_not_overflow() {
        let even = softmax(&[2.0, 2.0, 2.0]);
        assert!((even.neutral - 1.0 / 3.0).abs() < 1e-6 && even.entailment == even.contradiction);
        let sure = softmax(&[500.0, -500.0, 0.0]);
        assert_eq!((sure.entailment, sure.neutral, sure.contradiction), (1.0, 0.0, 0.0));
        let third = softmax(&[0.0, 0.0, 2.0_f32.ln()]);
        assert!((third.contradiction - 0.5).abs() < 1e-6);
    }
}
