//! The timeline: which stretch of time is seen, and which event has the keyboard.

use super::{Selection, State, View};
use crate::gui::Command;
use crate::gui::shown_timeline::{Place, ShownConflict, ShownTimeline};
use crate::model::{EventId, Relation, StatementRef};

/// How much one step zooms.
const ZOOM: f64 = 1.5;
/// Share of what is seen that one step pans.
const PAN: f64 = 0.25;
/// How much more than the selected events is seen when they are fitted.
const FIT_ROOM: f64 = 0.35;

/// What the reader looks at.
#[derive(Debug, Default)]
pub(super) struct Time {
    shown: ShownTimeline,
    window: Option<[f64; 2]>,
    event: Option<EventId>,
}

impl State {
    /// What the timeline shows of the comparison.
    pub fn timeline(&self) -> &ShownTimeline {
        &self.time.shown
    }

    /// The stretch of the axis that is seen, as shares of it.
    pub fn time_window(&self) -> [f64; 2] {
        self.time.window.unwrap_or([0.0, 1.0])
    }

    /// The event that has the keyboard.
    pub fn event(&self) -> Option<EventId> {
        self.time.event
    }

    /// The statements that are selected: both of a pair, or one.
    pub fn selected_statements(&self) -> Vec<StatementRef> {
        let pair = |index: usize| self.comparison.as_ref().and_then(|c| c.pairs.get(index));
        match self.selection {
            Some(Selection::Pair(index)) => {
                pair(index).map_or_else(Vec::new, |p| vec![p.alignment.left, p.alignment.right])
            }
            Some(Selection::Statement(at)) => vec![at],
            None => Vec::new(),
        }
    }

    /// Makes the timeline anew: there is another comparison, another decision, other filters, another scale.
    pub(super) fn refresh_timeline(&mut self) {
        let shown = match &self.comparison {
            Some(comparison) => {
                let even = self.options.even_time;
                ShownTimeline::new(comparison, self.history.review(), &self.options.filters, even)
            }
            None => ShownTimeline::default(),
        };
        if shown.axis != self.time.shown.axis {
            (self.time.window, self.time.event) = (None, None);
        }
        self.time.shown = shown;
    }

    pub(super) fn can_on_timeline(&self, command: &Command) -> bool {
        let there = self.comparison.is_some() && self.view() == View::Timeline && !self.timeline().is_empty();
        let [from, to] = self.time_window();
        there
            && match command {
                Command::FitTime | Command::TimeZoomOut => to - from < 1.0,
                Command::Earlier => from > 0.0,
                Command::Later => to < 1.0,
                Command::FitSelectedTime => !self.selected_places().is_empty(),
                _ => true,
            }
    }

    pub(super) fn handle_timeline(&mut self, command: &Command) {
        let [from, to] = self.time_window();
        let span = to - from;
        match *command {
            Command::TimeZoomIn => self.zoom_time(1.0 / ZOOM),
            Command::TimeZoomOut => self.zoom_time(ZOOM),
            Command::FitTime => self.time.window = None,
            Command::FitSelectedTime => self.fit_selected(),
            Command::Earlier => self.show_time([from - PAN * span, to - PAN * span]),
            Command::Later => self.show_time([from + PAN * span, to + PAN * span]),
            Command::ShowTime(window) => self.show_time(window),
            Command::NextEvent => self.step_event(1),
            Command::PreviousEvent => self.step_event(-1),
            Command::NextLane => self.step_lane(1),
            Command::PreviousLane => self.step_lane(-1),
            Command::FocusEvent(event) => self.time.event = Some(event),
            Command::SelectEvent(event) => self.select_event(event),
            _ => {}
        }
    }

    fn show_time(&mut self, window: [f64; 2]) {
        let window = self.time.shown.axis.clamp(window);
        self.time.window = (window[1] - window[0] < 1.0).then_some(window);
    }

    /// Zooms around the event that has the keyboard if it is seen, else around the middle.
    fn zoom_time(&mut self, factor: f64) {
        let [from, to] = self.time_window();
        let focused = self.time.event.and_then(|event| self.middle(self.timeline().place(event)?));
        let around = focused.filter(|at| (from..=to).contains(at)).unwrap_or(f64::midpoint(from, to));
        self.show_time([around - (around - from) * factor, around + (to - around) * factor]);
    }

    /// Where the middle of an item lies on the axis.
    fn middle(&self, place: Place) -> Option<f64> {
        let [from, to] = self.timeline().item(place)?.days;
        let axis = &self.timeline().axis;
        Some(f64::midpoint(axis.at(from), axis.at(to)))
    }

    /// Where what is selected is shown.
    pub(super) fn selected_places(&self) -> Vec<Place> {
        let Some(comparison) = &self.comparison else { return Vec::new() };
        let selected = self.selected_statements();
        let events = comparison.timeline.iter().filter(|event| selected.contains(&event.at));
        events.filter_map(|event| self.timeline().place(event.id)).collect()
    }

    fn fit_selected(&mut self) {
        let axis = &self.time.shown.axis;
        let items = self.selected_places();
        let ends = items.iter().filter_map(|&place| self.timeline().item(place)).map(|item| item.days);
        let Some([from, to]) = ends.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])]) else { return };
        let (from, to) = (axis.at(from), axis.at(to));
        let room = FIT_ROOM * (to - from);
        self.show_time([from - room, to + room]);
    }

    /// Brings an item into the window, if it lies outside.
    fn reveal_place(&mut self, place: Place) {
        let Some(at) = self.middle(place) else { return };
        let [from, to] = self.time_window();
        let margin = PAN * (to - from) / 2.0;
        if !(from + margin / 2.0..=to - margin).contains(&at) {
            let half = (to - from) / 2.0;
            self.show_time([at - half, at + half]);
        }
    }

    /// Brings what was selected elsewhere into the window.
    pub(super) fn reveal_selected_events(&mut self) {
        let places = self.selected_places();
        let [from, to] = self.time_window();
        let seen = |place: &Place| self.middle(*place).is_some_and(|at| (from..=to).contains(&at));
        if let Some(&first) = places.first().filter(|_| !places.iter().any(seen)) {
            self.reveal_place(first);
        }
    }

    fn focus_place(&mut self, place: Place) {
        self.time.event = self.timeline().item(place).map(|item| item.events[0]);
        self.reveal_place(place);
    }

    /// Where the keyboard is; else at what is selected; else at the first item in the window.
    fn here(&self) -> Option<Result<Place, Place>> {
        let focused = self.time.event.and_then(|event| self.timeline().place(event));
        if let Some(place) = focused.or_else(|| self.selected_places().first().copied()) {
            return Some(Ok(place));
        }
        let [from, to] = self.time_window();
        let lanes = self.timeline().lanes.iter().enumerate();
        let mut all = lanes.flat_map(|(lane, l)| (0..l.items.len()).map(move |item| Place { lane, item }));
        let first = all.next()?;
        let seen = |place: &Place| self.middle(*place).is_some_and(|at| (from..=to).contains(&at));
        Some(Err(std::iter::once(first).chain(all).find(seen).unwrap_or(first)))
    }

    fn step_event(&mut self, by: isize) {
        match self.here() {
            Some(Ok(Place { lane, item })) => {
                let last = self.timeline().lanes[lane].items.len().saturating_sub(1);
                self.focus_place(Place { lane, item: item.saturating_add_signed(by).min(last) });
            }
            Some(Err(first)) => self.focus_place(first),
            None => {}
        }
    }

    /// The position of what is selected among the conflicts of the timeline, in the order of time.
    pub fn selected_conflict(&self) -> Option<usize> {
        let selected = |conflict: &ShownConflict| match conflict.pair {
            Some(pair) => self.selected() == Some(pair),
            None => {
                let first = self.timeline().item(conflict.ends[0]);
                first.zip(self.event()).is_some_and(|(item, event)| item.events.contains(&event))
            }
        };
        self.timeline().conflicts_in_time().iter().position(selected)
    }

    /// Goes to the next (1) or previous (-1) thing dated differently, around the end; with none selected, from the start.
    pub(super) fn step_conflict(&mut self, by: isize) {
        let count = self.timeline().conflicts.len();
        let next = match (self.selected_conflict(), by > 0) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + count - 1,
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
        };
        self.select_conflict(next % count.max(1));
    }

    /// Selects what is dated differently at a position in the order of time.
    pub(super) fn select_conflict(&mut self, position: usize) {
        let Some(&conflict) = self.timeline().conflicts_in_time().get(position) else { return };
        let first = self.timeline().item(conflict.ends[0]).map(|item| item.events[0]);
        match (conflict.pair, first) {
            (Some(pair), _) => self.select_pair(pair),
            (None, Some(event)) => self.select_event(event),
            (None, None) => {}
        }
    }

    /// Goes to the event nearest in time on the next lane that has any.
    fn step_lane(&mut self, by: isize) {
        let place = match self.here() {
            Some(Ok(place)) => place,
            Some(Err(first)) => return self.focus_place(first),
            None => return,
        };
        let Some(at) = self.middle(place) else { return };
        let mut lane = place.lane;
        while let Some(next) = lane.checked_add_signed(by).filter(|&next| next < self.timeline().lanes.len()) {
            lane = next;
            let items = 0..self.timeline().lanes[lane].items.len();
            let away =
                |item: &usize| self.middle(Place { lane, item: *item }).map_or(f64::MAX, |middle| (middle - at).abs());
            if let Some(item) = items.min_by(|a, b| away(a).total_cmp(&away(b))) {
                return self.focus_place(Place { lane, item });
            }
        }
    }

    /// Selects what an event stands for: the pair in which it conflicts, else its statement's pairs, the weightiest first,
    /// one after the other when it is selected again; else the statement.
    fn select_event(&mut self, event: EventId) {
        self.time.event = Some(event);
        let Some(comparison) = &self.comparison else { return };
        let Some(at) = comparison.timeline.get(event.0 as usize).map(|event| event.at) else { return };
        let of_item = self.timeline().place(event).into_iter().flat_map(|place| self.timeline().conflicts_of(place));
        let mut pairs: Vec<usize> = of_item
            .filter_map(|(conflict, _)| conflict.pair)
            .filter(|&index| {
                let alignment = comparison.pairs[index].alignment;
                [alignment.left, alignment.right].contains(&at)
            })
            .collect();
        let mut others: Vec<_> = comparison
            .pairs
            .iter()
            .enumerate()
            .filter(|(index, pair)| [pair.alignment.left, pair.alignment.right].contains(&at) && !pairs.contains(index))
            .filter(|(_, pair)| {
                !matches!(comparison.standing(pair, self.review()).relation, None | Some(Relation::Unrelated))
            })
            .filter_map(|(index, _)| Some((self.mark(index)?, index)))
            .filter(|(mark, _)| self.options.filters.shows(*mark))
            .collect();
        others.sort_unstable();
        pairs.extend(others.into_iter().map(|(_, index)| index));
        let current = pairs.iter().position(|&index| Some(index) == self.selected());
        let selection = match pairs.get(current.map_or(0, |at| (at + 1) % pairs.len())) {
            Some(&index) => Selection::Pair(index),
            None => Selection::Statement(at),
        };
        self.select(selection);
    }
}
