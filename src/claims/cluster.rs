//! Links between statements to a partition of the statements: constrained agglomerative clustering by average linkage.
//!
//! Single linkage (whatever is linked is one) chains: one long sentence that holds two facts makes one claim of both, and
//! of all that is linked to either. Complete linkage (every two members are linked) splits what is one, because alignment
//! misses pairs. Average linkage lies between (Sokal and Michener 1958; Jain, Murty and Flynn 1999, "Data Clustering: A
//! Review", section 5.1): two clusters become one when the mean weight over **all** pairs of a statement of one and a
//! statement of the other, missing links counted as 0, is at least [`JOINED`]. Between two clusters of three statements,
//! a single link is one of nine. Three constraints suit it to reports:
//!
//! 1. Statements that conflict share a cluster, whatever the mean: that is what a row is for. Only the two statements are
//!    bound; what else joins them is again a question of the mean.
//! 2. Pairs within one source are left out of the mean: no report repeats itself sentence by sentence, so that a missing
//!    link tells nothing there. A long statement can thus meet two short ones of another source, while two statements of
//!    one source with partners of their own stay apart, because the partners are not linked.
//! 3. A statement that remains alone though it is linked goes to the cluster that it is closest to. Nothing joins through
//!    it. So whoever agrees with anybody shares a row with one of those it agrees with.
//!
//! The pairs of clusters are taken in order of their mean. A mean after a merger lies between the means before it, so that
//! the heap may hold one entry a link with an outdated, too high mean, corrected when it comes up. Each link enters again
//! only after a merger that concerned it: `O(links log links)` for clusters of bounded size. Weights are whole numbers and
//! ties are decided by the numbers of the nodes, so that the result does not depend on the order of the links.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

/// Mean weight, in thousandths, from which two clusters are one: half of all pairs between them, if each is certain.
pub(super) const JOINED: u32 = 500;

/// How a pair ties two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// They conflict and belong together.
    Conflict,
    /// They say the same.
    Joins,
    /// They are about the same; counts for the mean and joins nothing by itself.
    Near,
}

/// A link between two nodes, the lower one first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) a: u32,
    pub(super) b: u32,
    /// In thousandths. At least [`JOINED`] unless [`Tie::Near`], and then below it.
    pub(super) weight: u32,
    pub(super) tie: Tie,
}

/// A cluster's number for each node: that of its lowest node. `sources` names the source of each node.
pub(super) fn cluster(sources: &[u32], links: &[Link]) -> Vec<u32> {
    let mut clusters = Clusters::new(sources, links);
    for link in links.iter().filter(|link| link.tie == Tie::Conflict) {
        clusters.merge(link.a, link.b);
    }
    let joining = || links.iter().filter(|link| link.tie == Tie::Joins);
    let mut heap: BinaryHeap<Candidate> = joining().filter_map(|link| clusters.candidate(link.a, link.b)).collect();
    while let Some(best) = heap.pop() {
        match clusters.candidate(best.a.0, best.b.0) {
            Some(now) if now == best => clusters.merge(best.a.0, best.b.0),
            Some(now) => heap.push(now),
            None => {}
        }
    }
    let alone = |clusters: &Clusters, node: u32| clusters.size[clusters.root(node) as usize] == 1;
    let mut closest: HashMap<u32, Candidate> = HashMap::new();
    for link in joining() {
        for (node, other) in [(link.a, link.b), (link.b, link.a)] {
            if alone(&clusters, node) {
                let fit = clusters.fit(node, other);
                closest.entry(node).and_modify(|best| *best = fit.max(*best)).or_insert(fit);
            }
        }
    }
    for (node, fit) in closest {
        let other = if clusters.root(fit.a.0) == node { fit.b.0 } else { fit.a.0 };
        clusters.attach(node, other);
    }
    (0..sources.len() as u32).map(|node| clusters.lowest(node)).collect()
}

/// Two clusters, each by its lowest node, and how close they are. Ordered by the mean; of equal ones, the pair with the
/// lowest nodes is greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Candidate {
    /// Sum of the weights over the number of pairs.
    mean: Mean,
    a: Reverse<u32>,
    b: Reverse<u32>,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.cmp(&other.mean).then((self.a, self.b).cmp(&(other.a, other.b)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A mean as a fraction, so that equal ones are equal.
#[derive(Clone, Copy, Debug)]
struct Mean {
    sum: u64,
    of: u64,
}

impl Ord for Mean {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.sum * other.of).cmp(&(other.sum * self.of))
    }
}

impl PartialOrd for Mean {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Mean {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Mean {}

/// The partition as it grows: a forest of nodes, and for each root what is known of its cluster.
struct Clusters {
    parent: Vec<u32>,
    size: Vec<u32>,
    lowest: Vec<u32>,
    /// How many statements of each source.
    sources: Vec<HashMap<u32, u64>>,
    /// Sum of the weights of the links to each neighbouring cluster, by its root.
    near: Vec<HashMap<u32, u64>>,
}

impl Clusters {
    fn new(sources: &[u32], links: &[Link]) -> Self {
        let nodes = 0..sources.len() as u32;
        let mut near = vec![HashMap::new(); sources.len()];
        for link in links.iter().filter(|link| sources[link.a as usize] != sources[link.b as usize]) {
            *near[link.a as usize].entry(link.b).or_default() += u64::from(link.weight);
            *near[link.b as usize].entry(link.a).or_default() += u64::from(link.weight);
        }
        Self {
            parent: nodes.clone().collect(),
            size: vec![1; sources.len()],
            lowest: nodes.collect(),
            sources: sources.iter().map(|&source| HashMap::from([(source, 1)])).collect(),
            near,
        }
    }

    fn root(&self, mut node: u32) -> u32 {
        while self.parent[node as usize] != node {
            node = self.parent[node as usize];
        }
        node
    }

    fn lowest(&self, node: u32) -> u32 {
        self.lowest[self.root(node) as usize]
    }

    /// How close the clusters of two nodes are.
    fn fit(&self, a: u32, b: u32) -> Candidate {
        let (a, b) = (self.root(a), self.root(b));
        let sum = self.near[a as usize].get(&b).copied().unwrap_or_default();
        let (few, many) = (&self.sources[a as usize], &self.sources[b as usize]);
        let (few, many) = if few.len() <= many.len() { (few, many) } else { (many, few) };
        let within: u64 = few.iter().map(|(source, count)| count * many.get(source).copied().unwrap_or_default()).sum();
        let all = u64::from(self.size[a as usize]) * u64::from(self.size[b as usize]);
        let (a, b) = (self.lowest[a as usize], self.lowest[b as usize]);
        Candidate { mean: Mean { sum, of: (all - within).max(1) }, a: Reverse(a.min(b)), b: Reverse(a.max(b)) }
    }

    /// The same if they are two and close enough to be one.
    fn candidate(&self, a: u32, b: u32) -> Option<Candidate> {
        let enough = Mean { sum: u64::from(JOINED), of: 1 };
        (self.root(a) != self.root(b)).then(|| self.fit(a, b)).filter(|fit| fit.mean >= enough)
    }

    /// Makes one cluster of those of two nodes. The smaller is moved, so that no node moves more than `log n` times.
    fn merge(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let weight = |root: u32| (self.near[root as usize].len() + self.sources[root as usize].len(), Reverse(root));
        let (into, from) = if weight(a) >= weight(b) { (a, b) } else { (b, a) };
        for (source, count) in std::mem::take(&mut self.sources[from as usize]) {
            *self.sources[into as usize].entry(source).or_default() += count;
        }
        self.near[into as usize].remove(&from);
        for (other, sum) in std::mem::take(&mut self.near[from as usize]) {
            if other != into {
                self.near[other as usize].remove(&from);
                *self.near[other as usize].entry(into).or_default() += sum;
                *self.near[into as usize].entry(other).or_default() += sum;
            }
        }
        self.attach(from, into);
    }

    /// Puts the cluster of a node under that of another, without its links.
    fn attach(&mut self, node: u32, to: u32) {
        let (from, into) = (self.root(node) as usize, self.root(to) as usize);
        self.parent[from] = into as u32;
        self.size[into] += self.size[from];
        self.lowest[into] = self.lowest[into].min(self.lowest[from]);
    }
}

#[cfg(test)]
mod tests;
