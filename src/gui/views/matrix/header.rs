//! The heads of the columns, and above them brackets around sources that carry the same copy.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align2, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Scene;
use super::grid::Grid;
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls;
use crate::gui::widgets::{origin_line, whole_words};
use crate::model::{Comparison, Echo, SourceId};

/// What a bracket says.
const SAME_COPY: &str = "same copy: counts once";

/// Rows of brackets, so that none covers another: in each, the groups whose columns lie apart.
pub(super) fn bands(comparison: &Comparison) -> Vec<Vec<&Echo>> {
    let ends = |group: &Echo| Some((group.sources.iter().min()?.0, group.sources.iter().max()?.0));
    let mut bands: Vec<Vec<&Echo>> = Vec::new();
    for group in &comparison.echo {
        let Some((first, last)) = ends(group) else { continue };
        let apart = |other: &&Echo| ends(other).is_none_or(|(from, to)| last < from || to < first);
        match bands.iter_mut().find(|band| band.iter().all(apart)) {
            Some(band) => band.push(group),
            None => bands.push(vec![group]),
        }
    }
    bands
}

/// Shows the header.
pub(super) fn header_ui(ui: &mut Ui, scene: &Scene<'_>, grid: &Grid) {
    let theme = Theme::of(ui);
    let whole = grid.header().union(grid.corner());
    ui.set_clip_rect(grid.area);
    ui.painter().rect_filled(whole, 0.0, theme.panel);
    ui.painter().hline(whole.x_range(), whole.bottom(), theme.line_stroke());
    let corner = grid.corner();
    let at = pos2(corner.left() + 2.0 * theme::EDGE + theme::STATUS_WIDTH, corner.bottom() - theme::EDGE);
    ui.painter().text(at, Align2::LEFT_BOTTOM, "Claim", font::small_strong(), theme.quiet);

    ui.set_clip_rect(grid.header());
    for (level, band) in bands(scene.comparison).into_iter().enumerate() {
        for group in band {
            bracket(ui, scene, grid, level, group);
        }
    }
    for column in grid.visible_columns() {
        head(ui, scene, SourceId(column as u32), grid.head(column));
    }
}

/// Letter and date, below them the title.
fn head(ui: &Ui, scene: &Scene<'_>, source: SourceId, rect: Rect) {
    let theme = Theme::of(ui);
    let document = &scene.comparison.source(source).document;
    let letter = scene.state.letter(source).to_string();
    let response = ui.interact(rect, Id::unique(("head", source.0)), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, format!("Source {letter}: {}", document.title)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(source.0 as usize + 1));
    let painter = ui.painter();
    painter.vline(rect.left(), rect.y_range().shrink(theme::EDGE), theme.line_stroke());
    let inner = rect.shrink2(vec2(theme::CELL_GAP + theme::CELL_PADDING, theme::CELL_PADDING));
    let galley = painter.layout_no_wrap(letter, font::small_strong(), theme.ink);
    let width = (galley.size().x + 2.0 * theme::CELL_PADDING).max(theme::ICON_BUTTON);
    let badge = Rect::from_min_size(inner.min, vec2(width, theme::ICON_BUTTON));
    painter.rect_filled(badge, theme::RADIUS, theme.chosen);
    painter.galley(Align2::CENTER_CENTER.align_size_within_rect(galley.size(), badge).min, galley, theme.ink);

    let beside = badge.right() + theme::UNIT;
    let room = inner.right() - beside;
    let when = lines(ui, &when(scene.comparison, source), theme.quiet, room, 1);
    painter.galley(pos2(beside, badge.center().y - when.size().y / 2.0), when, theme.quiet);
    let title = lines(ui, &document.title, theme.ink, inner.width(), 2);
    painter.galley(pos2(inner.left(), badge.bottom() + theme::UNIT), title, theme.ink);
    response.on_hover_ui(|ui| {
        ui.label(controls::words(&document.title, font::body_strong(), theme.ink));
        ui.label(controls::words(origin_line(document), font::small(), theme.quiet));
    });
}

fn lines(ui: &Ui, text: &str, color: egui::Color32, width: f32, rows: usize) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font::small(), color, width.max(1.0));
    job.wrap.max_rows = rows;
    ui.fonts_mut(|f| whole_words(f, job))
}

/// "2 Dec 2025", "2 Dec 2025?" if it is assumed; what keeps a source from being judged.
fn when(comparison: &Comparison, source: SourceId) -> String {
    let document = &comparison.source(source).document;
    if !document.is_english() {
        return "not in English".to_owned();
    }
    document.origin.published.map_or_else(String::new, |published| {
        let assumed = if published.is_assumed() { "?" } else { "" };
        format!("{}{assumed}", published.date.strftime("%-d\u{a0}%b\u{a0}%Y"))
    })
}

/// A line over the columns of a group, with a foot at each of its sources.
fn bracket(ui: &Ui, scene: &Scene<'_>, grid: &Grid, level: usize, group: &Echo) {
    let theme = Theme::of(ui);
    let columns = || group.sources.iter().map(|source| grid.column_x(source.0 as usize));
    let (Some(first), Some(last)) = (columns().next(), columns().next_back()) else { return };
    let top = grid.area.top() + level as f32 * theme::ECHO_BAND;
    let y = top + theme::ECHO_BAND - 2.0 * theme::UNIT;
    let foot = grid.body().top() - theme::MATRIX_HEADER;
    let stroke = Stroke::new(theme::FRAME_LINE, theme.quiet);
    let painter = ui.painter();
    let (from, to) = (first.center(), last.center());
    for column in columns() {
        painter.vline(column.center(), y..=foot, stroke);
    }
    painter.hline(from..=to, y, stroke);
    // The words stand above the middle of the line, or of so much of it as is in view.
    let galley = painter.layout_no_wrap(SAME_COPY.to_owned(), font::small(), theme.quiet);
    let seen = (from.max(grid.header().left()), to.min(grid.header().right()));
    let half = galley.size().x / 2.0;
    let middle = (seen.0 + seen.1) / 2.0;
    painter.galley(pos2(middle - half, y - theme::UNIT / 2.0 - galley.size().y), galley, theme.quiet);

    let rect = Rect::from_x_y_ranges(from - half..=to + half, top..=top + theme::ECHO_BAND);
    let response = ui.interact(rect, Id::unique(("echo", group.sources[0].0)), Sense::hover());
    let letters: Vec<String> = group.sources.iter().map(|&source| scene.state.letter(source).to_string()).collect();
    let name = format!("Sources {} carry the same copy and count once", letters.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.clone()));
    response.on_hover_ui(|ui| {
        ui.label(controls::words(name.clone(), font::body_strong(), theme.ink));
        let shared = group.passages.len();
        let text = if shared == 1 {
            "One shared passage:".to_owned()
        } else {
            format!("{shared} shared passages, among them:")
        };
        ui.label(controls::words(text, font::small(), theme.quiet));
        for passage in group.passages.iter().take(3) {
            ui.label(controls::words(scene.comparison.text(passage.left), font::quotation(), theme.ink));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_that_would_cover_each_other_stand_in_rows_of_their_own() {
        let group =
            |sources: &[u32]| Echo { sources: sources.iter().map(|&id| SourceId(id)).collect(), passages: vec![] };
        let echo = vec![group(&[0, 3]), group(&[1, 2]), group(&[4, 5])];
        let comparison = Comparison { echo, ..Comparison::default() };
        let sizes: Vec<usize> = bands(&comparison).iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 1]);
    }
}
