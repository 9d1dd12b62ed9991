//! The lanes: the events of each source, its name beside them, and what lies outside of the window.

use egui::text::LayoutJob;
use egui::{Align2, CursorIcon, FontId, Galley, Id, Pos2, Rangef, Rect, Response, Role, Sense, StrokeKind, TextFormat};
use egui::{Painter, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

use super::layout::{Cluster, LaneLayout, Placed, Words};
use super::scene::Scene;
use super::{hover, paint};
use crate::gui::shown_timeline::{Item, Lane, Place};
use crate::gui::state::Region;
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::{two_lines, words};
use crate::gui::widgets::{letter_badge, whole_words};
use crate::gui::{Command, Commands};
use crate::model::{Document, EventId};

/// The middle of a row of a lane.
pub(super) fn row_y(lane: Rangef, row: usize) -> f32 {
    lane.min + theme::LANE_PAD + (row as f32 + 0.5) * theme::EVENT_ROW
}

/// Names an event for the keyboard and for screen readers.
pub(super) fn event_id(event: EventId) -> Id {
    Id::unique(("event", event.0))
}

/// Shows a lane. `y` is where it is on the screen.
pub(super) fn lane_ui(ui: &Ui, scene: &Scene<'_>, index: usize, laid: &LaneLayout, y: Rangef, commands: &mut Commands) {
    let lane = &scene.shown.lanes[index];
    let frame = &scene.frame;
    let seen = Rect::from_x_y_ranges(frame.lanes.x_range(), y).intersect(frame.lanes);
    let painter = ui.painter_at(frame.lanes);
    for placed in &laid.placed {
        let all = placed.all.map(|along| frame.x(along));
        let at = row_y(y, placed.row);
        if all[1] < seen.left()
            || all[0] > seen.right()
            || at < seen.top() - theme::EVENT_ROW
            || at > seen.bottom() + theme::EVENT_ROW
        {
            continue;
        }
        let place = Place { lane: index, item: placed.item };
        item_ui(ui, &painter, scene, place, (placed, at), commands);
    }
    for cluster in &laid.clusters {
        let x = frame.x(cluster.x);
        if (seen.left()..=seen.right()).contains(&x) {
            cluster_ui(ui, &painter, scene, lane, cluster, pos2(x, row_y(y, cluster.row)), commands);
        }
    }
    if lane.items.is_empty() {
        let theme = Theme::of(ui);
        let at = pos2(frame.lanes.left() + theme::TIME_GUTTER, y.center());
        let galley = painter.layout_no_wrap(nothing(scene, lane).to_owned(), font::small(), theme.quiet);
        let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
        painter.rect_filled(rect.expand(theme::UNIT), 0.0, theme.paper);
        painter.galley(rect.min, galley, theme.quiet);
    }
}

fn nothing(scene: &Scene<'_>, lane: &Lane) -> &'static str {
    let english = scene.comparison.source(lane.source).document.is_english();
    if english { "Gives no dates" } else { "Not in English: its dates are not read" }
}

fn item_ui(
    ui: &Ui,
    painter: &Painter,
    scene: &Scene<'_>,
    place: Place,
    (placed, y): (&Placed, f32),
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let frame = &scene.frame;
    let Some(item) = scene.shown.item(place) else { return };
    let [from, to] = placed.mark.map(|along| frame.x(along));
    let mark = Rect::from_x_y_ranges(from..=to, y - theme::EVENT_MARK / 2.0..=y + theme::EVENT_MARK / 2.0);
    let all = Rect::from_x_y_ranges(frame.x(placed.all[0])..=frame.x(placed.all[1]), mark.y_range())
        .expand2(vec2(theme::UNIT, (theme::EVENT_ROW - theme::EVENT_MARK) / 2.0 - theme::HAIRLINE));
    let seen = all.intersect(frame.lanes);
    let response = ui.interact(seen, event_id(item.events[0]), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, scene.label(place)));
    let (selected, focused) = (scene.is_selected(item), scene.is_focused(item));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(selected);
        node.set_position_in_set(place.item + 1);
        node.set_size_of_set(scene.shown.lanes[place.lane].items.len());
    });
    // A line that joins two events ends behind the words of those between them.
    let ground = if selected || response.hovered() { theme.chosen } else { theme.paper };
    if placed.words != Words::None && !placed.inside {
        let words = Rect::from_x_y_ranges(mark.right() + theme::UNIT / 2.0..=all.right(), all.y_range());
        painter.rect_filled(words.shrink2(vec2(0.0, theme::UNIT)), theme::RADIUS, ground);
    }
    let mark = if placed.inside { mark.expand2(vec2(0.0, theme::UNIT)) } else { mark };
    paint::mark(painter, theme, item, mark);
    words_ui(painter, theme, scene, item, placed, mark);
    if selected {
        painter.rect_stroke(all, theme::RADIUS, theme.selection_stroke(), StrokeKind::Inside);
    } else if focused || response.has_focus() {
        painter.rect_stroke(all, theme::RADIUS, egui::Stroke::new(theme::HAIRLINE, theme.ink), StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_stroke(all, theme::RADIUS, theme.difference_stroke(), StrokeKind::Inside);
    }
    react(ui, scene, item, &response, commands);
    response.on_hover_ui(|ui| hover::item_ui(ui, scene, place));
}

fn react(ui: &Ui, scene: &Scene<'_>, item: &Item, response: &Response, commands: &mut Commands) {
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.gained_focus() && !scene.is_focused(item) {
        commands.send(Command::FocusEvent(item.events[0]));
    }
    if response.clicked() {
        commands.send(Command::FocusRegion(Region::Left));
        commands.send(Command::SelectEvent(next_event(scene, item)));
        response.request_focus();
    }
}

/// The event of an item that a click selects: of several the next one after the one that is selected.
fn next_event(scene: &Scene<'_>, item: &Item) -> EventId {
    let is_selected = |event: &EventId| scene.selected.contains(&scene.comparison.timeline[event.0 as usize].at);
    let at = item.events.iter().position(is_selected).filter(|_| item.events.len() > 1);
    item.events[at.map_or(0, |at| (at + 1) % item.events.len())]
}

fn words_ui(painter: &Painter, theme: &Theme, scene: &Scene<'_>, item: &Item, placed: &Placed, mark: Rect) {
    if placed.words == Words::None {
        return;
    }
    let frame = &scene.frame;
    let stub = if item.open[1] { theme::OPEN_STUB } else { 0.0 };
    let (mut x, most) = if placed.inside {
        // Words in a bar that begins before the window stay in sight as long as there is room.
        let least = frame.lanes.left() + theme::TIME_GUTTER;
        (mark.left().max(least) + theme::EDGE, mark.right() - theme::UNIT)
    } else {
        (mark.right() + stub + theme::UNIT, frame.x(placed.all[1]) + theme::UNIT)
    };
    let most = most.min(frame.lanes.right() - theme::UNIT);
    if let Some(kind) = item.mark {
        let glyph =
            Rect::from_center_size(pos2(x + theme::GLYPH / 2.0, mark.center().y), egui::Vec2::splat(theme::GLYPH));
        if glyph.right() < most {
            kind.paint(painter, glyph.shrink(theme::HAIRLINE), theme.tone(kind).text);
        }
        x += theme::GLYPH + theme::UNIT;
    }
    if most - x < theme::EVENT_MARK {
        return;
    }
    let galley = galley(painter, theme, item, placed.words, placed.inside, most - x);
    painter.galley(pos2(x, mark.center().y - galley.size().y / 2.0), galley, theme.ink);
}

/// The words of an item on one line, cut with an ellipsis where there is no more room.
fn galley(painter: &Painter, theme: &Theme, item: &Item, words: Words, inside: bool, most: f32) -> Arc<Galley> {
    let format = |font: FontId, color| TextFormat { font_id: font, color, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    let time = item.mark.map_or(theme.ink, |mark| theme.tone(mark).text);
    job.append(&time_words(item), 0.0, format(font::small_strong(), if inside { theme.ink } else { time }));
    let quiet = if inside { theme.ink } else { theme.quiet };
    if words == Words::Full && !item.about.is_empty() {
        job.append(&item.about, theme::UNIT + theme::HAIRLINE, format(font::small(), quiet));
    }
    (job.wrap.max_width, job.wrap.max_rows) = (most, 1);
    if words == Words::Full {
        return painter.fonts_mut(|fonts| whole_words(fonts, job));
    }
    job.wrap.break_anywhere = true;
    painter.layout_job(job)
}

/// The time expression, with how often it is told.
pub(super) fn time_words(item: &Item) -> String {
    if item.events.len() > 1 { format!("{} ({}×)", item.time, item.events.len()) } else { item.time.clone() }
}

fn cluster_ui(
    ui: &Ui,
    painter: &Painter,
    scene: &Scene<'_>,
    lane: &Lane,
    cluster: &Cluster,
    centre: Pos2,
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let rect = Rect::from_center_size(centre, vec2(theme::CLUSTER_WIDTH, theme::EVENT_ROW - theme::UNIT));
    let items: Vec<&Item> = cluster.items.iter().map(|&item| &lane.items[item]).collect();
    let id = event_id(items[0].events[0]).with("count");
    let response = ui.interact(rect.intersect(scene.frame.lanes), id, Sense::click());
    let events: usize = items.iter().map(|item| item.events.len()).sum();
    let name = format!("{events} events of source {}: zoom in", scene.source(lane.source));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let selected = items.iter().any(|item| scene.is_selected(item));
    let focused = response.has_focus() || items.iter().any(|item| scene.is_focused(item));
    let fill = if response.hovered() { theme.button_hovered } else { theme.button };
    painter.rect_filled(rect, rect.height() / 2.0, fill);
    painter.text(centre, Align2::CENTER_CENTER, format!("+{events}"), font::small_strong(), theme.ink);
    if selected || focused {
        painter.rect_stroke(rect, rect.height() / 2.0, theme.selection_stroke(), StrokeKind::Inside);
    }
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() {
        commands.send(Command::FocusRegion(Region::Left));
        commands.send(Command::ShowTime(opened(scene, &items)));
    }
    response.on_hover_ui(|ui| hover::cluster_ui(ui, scene, &items));
}

/// The window in which the items of a count come apart.
fn opened(scene: &Scene<'_>, items: &[&Item]) -> [f64; 2] {
    const ROOM: f64 = 0.3;
    let axis = &scene.shown.axis;
    let from = items.iter().map(|item| axis.at(item.days[0])).fold(f64::INFINITY, f64::min);
    let to = items.iter().map(|item| axis.at(item.days[1])).fold(f64::NEG_INFINITY, f64::max);
    let now = scene.frame.window[1] - scene.frame.window[0];
    // At least half as far again as now, also where the items last long.
    let half = (((to - from) * (0.5 + ROOM)).min(now / 3.0)).max(0.0);
    let middle =
        items.iter().map(|item| axis.at(f64::midpoint(item.days[0], item.days[1]))).sum::<f64>() / items.len() as f64;
    [middle - half, middle + half]
}

/// The name of a source beside its lane, and its date.
pub(super) fn name_ui(ui: &mut Ui, scene: &Scene<'_>, index: usize, y: Rangef) {
    let theme = Theme::of(ui);
    let lane = &scene.shown.lanes[index];
    let names = scene.frame.names;
    let rect = Rect::from_x_y_ranges(names.x_range(), y);
    let document = &scene.comparison.source(lane.source).document;
    let builder = UiBuilder::new().max_rect(rect.shrink2(vec2(theme::EDGE, theme::EDGE))).id_salt(("lane", index));
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(names.intersect(rect));
        ui.horizontal_top(|ui| {
            letter_badge(ui, &scene.state.letter(lane.source).to_string());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = theme::HAIRLINE;
                if y.span() >= theme::LANE_TITLE {
                    two_lines(ui, &document.title, font::small_strong(), theme.ink)
                } else {
                    let title = words(&document.title, font::small_strong(), theme.ink);
                    ui.add(egui::Label::new(title).selectable(false).truncate())
                }
                .on_hover_text(&document.title);
                ui.add(
                    egui::Label::new(words(dated(document), font::small(), theme.quiet)).selectable(false).truncate(),
                );
            });
        });
    });
}

/// When a source was published, and whether that is assumed.
fn dated(document: &Document) -> String {
    document.origin.published.map_or_else(
        || "no date".to_owned(),
        |published| {
            let assumed = if published.is_assumed() { " (assumed)" } else { "" };
            format!("{}{assumed}", published.date.strftime("%-d %b %Y"))
        },
    )
}

/// Arrows at both ends of a lane that tell how much lies outside of the window, and go there.
pub(super) fn outside_ui(ui: &Ui, scene: &Scene<'_>, index: usize, y: Rangef, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let frame = &scene.frame;
    let lane = &scene.shown.lanes[index];
    let painter = ui.painter_at(frame.lanes);
    let axis = &scene.shown.axis;
    let x = |day: f64| frame.x((axis.at(day) * frame.points) as f32);
    let span = frame.window[1] - frame.window[0];
    let before: Vec<&Item> = lane.items.iter().filter(|item| x(item.days[1]) < frame.lanes.left()).collect();
    let after: Vec<&Item> = lane.items.iter().filter(|item| x(item.days[0]) > frame.lanes.right()).collect();
    let nearest = |item: &Item| axis.at(f64::midpoint(item.days[0], item.days[1]));
    for (items, is_before) in [(before, true), (after, false)] {
        let nearest = items.iter().map(|item| nearest(item));
        let Some(to) = (if is_before { nearest.reduce(f64::max) } else { nearest.reduce(f64::min) }) else { continue };
        let count: usize = items.iter().map(|item| item.events.len()).sum();
        let size = vec2(theme::TIME_GUTTER - theme::UNIT, theme::EVENT_ROW - theme::UNIT);
        let x = if is_before {
            frame.lanes.left() + theme::UNIT / 2.0
        } else {
            frame.lanes.right() - theme::UNIT / 2.0 - size.x
        };
        let rect = Rect::from_min_size(pos2(x, y.center() - size.y / 2.0), size);
        let id = Id::unique(("outside", lane.source.0, is_before));
        let response = ui.interact(rect.intersect(frame.lanes), id, Sense::click());
        let when = if is_before { "earlier" } else { "later" };
        let name = format!("{count} {when} in source {}: go there", scene.source(lane.source));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let fill = if response.hovered() || response.has_focus() { theme.button_hovered } else { theme.button };
        painter.rect_filled(rect, theme::RADIUS, fill);
        let (tip, back) = if is_before {
            (rect.left_center() + vec2(theme::UNIT - theme::HAIRLINE, 0.0), theme::UNIT)
        } else {
            (rect.right_center() - vec2(theme::UNIT - theme::HAIRLINE, 0.0), -theme::UNIT)
        };
        paint::triangle(&painter, tip, back, theme.ink);
        let text = if count > 99 { "99+".to_owned() } else { count.to_string() };
        let at = rect.center() + vec2(back / 2.0, 0.0);
        painter.text(at, Align2::CENTER_CENTER, text, font::small(), theme.ink);
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            commands.send(Command::ShowTime([to - span / 2.0, to + span / 2.0]));
        }
        response.on_hover_text(name);
    }
}
