//! What a frame of the timeline shows, and where: for all its parts.

use egui::{Rangef, Rect, pos2};

use crate::gui::State;
use crate::gui::shown_timeline::{Item, Place, ShownTimeline};
use crate::gui::theme;
use crate::model::{Comparison, SourceId, StatementRef};

/// Share of the width that is kept for words after the last event.
const TAIL: f32 = 0.25;

/// The state as the timeline shows it.
pub(super) struct Scene<'a> {
    /// The state.
    pub(super) state: &'a State,
    /// The comparison.
    pub(super) comparison: &'a Comparison,
    /// Its timeline.
    pub(super) shown: &'a ShownTimeline,
    /// The statements that are selected.
    pub(super) selected: Vec<StatementRef>,
    /// Where the parts are.
    pub(super) frame: Frame,
}

/// Where the parts of the view are, and where the days lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The names of the sources, beside the lanes.
    pub(super) names: Rect,
    /// The axis, above the lanes.
    pub(super) axis: Rect,
    /// The lanes.
    pub(super) lanes: Rect,
    /// The corner above the names.
    pub(super) corner: Rect,
    /// The window, as shares of the axis.
    pub(super) window: [f64; 2],
    /// Points that all of the axis takes.
    pub(super) points: f64,
    /// Where the axis begins, in points from the left edge of the screen; far outside when zoomed in.
    pub(super) origin: f64,
}

impl Frame {
    pub(super) fn new(rect: Rect, window: [f64; 2]) -> Self {
        let names = theme::LANE_NAMES.min(rect.width() / 3.0);
        let corner = Rect::from_min_size(rect.min, egui::vec2(names, theme::AXIS_HEIGHT));
        let lanes = Rect::from_min_max(corner.max, rect.max);
        let axis = Rect::from_min_max(pos2(lanes.left(), rect.top()), pos2(rect.right(), lanes.top()));
        let from = lanes.left() + theme::TIME_GUTTER;
        let tail = (lanes.width() * TAIL).clamp(theme::TIME_TAIL / 2.0, 2.0 * theme::TIME_TAIL);
        let to = (lanes.right() - theme::TIME_GUTTER - tail).max(from + 1.0);
        let points = f64::from(to - from) / (window[1] - window[0]).max(f64::MIN_POSITIVE);
        Self {
            names: Rect::from_min_max(pos2(rect.left(), lanes.top()), pos2(lanes.left(), rect.bottom())),
            axis,
            lanes,
            corner,
            window,
            points,
            origin: f64::from(from) - window[0] * points,
        }
    }

    /// The middles of the two lines of words on the axis; below them there is room for the signs of what is folded.
    pub(super) fn axis_lines(&self) -> [f32; 2] {
        [0.27, 0.64].map(|share| self.axis.top() + self.axis.height() * share)
    }

    /// Where a place of the layout is on the screen.
    pub(super) fn x(&self, along: f32) -> f32 {
        (self.origin + f64::from(along)) as f32
    }

    /// The share of the axis at a place on the screen.
    pub(super) fn at(&self, x: f32) -> f64 {
        (f64::from(x) - self.origin) / self.points
    }

    /// The window moved so that the axis goes along with a drag.
    pub(super) fn panned(&self, by: f32) -> [f64; 2] {
        self.window.map(|at| at - f64::from(by) / self.points)
    }

    /// The window with what is at `x` kept where it is.
    pub(super) fn zoomed(&self, factor: f64, x: f32) -> [f64; 2] {
        let around = self.at(x);
        self.window.map(|at| around + (at - around) * factor)
    }
}

impl<'a> Scene<'a> {
    /// What is to be shown, if there is a comparison.
    pub(super) fn new(state: &'a State, rect: Rect) -> Option<Self> {
        Some(Self {
            state,
            comparison: state.comparison()?,
            shown: state.timeline(),
            selected: state.selected_statements(),
            frame: Frame::new(rect, state.time_window()),
        })
    }

    /// Whether an item stands for something that is selected.
    pub(super) fn is_selected(&self, item: &Item) -> bool {
        item.events.iter().any(|event| self.selected.contains(&self.comparison.timeline[event.0 as usize].at))
    }

    /// Whether an item has the keyboard.
    pub(super) fn is_focused(&self, item: &Item) -> bool {
        self.state.event().is_some_and(|event| item.events.contains(&event))
    }

    /// Letter and title of a source.
    pub(super) fn source(&self, source: SourceId) -> String {
        format!("{}, {}", self.state.letter(source), self.comparison.source(source).document.title)
    }

    /// The statement of the first event of an item.
    pub(super) fn statement(&self, item: &Item) -> StatementRef {
        self.comparison.timeline[item.events[0].0 as usize].at
    }

    /// When an item is, as a reader writes it.
    pub(super) fn when(&self, item: &Item) -> String {
        self.comparison.timeline[item.events[0].0 as usize].when()
    }

    /// What a screen reader says of an item.
    pub(super) fn label(&self, place: Place) -> String {
        let Some(item) = self.shown.item(place) else { return String::new() };
        let at = self.statement(item);
        let sentence = self.comparison.text(at).split_whitespace().collect::<Vec<_>>().join(" ");
        let mut label = format!("Source {}: {} ({}): {sentence}", self.source(at.source), item.time, self.when(item));
        if item.assumed {
            label.push_str(" Rests on an assumed publication date.");
        }
        for (conflict, other) in self.shown.conflicts_of(place) {
            if let Some(other) = self.shown.item(other) {
                let letter = self.state.letter(self.statement(other).source);
                label.push_str(&format!(
                    " {} with source {letter}: {} ({}).",
                    conflict.mark.name(),
                    other.time,
                    self.when(other)
                ));
            }
        }
        label
    }
}

/// Where the lanes are: top and bottom of each, on the screen.
pub(super) fn lane_ranges(frame: &Frame, heights: &[f32], scroll: f32) -> Vec<Rangef> {
    let mut top = frame.lanes.top() - scroll;
    heights
        .iter()
        .map(|height| {
            let range = Rangef::new(top, top + height);
            top = range.max;
            range
        })
        .collect()
}
