//! Judged pairs over any number of sources to claims: what the sources speak of, a row each.
//!
//! ```text
//! pairs -> links between statements -> clusters -> claims (statements, central one, title) -> reading order
//! ```
//!
//! A pair that agrees or contradicts [`links`] its two statements; [`cluster()`](cluster::cluster) makes of the links
//! a partition in which no single link chains two facts together; [`order`] puts the claims as the sources tell them;
//! [`title`] names each by words of its central statement. Who agrees and who conflicts is not decided here: it follows
//! from the pairs and the reader's decisions ([`Comparison::claim_standing`]). [`echo()`] needs no pairs: it looks for
//! sources that carry the same copy, which count once among those who agree.

mod cluster;
mod conflicts;
mod echo;
mod links;
mod order;
mod title;

pub use echo::{echo, warnings as echo_warnings};

use crate::model::{Claim, ClaimId, Comparison, Relation, StatementKind, StatementRef};
use links::Links;

/// What the sources of a comparison speak of, in reading order, from its sources and its pairs, those within one source
/// among them; whatever claims it holds already are not looked at.
///
/// Every statement that carries a claim and stands in a source in English is in exactly one, but for a heading that no
/// other statement says or denies: a heading names what the text below it says, and makes no row of its own
/// ([`Comparison::only_here`] leaves it out for the same reason).
pub fn claims(comparison: &Comparison) -> Vec<Claim> {
    let links = Links::new(comparison);
    let labels = cluster::cluster(&links.sources(), &links.links);
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); labels.len()];
    for (node, &label) in (0..).zip(&labels) {
        members[label as usize].push(node);
    }
    let heading = |node: u32| comparison.statement(links.nodes[node as usize]).kind == StatementKind::Heading;
    let closeness = links.closeness(&labels);
    let mut drafts: Vec<Claim> = Vec::new();
    for nodes in members.iter().filter(|nodes| !nodes.is_empty() && (nodes.len() > 1 || !heading(nodes[0]))) {
        let mut statements: Vec<StatementRef> = nodes.iter().map(|&node| links.nodes[node as usize]).collect();
        statements.sort_unstable();
        // A sentence rather than a heading: it says what happened in words of its own.
        let rank =
            |&&node: &&u32| (!heading(node), closeness[node as usize], std::cmp::Reverse(links.nodes[node as usize]));
        let central = nodes.iter().max_by_key(rank).map(|&node| links.nodes[node as usize]);
        let Some(central) = central else { continue };
        let title = title::title(comparison.text(central), comparison.statement(central));
        drafts.push(Claim {
            id: ClaimId(0),
            title,
            central,
            statements,
            pairs: Vec::new(),
            within: Vec::new(),
            crossing: Vec::new(),
        });
    }
    let mut claims = order::in_reading_order(comparison, drafts);
    for (id, claim) in (0..).zip(&mut claims) {
        claim.id = ClaimId(id);
    }
    add_pairs(comparison, &mut claims);
    claims
}

/// Notes at each claim the pairs that concern it: one pass over all pairs.
fn add_pairs(comparison: &Comparison, claims: &mut [Claim]) {
    let mut at: Vec<Vec<Option<usize>>> =
        comparison.sources.iter().map(|source| vec![None; source.statements.len()]).collect();
    for (index, claim) in claims.iter().enumerate() {
        for statement in &claim.statements {
            at[statement.source.0 as usize][statement.statement.0 as usize] = Some(index);
        }
    }
    let of = |statement: StatementRef| at[statement.source.0 as usize][statement.statement.0 as usize];
    for (index, pair) in comparison.pairs.iter().enumerate() {
        let (Some(left), Some(right)) = (of(pair.alignment.left), of(pair.alignment.right)) else { continue };
        if left == right {
            claims[left].pairs.push(index);
        } else if pair.verdict.relation == Relation::Contradiction {
            claims[left].crossing.push(index);
            claims[right].crossing.push(index);
        }
    }
    for (index, pair) in comparison.within.iter().enumerate() {
        let ends = [of(pair.alignment.left), of(pair.alignment.right)];
        for (i, end) in ends.into_iter().enumerate() {
            if let Some(claim) = end.filter(|_| i == 0 || ends[0] != ends[1]) {
                claims[claim].within.push(index);
            }
        }
    }
}
