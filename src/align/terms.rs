//! Weighted sets of terms, and the vocabulary that gives the weights.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A set of terms, by number, with weights, in order of the number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Terms {
    /// Term and weight.
    pub(super) items: Vec<(u32, f32)>,
    /// Sum of the weights.
    pub(super) weight: f32,
}

impl Terms {
    /// Sum of the weights of the terms both have.
    pub(super) fn shared(&self, other: &Terms) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(&(a, weight)), Some(&(b, _))) = (self.items.get(i), other.items.get(j)) {
            match a.cmp(&b) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += weight;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        sum
    }

    /// Weighted Jaccard similarity, 0 to 1.
    pub(super) fn jaccard(&self, other: &Terms) -> f32 {
        let shared = self.shared(other);
        if shared > 0.0 { shared / (self.weight + other.weight - shared) } else { 0.0 }
    }
}

/// All terms of the compared sources, numbered, with how many statements hold each.
#[derive(Default)]
pub(super) struct Vocabulary {
    terms: HashMap<String, u32>,
    /// For each term, how many statements hold it, and how rare it is at large.
    counts: Vec<(u32, f32)>,
    statements: u32,
}

impl Vocabulary {
    /// Counts the terms of a statement. Each comes with how rare it is at large, 0 to 1; of several, the least counts.
    pub(super) fn add<'a>(&mut self, terms: impl IntoIterator<Item = (&'a str, f32)>) {
        self.statements += 1;
        // Sorted, so that numbers, and with them the order of every sum, are the same at each run.
        let mut rarities: BTreeMap<&str, f32> = BTreeMap::new();
        for (term, rarity) in terms {
            rarities.entry(term).and_modify(|least| *least = least.min(rarity)).or_insert(rarity);
        }
        for (term, rarity) in rarities {
            let number = self.terms.get(term).copied().unwrap_or_else(|| {
                let number = self.counts.len() as u32;
                self.terms.insert(term.to_owned(), number);
                self.counts.push((0, 1.0));
                number
            });
            let (held, least) = &mut self.counts[number as usize];
            *held += 1;
            *least = least.min(rarity);
        }
    }

    /// Terms with their weights: rarity among these statements (inverse document frequency, scaled to at most 1) times
    /// rarity at large.
    pub(super) fn weigh<'a>(&self, terms: impl IntoIterator<Item = &'a str>) -> Terms {
        let numbers: BTreeSet<u32> = terms.into_iter().filter_map(|term| self.terms.get(term).copied()).collect();
        let all = (self.statements as f32 + 1.0).ln().max(1.0);
        let weight = |number: u32| {
            let (held, rarity) = self.counts[number as usize];
            (((self.statements as f32 + 1.0) / (held as f32 + 0.5)).ln() / all).clamp(0.0, 1.0) * rarity
        };
        let items: Vec<(u32, f32)> = numbers.into_iter().map(|n| (n, weight(n))).filter(|&(_, w)| w > 0.0).collect();
        let weight = items.iter().map(|&(_, weight)| weight).sum();
        Terms { items, weight }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_weigh_more() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add([("fire", 0.8), ("cedar", 1.0)]);
        vocabulary.add([("fire", 0.8), ("the", 0.0)]);
        let (a, b) = (vocabulary.weigh(["fire", "cedar", "the", "unheard"]), vocabulary.weigh(["fire"]));
        assert_eq!((a.items.len(), b.items.len()), (2, 1));
        assert!(a.weight > 2.0 * b.weight);
        assert_eq!((a.shared(&b), a.jaccard(&a), b.jaccard(&Terms::default())), (b.weight, 1.0, 0.0));
    }
}
