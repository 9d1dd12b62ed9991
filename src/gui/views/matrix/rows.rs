//! The rows that are in view: the claim with its status, and a cell for each source.

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Scene;
use super::cell::cell_ui;
use super::grid::Grid;
use super::words::{Room, Words};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, Mark};
use crate::model::{ClaimId, ClaimStatus, SourceId};

/// The node of a claim in the accessibility tree.
pub(super) fn claim_id(claim: ClaimId) -> Id {
    Id::unique(("claim", claim.0))
}

/// The node of a cell in the accessibility tree.
pub(super) fn cell_id(claim: ClaimId, source: SourceId) -> Id {
    Id::unique(("cell", claim.0, source.0))
}

/// Room for the words of a claim and of a cell.
pub(super) fn room(grid: &Grid) -> [Room; 2] {
    let claim = grid.claim_width - theme::STATUS_WIDTH - 3.0 * theme::EDGE;
    let cell = grid.column_width - 2.0 * (theme::CELL_GAP + theme::CELL_PADDING) - theme::CELL_GLYPH - theme::UNIT;
    [claim, cell].map(|width| Room { width: width.max(1.0), lines: grid.lines })
}

/// Shows what is in view.
pub(super) fn rows_ui(ui: &mut Ui, scene: &Scene<'_>, grid: &Grid, words: &mut Words, commands: &mut Commands) {
    let theme = Theme::of(ui);
    for row in grid.visible_rows() {
        let claim = scene.state.claims().rows()[row];
        let rect = grid.claim(row).union(Rect::from_x_y_ranges(grid.body().x_range(), grid.row_y(row)));
        let builder = UiBuilder::new().id_salt(("row", claim.0)).max_rect(rect).accessibility_role(Role::Row);
        let mut ui = ui.new_child(builder);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_row_index(row + 1));

        ui.set_clip_rect(grid.body().union(grid.claims()));
        if scene.row == Some(row) {
            ui.painter().rect_filled(rect, 0.0, theme.chosen);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - theme::HAIRLINE / 2.0, theme.line_stroke());

        ui.set_clip_rect(grid.body());
        for column in grid.visible_columns() {
            let source = SourceId(column as u32);
            cell_ui(&ui, scene, (claim, source), grid.cell(row, column), words, room(grid)[1], commands);
        }
        ui.set_clip_rect(grid.claims());
        claim_ui(&ui, scene, claim, row, grid, words, commands);
    }
    // Between the claims and what scrolls beside them.
    let painter = ui.painter_at(grid.area);
    painter.vline(grid.body().left(), grid.area.y_range(), theme.line_stroke());
}

/// The claim: its title, before it how it stands.
fn claim_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    claim: ClaimId,
    row: usize,
    grid: &Grid,
    words: &mut Words,
    commands: &mut Commands,
) {
    let theme = Theme::of(ui);
    let rect = grid.claim(row);
    let (Some(standing), Some(mark)) = (scene.state.claims().standing(claim), scene.state.claims().mark(claim)) else {
        return;
    };
    let response = ui.interact(rect, claim_id(claim), Sense::click() - Sense::FOCUSABLE);
    let selected = scene.row == Some(row);
    let title = &scene.comparison.claims[claim.0 as usize].title;
    let status = status_text(standing.status, mark, standing.independent, standing.cells.len());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{status}: {title}")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(0);
        node.set_selected(selected && scene.column.is_none());
    });
    if response.clicked() {
        commands.send(Command::SelectCell(claim, None));
        commands.send(Command::FocusRegion(crate::gui::state::Region::Left));
    }
    if response.double_clicked() {
        commands.send(Command::ShowView(crate::gui::state::View::Pair));
    }
    // Painted over the cells that scroll below it.
    let ground = match selected {
        true => theme.chosen,
        false if response.hovered() => theme.button,
        false => theme.panel,
    };
    let painter = ui.painter();
    painter.rect_filled(rect.with_max_y(rect.bottom() - theme::HAIRLINE), 0.0, ground);
    let badge = Rect::from_min_size(
        rect.min + vec2(theme::EDGE, theme::CELL_GAP + theme::CELL_PADDING),
        vec2(theme::STATUS_WIDTH, 2.0 * theme::CELL_LINE),
    );
    status_badge(ui, badge, mark, (standing.status == ClaimStatus::Corroborated).then_some(standing.independent));
    let galley = words.title(ui, scene.comparison, claim, room(grid)[0]);
    let left = badge.right() + theme::EDGE;
    painter.galley(pos2(left, badge.top()), galley, theme.ink);
    if selected && scene.column.is_none() {
        let frame = rect.shrink(theme::FRAME_LINE / 2.0);
        painter.rect_stroke(frame, 0.0, theme.selection_stroke(), egui::StrokeKind::Inside);
    }
    response.on_hover_ui(|ui| {
        ui.label(title.as_str());
        ui.label(super::super::controls::words(status, font::small(), theme.quiet));
    });
}

/// How a claim stands: its glyph, and below it how many say it independently of each other.
fn status_badge(ui: &Ui, rect: Rect, mark: Mark, independent: Option<usize>) {
    let theme = Theme::of(ui);
    let tone = theme.tone(mark);
    let painter = ui.painter();
    painter.rect_filled(rect, theme::RADIUS, tone.tint);
    let half = independent.map_or(rect, |_| rect.split_top_bottom_at_fraction(0.5).0);
    let glyph = Rect::from_center_size(half.center(), egui::Vec2::splat(theme::CELL_GLYPH));
    mark.paint(painter, glyph, tone.text);
    if let Some(count) = independent {
        let at = rect.split_top_bottom_at_fraction(0.5).1.center() - vec2(0.0, theme::HAIRLINE);
        painter.text(at, egui::Align2::CENTER_CENTER, count, font::small_strong(), tone.text);
    }
}

/// How a claim stands, in words.
pub(in crate::gui::views) fn status_text(status: ClaimStatus, mark: Mark, independent: usize, cells: usize) -> String {
    match status {
        ClaimStatus::Disputed if mark == Mark::Contradiction => "Disputed".to_owned(),
        ClaimStatus::Disputed => "Possibly disputed".to_owned(),
        ClaimStatus::Corroborated => format!("Said by {independent} independent sources"),
        ClaimStatus::SingleSource if cells > 1 && independent < 2 => "Said by one source and its copies".to_owned(),
        ClaimStatus::SingleSource => "Said by one source".to_owned(),
    }
}
