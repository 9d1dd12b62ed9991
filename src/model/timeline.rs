//! The timeline: what is said to happen when, by whom.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Comparison, Kind, Pair, Relation, Review, Ruling, Span, StatementRef, Strength, TimePrecision, TimeSpan};

/// Names an event in its comparison: its place in [`Comparison::timeline`](super::Comparison::timeline).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub u32);

/// A resolved time expression of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    /// Its place in the order of time.
    pub id: EventId,
    /// The statement.
    pub at: StatementRef,
    /// The time expression, in the statement.
    pub span: Span,
    /// First day; `None` is open to the past ("until Friday").
    pub from: Option<Date>,
    /// Last day; `None` is open to the future ("since 2014").
    pub to: Option<Date>,
    /// The stretch that the expression itself names. It differs from `from` and `to` where the event is open: "since 2014"
    /// names all of 2014, in which it begins, "by June" all of June, in which it ends.
    pub value: TimeSpan,
    /// How finely it was given.
    pub precision: TimePrecision,
    /// Whether it was resolved against the publication date.
    pub relative: bool,
    /// Whether that publication date was assumed.
    pub assumed_date: bool,
    /// Lower-case lemma of what began, lasts or happens then; may be empty.
    pub of: String,
    /// Events of other sources that date the same thing differently, ascending.
    pub conflicts: Vec<EventId>,
}

impl TimelineEvent {
    /// When it is, for a reader, no finer than it was given: "2 Dec 2025", "since 2014", "until Jun 2026".
    pub fn when(&self) -> String {
        match (self.from, self.to) {
            (Some(_), None) => format!("since {}", self.value),
            (None, Some(_)) => format!("until {}", self.value),
            _ => self.value.to_string(),
        }
    }
}

/// Two events that date one thing differently, as they stand once the reader has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeConflict {
    /// The two, the lower id first.
    pub events: [EventId; 2],
    /// How surely they conflict.
    pub strength: Strength,
    /// Index in [`Comparison::pairs`](super::Comparison::pairs) of the pair that says so; `None` where only the claim
    /// joins the two statements.
    pub pair: Option<usize>,
}

impl Pair {
    /// The strength of the strongest reason that the two give different dates, or lengths of time; `None` without one.
    pub fn dates_differ(&self) -> Option<Strength> {
        let contradicts = self.verdict.relation == Relation::Contradiction;
        let reasons =
            self.verdict.reasons.iter().filter(|r| contradicts && matches!(r.kind, Kind::Date | Kind::Duration));
        reasons.map(|reason| self.verdict.strength_of(reason)).min()
    }
}

impl Comparison {
    /// The conflicts of the timeline that stand after the reader's decisions, in the order of time: one whose pair was
    /// dismissed or relabelled does not stand, one whose pair was confirmed is clear.
    pub fn time_conflicts(&self, review: &Review) -> Vec<TimeConflict> {
        let mut conflicts = Vec::new();
        let mut pairs: BTreeMap<[StatementRef; 2], Vec<usize>> = BTreeMap::new();
        for event in &self.timeline {
            for &other in event.conflicts.iter().filter(|&&other| other > event.id) {
                let Some(second) = self.timeline.get(other.0 as usize) else { continue };
                pairs.insert(ends(event.at, second.at), Vec::new());
                conflicts.push([event, second]);
            }
        }
        for (index, pair) in self.pairs.iter().enumerate() {
            if let Some(of) = pairs.get_mut(&ends(pair.alignment.left, pair.alignment.right)) {
                of.push(index);
            }
        }
        let standing = |[a, b]: [&TimelineEvent; 2]| {
            let of = &pairs[&ends(a.at, b.at)];
            let events = [a.id, b.id];
            if of.is_empty() {
                return Some(TimeConflict { events, strength: Strength::Possible, pair: None });
            }
            of.iter()
                .filter_map(|&index| {
                    let pair = &self.pairs[index];
                    let standing = self.standing(pair, review);
                    let contradiction = standing.relation == Some(Relation::Contradiction);
                    let found = pair.dates_differ().filter(|_| contradiction)?;
                    let confirmed = standing.decision.is_some_and(|d| d.ruling == Some(Ruling::Confirmed));
                    let strength = if confirmed { Strength::Clear } else { found.max(standing.strength) };
                    Some(TimeConflict { events, strength, pair: Some(index) })
                })
                .min_by_key(|conflict| conflict.strength)
        };
        conflicts.into_iter().filter_map(standing).collect()
    }
}

fn ends(a: StatementRef, b: StatementRef) -> [StatementRef; 2] {
    if a <= b { [a, b] } else { [b, a] }
}
