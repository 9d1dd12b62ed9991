//! What stands in for the timeline where nothing is dated, and what the reader should know above it.

use egui::{Frame, Label, Margin, Ui};

use crate::gui::shown_timeline::ShownTimeline;
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::{add_button, command_button, label, primary_button, words};
use crate::gui::views::middle::centred;
use crate::gui::{Command, Commands, State};
use crate::model::PublicationDate;

/// No event at all: why, and what to do.
pub(super) fn nothing_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let undated = state.shelf().items().iter().any(|item| item.document.origin.published.is_none());
    centred(ui, theme::DIALOG_WIDTH, |ui| {
        label(ui, words("No dates", font::title(), theme.ink));
        let text = if undated {
            "None of these sources names a day, a month or a year. Expressions such as “on Tuesday” need the date of \
             publication: choose a source on the shelf and set it."
        } else {
            "None of these sources says when anything happened. Add another report, or compare side by side."
        };
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::EDGE);
        ui.horizontal(|ui| {
            if undated && state.can(&Command::EditSource) {
                primary_button(ui, state, commands, &Command::EditSource);
            } else {
                primary_button(ui, state, commands, &Command::Open);
            }
            command_button(ui, state, commands, &Command::ShowView(crate::gui::state::View::Pair));
        });
    });
}

/// Says which sources' relative times rest on an assumed date, and offers to set it.
pub(super) fn assumed_ui(ui: &mut Ui, state: &State, shown: &ShownTimeline, commands: &mut Commands) {
    let Some(comparison) = state.comparison() else { return };
    let resting = shown.lanes.iter().filter(|lane| lane.items.iter().any(|item| item.assumed));
    let assumed = |lane: &&crate::gui::shown_timeline::Lane| {
        let published = comparison.source(lane.source).document.origin.published;
        published.is_none_or(PublicationDate::is_assumed)
    };
    let lanes: Vec<_> = resting.filter(assumed).collect();
    let Some(first) = lanes.first() else { return };
    let theme = Theme::of(ui);
    let letters: Vec<String> = lanes.iter().map(|lane| state.letter(lane.source).to_string()).collect();
    let margin = Margin::symmetric((2.0 * theme::EDGE) as i8, theme::UNIT as i8);
    Frame::new().fill(theme.possible.tint).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let whose = if letters.len() == 1 { "source" } else { "sources" };
            let text =
                format!("Hollow marks of {whose} {} rest on an assumed date of publication.", letters.join(", "));
            label(ui, words(text, font::body(), theme.ink));
            let item = state.shelf_id(first.source);
            let name = format!("Set the Date of {}…", letters[0]);
            let set = add_button(ui, state, commands, &Command::ShowTime(state.time_window()), egui::Button::new(name));
            if let (true, Some(item)) = (set.clicked(), item) {
                commands.send(Command::ChooseSource(item));
                commands.send(Command::EditSource);
            }
        });
    });
}
