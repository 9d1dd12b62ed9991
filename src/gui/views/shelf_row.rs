//! One source on the shelf.

use egui::{Color32, Frame, Painter, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};
use jiff::civil::Date;

use super::controls::{icon_button, label, letter_badge, line, words};
use crate::gui::state::{Pane, ShelfItem};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};
use crate::model::Document;

/// "2 Dec 2025".
pub(super) fn date_text(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// Publisher or file name, and the date: where a source comes from, in a line.
pub(super) fn origin_text(document: &Document) -> String {
    let origin = &document.origin;
    let from = origin.publisher.as_ref().unwrap_or(&origin.file_name);
    match origin.published {
        Some(published) => format!("{from} · {}", date_text(published.date)),
        None => from.clone(),
    }
}

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
    let title = words(&document.title, font::body_strong(), theme.ink);
    let title = egui::Label::new(title).selectable(false).truncate();
    ui.add(title).on_hover_text(&document.title);
    let origin = line(ui, words(origin_text(document), font::small(), theme.quiet));
    if let Some(author) = &document.origin.author {
        origin.on_hover_text(format!("By {author}"));
    }
    if document.origin.published.is_some_and(crate::model::PublicationDate::is_assumed) {
        let text = words("date assumed", font::small(), theme.possible.text);
        let why = "The file does not say when it was published. Set the date with F2 or a double click: \
                   what rests on an assumed date is at most possible.";
        label(ui, text).on_hover_text(why);
    }
    if !document.is_english() {
        let text = words("not in English: shown without verdicts", font::small(), theme.possible.text);
        ui.add(egui::Label::new(text).selectable(false).wrap());
    }
    ui.horizontal(|ui| {
        let count = state.source_id(item.id).zip(state.comparison());
        let count = count.map(|(id, comparison)| comparison.source(id).statements.len());
        let text = match count {
            Some(1) => "1 statement".to_owned(),
            Some(n) => format!("{n} statements"),
            None => "not compared yet".to_owned(),
        };
        label(ui, words(text, font::small(), theme.quiet));
        if state.shelf().items().len() > 1 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for pane in [Pane::Right, Pane::Left] {
                    let on = state.pane(pane) == Some(item.id);
                    let name = match pane {
                        Pane::Left => format!("Show {letter} on the left"),
                        Pane::Right => format!("Show {letter} on the right"),
                    };
                    let paint =
                        |painter: &Painter, rect: Rect, color: Color32| paint_pane(painter, rect, color, pane, on);
                    if icon_button(ui, &name, on, paint).clicked() {
                        commands.send(Command::ShowSource(pane, item.id));
                    }
                }
            });
        }
    });
}

/// Two panes, one of them filled if it shows the source.
fn paint_pane(painter: &Painter, rect: Rect, color: Color32, pane: Pane, on: bool) {
    let frame = Rect::from_center_size(rect.center(), egui::vec2(rect.width(), rect.height() * 0.8));
    let (left, right) = frame.split_left_right_at_fraction(0.5);
    let half = if pane == Pane::Left { left } else { right };
    if on {
        painter.rect_filled(half, 0.0, color);
    }
    let stroke = Stroke::new(theme::HAIRLINE, color);
    painter.rect_stroke(frame, 1.0, stroke, StrokeKind::Inside);
    painter.line_segment([left.right_top(), left.right_bottom()], stroke);
    if !on {
        painter.line_segment([half.left_bottom(), half.right_top()], stroke);
    }
}
