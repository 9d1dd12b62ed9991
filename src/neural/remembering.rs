//! Remembers what a model computed, so that nothing is computed twice however often it is compared.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::rows::Key;
use super::store::Store;
use super::{Answer, NeuralError, RelationModel, SentenceEncoder};

/// A model whose results are kept in a [`Store`], by the SHA-256 of what it was given. Texts themselves are not kept.
pub struct Remembering<M> {
    model: M,
    id: &'static str,
    store: Arc<Store>,
}

impl<M> Remembering<M> {
    /// Wraps a model. `id` names its weights: what another model computed is not taken for its own.
    pub fn new(model: M, id: &'static str, store: Arc<Store>) -> Self {
        Self { model, id, store }
    }

    /// The program's version is part of it, because a change in how a model is run changes the last bits.
    fn key(&self, texts: &[&str]) -> Key {
        let mut hash = Sha256::new();
        for part in [env!("CARGO_PKG_VERSION"), self.id].iter().chain(texts) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }

    /// The row of each key. `compute` gives those of the places it is asked for, each key once.
    fn rows(
        &self,
        keys: &[Key],
        compute: impl FnOnce(&[usize]) -> Result<Vec<Vec<f32>>, NeuralError>,
    ) -> Result<Vec<Vec<f32>>, NeuralError> {
        let mut rows = self.store.get(keys);
        let mut seen = BTreeSet::new();
        let missing: Vec<usize> = (0..keys.len()).filter(|&i| rows[i].is_none() && seen.insert(keys[i])).collect();
        if !missing.is_empty() {
            let fresh: HashMap<Key, Vec<f32>> = missing.iter().map(|&i| keys[i]).zip(compute(&missing)?).collect();
            self.store.insert(missing.iter().map(|&i| (keys[i], fresh[&keys[i]].as_slice())));
            for (row, key) in rows.iter_mut().zip(keys).filter(|(row, _)| row.is_none()) {
                *row = fresh.get(key).cloned();
            }
        }
        Ok(rows.into_iter().flatten().collect())
    }
}

impl<M: SentenceEncoder> SentenceEncoder for Remembering<M> {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        let keys: Vec<Key> = texts.iter().map(|text| self.key(&[text])).collect();
        self.rows(&keys, |missing| self.model.encode(&missing.iter().map(|&i| texts[i]).collect::<Vec<_>>()))
    }
}

impl<M: RelationModel> RelationModel for Remembering<M> {
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        let keys: Vec<Key> = pairs.iter().map(|(first, second)| self.key(&[first, second])).collect();
        let rows = self.rows(&keys, |missing| {
            let answers = self.model.read(&missing.iter().map(|&i| pairs[i]).collect::<Vec<_>>())?;
            Ok(answers.into_iter().map(Answer::to_row).collect())
        })?;
        Ok(rows.iter().map(|row| Answer::from_row(row)).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::model::{Kind, RelationScores};

    /// Encodes a text as its length, answers a pair by its lengths, and counts how many it was given.
    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl SentenceEncoder for Counting {
        fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
            self.0.fetch_add(texts.len(), Ordering::Relaxed);
            Ok(texts.iter().map(|text| vec![text.len() as f32]).collect())
        }
    }

    impl RelationModel for Counting {
        fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
            self.0.fetch_add(pairs.len(), Ordering::Relaxed);
            let answer = |(a, b): &(&str, &str)| Answer {
                scores: RelationScores { agree: a.len() as f32, neither: b.len() as f32, contradict: 0.0 },
                kind: Kind::Date,
            };
            Ok(pairs.iter().map(answer).collect())
        }
    }

    #[test]
    fn each_text_is_encoded_once() {
        let encoder = Remembering::new(Counting::default(), "test", Arc::new(Store::new(1, 9)));
        assert_eq!(encoder.encode(&["bb", "a", "bb"]).unwrap(), [[2.0], [1.0], [2.0]]);
        assert_eq!(encoder.encode(&["a", "ccc"]).unwrap(), [[1.0], [3.0]]);
        assert_eq!(encoder.model.0.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn each_order_of_a_pair_is_read_once() {
        let store = Arc::new(Store::new(Answer::WIDTH, 9));
        let model = Remembering::new(Counting::default(), "test", Arc::clone(&store));
        let lengths = |pairs: &[(&str, &str)]| -> Vec<(f32, f32)> {
            model.read(pairs).unwrap().iter().map(|a| (a.scores.agree, a.scores.neither)).collect()
        };
        assert_eq!(lengths(&[("aa", "b"), ("b", "aa"), ("aa", "b")]), [(2.0, 1.0), (1.0, 2.0), (2.0, 1.0)]);
        assert_eq!(lengths(&[("b", "aa"), ("aab", "")]), [(1.0, 2.0), (3.0, 0.0)]);
        assert_eq!(model.model.0.load(Ordering::Relaxed), 3, "where a text ends counts, too");
        assert_eq!(model.read(&[("aa", "b")]).unwrap()[0].kind, Kind::Date, "the kind is remembered, too");
        let other = Remembering::new(Counting::default(), "other weights", store);
        assert_eq!(other.read(&[("aa", "b")]).unwrap().len(), 1);
        assert_eq!(other.model.0.load(Ordering::Relaxed), 1, "what other weights computed is not taken");
    }

    #[test]
    fn more_than_the_store_can_hold_is_still_answered() {
        let encoder = Remembering::new(Counting::default(), "test", Arc::new(Store::new(1, 2)));
        assert_eq!(encoder.encode(&["a", "bb", "ccc", "a"]).unwrap(), [[1.0], [2.0], [3.0], [1.0]]);
    }
}
