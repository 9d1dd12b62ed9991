use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

const GRAPHS: &str = include_str!("../../../tests/data/claims/graphs.txt");

/// A graph of the table: nodes by name, in order, with their links, and the expected claims.
struct Graph {
    names: Vec<String>,
    links: Vec<Link>,
    claims: BTreeSet<BTreeSet<String>>,
}

fn graphs() -> Vec<Graph> {
    let lines: Vec<&str> = GRAPHS.lines().filter(|line| !line.starts_with('#')).collect();
    let claims = lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("-> ")?)));
    claims.map(|(at, claims)| graph(lines[at - 1], claims)).collect()
}

fn graph(links: &str, claims: &str) -> Graph {
    let links: Vec<[&str; 4]> =
        links.split(", ").map(|link| link.split(' ').collect::<Vec<_>>().try_into().unwrap()).collect();
    let claims: BTreeSet<BTreeSet<String>> =
        claims.split(" | ").map(|claim| claim.split(' ').map(str::to_owned).collect()).collect();
    let names: Vec<String> = claims.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let node = |name: &str| names.iter().position(|n| n == name).unwrap() as u32;
    let links = links
        .into_iter()
        .map(|[a, tie, b, weight]| {
            let tie = match tie {
                "=" => Tie::Joins,
                "!" => Tie::Conflict,
                "x" => Tie::Crosses,
                "~" => Tie::Near,
                other => panic!("no such link: {other}"),
            };
            let (a, b) = (node(a), node(b));
            Link { a: a.min(b), b: a.max(b), weight: weight.parse::<u32>().unwrap() * 10, tie }
        })
        .collect();
    Graph { names, links, claims }
}

fn partition(labels: &[u32]) -> BTreeSet<BTreeSet<usize>> {
    let mut clusters: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for (node, &label) in labels.iter().enumerate() {
        clusters.entry(label).or_default().insert(node);
    }
    clusters.into_values().collect()
}

#[test]
fn graphs_make_the_claims_of_the_table() {
    let graphs = graphs();
    assert!(graphs.len() > 15, "only {} graphs are read", graphs.len());
    for graph in graphs {
        let sources: Vec<u32> = graph.names.iter().map(|name| u32::from(name.as_bytes()[0])).collect();
        let found = partition(&cluster(&sources, &graph.links));
        let named: BTreeSet<BTreeSet<String>> =
            found.iter().map(|nodes| nodes.iter().map(|&n| graph.names[n].clone()).collect()).collect();
        assert_eq!(named, graph.claims);
    }
}

/// Links among so many nodes of so many sources, at random; the source of a node is its number modulo theirs.
fn any_links(nodes: u32, sources: u32) -> impl Strategy<Value = Vec<Link>> {
    let link = (0..nodes, 0..nodes, 0_u32..1000, 0..10);
    prop::collection::vec(link, 0..120).prop_map(move |drawn| {
        let mut links: BTreeMap<(u32, u32), Link> = BTreeMap::new();
        for (a, b, weight, kind) in drawn.into_iter().filter(|(a, b, ..)| a % sources != b % sources) {
            let (tie, weight) = match kind {
                0 => (Tie::Conflict, weight.max(JOINED)),
                1..6 => (Tie::Joins, weight.max(JOINED)),
                6 => (Tie::Crosses, JOINED - 1),
                _ => (Tie::Near, weight.min(JOINED - 1)),
            };
            links.insert((a.min(b), a.max(b)), Link { a: a.min(b), b: a.max(b), weight, tie });
        }
        links.into_values().collect()
    })
}

/// Groups of statements, one of each source, all of which agree, and single links between one group and the next.
fn groups_with_bridges(groups: u32, sources: u32, weights: &[u32]) -> Vec<Link> {
    let mut links = Vec::new();
    let mut weight = weights.iter().copied().cycle();
    for group in 0..groups {
        for a in 0..sources {
            for b in a + 1..sources {
                let (a, b) = (group * sources + a, group * sources + b);
                links.push(Link { a, b, weight: weight.next().unwrap(), tie: Tie::Joins });
            }
        }
    }
    for group in 1..groups {
        let (a, b) = ((group - 1) * sources + group % sources, group * sources + (group + 1) % sources);
        links.push(Link { a, b, weight: 1000, tie: Tie::Joins });
    }
    links
}

proptest! {
    #[test]
    fn nobody_who_agrees_or_conflicts_is_alone(links in any_links(40, 6)) {
        let sources: Vec<u32> = (0..40).map(|node| node % 6).collect();
        let labels = cluster(&sources, &links);
        let size = |node: u32| labels.iter().filter(|&&label| label == labels[node as usize]).count();
        for link in &links {
            prop_assert!(link.tie == Tie::Near || (size(link.a) > 1 && size(link.b) > 1));
        }
        for cluster in partition(&labels) {
            let inside = |link: &&Link| cluster.contains(&(link.a as usize)) && cluster.contains(&(link.b as usize));
            let joined = links.iter().filter(inside).filter(|link| link.tie != Tie::Near).count();
            prop_assert!(joined + 1 >= cluster.len(), "a cluster that links do not hold together: {cluster:?}");
        }
    }

    #[test]
    fn neither_the_order_of_links_nor_the_numbers_of_sources_matter(links in any_links(40, 6), turn in 0_usize..120) {
        let sources: Vec<u32> = (0..40).map(|node| node % 6).collect();
        let renamed: Vec<u32> = sources.iter().map(|source| 100 - source).collect();
        let mut turned = links.clone();
        turned.rotate_left(turn.min(links.len()));
        turned.reverse();
        prop_assert_eq!(cluster(&sources, &links), cluster(&renamed, &turned));
    }

    // Three statements at least are left in a group: two that agree are no dense group.
    #[test]
    fn bridges_do_not_join_dense_groups_whatever_source_is_taken_away(
        groups in 2_u32..8,
        sources in 4_u32..9,
        weights in prop::collection::vec(600_u32..1000, 7),
        gone in 0_u32..9,
    ) {
        let links = groups_with_bridges(groups, sources, &weights);
        let of: Vec<u32> = (0..groups * sources).map(|node| node % sources).collect();
        let expected: BTreeSet<BTreeSet<usize>> =
            (0..groups).map(|g| (g * sources..(g + 1) * sources).map(|n| n as usize).collect()).collect();
        prop_assert_eq!(&partition(&cluster(&of, &links)), &expected);
        let stays = |node: u32| of[node as usize] != gone;
        let fewer: Vec<Link> = links.into_iter().filter(|link| stays(link.a) && stays(link.b)).collect();
        let without: BTreeSet<BTreeSet<usize>> =
            expected.iter().map(|g| g.iter().copied().filter(|&n| stays(n as u32)).collect()).collect();
        let found = partition(&cluster(&of, &fewer));
        let found: BTreeSet<BTreeSet<usize>> = found
            .into_iter()
            .map(|g| g.into_iter().filter(|&n| stays(n as u32)).collect::<BTreeSet<_>>())
            .filter(|g| !g.is_empty())
            .collect();
        prop_assert_eq!(found, without);
    }
}
