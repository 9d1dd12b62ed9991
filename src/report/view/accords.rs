//! Agreements, each told once: a claim with the statements of all sources that agree on it.

use std::collections::BTreeSet;

use super::super::phrases::decision;
use super::{Judged, Quote, View};
use crate::model::{ClaimStatus, Finding, Relation, SourceId, StatementRef, Strength};

/// What two or more sources say alike.
#[derive(Debug)]
pub(crate) struct Accord<'a> {
    /// How sure the surest of its pairs is.
    pub(crate) strength: Strength,
    /// How many sources say it independently of each other.
    pub(crate) independent: usize,
    /// Those of its sources that carry the same copy: "A and C".
    pub(crate) same_copy: Vec<String>,
    /// Whether other statements of the claim contradict each other.
    pub(crate) disputed: bool,
    /// The statements that agree, by source, then in reading order.
    pub(crate) quotes: Vec<Quote<'a>>,
    /// Why, if a rule found it.
    pub(crate) reasons: Vec<&'a str>,
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
    /// Agreements: clear ones first, then by claim, then pairs that no claim holds.
    pub(crate) fn accords(&self) -> Vec<Accord<'a>> {
        let mut by_claim: Vec<Vec<Judged<'a>>> = vec![Vec::new(); self.claims.len()];
        let mut others = Vec::new();
        for &pair in self.pairs.iter().filter(|(_, s)| s.relation == Some(Relation::Agreement)) {
            let ends = [pair.0.alignment.left, pair.0.alignment.right].map(|at| self.claim_of(at));
            match ends {
                [Some(left), Some(right)] if left == right => by_claim[left.0 as usize].push(pair),
                _ => others.push(self.accord(None, vec![pair])),
            }
        }
        let claims = by_claim.into_iter().enumerate().filter(|(_, pairs)| !pairs.is_empty());
        let mut accords: Vec<Accord> = claims.map(|(claim, pairs)| self.accord(Some(claim), pairs)).collect();
        accords.extend(others);
        accords.sort_by_key(|accord| accord.strength);
        accords
    }

    fn accord(&self, claim: Option<usize>, pairs: Vec<Judged<'a>>) -> Accord<'a> {
        let statements: BTreeSet<StatementRef> =
            pairs.iter().flat_map(|(pair, _)| [pair.alignment.left, pair.alignment.right]).collect();
        let mut sources: Vec<SourceId> = statements.iter().map(|at| at.source).collect();
        sources.dedup();
        let same_copy = self.same_copy(&sources);
        let claim = claim.and_then(|index| self.claims.get(index));
        let group = |source: &SourceId| self.comparison.echo.iter().position(|g| g.sources.contains(source));
        let voices: BTreeSet<_> = sources.iter().map(|s| (group(s), group(s).is_none().then_some(*s))).collect();
        let mut reasons: Vec<&str> = Vec::new();
        for finding in pairs.iter().flat_map(|(pair, _)| agreeing(pair)) {
            if !reasons.contains(&finding.because.as_str()) {
                reasons.push(&finding.because);
            }
        }
        Accord {
            strength: pairs.iter().map(|(_, s)| s.strength).min().unwrap_or(Strength::Possible),
            independent: voices.len(),
            same_copy,
            disputed: claim.is_some_and(|(_, standing)| standing.status == ClaimStatus::Disputed),
            quotes: statements.iter().map(|&at| self.quote(at, [])).collect(),
            reasons,
            pairs,
        }
    }
}

fn agreeing(pair: &crate::model::Pair) -> impl Iterator<Item = &Finding> {
    pair.verdict.findings.iter().filter(|f| f.relation == Relation::Agreement)
}
