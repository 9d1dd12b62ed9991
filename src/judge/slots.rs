//! Slots: statements of one source worth holding against each other because they fill one slot, however unlike they are
//! otherwise: the role of one person, the place of one event, the beginning of one war, whether anybody was hurt.
//!
//! Between two sources slots found nothing that closeness had not: of 53 contradictions of the development stories none
//! was a candidate by its slot alone.

use std::collections::{BTreeMap, BTreeSet};

use super::checkers::negation;
use super::frame::{Frame, Term};
use super::venue;
use crate::lexicon::{GroupKind, Opposites};
use crate::model::{Dimension, EntityKind, Span, StatementKind, StatementRef, TimeKind};

/// Slots filled by more statements of a source than this say nothing.
const CROWDED: usize = 40;

/// How many counterparts of a slot each statement gets.
const BEST: usize = 3;

/// Pairs of statements of one source that fill one slot, each with those it shares most words with, the earlier statement
/// first; what is denied in one statement and told in another is a slot, too, and so are opposites.
pub(super) fn pairs(frames: &[Frame<'_>]) -> BTreeSet<(StatementRef, StatementRef)> {
    let mut filled = by_slot(frames);
    let claims = || frames.iter().filter(|f| f.statement.kind.carries_claim());
    let denied: BTreeSet<&str> = claims().flat_map(denied_first).collect();
    for frame in claims() {
        let groups = frame.poles.iter().map(|p| format!("poles {}", Opposites::get().group(p.pole.group).label));
        let told = frame.content().map(|t| t.lemma.as_str()).filter(|lemma| denied.contains(lemma));
        for slot in groups.chain(told.map(|lemma| format!("told {lemma}"))).collect::<BTreeSet<_>>() {
            filled.entry(slot).or_default().push(frame);
        }
    }
    let mut out = BTreeSet::new();
    for filled in filled.values().filter(|filled| filled.len() <= CROWDED) {
        for frame in filled {
            let others: Vec<&Frame<'_>> = filled.iter().copied().filter(|other| other.at != frame.at).collect();
            out.extend(nearest(frame, &others).map(|other| (frame.at.min(other.at), frame.at.max(other.at))));
        }
    }
    out
}

/// Dictionary forms of the first content word that each negation of a statement denies.
fn denied_first<'s>(frame: &'s Frame<'_>) -> impl Iterator<Item = &'s str> {
    let negations = frame.statement.mentions.negations.iter();
    negations.filter_map(|n| frame.content().find(|t| n.scope.contains(t.span)).map(|t| t.lemma.as_str()))
}

fn by_slot<'s, 'a>(source: &'s [Frame<'a>]) -> BTreeMap<String, Vec<&'s Frame<'a>>> {
    let mut out: BTreeMap<String, Vec<&Frame<'_>>> = BTreeMap::new();
    for frame in source.iter().filter(|f| f.statement.kind.carries_claim()) {
        for slot in slots(frame) {
            out.entry(slot).or_default().push(frame);
        }
    }
    out
}

/// The counterparts with which a statement shares most.
fn nearest<'s, 'a>(frame: &'s Frame<'a>, others: &'s [&'s Frame<'a>]) -> impl Iterator<Item = &'s Frame<'a>> {
    let common = |other: &Frame<'_>| frame.content().filter(|t| other.content().any(|o| o.meets(t))).count();
    let mut ranked: Vec<&Frame<'_>> = others.to_vec();
    let heading = |other: &Frame<'_>| other.statement.kind == StatementKind::Heading;
    // A statement gets few counterparts, and what is common costs more than the sorting.
    if ranked.len() > BEST {
        ranked.sort_by_cached_key(|other| (heading(other), std::cmp::Reverse(common(other))));
    }
    ranked.into_iter().take(BEST)
}

/// The slots a statement fills.
fn slots(frame: &Frame<'_>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mentions = &frame.statement.mentions;
    for entity in mentions.entities.iter().filter(|e| e.kind == EntityKind::Person && e.role.is_some()) {
        out.insert(format!("role of {}", entity.key));
    }
    for place in venue::located(frame) {
        out.extend(labels(venue::events(frame, place).into_iter()).map(|event| format!("place of {event}")));
    }
    for time in &mentions.times {
        let subject = frame.terms.iter().filter(|t| t.lemma == time.of || t.folded == time.of);
        let around = labels(frame.around(time.span)).chain(labels(subject)).collect::<BTreeSet<_>>();
        let begins = time.kind == TimeKind::At && begins(frame, time.span);
        let slot = match time.kind {
            TimeKind::Since | TimeKind::Age => "beginning of",
            TimeKind::At if begins => "beginning of",
            TimeKind::At => "date of",
            TimeKind::Duration => "length of",
            _ => continue,
        };
        out.extend(around.into_iter().map(|event| format!("{slot} {event}")));
    }
    for pole in frame.poles.iter().filter(|p| Opposites::get().group(p.pole.group).kind == GroupKind::Outcome) {
        let group = Opposites::get().group(pole.pole.group).label;
        let subjects = labels(frame.around(pole.span)).filter(|label| label.contains(' '));
        out.extend(subjects.map(|subject| format!("{group} of {subject}")));
    }
    for quantity in mentions.quantities.iter().filter(|q| q.dimension == Dimension::Count && !q.of.is_empty()) {
        out.extend(labels(frame.around(quantity.span)).map(|event| format!("count of {event}")));
    }
    for rate in mentions.quantities.iter().filter(|q| matches!(q.dimension, Dimension::Money(_)) && !q.per.is_empty()) {
        out.insert(format!("price per {}", rate.per));
    }
    out.extend(labels(denied_outright(frame).into_iter()).map(|event| format!("any {event}")));
    if mentions.negations.is_empty() {
        out.extend(
            labels(frame.content()).filter(|l| negation::OUTCOMES.contains(l)).map(|event| format!("any {event}")),
        );
    }
    out
}

/// Content words denied by "no", "nobody", "none".
fn denied_outright<'s>(frame: &'s Frame<'_>) -> Vec<&'s Term> {
    let negations = frame.statement.mentions.negations.iter();
    let outright = negations.filter(|n| n.cue.of(frame.text).to_lowercase().starts_with("no"));
    outright.flat_map(|n| frame.content().filter(move |t| n.scope.contains(t.span))).collect()
}

fn labels<'s>(terms: impl Iterator<Item = &'s Term>) -> impl Iterator<Item = &'static str> {
    terms.flat_map(|t| t.concepts.iter().map(|c| c.label()))
}

/// Whether the clause of a span says that something begins.
pub(super) fn begins(frame: &Frame<'_>, span: Span) -> bool {
    let clause = frame.clause_at(span.start);
    frame.terms.iter().any(|t| t.clause == clause && (t.lemma == "begin" || t.is("begin") || t.is("start")))
}
