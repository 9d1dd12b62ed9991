//! What speaks for two statements being about the same: numbers a logistic model weighs.

use super::nearest::{self, Row};
use super::profile::Profile;

/// Names of the features, in the order of [`Features`].
pub const NAMES: [&str; COUNT] = [
    "cosine",
    "cosine rank",
    "cosine margin",
    "cosine crowding",
    "word overlap",
    "word containment",
    "word rank",
    "word margin",
    "shared figures",
    "shared names",
    "one heading",
    "two headings",
    "length",
];

/// Number of features.
pub const COUNT: usize = 13;

/// How many of the features, from the first, need the sentence encoder.
pub const NEURAL: usize = 4;

/// Cosine above which more tells nothing by itself: what one pair of sources reaches everywhere, another reaches nowhere.
/// Below, it tells that the two speak of different subjects.
const COSINE_CAP: f32 = 0.5;

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
}

impl<'a> Meaning<'a> {
    pub(super) fn new(left: Vec<&'a [f32]>, right: Vec<&'a [f32]>) -> Self {
        let nearest = [nearest::by_meaning(&left, &right), nearest::by_meaning(&right, &left)];
        Self { left, right, nearest }
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

    /// Rank and margin of a pair among the others of the two sources: by meaning, or without the encoder by words.
    pub(super) fn standing(&self, pair: (u32, u32)) -> (f32, f32) {
        let (nearest, score) = match (&self.meaning, self.cosine(pair)) {
            (Some(meaning), Some(cosine)) => (&meaning.nearest, cosine),
            _ => {
                let (a, b) = (&self.left[pair.0 as usize], &self.right[pair.1 as usize]);
                (&self.words, a.terms.jaccard(&b.terms))
            }
        };
        standing(nearest, pair, score)
    }

    /// The features of a pair.
    pub(super) fn features(&self, pair: (u32, u32)) -> Features {
        let (a, b) = (&self.left[pair.0 as usize], &self.right[pair.1 as usize]);
        let mut features = [0.0; COUNT];
        if let (Some(meaning), Some(cosine)) = (&self.meaning, self.cosine(pair)) {
            let (rank, margin) = standing(&meaning.nearest, pair, cosine);
            let crowding = cosine - crowd(&meaning.nearest, pair);
            features[..NEURAL].copy_from_slice(&[cosine.min(COSINE_CAP), rank, margin, crowding]);
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
            a.figures.shared(&b.figures).min(3.0),
            a.names.shared(&b.names).min(3.0),
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

/// The mean score of the nearest few of the row and of the column.
fn crowd(nearest: &[Vec<Row>; 2], (i, j): (u32, u32)) -> f32 {
    let mean = |row: &Row| row.best.iter().map(|&(_, score)| score).sum::<f32>() / row.best.len().max(1) as f32;
    (mean(&nearest[0][i as usize]) + mean(&nearest[1][j as usize])) / 2.0
}
