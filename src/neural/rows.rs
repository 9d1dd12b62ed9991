//! Rows of numbers by key, of which the newest are kept; and their form in a file.
//!
//! The file is a line that says what it is, the width of a row, the rows (key, then numbers, all little-endian) with the
//! oldest first, and the SHA-256 of all that.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// Names a row.
pub(super) type Key = [u8; 32];

/// How a file of rows begins. A new form takes a new number.
const HEAD: &[u8] = b"counterpoint remembered numbers 1\n";

/// Bytes of the width.
const WIDTH: usize = 4;

/// Bytes of the checksum.
const SUM: usize = 32;

/// So many rows at most; a new one takes the place of the oldest.
#[derive(Debug)]
pub(super) struct Rows {
    width: usize,
    capacity: usize,
    places: HashMap<Key, usize>,
    keys: Vec<Key>,
    numbers: Vec<f32>,
    /// The place of the oldest row, once all places are taken.
    oldest: usize,
}

impl Rows {
    /// No rows yet, of so many numbers each.
    pub(super) fn new(width: usize, capacity: usize) -> Self {
        let (places, keys, numbers) = (HashMap::new(), Vec::new(), Vec::new());
        Self { width, capacity, places, keys, numbers, oldest: 0 }
    }

    pub(super) fn get(&self, key: &Key) -> Option<&[f32]> {
        self.places.get(key).map(|&place| self.at(place))
    }

    /// Keeps a row. What has the wrong width, or is known, is left.
    pub(super) fn insert(&mut self, key: Key, row: &[f32]) {
        if row.len() != self.width || self.places.contains_key(&key) {
            return;
        }
        let place = if self.keys.len() < self.capacity {
            self.keys.push(key);
            self.numbers.extend(row);
            self.keys.len() - 1
        } else {
            let place = self.oldest;
            self.oldest = (place + 1) % self.capacity;
            self.places.remove(&self.keys[place]);
            self.keys[place] = key;
            self.numbers[place * self.width..][..self.width].copy_from_slice(row);
            place
        };
        self.places.insert(key, place);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(super) fn clear(&mut self) {
        *self = Self::new(self.width, self.capacity);
    }

    /// All rows, the oldest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Key, &[f32])> {
        let places = (0..self.keys.len()).map(|i| (self.oldest + i) % self.keys.len());
        places.map(|place| (&self.keys[place], self.at(place)))
    }

    fn at(&self, place: usize) -> &[f32] {
        &self.numbers[place * self.width..][..self.width]
    }

    /// Most bytes a file of such rows can have.
    pub(super) fn most_bytes(&self) -> usize {
        HEAD.len() + WIDTH + self.capacity * self.row_bytes() + SUM
    }

    fn row_bytes(&self) -> usize {
        size_of::<Key>() + self.width * size_of::<f32>()
    }

    /// The rows as a file holds them.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD.len() + WIDTH + self.keys.len() * self.row_bytes() + SUM);
        bytes.extend(HEAD);
        bytes.extend((self.width as u32).to_le_bytes());
        for (key, row) in self.iter() {
            bytes.extend(key);
            bytes.extend(row.iter().flat_map(|x| x.to_le_bytes()));
        }
        let sum = Sha256::digest(&bytes);
        bytes.extend(sum);
        bytes
    }

    /// Adds the rows of a file; nothing if it is damaged, or not of this form and width. Says whether the file was good.
    pub(super) fn add_bytes(&mut self, bytes: &[u8]) -> bool {
        let whole = bytes.split_last_chunk::<SUM>().filter(|(content, sum)| Sha256::digest(content)[..] == sum[..]);
        let rows = whole
            .and_then(|(content, _)| content.strip_prefix(HEAD))
            .and_then(|rest| rest.strip_prefix(&(self.width as u32).to_le_bytes()));
        let Some(rows) = rows else { return false };
        for bytes in rows.chunks_exact(self.row_bytes()) {
            let Some((key, numbers)) = bytes.split_first_chunk() else { return false };
            let row: Vec<f32> = numbers.as_chunks().0.iter().map(|four| f32::from_le_bytes(*four)).collect();
            self.insert(*key, &row);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u8) -> Key {
        [n; 32]
    }

    fn filled(capacity: usize, keys: std::ops::Range<u8>) -> Rows {
        let mut rows = Rows::new(2, capacity);
        keys.for_each(|n| rows.insert(key(n), &[f32::from(n), 0.1]));
        rows
    }

    fn keys(rows: &Rows) -> Vec<u8> {
        rows.iter().map(|(key, _)| key[0]).collect()
    }

    #[test]
    fn the_oldest_rows_go_first() {
        let mut rows = filled(3, 0..5);
        assert_eq!(keys(&rows), [2, 3, 4]);
        assert_eq!((rows.get(&key(1)), rows.get(&key(3))), (None, Some(&[3.0, 0.1][..])));
        rows.insert(key(3), &[9.0, 9.0]);
        rows.insert(key(7), &[1.0]);
        assert_eq!(keys(&rows), [2, 3, 4], "what is known, or too narrow, changes nothing");
    }

    #[test]
    fn a_file_brings_back_the_same_bits_in_the_same_order() {
        let rows = filled(3, 0..5);
        let bytes = rows.to_bytes();
        assert!(bytes.len() <= rows.most_bytes());
        let mut read = Rows::new(2, 3);
        assert!(read.add_bytes(&bytes));
        assert_eq!(read.to_bytes(), bytes);
        assert_eq!(keys(&read), [2, 3, 4]);
    }

    #[test]
    fn a_damaged_or_foreign_file_brings_nothing() {
        let bytes = filled(9, 0..5).to_bytes();
        let read = |bytes: &[u8], width| {
            let mut rows = Rows::new(width, 9);
            assert_eq!(rows.add_bytes(bytes), !rows.is_empty());
            keys(&rows).len()
        };
        assert_eq!((read(&bytes, 2), read(&bytes, 3)), (5, 0));
        for at in [0, HEAD.len(), HEAD.len() + WIDTH + 40, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(read(&damaged, 2), 0, "byte {at} damaged");
            assert_eq!(read(&bytes[..at], 2), 0, "cut at {at}");
        }
        let mut other = b"some other file".to_vec();
        let sum = Sha256::digest(&other);
        other.extend(sum);
        assert_eq!(read(&other, 2), 0);
    }
}
