//! One cell: what a source says of a claim and how it stands to the others, or that it is silent.

use egui::accesskit::Role;
use egui::{Align2, Rangef, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::Scene;
use super::rows::cell_id;
use super::words::{CellWords, Room, Words, said};
use crate::gui::shown_claims::leading_pair;
use crate::gui::state::{Region, View};
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls;
use crate::gui::widgets::dashes;
use crate::gui::{Command, Commands, Mark};
use crate::model::{ClaimId, SourceId};

/// Shows the cell of a claim and a source.
pub(super) fn cell_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    at: (ClaimId, SourceId),
    rect: Rect,
    words: &mut Words,
    room: Room,
    commands: &mut Commands,
) {
    let (claim, source) = at;
    let response = ui.interact(rect, cell_id(claim, source), Sense::click() - Sense::FOCUSABLE);
    let shown = words.cell(ui, scene.state, scene.comparison, at, room);
    let selected = scene.column == Some(source) && scene.state.claim() == Some(claim);
    response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, label(scene, at, shown.as_ref())));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(source.0 as usize + 1);
        node.set_selected(selected);
    });
    if response.clicked() {
        commands.send(Command::SelectCell(claim, Some(source)));
        commands.send(Command::FocusRegion(Region::Left));
    }
    if response.double_clicked() {
        commands.send(Command::ShowView(View::Pair));
    }
    let inner = rect.shrink2(Vec2::splat(theme::CELL_GAP)).translate(vec2(0.0, -theme::HAIRLINE / 2.0));
    match &shown {
        Some(words) => speaking(ui, inner, words),
        None => silent(ui, inner),
    }
    frame(ui, inner, shown.as_ref().map(|words| words.mark), selected, response.hovered());
    if let Some(words) = shown {
        tooltip(response, scene, at, &words);
    }
}

fn speaking(ui: &Ui, rect: Rect, words: &CellWords) {
    let theme = Theme::of(ui);
    let tone = theme.tone(words.mark);
    let painter = ui.painter();
    if words.mark != Mark::OnlyHere {
        painter.rect_filled(rect, theme::RADIUS, tone.tint);
    }
    // The glyph stands before the first line; below it, before the second, whatever else is to be said.
    let top = rect.min + vec2(theme::CELL_PADDING, theme::CELL_PADDING).round();
    let line = |line: f32| {
        let center = top + vec2(theme::CELL_GLYPH / 2.0, theme::CELL_LINE * (line + 0.5));
        Rect::from_center_size(center, Vec2::splat(theme::CELL_GLYPH))
    };
    words.mark.paint(painter, line(0.0), tone.text);
    if words.disputes_itself {
        let tone = theme.contradiction;
        painter.rect_filled(line(1.0).expand(theme::HAIRLINE), theme::SMALL_RADIUS, tone.text);
        Mark::Contradiction.paint(painter, line(1.0).shrink(theme::HAIRLINE), theme.paper);
    } else if words.count > 1 {
        painter.text(line(1.0).center(), Align2::CENTER_CENTER, words.count, font::small_strong(), tone.text);
    }
    let text = top + vec2(theme::CELL_GLYPH + theme::UNIT, 0.0);
    painter.galley(text, words.galley.clone(), theme.ink);
}

fn silent(ui: &Ui, rect: Rect) {
    let theme = Theme::of(ui);
    let dash = Rangef::new(rect.center().x - theme::UNIT, rect.center().x + theme::UNIT);
    ui.painter().hline(dash, rect.center().y.round(), Stroke::new(theme::HAIRLINE, theme.quiet));
}

fn frame(ui: &Ui, rect: Rect, mark: Option<Mark>, selected: bool, hovered: bool) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let edge = mark.map_or(theme.quiet, |mark| theme.tone(mark).full);
    if selected {
        painter.rect_stroke(rect, theme::RADIUS, theme.selection_stroke(), StrokeKind::Inside);
    } else if mark == Some(Mark::Possible) {
        let line = rect.shrink(theme::HAIRLINE / 2.0);
        let corners = [line.left_top(), line.right_top(), line.right_bottom(), line.left_bottom(), line.left_top()];
        let width = if hovered { theme::FRAME_LINE } else { theme::HAIRLINE };
        dashes(painter, &corners, Stroke::new(width, edge));
    } else if hovered {
        painter.rect_stroke(rect, theme::RADIUS, Stroke::new(theme::HAIRLINE, edge), StrokeKind::Inside);
    }
}

/// What a screen reader says of a cell.
fn label(scene: &Scene<'_>, (claim, source): (ClaimId, SourceId), shown: Option<&CellWords>) -> String {
    let letter = scene.state.letter(source);
    let Some(words) = shown else {
        let judged = scene.comparison.source(source).document.is_english();
        return format!("{letter}: {}", if judged { "silent" } else { "not in English, not judged" });
    };
    let first = || scene.state.claims().cell(claim, source).and_then(|cell| cell.statements.first().copied());
    let at = said(scene.state, scene.comparison, claim, source).map(|(at, _)| at).or_else(first);
    let text = at.map_or("", |at| scene.comparison.text(at)).replace(['\n', '\r', '\t'], " ");
    let more = if words.count > 1 { format!(", {} statements", words.count) } else { String::new() };
    let itself = if words.disputes_itself { ", contradicts itself" } else { "" };
    format!("{letter}, {}{more}{itself}: {text}", words.mark.name())
}

fn tooltip(response: Response, scene: &Scene<'_>, (claim, source): (ClaimId, SourceId), shown: &CellWords) {
    response.on_hover_ui(|ui| {
        let theme = Theme::of(ui);
        let Some(cell) = scene.state.claims().cell(claim, source) else { return };
        let tone = theme.tone(shown.mark);
        let head = format!("{} · {}", scene.state.letter(source), shown.mark.name());
        ui.label(controls::words(head, font::body_strong(), tone.text));
        for &at in &cell.statements {
            ui.label(controls::words(scene.comparison.text(at), font::quotation(), theme.ink));
        }
        let leading = leading_pair(scene.comparison, scene.state.review(), claim, Some(source));
        let leading = leading.map(|index| &scene.comparison.pairs[index]).filter(|_| shown.mark != Mark::OnlyHere);
        if let Some((pair, reason)) = leading.and_then(|pair| Some((pair, pair.verdict.reasons.first()?))) {
            ui.label(controls::words(scene.comparison.because(pair, reason), font::small(), theme.quiet));
        }
        if shown.disputes_itself {
            let text = "Two statements of this source contradict each other.";
            ui.label(controls::words(text, font::small(), theme.contradiction.text));
        }
    });
}
