//! The start screen: what the program is for and the three ways to begin.

use egui::{Grid, Label, Ui};

use super::controls::{add_button, command_button, label, primary_button, words};
use super::middle::centred;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};

const KEYS: &[Command] =
    &[Command::Open, Command::NextDifference, Command::Confirm, Command::SaveReport, Command::ShowKeys];

pub(super) fn start_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Theme::of(ui);
    centred(ui, theme::READING_MEASURE, |ui| {
        label(ui, words("Counterpoint", font::display(), theme.ink));
        let what = "Several reports of one event, side by side: what they agree on, where they conflict, and what only \
                    one of them says.";
        let what = words(what, font::reading(), theme.quiet).line_height(Some(theme::READING_LINE));
        ui.add(Label::new(what).selectable(false).wrap());
        ui.add_space(3.0 * theme::EDGE);
        ui.horizontal(|ui| {
            primary_button(ui, state, commands, &Command::Open);
            command_button(ui, state, commands, &Command::Paste(String::new()));
            command_button(ui, state, commands, &Command::TrySample);
        });
        if let Some(sources) = state.last_session() {
            ui.add_space(theme::UNIT);
            let name = format!("Continue with {sources} {}", if sources == 1 { "source" } else { "sources" });
            add_button(ui, state, commands, &Command::ContinueLastSession, egui::Button::new(name));
        }
        ui.add_space(theme::EDGE);
        let drop = "Or drop files here: plain text, Markdown, HTML. Nothing leaves this computer.";
        ui.add(Label::new(words(drop, font::small(), theme.quiet)).selectable(false).wrap());
        ui.add_space(5.0 * theme::EDGE);
        Grid::new("keys").num_columns(2).min_row_height(0.0).spacing([3.0 * theme::EDGE, theme::EDGE]).show(ui, |ui| {
            for command in KEYS {
                let Some(info) = command.info() else { continue };
                let Some(key) = info.shortcut else { continue };
                label(ui, words(ui.ctx().format_shortcut(&key), font::small_strong(), theme.quiet));
                label(ui, words(info.name.trim_end_matches('…'), font::small(), theme.quiet));
                ui.end_row();
            }
        });
    });
}
