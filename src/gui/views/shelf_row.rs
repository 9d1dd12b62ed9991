//! One source on the shelf.

use egui::{
    Align, Color32, Frame, Label, Layout, Painter, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::controls::{icon_button, label, two_lines, words};
use crate::gui::state::{Pane, ShelfItem};
use crate::gui::theme::{self, Theme, font};
use crate::gui::widgets::{letter_badge, origin_line};
use crate::gui::{Command, Commands, State};

pub(super) fn row_ui(ui: &mut Ui, state: &State, commands: &mut Commands, item: &ShelfItem, focus: bool) {
    let theme = Theme::of(ui);
    let chosen = state.shelf().chosen() == Some(item.id);
    let letter = state.shelf().letter(item.id).unwrap_or_default().to_string();
    let id = ui.scope_id().with(("source", item.id.0));
    let row = ui.scope_builder(UiBuilder::new().scope_id(id).sense(Sense::click()), |ui| {
        let response = ui.response();
        let fill = if chosen {
            theme.chosen
        } else if response.hovered() {
            theme.button
        } else {
            theme.panel
        };
        let stroke =
            if response.has_focus() { theme.selection_stroke() } else { Stroke::new(theme::STRONG_LINE, fill) };
        let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(theme::RADIUS);
        frame.inner_margin(theme::ROW_MARGIN).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::UNIT / 2.0;
            ui.horizontal_top(|ui| {
                letter_badge(ui, &letter);
                ui.vertical(|ui| {
                    contents_ui(ui, state, commands, item, &letter);
                });
            });
        });
    });
    let response = row.response;
    let title = &item.document.title;
    response.widget_info(|| WidgetInfo::selected(egui::Role::Row, true, chosen, format!("Source {letter}: {title}")));
    if focus {
        response.request_focus();
    }
    let act = |commands: &mut Commands, command: Command| {
        commands.send(Command::ChooseSource(item.id));
        commands.send(command);
    };
    if response.clicked() || response.gained_focus() {
        commands.send(Command::ChooseSource(item.id));
    }
    if response.double_clicked() {
        act(commands, Command::EditSource);
    }
    response.context_menu(|ui| {
        let entries = [Command::EditSource, Command::MoveSourceUp, Command::MoveSourceDown, Command::RemoveSource];
        for command in entries {
            let name = command.info().map_or("", |info| info.name);
            if ui.button(name).clicked() {
                act(commands, command);
                ui.close();
            }
        }
    });
}

fn contents_ui(ui: &mut Ui, state: &State, commands: &mut Commands, item: &ShelfItem, letter: &str) {
    let theme = Theme::of(ui);
    let document = &item.document;
    two_lines(ui, &document.title, font::body_strong(), theme.ink).on_hover_text(&document.title);
    let origin = ui.add(Label::new(words(origin_line(document), font::small(), theme.quiet)).selectable(false).wrap());
    let mut about: Vec<String> = Vec::new();
    about.extend(document.origin.author.as_ref().map(|author| format!("By {author}")));
    if document.origin.published.is_some_and(crate::model::PublicationDate::is_assumed) {
        about.push(
            "The file does not say when it was published, so its date is assumed, and what rests on it is at most \
             possible. Set the date with a double click or F2."
                .to_owned(),
        );
    }
    if !about.is_empty() {
        origin.on_hover_text(about.join("\n"));
    }
    let count = state.source_id(item.id).zip(state.comparison());
    let text = match count.map(|(id, comparison)| comparison.source(id).statements.len()) {
        Some(1) => "1 statement".to_owned(),
        Some(n) => format!("{n} statements"),
        None => "not compared yet".to_owned(),
    };
    let several = state.shelf().items().len() > 1;
    let text = words(text, font::small(), theme.quiet);
    if !several {
        label(ui, text);
        return;
    }
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), theme::ICON_BUTTON),
        Layout::right_to_left(Align::Center),
        |ui| {
            for pane in [Pane::Right, Pane::Left] {
                pane_button(ui, state, commands, item, pane, letter);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text).selectable(false).truncate())
            });
        },
    );
}

fn pane_button(ui: &mut Ui, state: &State, commands: &mut Commands, item: &ShelfItem, pane: Pane, letter: &str) {
    let on = state.pane(pane) == Some(item.id);
    let side = if pane == Pane::Left { "left" } else { "right" };
    let name = if on { format!("{letter} is on the {side}") } else { format!("Show {letter} on the {side}") };
    let paint = |painter: &Painter, rect: Rect, color: Color32| paint_pane(painter, rect, color, pane, on);
    if icon_button(ui, &name, on, paint).clicked() && !on {
        commands.send(Command::ShowSource(pane, item.id));
    }
}

/// Two panes side by side; the one meant is filled if it shows the source, else marked by a dot.
fn paint_pane(painter: &Painter, rect: Rect, color: Color32, pane: Pane, on: bool) {
    let frame = Rect::from_center_size(rect.center(), vec2(rect.width(), rect.height() * 0.8));
    let (left, right) = frame.split_left_right_at_fraction(0.5);
    let half = if pane == Pane::Left { left } else { right };
    if on {
        painter.rect_filled(half, 0.0, color);
    } else {
        painter.circle_filled(half.center(), theme::HAIRLINE * 1.5, color);
    }
    let stroke = Stroke::new(theme::HAIRLINE, color);
    painter.rect_stroke(frame, 1.0, stroke, StrokeKind::Inside);
    painter.line_segment([left.right_top(), left.right_bottom()], stroke);
}
