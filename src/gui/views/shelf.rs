//! The shelf: the sources, what could not be read, and adding more.

use egui::{Frame, Margin, ScrollArea, Ui};

use super::controls::{close_button, command_button, label, panel_heading, words};
use super::shelf_row::row_ui;
use crate::gui::state::Failure;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};

/// `arrived`: the keyboard was just moved here.
pub(super) fn shelf_ui(ui: &mut Ui, state: &State, commands: &mut Commands, arrived: bool) {
    let edge = theme::EDGE as i8;
    egui::Panel::bottom("adding").show_separator_line(false).frame(Frame::new().inner_margin(edge)).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            command_button(ui, state, commands, &Command::Open);
            command_button(ui, state, commands, &Command::Paste(String::new()));
        });
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::same(edge)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.add_space(f32::from(theme::ROW_MARGIN));
                panel_heading(ui, "Sources");
            });
            let items = state.shelf().items();
            for (place, item) in items.iter().enumerate() {
                let focus = arrived && state.shelf().chosen().map_or(place == 0, |id| id == item.id);
                row_ui(ui, state, commands, item, focus);
            }
            for failure in state.shelf().failures() {
                failure_ui(ui, commands, failure);
            }
        });
    });
}

fn failure_ui(ui: &mut Ui, commands: &mut Commands, failure: &Failure) {
    let theme = Theme::of(ui);
    let name = failure
        .path
        .file_name()
        .map_or_else(|| failure.path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Frame::new().stroke(theme.line_stroke()).corner_radius(theme::RADIUS).inner_margin(theme::EDGE).show(ui, |ui| {
        ui.set_width(ui.available_width());
        egui::Sides::new().shrink_left().truncate().show(
            ui,
            |ui| {
                label(ui, words(name.clone(), font::body_strong(), theme.error));
            },
            |ui| {
                if close_button(ui, &format!("Forget {name}")).clicked() {
                    commands.send(Command::DismissFailure(failure.path.clone()));
                }
            },
        );
        ui.add(egui::Label::new(words(&failure.message, font::small(), theme.ink)).wrap());
    });
}
