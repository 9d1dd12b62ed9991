//! The matrix: a row for each claim, a column for each source, in each cell what that source says of the claim.
//!
//! A frame goes: [`toolbar`] shows search and order, [`grid`] divides the room, [`keys`] moves the selection, [`rows`] shows
//! the rows that are in view with the [`words`] of their cells, [`header`] the sources and which of them carry the same
//! copy. [`nothing`] stands in where no row is shown. What a row is and how it stands is in
//! [`ShownClaims`](crate::gui::shown_claims::ShownClaims).

mod cell;
mod grid;
mod header;
mod keys;
mod nothing;
mod rows;
mod toolbar;
mod words;

use egui::accesskit::Role;
use egui::scroll_area::ScrollArea;
use egui::{EventFilter, Id, Sense, Ui, UiBuilder, Vec2};

use crate::gui::state::Region;
use crate::gui::theme::{self, Theme};
use crate::gui::views::hidden::hidden_ui;
use crate::gui::{Command, Commands, State};
use crate::model::{Comparison, SourceId};
use grid::Grid;
pub(super) use rows::status_text;
use words::Words;

/// What the matrix keeps between frames: layouts and the scroll offset, never state of the program.
#[derive(Default)]
pub struct MatrixView {
    offset: Vec2,
    words: Words,
    /// [`State::reveal`] that was followed.
    revealed: u64,
    /// [`State::find`] that was followed.
    found: u64,
    /// The pass in which it was last shown.
    shown: Option<u64>,
    /// [`State::region`] of the last frame.
    region: Option<Region>,
}

/// What the parts of the matrix show.
struct Scene<'a> {
    state: &'a State,
    comparison: &'a Comparison,
    /// Where the selection is: its row if it is shown, and its column if a cell was selected.
    row: Option<usize>,
    column: Option<SourceId>,
}

/// Shows the claims of the comparison in the space that is left.
pub fn matrix_view_ui(ui: &mut Ui, state: &State, view: &mut MatrixView, commands: &mut Commands) {
    let Some(comparison) = state.comparison() else { return };
    let find = std::mem::replace(&mut view.found, state.find()) != state.find();
    let to_rows = toolbar::toolbar_ui(ui, state, commands, find);
    if state.claims().rows().is_empty() {
        nothing::nothing_ui(ui, state, commands);
        return;
    }
    hidden_ui(ui, state, commands);
    let scene = Scene { state, comparison, row: state.selected_row(), column: state.column() };
    let (area, _) = ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::hover());
    ui.painter().rect_filled(area, 0.0, Theme::of(ui).paper);
    let columns = comparison.sources.len();
    let bands = header::bands(comparison).len();
    let mut grid = Grid::new(area, state.claims().rows().len(), columns, bands, view.offset);

    let builder = UiBuilder::new()
        .scope_id(grid_id())
        .max_rect(area)
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Role::Grid);
    ui.scope_builder(builder, |ui| {
        ui.expand_to_include_rect(area);
        view.focus_ui(ui, state, find, to_rows, commands);
        keys::move_by_keys(ui, &scene, &grid, commands);
        view.scroll_ui(ui, &scene, &mut grid, commands);
    });
}

fn grid_id() -> Id {
    Id::unique("matrix")
}

impl MatrixView {
    /// Shows what is in view, with the header above it.
    fn scroll_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, grid: &mut Grid, commands: &mut Commands) {
        // The offset is the view's own only while something is brought into view; else the scroll area's.
        let mut scroll = ScrollArea::both().id_salt("rows").auto_shrink(false).scroll_bar_rect(grid.body());
        if self.revealed != scene.state.reveal() {
            self.revealed = scene.state.reveal();
            if let Some(row) = scene.row {
                let column = scene.column.map(|source| source.0 as usize);
                grid.offset = grid.revealing(row, column);
                scroll = scroll.scroll_offset(grid.offset);
            }
        }
        // A spring at the end would show rows beside the frozen parts that are not there.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let output = scroll.show_viewport(ui, |ui, viewport| {
            ui.set_min_size(grid.content());
            grid.offset = viewport.min.to_vec2().max(Vec2::ZERO);
            self.words.begin(ui, scene.state, rows::room(grid));
            rows::rows_ui(ui, scene, grid, &mut self.words, commands);
            header::header_ui(ui, scene, grid);
        });
        self.offset = output.state.clamped_offset();
    }

    /// Gives the matrix the keyboard when it comes into view or the reader moves there, and tells what it is.
    fn focus_ui(&mut self, ui: &Ui, state: &State, find: bool, to_rows: bool, commands: &mut Commands) {
        let response = ui.response();
        let pass = ui.ctx().cumulative_pass_nr();
        let came = self.shown.replace(pass).is_none_or(|before| before + 1 < pass);
        let region = state.region();
        let moved = self.region.replace(region).is_some_and(|before| before != region) && region == Region::Left;
        let busy = find || state.dialog().is_some() || ui.ctx().text_edit_focused();
        if (came && !busy) || moved || to_rows {
            response.request_focus();
        }
        if response.gained_focus() && region != Region::Left {
            commands.send(Command::FocusRegion(Region::Left));
        }
        if to_rows && state.selected_row().is_none() {
            commands.send(Command::FirstPair);
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (rows, columns) = (state.claims().rows().len(), state.comparison().map_or(0, |c| c.sources.len()));
        let active = state.claim().zip(state.selected_row()).map(|(claim, _)| match state.column() {
            Some(source) => rows::cell_id(claim, source),
            None => rows::claim_id(claim),
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            let [min, max] = [ui.max_rect().min, ui.max_rect().max].map(|at| (f64::from(at.x), f64::from(at.y)));
            node.set_bounds(egui::accesskit::Rect { x0: min.0, y0: min.1, x1: max.0, y1: max.1 });
            node.set_label("Matrix: claims by sources");
            node.set_row_count(rows + 1);
            node.set_column_count(columns + 1);
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
        });
        if response.has_focus() {
            let line = egui::Stroke::new(theme::FRAME_LINE, Theme::of(ui).quiet);
            ui.painter().hline(ui.max_rect().x_range(), ui.max_rect().top(), line);
        }
    }
}
