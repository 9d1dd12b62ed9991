//! The pair view: two articles side by side.

use crate::gui::{Commands, State};

/// What the pair view keeps between frames: layouts and scroll offsets, never state of the program.
#[derive(Default)]
pub struct PairView {}

/// Shows the two panes of [`State::shown`] in the space that is left.
pub fn pair_view_ui(ui: &mut egui::Ui, state: &State, _view: &mut PairView, _commands: &mut Commands) {
    let Some(comparison) = state.comparison() else { return };
    ui.columns(2, |columns| {
        for (side, ui) in columns.iter_mut().enumerate() {
            let source = comparison.source(state.shown().sources[side]);
            egui::ScrollArea::vertical().id_salt(side).show(ui, |ui| ui.label(&*source.document.text));
        }
    });
}
