//! What a report is to hold: its format, how much it tells, of which sources, and whether with context.

use egui::{Button, Checkbox, RadioButton, ScrollArea, Ui};

use super::controls::{focus_ring, label, words};
use super::dialogs::{Outcome, buttons, hint};
use crate::gui::state::ReportChoices;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, State};
use crate::report::{FORMATS, Scope};

pub(super) fn report_ui(ui: &mut Ui, state: &State, choices: &mut ReportChoices, opened: bool) -> Outcome<Command> {
    let told = ui.scope(|ui| choices_ui(ui, state, choices)).inner;
    let ready = (told > 0).then(|| Command::ChooseReport(choices.clone()));
    buttons(ui, "Save…", ready, false, opened)
}

/// The choices; says how many sources are chosen.
fn choices_ui(ui: &mut Ui, state: &State, choices: &mut ReportChoices) -> usize {
    // An empty circle or box is told from the ground by its line alone.
    let theme = Theme::of(ui);
    ui.visuals_mut().widgets.inactive.bg_stroke = theme.difference_stroke();
    heading(ui, "Format");
    for format in FORMATS {
        radio(ui, &mut choices.format, format.name(), format.title(), Some(format.description()));
    }
    heading(ui, "What it tells");
    radio(ui, &mut choices.scope, Scope::Whole, "Everything", None);
    radio(ui, &mut choices.scope, Scope::Differences, "Differences only", Some("contradictions, clear and possible"));
    let quotes = choices.format().gives_context();
    let context = Checkbox::new(&mut choices.context, "With the sentences before and after each quotation");
    let response = ui.add_enabled(quotes, context);
    focus_ring(ui, &response);
    let told = sources_ui(ui, state, choices);
    if told == 0 {
        hint(ui, "Choose a source at least.");
    }
    told
}

/// Check marks for the sources; says how many are chosen.
fn sources_ui(ui: &mut Ui, state: &State, choices: &mut ReportChoices) -> usize {
    let items = state.shelf().items().iter().filter(|item| state.source_id(item.id).is_some());
    let mut told = 0;
    ui.add_space(theme::UNIT);
    ui.horizontal(|ui| {
        heading_words(ui, "Sources");
        if !choices.left_out.is_empty() {
            let all = ui.add(Button::new("All").small());
            focus_ring(ui, &all);
            if all.clicked() {
                choices.left_out.clear();
            }
        }
    });
    ScrollArea::vertical().max_height(theme::LIST_HEIGHT * 0.4).show(ui, |ui| {
        for item in items {
            let mut chosen = !choices.left_out.contains(&item.id);
            let letter = state.shelf().letter(item.id).unwrap_or_default();
            let response = ui.checkbox(&mut chosen, format!("{letter}  {}", item.document.title));
            focus_ring(ui, &response);
            if response.changed() {
                choices.left_out.retain(|&id| id != item.id);
                if !chosen {
                    choices.left_out.push(item.id);
                }
            }
            told += usize::from(chosen);
        }
    });
    told
}

fn heading(ui: &mut Ui, name: &str) {
    ui.add_space(theme::UNIT);
    heading_words(ui, name);
}

fn heading_words(ui: &mut Ui, name: &str) {
    let theme = Theme::of(ui);
    label(ui, words(name, font::small_strong(), theme.quiet));
}

/// One of several choices, explained beside its name.
fn radio<T: PartialEq>(ui: &mut Ui, value: &mut T, choice: T, name: &str, explained: Option<&str>) {
    ui.horizontal_wrapped(|ui| {
        let response = ui.add(RadioButton::new(*value == choice, name));
        focus_ring(ui, &response);
        if response.clicked() {
            *value = choice;
        }
        if let Some(explained) = explained {
            let quiet = Theme::of(ui).quiet;
            label(ui, words(explained, font::small(), quiet));
        }
    });
}
