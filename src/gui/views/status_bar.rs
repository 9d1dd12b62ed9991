//! The bar at the bottom: how many there are of each mark, which are shown, and where the selection stands.

use egui::{Align, Button, Color32, Layout, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::controls::{icon_button, label, words};
use crate::gui::state::View;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, Mark, State};

pub(super) fn status_bar_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    if state.comparison().is_none() {
        return;
    }
    let short = ui.available_width() < theme::NARROW;
    let view = state.view();
    ui.horizontal_centered(|ui| {
        for mark in Mark::ALL {
            let count = match view {
                View::Pair => state.shown().count(mark),
                View::Matrix => state.claims().count(mark),
                View::Timeline => state.timeline().count_of(mark),
            };
            if mark == Mark::Related && count == 0 || view == View::Timeline && !mark.is_difference() {
                continue;
            }
            let on = state.options().filters.shows(mark);
            let name = if view == View::Matrix { mark.counted_claims(count) } else { mark.counted(count) };
            let text = if short { count.to_string() } else { name.clone() };
            let what = match view {
                View::Matrix => "claims",
                View::Timeline => "things that two sources date differently",
                View::Pair if mark == Mark::OnlyHere => "statements of these two that no other source makes",
                View::Pair => "pairs",
            };
            let response = chip(ui, mark, on, &text, (&name, what));
            if response.clicked() {
                commands.send(Command::ToggleFilter(mark));
            } else if response.double_clicked() || response.secondary_clicked() {
                commands.send(Command::SoloFilter(mark));
            }
        }
        let dismissed = state.shown().dismissed;
        if dismissed > 0 && view == View::Pair {
            let on = state.options().filters.dismissed;
            let button = Button::selectable(
                on,
                words(format!("{dismissed} dismissed"), font::small(), ui.visuals().text_color()),
            );
            if ui.add(button).on_hover_text("Show the pairs that you dismissed (Alt+6)").clicked() {
                commands.send(Command::ToggleDismissed);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| steps_ui(ui, state, commands));
    });
}

/// A switch for a mark: its glyph and how many there are.
fn chip(ui: &mut Ui, mark: Mark, on: bool, text: &str, (name, what): (&str, &str)) -> Response {
    let theme = Theme::of(ui);
    let tone = theme.tone(mark);
    let color = if on { tone.text } else { theme.quiet };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font::small(), color);
    let pad = theme::EDGE;
    let size = vec2(pad + theme::GLYPH + theme::UNIT * 1.5 + galley.size().x + pad, theme::CHIP_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, enabled, on, name));
    let painter = ui.painter();
    let radius = theme::CHIP_HEIGHT / 2.0;
    let fill = if on { tone.tint } else { theme.panel };
    let edge = if response.has_focus() {
        theme.selection_stroke()
    } else if response.hovered() {
        Stroke::new(theme::HAIRLINE, tone.text)
    } else {
        Stroke::new(theme::HAIRLINE, if on { tone.full } else { theme.line })
    };
    painter.rect(rect, radius, fill, edge, StrokeKind::Inside);
    let glyph = Rect::from_center_size(
        rect.left_center() + vec2(pad + theme::GLYPH / 2.0, 0.0),
        egui::Vec2::splat(theme::GLYPH * 0.8),
    );
    mark.paint(painter, glyph, color);
    let at = rect.left_center() + vec2(pad + theme::GLYPH + theme::UNIT * 1.5, -galley.size().y / 2.0);
    painter.galley(at, galley, color);
    if !on {
        let y = rect.center().y;
        let from = at.x - theme::UNIT / 2.0;
        painter.hline(from..=rect.right() - pad, y, Stroke::new(theme::HAIRLINE, color));
    }
    let key = Command::ToggleFilter(mark).info().and_then(|info| info.shortcut);
    let key = key.map(|key| ui.ctx().format_shortcut(&key)).unwrap_or_default();
    let verb = if on { "Hide" } else { "Show" };
    response.on_hover_text(format!("{name}: {what}.\n{verb} them: click or {key}. Only these: right click."))
}

fn steps_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let (total, at, noun, what) = match state.view() {
        View::Pair => {
            let what = "Pairs shown, in reading order of the left pane";
            (state.shown().pairs.len(), state.selected_position(), "pair", what)
        }
        View::Matrix => {
            let what = "Claims shown, in the order chosen above";
            (state.claims().rows().len(), state.selected_row(), "claim", what)
        }
        View::Timeline => {
            let what = "What is dated differently, in the order of time";
            (state.timeline().conflicts.len(), state.selected_conflict(), "conflict", what)
        }
    };
    for (command, name, right) in
        [(Command::NextPair, format!("Next {noun}"), true), (Command::PreviousPair, format!("Previous {noun}"), false)]
    {
        let paint = |painter: &Painter, rect: Rect, color: Color32| {
            let tip = if right { rect.right_center() } else { rect.left_center() };
            let (top, bottom) = (rect.center_top(), rect.center_bottom());
            let shift = vec2(if right { -rect.width() * 0.25 } else { rect.width() * 0.25 }, 0.0);
            let points = vec![top + vec2(0.0, 1.0), tip + shift, bottom - vec2(0.0, 1.0)];
            painter.add(egui::Shape::line(points, Stroke::new(theme::STRONG_LINE * 0.75, color)));
        };
        let clicked = ui.add_enabled_ui(state.can(&command), |ui| icon_button(ui, &name, false, paint).clicked()).inner;
        if clicked {
            commands.send(command);
        }
    }
    let text = match at {
        Some(position) => format!("{} of {total}", position + 1),
        None if total == 1 => format!("1 {noun}"),
        None => format!("{total} {noun}s"),
    };
    label(ui, words(text, font::small(), theme.ink)).on_hover_text(what);
}
