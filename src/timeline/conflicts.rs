//! Which events date one thing differently.
//!
//! The judge decides, where it has spoken: two events conflict if a pair that is a contradiction has a reason of a date
//! or a length of time whose words are theirs, and two statements that the judge has seen as a pair are never linked
//! otherwise. Two statements that only a claim joins (each is aligned to a third) were not judged together. They are
//! linked, as possible, if both say when the same thing *began* and both cannot be so: of a beginning there is one, while
//! a claim about talks may well speak of two days of talks.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Agreement, Comparison, EventId, HedgeKind, Kind, Reason, Relation, Span, StatementRef, TimeMention, TimelineEvent,
};

/// An event with the expression it was made of.
type Dated<'a> = (TimelineEvent, &'a TimeMention);

/// Pairs of events of two sources, the lower id first, in ascending order.
pub(super) fn conflicts(comparison: &Comparison, dated: &[Dated<'_>]) -> BTreeSet<(EventId, EventId)> {
    let mut of_statement: BTreeMap<StatementRef, Vec<usize>> = BTreeMap::new();
    for (index, (event, _)) in dated.iter().enumerate() {
        of_statement.entry(event.at).or_default().push(index);
    }
    let events = |at: StatementRef| of_statement.get(&at).map_or(&[][..], Vec::as_slice);
    let mut linked = judged(comparison, dated, &events);
    linked.extend(claimed(comparison, dated, &events));
    linked
}

fn link(a: &TimelineEvent, b: &TimelineEvent) -> (EventId, EventId) {
    (a.id.min(b.id), a.id.max(b.id))
}

/// What the judge found.
fn judged<'a>(
    comparison: &Comparison,
    dated: &[Dated<'_>],
    events: &impl Fn(StatementRef) -> &'a [usize],
) -> BTreeSet<(EventId, EventId)> {
    let named = |at: StatementRef, words: Span| {
        events(at).iter().map(|&index| &dated[index].0).filter(move |event| event.span.overlaps(words))
    };
    let mut linked = BTreeSet::new();
    for pair in comparison.pairs.iter().filter(|pair| pair.verdict.relation == Relation::Contradiction) {
        for reason in pair.verdict.reasons.iter().filter(|r| dates(r)) {
            for left in named(pair.alignment.left, reason.left) {
                for right in named(pair.alignment.right, reason.right) {
                    if left.value.compare(&right.value) == Agreement::Conflict {
                        linked.insert(link(left, right));
                    }
                }
            }
        }
    }
    linked
}

fn dates(reason: &Reason) -> bool {
    matches!(reason.kind, Kind::Date | Kind::Duration)
}

/// Beginnings of one thing that statements of one claim put at different times, and that the judge has not seen together.
fn claimed<'a>(
    comparison: &Comparison,
    dated: &[Dated<'_>],
    events: &impl Fn(StatementRef) -> &'a [usize],
) -> BTreeSet<(EventId, EventId)> {
    let mut linked = BTreeSet::new();
    for claim in &comparison.claims {
        let seen: BTreeSet<_> = claim
            .pairs
            .iter()
            .filter_map(|&index| comparison.pairs.get(index))
            .flat_map(|pair| {
                let (left, right) = (pair.alignment.left, pair.alignment.right);
                [(left, right), (right, left)]
            })
            .collect();
        let begun: Vec<&Dated<'_>> = claim
            .statements
            .iter()
            .flat_map(|&at| events(at))
            .map(|&index| &dated[index])
            .filter(|(event, mention)| mention.start().is_some() && !event.of.is_empty() && !event.assumed_date)
            .filter(|(event, mention)| is_plain(comparison, event.at, mention.span))
            .collect();
        for (i, (a, first)) in begun.iter().enumerate() {
            for (b, second) in &begun[i + 1..] {
                let two = a.at.source != b.at.source && a.of == b.of && !seen.contains(&(a.at, b.at));
                if two && apart(first, second) && !settled(&begun, a, b) {
                    linked.insert(link(a, b));
                }
            }
        }
    }
    linked
}

fn apart(a: &TimeMention, b: &TimeMention) -> bool {
    a.start().zip(b.start()).is_some_and(|(a, b)| a.compare(&b) == Agreement::Conflict)
}

/// Whether the source of one of the two also gives a time that the other can be.
fn settled(begun: &[&Dated<'_>], a: &TimelineEvent, b: &TimelineEvent) -> bool {
    let fits = |x: &TimelineEvent, y: &TimelineEvent| x.value.compare(&y.value) != Agreement::Conflict;
    let of = |source| begun.iter().map(|(event, _)| event).filter(move |event| event.at.source == source);
    of(b.at.source).any(|other| other.of == a.of && fits(a, other))
        || of(a.at.source).any(|other| other.of == b.of && fits(other, b))
}

/// Whether a time is asserted: its statement leaves nothing open and denies nothing of it.
fn is_plain(comparison: &Comparison, at: StatementRef, words: Span) -> bool {
    let mentions = &comparison.statement(at).mentions;
    let open = |kind| matches!(kind, HedgeKind::Possible | HedgeKind::Conditional | HedgeKind::Wished);
    !mentions.hedges.iter().any(|hedge| open(hedge.kind))
        && !mentions.negations.iter().any(|negation| negation.scope.overlaps(words))
}
