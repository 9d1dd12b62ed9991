//! Which heights of the two panes belong together, so that scrolling one can carry the other along.
//!
//! Aligned statements are the anchors. Where alignments cross, the heaviest chain that runs forward in both articles
//! is kept (a weighted longest increasing subsequence); between two anchors heights are interpolated.

use std::cmp::Reverse;

use crate::model::StatementId;

/// A pair of statements that may be an anchor: the one in the left pane, the one in the right pane.
type Ends = [StatementId; 2];

/// Pairs of statements that run forward in both articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    chain: Vec<Ends>,
}

impl Anchors {
    /// Finds the heaviest chain among pairs with their weights, which are above zero.
    pub(super) fn new(pairs: impl IntoIterator<Item = (Ends, f64)>) -> Self {
        let mut pairs: Vec<(Ends, f64)> = pairs.into_iter().collect();
        // Among pairs of one left statement the right ones come in falling order, so that a chain takes one at most.
        pairs.sort_by_key(|&([left, right], _)| (left, Reverse(right)));
        let rights = pairs.iter().map(|([_, right], _)| right.0 as usize + 1).max().unwrap_or_default();
        let mut best = PrefixBest::new(rights);
        let mut before = Vec::with_capacity(pairs.len());
        for (i, ([_, right], weight)) in pairs.iter().enumerate() {
            let (sum, previous) = best.below(right.0 as usize);
            before.push(previous);
            best.raise(right.0 as usize, (sum + weight, Some(i)));
        }
        let mut chain = Vec::new();
        let mut at = best.below(rights).1;
        while let Some(i) = at {
            chain.push(pairs[i].0);
            at = before[i];
        }
        chain.reverse();
        Self { chain }
    }

    /// The height in the other article that belongs to a height in this one.
    ///
    /// `from` and `to` give the height of a statement in this and in the other article, `ends` the heights of both;
    /// `side` is 0 if this article stands first in each anchor, else 1.
    pub(super) fn map(
        &self,
        y: f64,
        side: usize,
        from: impl Fn(StatementId) -> f64,
        to: impl Fn(StatementId) -> f64,
        ends: [f64; 2],
    ) -> f64 {
        let next = self.chain.partition_point(|anchor| from(anchor[side]) <= y);
        let heights = |i: usize| (from(self.chain[i][side]), to(self.chain[i][1 - side]));
        let (y0, z0) = if next > 0 { heights(next - 1) } else { (0.0, 0.0) };
        let (y1, z1) = if next < self.chain.len() { heights(next) } else { (ends[0], ends[1]) };
        if y1 <= y0 { z0 } else { z0 + (z1 - z0) * ((y - y0) / (y1 - y0)).clamp(0.0, 1.0) }
    }
}

/// The best chain that ends below a position, and its last link: a Fenwick tree of maxima.
struct PrefixBest {
    tree: Vec<(f64, Option<usize>)>,
}

impl PrefixBest {
    fn new(positions: usize) -> Self {
        Self { tree: vec![(0.0, None); positions + 1] }
    }

    fn below(&self, position: usize) -> (f64, Option<usize>) {
        let (mut i, mut best) = (position, (0.0, None));
        while i > 0 {
            if self.tree[i].0 > best.0 {
                best = self.tree[i];
            }
            i -= i & i.wrapping_neg();
        }
        best
    }

    fn raise(&mut self, position: usize, to: (f64, Option<usize>)) {
        let mut i = position + 1;
        while i < self.tree.len() {
            if to.0 > self.tree[i].0 {
                self.tree[i] = to;
            }
            i += i & i.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(pairs: &[(u32, u32, f64)]) -> Anchors {
        Anchors::new(pairs.iter().map(|&(l, r, weight)| ([StatementId(l), StatementId(r)], weight)))
    }

    fn chain(pairs: &[(u32, u32, f64)]) -> Vec<(u32, u32)> {
        anchors(pairs).chain.iter().map(|[l, r]| (l.0, r.0)).collect()
    }

    #[test]
    fn crossing_pairs_do_not_join_the_chain() {
        assert_eq!(chain(&[(0, 1, 1.0), (1, 9, 1.0), (2, 2, 1.0), (3, 4, 1.0)]), [(0, 1), (2, 2), (3, 4)]);
        assert_eq!(chain(&[(0, 5, 1.0), (0, 6, 1.0), (1, 6, 1.0)]), [(0, 5), (1, 6)], "a statement anchors once");
        assert!(chain(&[]).is_empty());
    }

    #[test]
    fn the_heavier_chain_wins() {
        assert_eq!(chain(&[(0, 9, 5.0), (1, 0, 1.0), (2, 1, 1.0)]), [(0, 9)]);
    }

    #[test]
    fn heights_between_anchors_are_interpolated_both_ways() {
        let anchors = anchors(&[(1, 3, 1.0), (2, 4, 1.0)]);
        let left = |s: StatementId| f64::from(s.0) * 100.0;
        let right = |s: StatementId| f64::from(s.0) * 50.0;
        let across = |y| anchors.map(y, 0, left, right, [300.0, 400.0]);
        let heights = [0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0].map(across);
        assert_eq!(heights, [0.0, 75.0, 150.0, 175.0, 200.0, 300.0, 400.0]);
        let back = |y| anchors.map(y, 1, right, left, [400.0, 300.0]);
        for y in [10.0, 120.0, 190.0, 299.0] {
            assert!((back(across(y)) - y).abs() < 1e-9);
        }
    }

    #[test]
    fn without_anchors_ends_meet() {
        let nothing = |_| 0.0;
        assert_eq!(anchors(&[]).map(50.0, 0, nothing, nothing, [100.0, 300.0]), 150.0);
        assert_eq!(anchors(&[]).map(0.0, 0, nothing, nothing, [0.0, 0.0]), 0.0);
    }
}
