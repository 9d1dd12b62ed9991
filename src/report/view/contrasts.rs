//! What is said differently, each told once: what many pairs repeat is one contrast with all its quotations.
//!
//! Pairs are of one contrast if they differ in the same kind and share a statement or a claim, or if their reasons are the
//! same word for word. Clear and possible pairs may share a contrast; it is clear if one of them is.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::phrases::{self, capitalised};
use super::{Judged, Quote, View, listed};
use crate::model::{ClaimId, Comparison, Kind, Pair, Reason, Relation, Ruling, StatementRef, Strength};

/// What two or more statements say differently: contradictory, or not.
#[derive(Debug)]
pub(crate) struct Contrast<'a> {
    /// In what they differ; `None` if only the reader says so.
    pub(crate) kind: Option<Kind>,
    /// How sure the surest pair is.
    pub(crate) strength: Strength,
    /// Why: what is said surest and most often first. Empty if only the reader says so.
    pub(crate) reasons: Vec<Because>,
    /// The statements, by source, then in reading order: in two sides if each contradicts only some of the other, else
    /// in one.
    pub(crate) sides: Vec<Vec<Quote<'a>>>,
    /// Its pairs, in reading order.
    pub(crate) pairs: Vec<Judged<'a>>,
}

/// A reason and the statements it was found between.
#[derive(Debug)]
pub(crate) struct Because {
    /// One sentence.
    pub(crate) because: String,
    /// How sure the surest of its pairs is.
    pub(crate) strength: Strength,
    /// Its pairs of statements, in reading order.
    pub(crate) between: Vec<(StatementRef, StatementRef)>,
}

impl Contrast<'_> {
    /// What it is about: its first reason.
    pub(crate) fn title(&self) -> String {
        self.reasons.first().map_or_else(|| "Called so by the reader".to_owned(), |r| capitalised(&r.because))
    }

    /// Kind, strength and the reader's rulings: "Role; clear; confirmed by the reader (2 of 6 pairs)."
    pub(crate) fn judgement(&self) -> String {
        let mut words: Vec<String> = self.kind.iter().map(|kind| kind.name().to_owned()).collect();
        words.push(phrases::strength(self.strength).to_owned());
        let surest = self.pairs.iter().map(|(pair, _)| &pair.verdict).filter(|v| v.relation == Relation::Contradiction);
        let surest = surest.max_by(|a, b| a.confidence.total_cmp(&b.confidence));
        words.extend(surest.map(|verdict| verdict.reliability().to_owned()));
        let mut told = Vec::new();
        for ruling in self.pairs.iter().filter_map(|(_, s)| s.decision?.ruling) {
            if told.contains(&ruling) {
                continue;
            }
            told.push(ruling);
            let (so, all) = (self.ruled(ruling), self.pairs.len());
            let of = if all > 1 { format!(" ({so} of {all} pairs)") } else { String::new() };
            words.push(format!("{}{of}", phrases::ruling(ruling)));
        }
        capitalised(words.join("; ") + ".")
    }

    /// How many of its pairs the reader ruled so.
    fn ruled(&self, ruling: Ruling) -> usize {
        self.pairs.iter().filter(|(_, s)| s.decision.and_then(|d| d.ruling) == Some(ruling)).count()
    }
}

impl<'a> View<'a> {
    /// Contradictions between sources: clear ones first, then in reading order.
    pub(crate) fn contradictions(&self) -> Vec<Contrast<'a>> {
        self.contrasts(&self.pairs, Relation::Contradiction)
    }

    /// Contradictions of sources with themselves, in the same order.
    pub(crate) fn contradictions_within(&self) -> Vec<Contrast<'a>> {
        self.contrasts(&self.within, Relation::Contradiction)
    }

    /// What looks like a contradiction and is none, and why: updates, hedges, disputes that each report gives both
    /// sides of.
    pub(crate) fn compatible(&self) -> Vec<Contrast<'a>> {
        let mut contrasts = self.contrasts(&self.pairs, Relation::Related);
        contrasts.retain(|contrast| !contrast.reasons.is_empty());
        contrasts
    }

    fn contrasts(&self, judged: &[Judged<'a>], relation: Relation) -> Vec<Contrast<'a>> {
        let mut groups = Groups::default();
        for &pair in judged.iter().filter(|(_, s)| s.relation == Some(relation)) {
            groups.add(pair, self);
        }
        let mut contrasts: Vec<Contrast> = groups.finish().into_iter().map(|pairs| self.contrast(pairs)).collect();
        contrasts.sort_by_key(|contrast| contrast.strength);
        contrasts
    }

    /// The paragraphs a reason was found between: "A 10 and A 22 / D 2 and D 7; A 22 / E 4".
    pub(crate) fn between(&self, reason: &Because) -> String {
        let place = |at: StatementRef| format!("{} {}", at.source.letter(), self.paragraph(at));
        let mut against: BTreeMap<StatementRef, BTreeSet<StatementRef>> = BTreeMap::new();
        for &(left, right) in &reason.between {
            against.entry(left).or_default().insert(right);
        }
        let mut groups: Vec<(Vec<StatementRef>, BTreeSet<StatementRef>)> = Vec::new();
        for (left, rights) in against {
            match groups.iter_mut().find(|(_, of)| *of == rights) {
                Some((lefts, _)) => lefts.push(left),
                None => groups.push((vec![left], rights)),
            }
        }
        let places = |all: &mut dyn Iterator<Item = StatementRef>| {
            let mut places: Vec<String> = all.map(place).collect();
            places.dedup();
            listed(&places)
        };
        let groups = groups
            .into_iter()
            .map(|(lefts, rights)| format!("{} / {}", places(&mut lefts.into_iter()), places(&mut rights.into_iter())));
        groups.collect::<Vec<_>>().join("; ")
    }

    fn contrast(&self, pairs: Vec<Judged<'a>>) -> Contrast<'a> {
        let strength = pairs.iter().map(|(_, s)| s.strength).min().unwrap_or(Strength::Possible);
        Contrast {
            kind: pairs.iter().find_map(kind),
            strength,
            reasons: reasons(self.comparison, &pairs),
            sides: sides(&pairs).into_iter().map(|side| self.quotes(&side, &pairs)).collect(),
            pairs,
        }
    }

    /// The statements of one side, with all words marked that decide in any of the pairs.
    fn quotes(&self, side: &BTreeSet<StatementRef>, pairs: &[Judged<'a>]) -> Vec<Quote<'a>> {
        let quote = |&at: &StatementRef| {
            let (mut marks, mut strength) = (Vec::new(), Strength::Possible);
            for (pair, standing) in pairs {
                let ends = [(pair.alignment.left, true), (pair.alignment.right, false)];
                for (_, left) in ends.into_iter().filter(|&(end, _)| end == at) {
                    marks.extend(deciding(pair).map(|f| if left { f.left } else { f.right }));
                    strength = strength.min(standing.strength);
                }
            }
            Quote { strength, ..self.quote(at, marks) }
        };
        side.iter().map(quote).collect()
    }
}

/// The reasons that the verdict on a pair rests on. What the reader calls otherwise keeps the reason why the program
/// had it so, if that was a difference at all.
fn deciding(pair: &Pair) -> impl Iterator<Item = &Reason> {
    let differs = matches!(pair.verdict.relation, Relation::Contradiction | Relation::Related);
    pair.verdict.deciding().filter(move |_| differs)
}

fn kind((pair, _): &Judged<'_>) -> Option<Kind> {
    deciding(pair).next().map(|f| f.kind)
}

/// What makes two pairs one contrast.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Statement(StatementRef, Option<Kind>),
    Claim(ClaimId, Option<Kind>),
    Because(String),
}

/// Pairs, made one group as soon as they share a tie.
#[derive(Default)]
struct Groups<'a> {
    pairs: Vec<Judged<'a>>,
    /// For each pair one that is of the same group; itself for the first.
    parent: Vec<usize>,
    first: BTreeMap<Tie, usize>,
}

impl<'a> Groups<'a> {
    fn add(&mut self, pair: Judged<'a>, view: &View<'a>) {
        let index = self.pairs.len();
        self.pairs.push(pair);
        self.parent.push(index);
        let (left, right, kind) = (pair.0.alignment.left, pair.0.alignment.right, kind(&pair));
        let mut ties = vec![Tie::Statement(left, kind), Tie::Statement(right, kind)];
        if let (Some(a), Some(b)) = (view.claim_of(left), view.claim_of(right))
            && a == b
        {
            ties.push(Tie::Claim(a, kind));
        }
        ties.extend(deciding(pair.0).take(1).map(|r| Tie::Because(view.comparison.because(pair.0, r))));
        for tie in ties {
            let other = *self.first.entry(tie).or_insert(index);
            let (a, b) = (self.root(index), self.root(other));
            self.parent[a.max(b)] = a.min(b);
        }
    }

    fn root(&self, mut index: usize) -> usize {
        while self.parent[index] != index {
            index = self.parent[index];
        }
        index
    }

    /// The groups, in the order of their first pairs.
    fn finish(self) -> Vec<Vec<Judged<'a>>> {
        let mut groups: BTreeMap<usize, Vec<Judged>> = BTreeMap::new();
        for (index, &pair) in self.pairs.iter().enumerate() {
            groups.entry(self.root(index)).or_default().push(pair);
        }
        groups.into_values().collect()
    }
}

fn reasons(comparison: &Comparison, pairs: &[Judged<'_>]) -> Vec<Because> {
    let mut reasons: Vec<Because> = Vec::new();
    for (pair, standing) in pairs {
        let between = (pair.alignment.left, pair.alignment.right);
        for because in deciding(pair).map(|reason| comparison.because(pair, reason)) {
            match reasons.iter_mut().find(|r| r.because == because) {
                Some(reason) => {
                    reason.between.push(between);
                    reason.strength = reason.strength.min(standing.strength);
                }
                None => {
                    let strength = standing.strength;
                    reasons.push(Because { because, strength, between: vec![between] });
                }
            }
        }
    }
    reasons.sort_by_key(|r| (r.strength, std::cmp::Reverse(r.between.len())));
    reasons
}

/// The two sides of a contrast, if there are two: every statement contradicts only statements of the other. Three
/// different numbers, say, have no sides.
fn sides(pairs: &[Judged]) -> Vec<BTreeSet<StatementRef>> {
    let mut against: BTreeMap<StatementRef, Vec<StatementRef>> = BTreeMap::new();
    for (pair, _) in pairs {
        let (left, right) = (pair.alignment.left, pair.alignment.right);
        against.entry(left).or_default().push(right);
        against.entry(right).or_default().push(left);
    }
    let all: BTreeSet<StatementRef> = against.keys().copied().collect();
    let mut side: BTreeMap<StatementRef, bool> = BTreeMap::new();
    for &start in &all {
        // What is not linked to the rest could stand on either side: then by source, as for the rest.
        if side.contains_key(&start) {
            continue;
        }
        let like = side.iter().find(|(at, _)| at.source == start.source).map(|(_, &side)| side);
        side.insert(start, like.unwrap_or(false));
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            let here = side[&at];
            for &other in &against[&at] {
                match side.get(&other) {
                    Some(&there) if there == here => return vec![all],
                    Some(_) => {}
                    None => {
                        side.insert(other, !here);
                        queue.push_back(other);
                    }
                }
            }
        }
    }
    let of = |which: bool| side.iter().filter(|&(_, &s)| s == which).map(|(&at, _)| at).collect();
    vec![of(false), of(true)]
}
