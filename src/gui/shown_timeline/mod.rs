//! What the timeline shows: the events of a comparison as marks on lanes, seen through decisions and filters, and the
//! axis they lie on. Made anew whenever one of them changes.

mod axis;
mod words;

use super::Mark;
use super::state::Filters;
use crate::model::{Comparison, EventId, Review, SourceId, Strength, TimePrecision, TimelineEvent};

pub use axis::{Axis, Piece, PieceKind, day_number, day_of};

/// The timeline of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownTimeline {
    /// A lane for each source, in their order.
    pub lanes: Vec<Lane>,
    /// Where the days lie.
    pub axis: Axis,
    /// What is dated differently, the clear ones last, so that they are painted on top.
    pub conflicts: Vec<ShownConflict>,
    /// How many conflicts there are of [`Mark::Contradiction`] and of [`Mark::Possible`], whatever the filters.
    counts: [usize; 2],
    /// The pairs of the conflicts that the filters hide, with their marks.
    hidden: Vec<(usize, Mark)>,
    /// Where each event is shown, by `EventId`.
    places: Vec<Place>,
}

/// What one source dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The source.
    pub source: SourceId,
    /// In the order of time.
    pub items: Vec<Item>,
}

/// One mark: an event, or several of one source that give the same thing the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The events, in reading order.
    pub events: Vec<EventId>,
    /// First day of what the expression names, and the day after its last.
    pub days: [f64; 2],
    /// Whether it is open to the past, and to the future.
    pub open: [bool; 2],
    /// How finely it was given.
    pub precision: TimePrecision,
    /// Whether it rests on an assumed publication date.
    pub assumed: bool,
    /// [`Mark::Contradiction`] or [`Mark::Possible`] if another source dates the same differently.
    pub mark: Option<Mark>,
    /// The time expression.
    pub time: String,
    /// A few words of what it dates; may be empty.
    pub about: String,
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index in [`ShownTimeline::lanes`].
    pub lane: usize,
    /// Index in [`Lane::items`].
    pub item: usize,
}

/// Two items that date one thing differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownConflict {
    /// The two.
    pub ends: [Place; 2],
    /// How surely.
    pub mark: Mark,
    /// Index in [`Comparison::pairs`] of the pair that says so, if one does.
    pub pair: Option<usize>,
}

impl ShownTimeline {
    /// The timeline of a comparison, on an even scale or a folded one.
    pub fn new(comparison: &Comparison, review: &Review, filters: &Filters, even: bool) -> Self {
        let mut shown = Self {
            lanes: (0..comparison.sources.len() as u32)
                .map(|source| Lane { source: SourceId(source), items: Vec::new() })
                .collect(),
            ..Self::default()
        };
        for event in &comparison.timeline {
            let lane = event.at.source.0 as usize;
            let items = &mut shown.lanes[lane].items;
            let same = |item: &Item| is_same(&comparison.timeline[item.events[0].0 as usize], event);
            let item = match items.iter().rposition(same).filter(|_| !event.of.is_empty()) {
                Some(item) => item,
                None => {
                    let Some(item) = item(comparison, event) else { continue };
                    items.push(item);
                    items.len() - 1
                }
            };
            let into = &mut items[item];
            if !into.events.contains(&event.id) {
                into.events.push(event.id);
            }
            shown.places.resize(event.id.0 as usize + 1, Place { lane, item });
            shown.places[event.id.0 as usize] = Place { lane, item };
        }
        shown.link(comparison, review, filters);
        let items = || shown.lanes.iter().flat_map(|lane| &lane.items);
        let extents: Vec<[f64; 2]> = items().map(|item| item.days).collect();
        let exact: Vec<f64> =
            items().filter(|item| item.precision <= TimePrecision::Week).map(|item| item.days[0]).collect();
        shown.axis = Axis::new(&extents, &exact, even);
        shown
    }

    fn link(&mut self, comparison: &Comparison, review: &Review, filters: &Filters) {
        for conflict in comparison.time_conflicts(review) {
            let mark = if conflict.strength == Strength::Clear { Mark::Contradiction } else { Mark::Possible };
            let [Some(a), Some(b)] = conflict.events.map(|id| self.place(id)) else { continue };
            match self.conflicts.iter_mut().find(|known| known.ends == [a, b] || known.ends == [b, a]) {
                Some(known) if known.mark <= mark => {}
                Some(known) => (known.mark, known.pair) = (mark, conflict.pair),
                None => self.conflicts.push(ShownConflict { ends: [a, b], mark, pair: conflict.pair }),
            }
        }
        let count = |mark| self.conflicts.iter().filter(|conflict| conflict.mark == mark).count();
        self.counts = [Mark::Contradiction, Mark::Possible].map(count);
        let hidden = self.conflicts.iter().filter(|conflict| !filters.shows(conflict.mark));
        self.hidden = hidden.filter_map(|conflict| Some((conflict.pair?, conflict.mark))).collect();
        self.conflicts.retain(|conflict| filters.shows(conflict.mark));
        for conflict in &self.conflicts {
            for place in conflict.ends {
                let own = &mut self.lanes[place.lane].items[place.item].mark;
                *own = Some(own.map_or(conflict.mark, |there| there.min(conflict.mark)));
            }
        }
        self.conflicts.sort_by_key(|conflict| std::cmp::Reverse(conflict.mark));
    }

    /// Where an event is shown.
    pub fn place(&self, event: EventId) -> Option<Place> {
        self.places.get(event.0 as usize).copied()
    }

    /// The item at a place.
    pub fn item(&self, place: Place) -> Option<&Item> {
        self.lanes.get(place.lane)?.items.get(place.item)
    }

    /// Whether nothing is dated.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Number of events.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// How many conflicts there are of a mark, whatever the filters.
    pub fn count_of(&self, mark: Mark) -> usize {
        self.counts.get(mark as usize).copied().unwrap_or_default()
    }

    /// The mark of the conflict of a pair, if the filters hide it.
    pub fn hidden_mark(&self, pair: usize) -> Option<Mark> {
        self.hidden.iter().find(|(of, _)| *of == pair).map(|(_, mark)| *mark)
    }

    /// The conflicts that are shown, in the order of time.
    pub fn conflicts_in_time(&self) -> Vec<ShownConflict> {
        let day = |&place: &Place| self.item(place).map_or(f64::MAX, |item| item.days[0]);
        let first = |conflict: &ShownConflict| conflict.ends.iter().map(day).fold(f64::MAX, f64::min);
        let mut conflicts = self.conflicts.clone();
        conflicts.sort_by(|a, b| first(a).total_cmp(&first(b)).then_with(|| a.ends.cmp(&b.ends)));
        conflicts
    }

    /// The conflicts of an item, with the other end of each.
    pub fn conflicts_of(&self, place: Place) -> impl Iterator<Item = (&ShownConflict, Place)> {
        self.conflicts.iter().filter_map(move |conflict| {
            let at = conflict.ends.iter().position(|&end| end == place)?;
            Some((conflict, conflict.ends[1 - at]))
        })
    }
}

fn is_same(a: &TimelineEvent, b: &TimelineEvent) -> bool {
    a.of == b.of && (a.from, a.to, a.value) == (b.from, b.to, b.value)
}

fn item(comparison: &Comparison, event: &TimelineEvent) -> Option<Item> {
    let text = comparison.text(event.at);
    let from = event.value.from.or(event.value.to)?;
    let to = event.value.to.or(event.value.from)?;
    let flat = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Item {
        events: vec![event.id],
        days: [day_number(from), day_number(to).max(day_number(from)) + 1.0],
        open: [event.from.is_none(), event.to.is_none()],
        precision: event.precision,
        assumed: event.assumed_date,
        mark: None,
        time: flat(event.span.of(text)),
        about: words::around(text, event.span.start, event.span.end, &event.of),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{DateBasis, PublicationDate};

    fn comparison(texts: &[&str]) -> Comparison {
        let source = |text: &&str| {
            let mut document = crate::import::paste("Report", text).unwrap();
            document.language = "en".to_owned();
            let date = jiff::civil::date(2026, 5, 22);
            document.origin.published = Some(PublicationDate { date, basis: DateBasis::Reader });
            crate::segment::segment(Arc::new(document))
        };
        let mut comparison = Comparison { sources: texts.iter().map(source).collect(), ..Comparison::default() };
        comparison.timeline = crate::timeline::timeline(&comparison);
        comparison
    }

    #[test]
    fn the_same_time_of_the_same_thing_is_one_mark() {
        let comparison = comparison(&[
            "The war began in 2014. The war has raged since 2014. Envoys met on Monday.",
            "In 2014 the war began. In 2014 the war broke out.",
        ]);
        let shown = ShownTimeline::new(&comparison, &Review::default(), &Filters::default(), false);
        assert_eq!(shown.lanes[0].items.len(), 3, "since 2014 is open, in 2014 is not");
        assert_eq!(shown.lanes[1].items[0].events.len(), 2);
        assert_eq!(shown.count(), comparison.timeline.len());
        for event in &comparison.timeline {
            let item = shown.item(shown.place(event.id).unwrap()).unwrap();
            assert!(item.events.contains(&event.id));
        }
        assert_eq!(shown.lanes[0].items[2].about, "Envoys met");
    }
}
