//! What stands in for the matrix where no row is shown, and the next thing to do.

use egui::{Label, Ui};

use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::{command_button, label, words};
use crate::gui::views::middle::centred;
use crate::gui::{Command, Commands, Mark, State};

pub(super) fn nothing_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let searched = !state.search().trim().is_empty();
    let hidden = Mark::ALL.iter().any(|&mark| !state.options().filters.shows(mark));
    let (head, text) = if state.claims().is_empty() && state.job().is_some() {
        ("Finding claims…", "They appear here as soon as the sources have been compared.".to_owned())
    } else if state.claims().is_empty() {
        ("No claims", "Nothing in these sources could be compared. Only sources in English are judged.".to_owned())
    } else if searched {
        let also = if hidden { " among those that the filters show" } else { "" };
        ("Nothing found", format!("No claim{also} has all the words “{}”.", state.search().trim()))
    } else {
        ("All claims are hidden", "The filters in the bar below hide every claim.".to_owned())
    };
    centred(ui, theme::DIALOG_WIDTH, |ui| {
        label(ui, words(head, font::title(), theme.ink));
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::EDGE);
        ui.horizontal(|ui| {
            if searched && ui.button("Clear Search").clicked() {
                commands.send(Command::SetSearch(String::new()));
            }
            if hidden && !state.claims().is_empty() {
                command_button(ui, state, commands, &Command::ShowEverything);
            }
        });
    });
}
