//! A line that tells that what is selected is not shown, with a button that shows it.

use egui::{Frame, Margin, Ui};

use super::controls::{command_button, label, words};
use crate::gui::state::{HiddenBy, Selection, View};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};

/// Shows it where there is something to tell.
pub(super) fn hidden_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(by) = state.hidden_by() else { return };
    let theme = Theme::of(ui);
    let what = match state.selection() {
        _ if state.view() == View::Matrix => "claim",
        Some(Selection::Statement(_)) => "statement",
        _ => "pair",
    };
    let text = match by {
        HiddenBy::Filters => format!("The selected {what} is hidden by the filters."),
        HiddenBy::Search => format!("The selected {what} is hidden by the search."),
        HiddenBy::FiltersAndSearch => format!("The selected {what} is hidden by filters and search."),
        HiddenBy::Undated => format!("The selected {what} gives no date."),
    };
    let margin = Margin::symmetric((2.0 * theme::EDGE) as i8, theme::UNIT as i8);
    let frame = Frame::new().fill(theme.panel).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            label(ui, words(text, font::body(), theme.ink));
            if by != HiddenBy::Undated {
                command_button(ui, state, commands, &Command::ShowSelected);
            }
        });
    });
    let rect = frame.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom() - theme::HAIRLINE / 2.0, theme.line_stroke());
}
