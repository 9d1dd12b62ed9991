//! Links between statements to a partition of the statements: constrained agglomerative clustering by average linkage.
//!
//! Single linkage (whatever is linked is one) chains: one long sentence that holds two facts makes one claim of both, and
//! of all that is linked to either. Complete linkage (every two members are linked) splits what is one, because alignment
//! misses pairs. Average linkage lies between (Sokal and Michener 1958; Jain, Murty and Flynn 1999, "Data Clustering: A
//! Review", section 5.1): two clusters become one when the mean weight over **all** pairs of a statement of one and a
//! statement of the other, missing links counted as 0, is at least [`JOINED`]. Between two clusters of three statements,
//! a single link is one of nine. Three constraints suit it to reports:
//!
//! 1. Statements that conflict come first and need half the mean ([`CONFLICTING`]): that is what a row is for. But even of
//!    conflicts no chain makes one claim. Where one sentence conflicts with others in two matters,
//!    [`conflicts`](super::conflicts) decides with which it stays.
//! 2. Pairs within one source are left out of the mean: no report repeats itself sentence by sentence, so that a missing
//!    link tells nothing there. A long statement can thus meet two short ones of another source, while two statements of
//!    one source with partners of their own stay apart, because the partners are not linked.
//! 3. A statement that remains alone though it is linked goes to the cluster that it is closest to. Nothing joins through
//!    it. So whoever agrees or conflicts with anybody shares a row with one of those.
//!
//! Links are taken in the order of their weight and that of the neighbours both ends share (Jarvis and Patrick 1973,
//! "Clustering using a similarity measure based on shared near neighbors"): a strong link between two groups waits until
//! each has found together. They are taken again until nothing changes, because a group may have become close enough
//! meanwhile; two or three times in practice. With a bounded number of links a statement that is `O(links log links)`.
//! Weights are whole numbers and ties are decided by the numbers of the nodes, so that the result does not depend on the
//! order of the links.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap};

/// Mean weight, in thousandths, from which two clusters are one: half of all pairs between them, if each is certain.
pub(super) const JOINED: u32 = 500;

/// The same where two statements conflict.
const CONFLICTING: u32 = JOINED / 2;

/// How a pair ties two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// They conflict and belong together.
    Conflict,
    /// They say the same.
    Joins,
    /// They conflict, but one of them stays with another conflict; counts for the mean, and nobody is left alone with it.
    Crosses,
    /// They are about the same; counts for the mean and joins nothing by itself.
    Near,
}

/// A link between two nodes, the lower one first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) a: u32,
    pub(super) b: u32,
    /// In thousandths. At least [`JOINED`] of conflicts and of what joins, below it of the others.
    pub(super) weight: u32,
    pub(super) tie: Tie,
}

/// A cluster's number for each node: that of its lowest node. `sources` names the source of each node.
pub(super) fn cluster(sources: &[u32], links: &[Link]) -> Vec<u32> {
    let mut clusters = Clusters::new(sources, links);
    let ordered = [Tie::Conflict, Tie::Joins].map(|tie| by_support(&clusters, links, tie));
    for (ordered, least) in ordered.iter().zip([CONFLICTING, JOINED]) {
        let mut changed = true;
        while changed {
            changed = false;
            for link in ordered {
                if clusters.are_close(link.a, link.b, least) {
                    clusters.merge(link.a, link.b);
                    changed = true;
                }
            }
        }
    }
    let mut closest: BTreeMap<u32, (Mean, Reverse<u32>)> = BTreeMap::new();
    for link in links.iter().filter(|link| link.tie != Tie::Near) {
        for (node, other) in [(link.a, link.b), (link.b, link.a)] {
            if clusters.size[clusters.root(node) as usize] == 1 {
                let fit = (clusters.mean(node, other), Reverse(clusters.lowest(other)));
                closest.entry(node).and_modify(|best| *best = fit.max(*best)).or_insert(fit);
            }
        }
    }
    for (node, (_, other)) in closest {
        clusters.attach(node, other.0);
    }
    (0..sources.len() as u32).map(|node| clusters.lowest(node)).collect()
}

/// The links of a kind, best supported first.
fn by_support(clusters: &Clusters, links: &[Link], tie: Tie) -> Vec<Link> {
    let support = |link: &Link| -> u64 {
        let (few, many) = (&clusters.near[link.a as usize], &clusters.near[link.b as usize]);
        let (few, many) = if few.len() <= many.len() { (few, many) } else { (many, few) };
        few.iter().filter_map(|(node, weight)| Some(weight.min(many.get(node)?))).sum()
    };
    let mut ordered: Vec<(Reverse<u64>, u32, u32, Link)> = links
        .iter()
        .filter(|link| link.tie == tie)
        .map(|link| (Reverse(u64::from(link.weight) + support(link)), link.a, link.b, *link))
        .collect();
    ordered.sort_unstable_by_key(|&(support, a, b, _)| (support, a, b));
    ordered.into_iter().map(|(.., link)| link).collect()
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
        for link in links {
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

    /// The mean weight over all pairs of a node of one cluster and a node of the other, of different sources.
    fn mean(&self, a: u32, b: u32) -> Mean {
        let (a, b) = (self.root(a), self.root(b));
        let sum = self.near[a as usize].get(&b).copied().unwrap_or_default();
        let (few, many) = (&self.sources[a as usize], &self.sources[b as usize]);
        let (few, many) = if few.len() <= many.len() { (few, many) } else { (many, few) };
        let within: u64 = few.iter().map(|(source, count)| count * many.get(source).copied().unwrap_or_default()).sum();
        let all = u64::from(self.size[a as usize]) * u64::from(self.size[b as usize]);
        Mean { sum, of: (all - within).max(1) }
    }

    /// Whether two nodes are in two clusters that are close enough to be one.
    fn are_close(&self, a: u32, b: u32, least: u32) -> bool {
        self.root(a) != self.root(b) && self.mean(a, b) >= Mean { sum: u64::from(least), of: 1 }
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
        if from == into {
            return;
        }
        self.parent[from] = into as u32;
        self.size[into] += self.size[from];
        self.lowest[into] = self.lowest[into].min(self.lowest[from]);
    }
}

#[cfg(test)]
mod tests;
