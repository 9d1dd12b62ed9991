//! What all that is known of a pair adds up to: the probabilities that the two agree, contradict each other, or do
//! neither.
//!
//! A multinomial logistic regression over the features of [`FEATURES`], one table of weights with the entailment model
//! and one without, in `resources/models/judge.tsv`. `resources/models/fit_judge.py` fits it on the development stories
//! and tells how it does on those it was not fitted on; its probabilities are what a verdict calls its confidence.

use std::sync::LazyLock;

use super::finding::Finding;
use crate::model::{Alignment, Kind, Relation, Strength};

/// Number of features.
pub const COUNT: usize = 12;

/// What is weighed.
pub type Features = [f32; COUNT];

/// Their names, as in the table of weights.
pub const FEATURES: [&str; COUNT] = [
    "similarity, log odds",
    "entailment, better direction",
    "entailment, worse direction",
    "neutral, less neutral direction",
    "contradiction, stronger direction",
    "contradiction, weaker direction",
    "support of parts",
    "clash of parts",
    "clear contradiction found",
    "possible contradiction found",
    "agreement found",
    "difference found",
];

/// The features of a pair: what the encoder and the overlap, the entailment model, and the checkers say of it.
pub(super) fn features(alignment: &Alignment, findings: &[Finding]) -> Features {
    let flag = |found: bool| if found { 1.0 } else { 0.0 };
    let contradicts =
        |strength| flag(findings.iter().any(|f| f.argues == Relation::Contradiction && f.strength == strength));
    let agrees = findings.iter().any(|f| f.argues == Relation::Agreement && f.reason.kind != Kind::Wording);
    let said = &alignment.entailment;
    // A direction that was not run is as neutral as the one that was.
    let (ab, ba) = (said.ab, said.ba.or(said.ab));
    let both = |of: fn(&crate::model::EntailmentScores) -> f32| {
        ab.as_ref().zip(ba.as_ref()).map_or([0.0, 0.0], |(ab, ba)| [of(ab), of(ba)])
    };
    let [e1, e2] = both(|s| s.entailment);
    let [n1, n2] = both(|s| s.neutral);
    let [c1, c2] = both(|s| s.contradiction);
    let odds = alignment.similarity.clamp(0.001, 0.999);
    [
        (odds / (1.0 - odds)).ln(),
        e1.max(e2),
        e1.min(e2),
        n1.min(n2),
        c1.max(c2),
        c1.min(c2),
        said.support.map_or(0.0, |parts| parts.score),
        said.clash.map_or(0.0, |parts| parts.score),
        contradicts(Strength::Clear),
        contradicts(Strength::Possible),
        flag(agrees),
        flag(findings.iter().any(|f| f.argues == Relation::Related)),
    ]
}

/// Probabilities of what two statements are to each other; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// They say the same.
    pub agreement: f32,
    /// They cannot both be so.
    pub contradiction: f32,
}

/// Weighs the features. `with_entailment`: whether the model was asked.
pub fn odds(features: &Features, with_entailment: bool) -> Odds {
    let table = &TABLES[usize::from(with_entailment)];
    let sum = |weights: &[f32; COUNT + 1]| {
        weights[0] + weights[1..].iter().zip(features).map(|(weight, feature)| weight * feature).sum::<f32>()
    };
    let (agreement, contradiction) = (sum(&table[0]).exp(), sum(&table[1]).exp());
    let all = 1.0 + agreement + contradiction;
    Odds { agreement: agreement / all, contradiction: contradiction / all }
}

/// Without and with entailment: intercept and weights of agreement and of contradiction, against neither.
static TABLES: LazyLock<[[[f32; COUNT + 1]; 2]; 2]> = LazyLock::new(|| {
    let mut tables = [[[0.0; COUNT + 1]; 2]; 2];
    for line in include_str!("../../resources/models/judge.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(table), Some(name)) = (cells.next(), cells.next()) else { continue };
        let row = if name == "intercept" { Some(0) } else { FEATURES.iter().position(|&f| f == name).map(|i| i + 1) };
        let weights: Vec<f32> = cells.filter_map(|cell| cell.parse().ok()).collect();
        if let (Some(row), &[agreement, contradiction]) = (row, weights.as_slice()) {
            let table = &mut tables[usize::from(table == "entailment")];
            (table[0][row], table[1][row]) = (agreement, contradiction);
        }
    }
    tables
});
