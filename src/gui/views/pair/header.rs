//! The head of a pane: which source it shows, where it comes from, and a way to show another.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::article_ui::REGIONS;
use super::frame::Frame;
use super::keys::sides;
use super::scene::Scene;
use crate::gui::state::{Pane, ShelfItem};
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::icon_button;
use crate::gui::widgets::{letter_badge, origin_line};
use crate::gui::{Command, Commands};

/// Shows the heads of all panes that are there.
pub(super) fn headers_ui(ui: &mut Ui, scene: &Scene<'_>, frame: &Frame, commands: &mut Commands) {
    for side in sides(frame) {
        let rect = frame.panes[side].header;
        let has_keyboard = scene.state.region() == REGIONS[side];
        let theme = Theme::of(ui);
        let line = if has_keyboard { theme.visible_stroke() } else { theme.line_stroke() };
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
        let inner = Rect::from_x_y_ranges(frame.panes[side].title(), rect.y_range());
        let layout = Layout::left_to_right(Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().id_salt(("header", side)).max_rect(inner).layout(layout));
        header_ui(&mut ui, scene, side, frame.alone.is_some(), commands);
    }
}

fn header_ui(ui: &mut Ui, scene: &Scene<'_>, side: usize, alone: bool, commands: &mut Commands) {
    if alone {
        for (other, &region) in REGIONS.iter().enumerate() {
            let letter = scene.state.letter(scene.shown.sources[other]).to_string();
            let title = &scene.source(other).document.title;
            let button = egui::Button::selectable(other == side, letter);
            if ui.add(button).on_hover_text(format!("Show {title}")).clicked() {
                commands.send(Command::FocusRegion(region));
            }
        }
    } else {
        letter_badge(ui, &scene.state.letter(scene.shown.sources[side]).to_string());
    }
    if scene.state.shelf().items().len() > 2 {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            other_source_ui(ui, scene, side, commands);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| title_ui(ui, scene, side));
        });
    } else {
        title_ui(ui, scene, side);
    }
}

/// Title, and below it where and when.
fn title_ui(ui: &mut Ui, scene: &Scene<'_>, side: usize) {
    let document = &scene.source(side).document;
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme::HAIRLINE;
        let lines = ui.fonts_mut(|f| f.row_height(&font::body_strong()) + f.row_height(&font::small()));
        ui.add_space(((theme::HEADER_HEIGHT - lines) / 2.0).max(0.0));
        let title = egui::RichText::new(&document.title).font(font::body_strong());
        ui.add(egui::Label::new(title).truncate().selectable(false)).on_hover_text(&document.title);
        let origin = egui::RichText::new(origin_line(document)).font(font::small()).color(theme.quiet);
        ui.add(egui::Label::new(origin).truncate().selectable(false));
    });
}

/// The choice of another source for the pane, if there are more than two.
fn other_source_ui(ui: &mut Ui, scene: &Scene<'_>, side: usize, commands: &mut Commands) {
    let pane = Pane::BOTH[side];
    let name = |item: &ShelfItem| {
        let letter = scene.state.shelf().letter(item.id).unwrap_or_default();
        format!("{letter}  {}", item.document.title)
    };
    let place = ["left", "right"][side];
    let response = icon_button(ui, &format!("Show another source on the {place}"), false, |painter, rect, color| {
        let rect = rect.shrink2(egui::vec2(theme::UNIT / 2.0, theme::UNIT));
        let points = vec![rect.left_center(), rect.center_bottom(), rect.right_center()];
        painter.add(egui::Shape::line(points, egui::Stroke::new(theme::FRAME_LINE, color)));
    });
    egui::Popup::menu(&response).show(|ui| {
        for item in scene.state.shelf().items() {
            let here = scene.state.pane(pane) == Some(item.id);
            if ui.add(egui::Button::selectable(here, name(item))).clicked() {
                commands.send(Command::ShowSource(pane, item.id));
                ui.close();
            }
        }
    });
}
