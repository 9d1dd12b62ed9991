//! Agreements, each told once: a claim with the statements of all sources that agree on it.

use std::collections::BTreeSet;

use super::super::phrases::decision;
use super::{Judged, Quote, View};
use crate::model::{ClaimId, ClaimStatus, Comparison, Kind, Pair, Reason, Relation, SourceId, StatementRef, Strength};

/// Most reasons of one kind that an agreement is told with.
const OF_A_KIND: usize = 2;

/// What two or more sources say alike.
#[derive(Debug)]
pub(crate) struct Accord<'a> {
    /// How sure the surest of its pairs is.
    pub(crate) strength: Strength,
    /// How many sources say it independently of each other, as surely.
    pub(crate) independent: usize,
    /// Those of its sources that carry the same copy: "A and C".
    pub(crate) same_copy: Vec<String>,
    /// Whether other statements of the claim contradict each other.
    pub(crate) disputed: bool,
    /// The statements that agree, by source, then in reading order.
    pub(crate) quotes: Vec<Quote<'a>>,
    /// Why, if a rule found it.
    pub(crate) reasons: Vec<String>,
    /// Its pairs, in reading order.
    pub(crate) pairs: Vec<Judged<'a>>,
}

impl Accord<'_> {
    /// Who says it: "2 independent sources; A and C carry the same copy".
    pub(crate) fn voices(&self) -> String {
        let mut words = vec![match (self.independent, self.strength) {
            (0 | 1, _) => "one source, copied".to_owned(),
            (count, Strength::Clear) => format!("{count} independent sources"),
            (count, Strength::Possible) => format!("possibly {count} independent sources"),
        }];
        words.extend(self.same_copy.iter().map(|letters| format!("{letters} carry the same copy")));
        if self.disputed {
            words.push("disputed by another statement of the same claim".to_owned());
        }
        words.join("; ")
    }

    /// What the reader ruled on its pairs, each ruling once.
    pub(crate) fn decisions(&self) -> Vec<String> {
        let mut all: Vec<String> = self.pairs.iter().filter_map(|(_, s)| decision(s)).map(str::to_owned).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl<'a> View<'a> {
    /// Agreements: clear ones first, then in the order of the claims. Statements of one claim that no chain of agreements
    /// joins are told apart, and so are pairs of two claims.
    pub(crate) fn accords(&self) -> Vec<Accord<'a>> {
        let mut groups: Vec<(Option<ClaimId>, BTreeSet<StatementRef>, Vec<Judged<'a>>)> = Vec::new();
        for &pair in self.pairs.iter().filter(|(_, s)| s.relation == Some(Relation::Agreement)) {
            let ends = [pair.0.alignment.left, pair.0.alignment.right];
            let [left, right] = ends.map(|at| self.claim_of(at));
            let claim = left.filter(|_| left == right);
            let mut group = (claim, BTreeSet::from(ends), vec![pair]);
            if claim.is_some() {
                let (joined, apart): (Vec<_>, Vec<_>) =
                    groups.into_iter().partition(|(of, at, _)| *of == claim && !at.is_disjoint(&group.1));
                groups = apart;
                for (_, statements, pairs) in joined {
                    group.1.extend(statements);
                    group.2.extend(pairs);
                }
            }
            groups.push(group);
        }
        let mut accords: Vec<(Option<ClaimId>, Accord)> =
            groups.into_iter().map(|(claim, _, pairs)| (claim, self.accord(claim, pairs))).collect();
        accords.sort_by_key(|(claim, accord)| (accord.strength, claim.is_none(), *claim));
        accords.into_iter().map(|(_, accord)| accord).collect()
    }

    fn accord(&self, claim: Option<ClaimId>, mut pairs: Vec<Judged<'a>>) -> Accord<'a> {
        pairs.sort_by_key(|(pair, _)| (pair.alignment.left, pair.alignment.right));
        let strength = pairs.iter().map(|(_, s)| s.strength).min().unwrap_or(Strength::Possible);
        let ends = |(pair, _): &Judged<'a>| [pair.alignment.left, pair.alignment.right];
        // Whoever is only possibly of the same mind does not count where others surely are.
        let surest: BTreeSet<StatementRef> =
            pairs.iter().filter(|(_, s)| s.strength == strength).flat_map(ends).collect();
        let all: BTreeSet<StatementRef> = pairs.iter().flat_map(ends).collect();
        let sources: BTreeSet<SourceId> = surest.iter().map(|at| at.source).collect();
        let group = |source: SourceId| self.comparison.echo.iter().position(|g| g.sources.contains(&source));
        let voices: BTreeSet<_> = sources.iter().map(|&s| (group(s), group(s).is_none().then_some(s))).collect();
        let standing = claim.and_then(|id| self.claims.get(id.0 as usize));
        let weaker = |at| if surest.contains(at) { strength } else { Strength::Possible };
        Accord {
            strength,
            independent: voices.len(),
            same_copy: self.same_copy(&sources.into_iter().collect::<Vec<_>>()),
            disputed: standing.is_some_and(|(_, standing)| standing.status == ClaimStatus::Disputed),
            quotes: all.iter().map(|at| Quote { strength: weaker(at), ..self.quote(*at, []) }).collect(),
            reasons: reasons(self.comparison, &pairs),
            pairs,
        }
    }
}

/// Why, at most [`OF_A_KIND`] reasons of each kind. That both speak of some words says little beside a figure or a date
/// they share, and once is enough.
fn reasons(comparison: &Comparison, pairs: &[Judged<'_>]) -> Vec<String> {
    let all = || pairs.iter().flat_map(|(pair, _)| agreeing(pair).map(move |reason| (*pair, reason)));
    let telling = all().any(|(_, r)| r.kind != Kind::Wording);
    let mut told: Vec<(Kind, String)> = Vec::new();
    for (pair, reason) in all().filter(|(_, r)| !telling || r.kind != Kind::Wording) {
        let most = if reason.kind == Kind::Wording { 1 } else { OF_A_KIND };
        let because = comparison.because(pair, reason);
        let like = told.iter().filter(|(kind, _)| *kind == reason.kind).count();
        let known = told.iter().any(|(_, known)| known.to_lowercase() == because.to_lowercase());
        if !known && like < most {
            told.push((reason.kind, because));
        }
    }
    told.into_iter().map(|(_, because)| because).collect()
}

fn agreeing(pair: &Pair) -> impl Iterator<Item = &Reason> {
    pair.verdict.reasons.iter().filter(|reason| pair.verdict.argued_by(reason) == Relation::Agreement)
}
