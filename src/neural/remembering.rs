//! Remembers vectors, so that a text is encoded once however often it is compared.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::{NeuralError, SentenceEncoder};

/// Vectors kept at most (1.5 kB each); when full, it starts afresh.
const CAPACITY: usize = 32_768;

type Key = [u8; 32];

/// An encoder that keeps what it computed, in memory, by the SHA-256 of the text. Texts themselves are not kept.
pub struct Remembering<E> {
    encoder: E,
    vectors: Mutex<HashMap<Key, Vec<f32>>>,
}

impl<E> Remembering<E> {
    /// Wraps an encoder; remembers nothing yet.
    pub fn new(encoder: E) -> Self {
        Self { encoder, vectors: Mutex::default() }
    }
}

impl<E: SentenceEncoder> SentenceEncoder for Remembering<E> {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        let keys: Vec<Key> = texts.iter().map(|text| Sha256::digest(text).into()).collect();
        let mut known: HashMap<Key, Vec<f32>> = {
            let vectors = self.vectors.lock().unwrap_or_else(PoisonError::into_inner);
            keys.iter().filter_map(|key| Some((*key, vectors.get(key)?.clone()))).collect()
        };
        // In a sorted map, so that equal texts are encoded once and in an order of their own.
        let missing: BTreeMap<Key, &str> =
            keys.iter().copied().zip(texts.iter().copied()).filter(|(key, _)| !known.contains_key(key)).collect();
        let fresh = self.encoder.encode(&missing.values().copied().collect::<Vec<_>>())?;
        if !fresh.is_empty() {
            let mut vectors = self.vectors.lock().unwrap_or_else(PoisonError::into_inner);
            if vectors.len() + fresh.len() > CAPACITY {
                vectors.clear();
            }
            for (key, vector) in missing.into_keys().zip(fresh) {
                vectors.insert(key, vector.clone());
                known.insert(key, vector);
            }
        }
        Ok(keys.iter().map(|key| known[key].clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Encodes a text as its length, and counts how many texts it was given.
    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl SentenceEncoder for Counting {
        fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
            self.0.fetch_add(texts.len(), Ordering::Relaxed);
            Ok(texts.iter().map(|text| vec![text.len() as f32]).collect())
        }
    }

    #[test]
    fn each_text_is_encoded_once() {
        let encoder = Remembering::new(Counting::default());
        assert_eq!(encoder.encode(&["bb", "a", "bb"]).unwrap(), [[2.0], [1.0], [2.0]]);
        assert_eq!(encoder.encode(&["a", "ccc"]).unwrap(), [[1.0], [3.0]]);
        assert_eq!(encoder.encoder.0.load(Ordering::Relaxed), 3);
    }
}
