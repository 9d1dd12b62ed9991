//! Statements to alignments: which statements of two sources speak of the same.
//!
//! Each statement becomes a [`profile`] of weighted words, figures and names. Its
//! [`nearest`] statements by shared words, and with the sentence encoder by meaning, are candidates. A pair's
//! [`features`] tell how close the two are and how they stand among the other pairs of the same two sources: in
//! several reports of one event everything is close, so what tells is who is nearest to whom, and by how much. A logistic
//! model [weighs](weights) them: [`Alignment::similarity`] is its estimate, 0 to 1, of the probability that the two
//! statements say something of the same proposition, in agreement or in contradiction. A statement may have several
//! counterparts; most have none.

mod features;
mod nearest;
mod profile;
mod rarity;
mod terms;
mod weights;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use features::{COUNT, Features, NAMES, NEURAL};

use crate::model::{Alignment, Answers, Cancel, Cancelled, Source, SourceId, StatementId, StatementRef};
use features::{Meaning, Tables};

/// Vectors of the statements of each source, in order, as [`SentenceEncoder`](crate::neural::SentenceEncoder) gives them;
/// empty vectors for statements that carry no claim.
pub type Embeddings = Vec<Vec<Vec<f32>>>;

/// Pairs of at least this similarity are returned, however many they are.
pub const FLOOR: f32 = 0.02;

/// The closest pairs of two sources are returned, however unlike they are: contradicting statements are often less alike
/// than agreeing ones. Of 156 agreeing pairs of development stories 147 are among so many, of 113 contradicting ones 95.
pub const CLOSEST: usize = 100;

/// A pair of statements worth weighing, with what speaks for it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The pair.
    pub alignment: Alignment,
    /// What its similarity was computed from.
    pub features: Features,
}

/// Aligns every two sources that are in English: the [`CLOSEST`] pairs and those of at least [`FLOOR`], in reading order of
/// the left statement. The result does not depend on the number of threads.
///
/// # Errors
/// [`Cancelled`] once `cancel` is raised.
pub fn align(
    sources: &[Source],
    embeddings: Option<&Embeddings>,
    cancel: &Cancel,
) -> Result<Vec<Alignment>, Cancelled> {
    let mut alignments: Vec<Alignment> =
        candidates(sources, embeddings, cancel)?.into_iter().map(|candidate| candidate.alignment).collect();
    alignments.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then((a.left, a.right).cmp(&(b.left, b.right))));
    let mut closer: BTreeMap<(SourceId, SourceId), usize> = BTreeMap::new();
    alignments.retain(|a| {
        let place = closer.entry((a.left.source, a.right.source)).or_default();
        *place += 1;
        *place <= CLOSEST || a.similarity >= FLOOR
    });
    alignments.sort_by_key(|alignment| (alignment.left, alignment.right));
    Ok(alignments)
}

/// All pairs that were weighed, however unlike: what weights are fitted on.
///
/// # Errors
/// [`Cancelled`] once `cancel` is raised.
pub fn candidates(
    sources: &[Source],
    embeddings: Option<&Embeddings>,
    cancel: &Cancel,
) -> Result<Vec<Candidate>, Cancelled> {
    let profiles = profile::profiles(sources);
    let mut out = Vec::new();
    for (i, left) in profiles.iter().enumerate() {
        for (j, right) in profiles.iter().enumerate().skip(i + 1) {
            cancel.check()?;
            let vectors = |source: usize, profiles: &[profile::Profile]| {
                embeddings.map(|all| profiles.iter().map(|p| all[source][p.index].as_slice()).collect::<Vec<_>>())
            };
            let meaning = vectors(i, left).zip(vectors(j, right)).map(|(left, right)| Meaning::new(left, right));
            let words = [nearest::by_words(left, right), nearest::by_words(right, left)];
            let tables = Tables { left, right, words, meaning };
            cancel.check()?;
            let at = |source: usize, index: usize| StatementRef {
                source: SourceId(source as u32),
                statement: StatementId(index as u32),
            };
            out.par_extend(tables.candidates().into_par_iter().map(|pair| {
                let features = tables.features(pair);
                let (rank, margin) = tables.standing(pair);
                let alignment = Alignment {
                    left: at(i, left[pair.0 as usize].index),
                    right: at(j, right[pair.1 as usize].index),
                    similarity: weights::similarity(&features, tables.meaning.is_some()),
                    cosine: tables.cosine(pair),
                    rank,
                    margin,
                    dissent: 0.0,
                    answers: Answers::default(),
                };
                Candidate { alignment, features }
            }));
        }
    }
    Ok(out)
}
