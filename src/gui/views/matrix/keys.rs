//! The keyboard in the matrix: arrows go from cell to cell, Enter opens the pair view at the cell's pair.

use egui::{Key, Modifiers, Ui};

use super::grid::Grid;
use super::{Scene, grid_id};
use crate::gui::state::{Region, View};
use crate::gui::{Command, Commands};
use crate::model::SourceId;

/// Moves the selection if the matrix has the keyboard, or nothing has it and the matrix is where it belongs.
pub(super) fn move_by_keys(ui: &Ui, scene: &Scene<'_>, grid: &Grid, commands: &mut Commands) {
    let focused = ui.memory(egui::Memory::focused);
    let here = match focused {
        Some(id) => id == grid_id(),
        None => scene.state.region() == Region::Left,
    };
    if !here || scene.state.dialog().is_some() || ui.ctx().any_popup_open() {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as isize;
    let page = grid.rows_a_page() as isize;
    let down = pressed(Key::ArrowDown) - pressed(Key::ArrowUp) + page * (pressed(Key::PageDown) - pressed(Key::PageUp));
    let right = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    let (home, end) = (pressed(Key::Home) > 0, pressed(Key::End) > 0);
    if pressed(Key::Enter) > 0 && scene.row.is_some() {
        commands.send(Command::ShowView(View::Pair));
        return;
    }
    if down == 0 && right == 0 && !home && !end {
        return;
    }
    let last = grid.rows as isize - 1;
    let row = match scene.row {
        _ if home => 0,
        _ if end => last,
        Some(row) => (row as isize + down).clamp(0, last),
        // With nothing selected, the first key selects what stands at the top.
        None => grid.visible_rows().start as isize,
    };
    // The claim itself stands before the first source.
    let column = scene.column.map_or(0, |source| source.0 as isize + 1);
    let column = (column + if scene.row.is_some() { right } else { 0 }).clamp(0, grid.columns as isize);
    let source = (column > 0).then(|| SourceId(column as u32 - 1));
    commands.send(Command::SelectCell(scene.state.claims().rows()[row as usize], source));
}
