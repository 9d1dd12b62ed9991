//! What is said to happen when: statements in, dated events and their conflicts out.
//!
//! [`timeline`] takes every time expression that [`segment`](crate::segment) found and could resolve, in every statement
//! that carries a claim, and makes an event of it: the stretch it covers ("since 2014" is open to the future, "by June"
//! to the past, a "nearly two-year-old conflict" began two years before the publication date), with the precision it was
//! given in. What recurs, clock times alone and lengths of time that no date holds are no events. Then
//! [`conflicts`](mod@conflicts) links the events that date one thing differently.
//!
//! The same time of the same thing named twice in one *statement* is one event. In two statements of a source it is two:
//! each is a sentence that a reader may want to see, and may stand in a pair of its own. Views show them as one mark.

mod conflicts;

use std::collections::BTreeSet;

use crate::model::{
    Comparison, EventId, SourceId, Span, Statement, StatementRef, TimeKind, TimeMention, TimelineEvent,
};

/// The events of all sources in the order of time, with their conflicts. Sources that are not in English have none: their
/// words are not read. Of the comparison, sources, pairs and claims are read.
pub fn timeline(comparison: &Comparison) -> Vec<TimelineEvent> {
    let mut dated: Vec<(TimelineEvent, &TimeMention)> = Vec::new();
    for (index, source) in comparison.sources.iter().enumerate().filter(|(_, s)| s.document.is_english()) {
        for statement in source.statements.iter().filter(|s| s.kind.carries_claim()) {
            let at = StatementRef { source: SourceId(index as u32), statement: statement.id };
            dated.extend(events_of(statement, at));
        }
    }
    // Open ends are left out of the order: "since 2014" stands at 2014, "by June" at June.
    dated.sort_by_key(|(event, _)| (event.value.from, event.value.to, event.at, event.span));
    for (index, (event, _)) in dated.iter_mut().enumerate() {
        event.id = EventId(index as u32);
    }
    let linked = conflicts::conflicts(comparison, &dated);
    let mut events: Vec<TimelineEvent> = dated.into_iter().map(|(event, _)| event).collect();
    for (a, b) in linked {
        events[a.0 as usize].conflicts.push(b);
        events[b.0 as usize].conflicts.push(a);
    }
    for event in &mut events {
        event.conflicts.sort_unstable();
    }
    events
}

/// The events of a statement; the id is still to be given.
fn events_of(statement: &Statement, at: StatementRef) -> Vec<(TimelineEvent, &TimeMention)> {
    let mut told: BTreeSet<(Option<jiff::civil::Date>, Option<jiff::civil::Date>, &str)> = BTreeSet::new();
    let mut events = Vec::new();
    for mention in &statement.mentions.times {
        let dates = !matches!(mention.kind, TimeKind::Recurring | TimeKind::Clock | TimeKind::Duration);
        let (Some(value), Some(stretch)) = (mention.value.filter(|_| dates), mention.stretch()) else { continue };
        if (stretch.from.is_none() && stretch.to.is_none()) || !told.insert((stretch.from, stretch.to, &mention.of)) {
            continue;
        }
        let event = TimelineEvent {
            id: EventId(0),
            at,
            span: words(statement, mention),
            from: stretch.from,
            to: stretch.to,
            value,
            precision: value.precision,
            relative: mention.relative,
            assumed_date: mention.assumed_date,
            of: mention.of.clone(),
            conflicts: Vec::new(),
        };
        events.push((event, mention));
    }
    events
}

/// The words of a mention, kept inside its statement.
fn words(statement: &Statement, mention: &TimeMention) -> Span {
    Span::new(mention.span.start, mention.span.end.min(statement.span.len()))
}

#[cfg(test)]
mod tests;
