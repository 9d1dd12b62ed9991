//! The timeline: a lane a source, what each of them dates, and where they date one thing differently.
//!
//! A frame goes: [`scene`] gathers what is to be shown and divides the room, [`layout`] gives every event a row (again
//! only when the scale changed), [`axis_ui`] paints the ticks, [`joins`] the lines between events in conflict,
//! [`lanes_ui`] the events, the names of the sources and what lies outside, and [`keys`] takes keyboard, wheel and drag.
//! Which stretch of time is seen, and which event has the keyboard, is state of the program; the layout is the view's.

mod axis_ui;
mod hover;
mod joins;
mod keys;
mod lanes_ui;
mod layout;
mod nothing;
mod paint;
mod scene;
mod ticks;

use egui::{Sense, Ui, pos2};

use crate::gui::shown_timeline::Item;
use crate::gui::state::Region;
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::hidden::hidden_ui;
use crate::gui::{Command, Commands, State};
use layout::{LaneLayout, Widths};
use scene::Scene;

/// Fewest rows of a lane, where there are more events than room.
const ROWS_LEAST: usize = 3;
/// Most rows of a lane.
const ROWS_MOST: usize = 10;
/// Most rows of a lane where days are far apart: what falls on one day stands below each other.
const ROWS_OPENED: usize = 60;
/// Width of a day, in points, from which days are far apart.
const DAY_OPENED: f64 = 60.0;

/// What the timeline keeps between frames: layouts and the scroll offset, never state of the program.
#[derive(Default)]
pub struct TimelineView {
    widths: Option<(u64, f32, Vec<Vec<Widths>>)>,
    laid: Option<(LayoutKey, Vec<LaneLayout>)>,
    scroll: f32,
    /// [`State::event`] of the last frame.
    event: Option<crate::model::EventId>,
    /// [`State::reveal`] that was followed.
    revealed: u64,
    /// [`State::region`] of the last frame.
    region: Option<Region>,
}

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct LayoutKey {
    revision: u64,
    pixels_per_point: f32,
    points: f64,
    rows: (usize, usize, usize),
}

/// Shows the timeline of the comparison in the space that is left.
pub fn timeline_view_ui(ui: &mut Ui, state: &State, view: &mut TimelineView, commands: &mut Commands) {
    if state.timeline().is_empty() {
        nothing::nothing_ui(ui, state, commands);
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    hidden_ui(ui, state, commands);
    nothing::assumed_ui(ui, state, state.timeline(), commands);
    let (rect, _) = ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::hover());
    let Some(scene) = Scene::new(state, rect) else { return };
    let theme = Theme::of(ui);
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    let arrived = view.region.replace(state.region()).is_none_or(|before| before != state.region());
    let pane = keys::pane_ui(ui, &scene, arrived, commands);
    view.lay_out(ui, &scene);
    let Some((_, laid)) = &view.laid else { return };

    let mut heights: Vec<f32> = laid.iter().map(height).collect();
    let left = scene.frame.lanes.height() - heights.iter().sum::<f32>();
    let slack = (left / heights.len() as f32).clamp(0.0, theme::LANE_SLACK);
    heights.iter_mut().for_each(|height| *height += slack);
    let content: f32 = heights.iter().sum();
    let most = (content - scene.frame.lanes.height()).max(0.0);
    let (window, scrolled) = keys::pointer(ui, &scene, &pane, most > 0.0);
    view.scroll = (view.scroll - scrolled).clamp(0.0, most);
    if view.event != state.event() || view.revealed != state.reveal() {
        let focused = view.event != state.event();
        (view.event, view.revealed) = (state.event(), state.reveal());
        view.scroll = revealed(&scene, laid, &heights, focused, view.scroll).clamp(0.0, most);
        if let Some(event) = state.event().filter(|_| focused && state.region() == Region::Left) {
            ui.memory_mut(|memory| memory.request_focus(lanes_ui::event_id(event)));
        }
    }
    if let Some(window) = window {
        commands.send(Command::ShowTime(window));
    }
    if pane.clicked() {
        commands.send(Command::FocusRegion(Region::Left));
    }

    let lanes = scene::lane_ranges(&scene.frame, &heights, view.scroll);
    let bottom = lanes.last().map_or(rect.top(), |lane| lane.max).min(rect.bottom());
    axis_ui::axis_ui(ui, &scene.frame, &scene.shown.axis, bottom);
    let painter = ui.painter_at(rect);
    painter.rect_filled(scene.frame.corner.union(scene.frame.names), 0.0, theme.panel);
    let joins = joins::joins_ui(ui, &scene, laid, &lanes);
    for (index, y) in lanes.iter().copied().enumerate() {
        if y.max < scene.frame.lanes.top() || y.min > rect.bottom() {
            continue;
        }
        let names = ui.painter_at(scene.frame.names.union(scene.frame.lanes));
        names.hline(rect.x_range(), y.max, theme.line_stroke());
        lanes_ui::lane_ui(ui, &scene, index, &laid[index], y, commands);
        lanes_ui::outside_ui(ui, &scene, index, y, commands);
        lanes_ui::name_ui(ui, &scene, index, y);
    }
    joins::glyphs_ui(ui, &scene, &joins, commands);
    painter.hline(
        scene.frame.corner.x_range(),
        scene.frame.corner.bottom() - theme::HAIRLINE / 2.0,
        theme.line_stroke(),
    );
    painter.vline(scene.frame.lanes.left(), rect.y_range(), theme.line_stroke());
    corner_ui(ui, &scene);
    keys::pressed(ui, &scene, commands);
}

impl TimelineView {
    fn lay_out(&mut self, ui: &Ui, scene: &Scene<'_>) {
        let (revision, pixels_per_point) = (scene.state.revision(), ui.pixels_per_point());
        let known = self.widths.as_ref().is_some_and(|(of, at, _)| (*of, *at) == (revision, pixels_per_point));
        if !known {
            let widths = scene.shown.lanes.iter().map(|lane| lane.items.iter().map(|item| widths(ui, item)).collect());
            self.widths = Some((revision, pixels_per_point, widths.collect()));
        }
        let Some((_, _, widths)) = &self.widths else { return };
        let frame = &scene.frame;
        let lanes = scene.shown.lanes.len();
        let room = frame.lanes.height() - lanes as f32 * 2.0 * theme::LANE_PAD;
        let middle = f64::midpoint(frame.window[0], frame.window[1]);
        let opened = scene.shown.axis.slope(middle) * frame.points >= DAY_OPENED;
        let rows = (
            if opened { ROWS_OPENED } else { ROWS_LEAST },
            (room / theme::EVENT_ROW).max(0.0) as usize,
            if opened { ROWS_OPENED } else { ROWS_MOST },
        );
        let key = LayoutKey { revision, pixels_per_point, points: frame.points, rows };
        if self.laid.as_ref().is_none_or(|(of, _)| *of != key) {
            let laid = layout::lanes(&scene.shown.axis, &scene.shown.lanes, widths, frame.points, rows);
            self.laid = Some((key, laid));
        }
    }
}

/// Widths of the words of an item, from those of their letters: laying out thousands of texts would be seen.
fn widths(ui: &Ui, item: &Item) -> Widths {
    let width = |text: &str, font: &egui::FontId| {
        ui.fonts_mut(|fonts| text.chars().map(|c| fonts.glyph_width(font, c)).sum::<f32>())
    };
    let time = width(&lanes_ui::time_words(item), &font::small_strong()) + theme::UNIT;
    let about = if item.about.is_empty() { 0.0 } else { width(&item.about, &font::small()) + 2.0 * theme::UNIT };
    [time + about, time]
}

fn height(lane: &LaneLayout) -> f32 {
    (lane.rows as f32 * theme::EVENT_ROW + 2.0 * theme::LANE_PAD).max(theme::LANE_LEAST)
}

/// The scroll offset at which the event that has the keyboard, or else what is selected, is in view.
fn revealed(scene: &Scene<'_>, laid: &[LaneLayout], heights: &[f32], focused: bool, scroll: f32) -> f32 {
    let place = if focused {
        scene.state.event().and_then(|event| scene.shown.place(event))
    } else {
        let lanes = scene.shown.lanes.iter().enumerate();
        let mut selected = lanes.filter_map(|(lane, l)| {
            let item = l.items.iter().position(|item| scene.is_selected(item))?;
            Some(crate::gui::shown_timeline::Place { lane, item })
        });
        selected.next()
    };
    let Some((row, _, _)) = place.and_then(|place| laid[place.lane].find(place.item)) else { return scroll };
    let Some(place) = place else { return scroll };
    let top: f32 = heights[..place.lane].iter().sum();
    let y = top + theme::LANE_PAD + row as f32 * theme::EVENT_ROW;
    let view = scene.frame.lanes.height();
    scroll.clamp(y + theme::EVENT_ROW + theme::LANE_PAD - view, (y - theme::LANE_PAD).max(0.0))
}

/// What the timeline holds, in the corner above the names.
fn corner_ui(ui: &Ui, scene: &Scene<'_>) {
    let theme = Theme::of(ui);
    let events = scene.shown.count();
    let text = if events == 1 { "1 event".to_owned() } else { format!("{events} events") };
    let corner = scene.frame.corner;
    let [upper, lower] = scene.frame.axis_lines();
    let painter = ui.painter_at(corner);
    let at = pos2(corner.left() + theme::EDGE, upper);
    painter.text(at, egui::Align2::LEFT_CENTER, text, font::small_strong(), theme.ink);
    let conflicts = scene.shown.conflicts.len();
    let text = match conflicts {
        0 => "none dated differently".to_owned(),
        1 => "1 dated differently".to_owned(),
        n => format!("{n} dated differently"),
    };
    let at = pos2(at.x, lower);
    painter.text(at, egui::Align2::LEFT_CENTER, text, font::small(), theme.quiet);
}
