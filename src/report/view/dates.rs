//! The timeline by dates: what is said to happen on one day, or in one stretch of time, stands together.

use std::collections::BTreeMap;

use super::{Quote, View};
use crate::model::{EventId, Strength, TimelineEvent};

/// A day or stretch of time and what is said to happen then.
#[derive(Debug)]
pub(crate) struct Date<'a> {
    /// "2 Dec 2025", "Dec 2025", "since 2014", …
    pub(crate) label: String,
    /// Whether all of it was counted from publication dates that are assumed.
    pub(crate) assumed: bool,
    /// In the order of the sources.
    pub(crate) said: Vec<Said<'a>>,
}

/// A statement of the timeline.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    /// The statement, its time expressions marked.
    pub(crate) quote: Quote<'a>,
    /// What other sources say instead: the strength of the conflict, and a phrase that names place and date.
    pub(crate) conflicts: Vec<(Strength, String)>,
    /// Whether the date was counted from a publication date that is assumed, and others of the same date were not.
    pub(crate) assumed: bool,
}

impl<'a> View<'a> {
    /// The events of the report in the order of time; with differences alone, those that conflict.
    pub(crate) fn events(&self) -> impl Iterator<Item = &'a TimelineEvent> {
        let all = !self.options.scope.is_differences();
        let conflicts = |event: &TimelineEvent| self.conflicts.iter().any(|c| c.events.contains(&event.id));
        self.comparison.timeline.iter().filter(move |event| all || conflicts(event))
    }

    /// The same by dates, in the order of their first events.
    pub(crate) fn dates(&self) -> Vec<Date<'a>> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut dates: Vec<(String, Vec<&TimelineEvent>)> = Vec::new();
        for event in self.events() {
            let label = event.when();
            let place = *places.entry(label.clone()).or_insert(dates.len());
            match dates.get_mut(place) {
                Some((_, events)) => events.push(event),
                None => dates.push((label, vec![event])),
            }
        }
        let date = |(label, mut events): (String, Vec<&'a TimelineEvent>)| {
            events.sort_by_key(|event| (event.at, event.span));
            let mut said: Vec<Said> = events.chunk_by(|a, b| a.at == b.at).map(|of| self.said(of)).collect();
            let assumed = said.iter().all(|said| said.assumed);
            if assumed {
                said.iter_mut().for_each(|said| said.assumed = false);
            }
            Date { label, assumed, said }
        };
        dates.into_iter().map(date).collect()
    }

    fn said(&self, events: &[&'a TimelineEvent]) -> Said<'a> {
        let mut conflicts = Vec::new();
        for event in events {
            for conflict in self.conflicts.iter().filter(|c| c.events.contains(&event.id)) {
                let other = conflict.events.into_iter().find(|&id| id != event.id);
                let Some(other) = other.and_then(|EventId(id)| self.comparison.timeline.get(id as usize)) else {
                    continue;
                };
                let place = format!("{}, paragraph {}", other.at.source.letter(), self.paragraph(other.at));
                let told = (conflict.strength, format!("{place}: {}", other.when()));
                if !conflicts.contains(&told) {
                    conflicts.push(told);
                }
            }
        }
        Said {
            quote: self.quote(events[0].at, events.iter().map(|event| event.span)),
            conflicts,
            assumed: events.iter().any(|event| event.relative && event.assumed_date),
        }
    }
}
