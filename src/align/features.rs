//! What speaks for two statements being about the same: numbers a logistic model weighs.

use super::nearest::{self, Row};
use super::profile::Profile;

/// Names of the features, in the order of [`Features`].
pub const NAMES: [&str; COUNT] = [
    "cosine",
    "cosine z-score",
    "cosine rank",
    "cosine margin",
    "word overlap",
    "word containment",
    "word rank",
    "word margin",
    "clause overlap",
    "shared figures",
    "shared names",
    "shared quotation",
    "one heading",
    "two headings",
    "length",
];

/// Number of features.
pub const COUNT: usize = 15;

/// How many of the features, from the first, need the sentence encoder.
pub const NEURAL: usize = 4;

/// The features of a pair. Without the encoder, the first [`NEURAL`] are 0.
pub type Features = [f32; COUNT];

/// All that is known of two sources before pairs are looked at one by one.
pub(super) struct Tables<'a> {
    pub(super) left: &'a [Profile],
    pub(super) right: &'a [Profile],
    /// Nearest by words, for each left statement, and for each right one.
    pub(super) words: [Vec<Row>; 2],
    pub(super) meaning: Option<Meaning<'a>>,
}

/// The same by the cosine of the vectors.
pub(super) struct Meaning<'a> {
    left: Vec<&'a [f32]>,
    right: Vec<&'a [f32]>,
    nearest: [Vec<Row>; 2],
    mean: f32,
    deviation: f32,
}

impl<'a> Meaning<'a> {
    pub(super) fn new(left: Vec<&'a [f32]>, right: Vec<&'a [f32]>) -> Self {
        let nearest = [nearest::by_meaning(&left, &right), nearest::by_meaning(&right, &left)];
        let pairs = (left.len() * right.len()).max(1) as f64;
        let mean = nearest[0].iter().map(|row| row.sum).sum::<f64>() / pairs;
        let variance = nearest[0].iter().map(|row| row.squares).sum::<f64>() / pairs - mean * mean;
        Self { left, right, nearest, mean: mean as f32, deviation: variance.max(1e-4).sqrt() as f32 }
    }
}

impl Tables<'_> {
    /// Pairs among the nearest of either side, in order.
    pub(super) fn candidates(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for nearest in [Some(&self.words), self.meaning.as_ref().map(|m| &m.nearest)].into_iter().flatten() {
            let [left, right] = nearest;
            pairs.extend((0..).zip(left).flat_map(|(i, row)| row.best.iter().map(move |&(j, _)| (i, j))));
            pairs.extend((0..).zip(right).flat_map(|(j, row)| row.best.iter().map(move |&(i, _)| (i, j))));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The cosine of a pair.
    pub(super) fn cosine(&self, (i, j): (u32, u32)) -> Option<f32> {
        self.meaning.as_ref().map(|m| nearest::dot(m.left[i as usize], m.right[j as usize]))
    }

    /// The features of a pair.
    pub(super) fn features(&self, pair: (u32, u32)) -> Features {
        let (a, b) = (&self.left[pair.0 as usize], &self.right[pair.1 as usize]);
        let mut features = [0.0; COUNT];
        if let (Some(meaning), Some(cosine)) = (&self.meaning, self.cosine(pair)) {
            let (rank, margin) = standing(&meaning.nearest, pair, cosine);
            features[..NEURAL].copy_from_slice(&[cosine, (cosine - meaning.mean) / meaning.deviation, rank, margin]);
        }
        let shared = a.terms.shared(&b.terms);
        let overlap = a.terms.jaccard(&b.terms);
        let (rank, margin) = standing(&self.words, pair, overlap);
        let smaller = a.terms.weight.min(b.terms.weight);
        features[NEURAL..].copy_from_slice(&[
            overlap,
            // One shared name in a statement of two words is no containment to speak of: hence a floor.
            shared / smaller.max(2.0),
            rank,
            margin,
            clause_overlap(a, b),
            common(&a.numbers, &b.numbers),
            common(&a.names, &b.names),
            a.quoted.shared(&b.quoted).min(3.0),
            f32::from(a.heading != b.heading),
            f32::from(a.heading && b.heading),
            (smaller + 1.0).ln(),
        ]);
        features
    }
}

/// How a pair stands among those of its row and of its column: the rank as a number from 1 (first in both) towards 0,
/// and by how much it leads the best other pair, or trails it.
fn standing(nearest: &[Vec<Row>; 2], (i, j): (u32, u32), score: f32) -> (f32, f32) {
    let (row, column) = (&nearest[0][i as usize], &nearest[1][j as usize]);
    let rank = |line: &Row| 1.0 / (1.0 + line.rank(score) as f32);
    let margins = [score - row.rival(j), score - column.rival(i)];
    ((rank(row) + rank(column)) / 2.0, (margins[0] + margins[1]) / 2.0)
}

/// The best overlap of a clause of one with a clause of the other, or with the whole of it.
fn clause_overlap(a: &Profile, b: &Profile) -> f32 {
    let parts = |p: &'_ Profile| if p.clauses.is_empty() { vec![p.terms.clone()] } else { p.clauses.clone() };
    let (left, right) = (parts(a), parts(b));
    left.iter().flat_map(|x| right.iter().map(|y| x.jaccard(y))).fold(0.0, f32::max)
}

/// How many values two sets share; beyond the first they count for less.
fn common(a: &std::collections::BTreeSet<String>, b: &std::collections::BTreeSet<String>) -> f32 {
    (1.0 + a.intersection(b).count() as f32).ln()
}
