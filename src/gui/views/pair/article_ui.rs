//! An article on the screen: paints what is in view, tells a screen reader what it is, and takes the pointer.

use egui::accesskit::Role;
use egui::text_selection::LabelSelectionState;
use egui::{CursorIcon, Event, Id, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::article::{Article, VisibleRow};
use super::frame::PaneFrame;
use super::menu;
use super::paint::{self, Emphasis};
use super::scene::Scene;
use crate::gui::state::Region;
use crate::gui::theme::{self, Theme};
use crate::gui::widgets::hatch;
use crate::gui::{Command, Commands, Mark};
use crate::model::{BlockKind, StatementId};

/// The part of the window that a pane is.
pub(super) const REGIONS: [Region; 2] = [Region::Left, Region::Right];

/// What the reader did with the pointer in a pane.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Touched {
    /// Where the reader scrolled to.
    pub(super) scrolled: Option<f64>,
    /// The pair under the pointer: its index in the comparison.
    pub(super) hovered: Option<usize>,
    /// The statement that the keyboard came to.
    pub(super) focused: Option<StatementId>,
}

/// A glyph beside a statement.
struct Badge {
    rect: Rect,
    statement: StatementId,
}

/// Shows an article in its pane.
pub(super) fn article_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: usize,
    frame: &PaneFrame,
    article: &mut Article,
    commands: &mut Commands,
) -> Touched {
    let offset = article.scroll.offset() as f32;
    let content = vec2(frame.body.width(), article.content() as f32);
    let builder = UiBuilder::new().id_salt(("article", side)).max_rect(frame.body).accessibility_role(Role::List);
    let mut ui = ui.new_child(builder);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_label(format!("Source {}", scene.state.letter(scene.shown.sources[side])));
        node.set_size_of_set(scene.source(side).statements.len());
    });
    // Heights are corrected while one scrolls, so the end of the content moves: a spring at its old place would pull back.
    ui.spacing_mut().scroll.kinetic.rubber_band = false;
    // Asked before the scroll area uses it up.
    let by_hand = ui.input(|input| {
        let asked = |event: &Event| matches!(event, Event::AccessKitActionRequest(_));
        input.smooth_scroll_delta().y != 0.0 || input.pointer.any_down() || input.events.iter().any(asked)
    });
    let area = ScrollArea::vertical().id_salt(side).auto_shrink(false).vertical_scroll_offset(offset);
    let output = area.show_viewport(&mut ui, |ui, _| {
        ui.set_min_size(content);
        rows_ui(ui, scene, side, frame, article, commands)
    });
    let now = output.state.clamped_offset().y;
    let scrolled = (by_hand && now != offset).then_some(f64::from(now));
    Touched { scrolled, ..output.inner }
}

/// Shows the rows that are in view.
fn rows_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    side: usize,
    frame: &PaneFrame,
    article: &Article,
    commands: &mut Commands,
) -> Touched {
    let theme = Theme::of(ui);
    let badges = badges(scene, side, frame, article);
    let mut touched = Touched::default();
    let mut framed = Vec::new();
    for row in &article.visible {
        let focused = statements_ui(ui, scene, side, row, commands, &mut touched);
        for (statement, lines) in &row.statements {
            let mark = scene.mark(side, *statement);
            statement_marks(ui, scene, side, frame, row, (*statement, lines));
            let keyboard = if focused == Some(*statement) { Emphasis::Focused } else { Emphasis::None };
            framed.push((scene.emphasis(side, *statement).max(keyboard), mark, lines));
        }
        list_bullet(ui, frame, article, row);
        let response = row_ui(ui, side, frame, row);
        let under = |pos| {
            let badge = badges.iter().find(|badge| badge.rect.contains(pos)).map(|badge| badge.statement);
            badge.or_else(|| row.statement_at(scene.source(side), pos))
        };
        if let Some(pair) = response.hover_pos().and_then(under).and_then(|s| scene.pair(side, s)) {
            touched.hovered = Some(pair.index);
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }
        if is_single_click(&response) {
            let statement = response.interact_pointer_pos().and_then(under);
            pick(scene, side, statement, commands);
        }
        menu::row_menu(&response, scene, side, row, under);
    }
    // Frames come last, the strongest on top: a tint never covers its neighbour's frame.
    framed.sort_by_key(|(emphasis, ..)| *emphasis);
    for (emphasis, mark, lines) in framed {
        paint::frame(ui.painter(), theme, lines, mark, emphasis);
    }
    for badge in &badges {
        if let Some(mark) = scene.mark(side, badge.statement) {
            paint::badge(ui.painter(), theme, badge.rect, mark, scene.emphasis(side, badge.statement));
        }
    }
    touched
}

/// Paints tint, lines under deciding words, and hatch of a statement in a row.
fn statement_marks(
    ui: &Ui,
    scene: &Scene<'_>,
    side: usize,
    frame: &PaneFrame,
    row: &VisibleRow,
    (statement, lines): (StatementId, &[Rect]),
) {
    let theme = Theme::of(ui);
    let Some(mark) = scene.mark(side, statement) else { return };
    paint::tint(ui.painter(), theme, lines, mark);
    if let Some(pair) = scene.pair(side, statement) {
        let emphasis = scene.emphasis(side, statement);
        for span in scene.deciding_words(side, pair) {
            paint::deciding_words(ui.painter(), theme, &row.lines(span), pair.mark, emphasis);
        }
    }
    if let (Mark::OnlyHere, Some(first), Some(last)) = (mark, lines.first(), lines.last()) {
        let y = first.top() + theme::HAIRLINE..=last.bottom() - theme::HAIRLINE;
        hatch(ui.painter(), theme, frame.hatch, y.into());
    }
}

/// Tells what statements there are, without taking the pointer: the row does, because a sentence is no rectangle.
/// Returns the one that has the keyboard.
fn statements_ui(
    ui: &Ui,
    scene: &Scene<'_>,
    side: usize,
    row: &VisibleRow,
    commands: &mut Commands,
    touched: &mut Touched,
) -> Option<StatementId> {
    let mut focused = None;
    for (statement, lines) in &row.statements {
        let Some(rect) = lines.iter().copied().reduce(Rect::union) else { continue };
        let sense = if scene.mark(side, *statement).is_some() { Sense::click() } else { Sense::hover() };
        let id = Id::unique(("statement", side, row.index, statement.0));
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, scene.label(side, *statement)));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_position_in_set(statement.0 as usize);
            node.set_selected(scene.selected[side] == Some(*statement));
        });
        if response.gained_focus() {
            touched.focused = Some(*statement);
        }
        if response.has_focus() {
            focused = Some(*statement);
        }
        if response.clicked() {
            pick(scene, side, Some(*statement), commands);
        }
    }
    focused
}

/// Shows the text of a row, which can be selected and copied; takes the pointer for the row and the margin beside it.
fn row_ui(ui: &Ui, side: usize, frame: &PaneFrame, row: &VisibleRow) -> Response {
    let text = row.rect();
    let x = frame.glyphs.min.min(frame.column.min)..=frame.glyphs.max.max(frame.column.max);
    let rect = Rect::from_x_y_ranges(x, text.y_range());
    let id = Id::unique(("row", side, row.index));
    let response = ui.interact(rect, id, Sense::click_and_drag() - Sense::FOCUSABLE);
    let ink = Theme::of(ui).ink;
    LabelSelectionState::label_text_selection(ui, &response, row.pos, row.galley.clone(), ink, Stroke::NONE);
    response
}

/// A second click within a moment selects a word, as everywhere; it does not go on to the next pair.
fn is_single_click(response: &Response) -> bool {
    response.clicked() && !response.double_clicked() && !response.triple_clicked()
}

fn pick(scene: &Scene<'_>, side: usize, statement: Option<StatementId>, commands: &mut Commands) {
    commands.send(Command::FocusRegion(REGIONS[side]));
    let Some(statement) = statement else { return };
    commands.send(match scene.next_pair(side, statement) {
        Some(index) => Command::SelectPair(index),
        None => Command::SelectStatement(scene.at(side, statement)),
    });
}

/// A badge beside the first line of each statement with a pair; where two begin on one line, the second moves down.
fn badges(scene: &Scene<'_>, side: usize, frame: &PaneFrame, article: &Article) -> Vec<Badge> {
    let source = scene.source(side);
    let mut badges: Vec<Badge> = Vec::new();
    for row in &article.visible {
        for (statement, lines) in &row.statements {
            let begins_here = source.statements[statement.0 as usize].span.start >= row.span.start;
            let has_pair = scene.pair(side, *statement).is_some();
            let (true, true, Some(line)) = (begins_here, has_pair, lines.first()) else { continue };
            let least = badges.last().map_or(f32::MIN, |last| last.rect.bottom() + theme::HAIRLINE);
            let top = (line.center().y - theme::GLYPH_BADGE / 2.0).round().max(least);
            let rect = Rect::from_x_y_ranges(frame.glyphs, top..=top + theme::GLYPH_BADGE);
            badges.push(Badge { rect, statement: *statement });
        }
    }
    badges
}

/// List items whose text brings no bullet or number get a bullet.
fn list_bullet(ui: &Ui, frame: &PaneFrame, article: &Article, row: &VisibleRow) {
    let (kind, continued) = article.kind(row.index);
    let brings_one = row.galley.text().starts_with(|c: char| !c.is_alphabetic() && c != '“' && c != '"');
    if kind != BlockKind::ListItem || continued || brings_one {
        return;
    }
    if let Some(line) = row.galley.rows.first() {
        let at = pos2((frame.column.min + row.pos.x) / 2.0, row.pos.y + line.rect().center().y);
        paint::bullet(ui.painter(), Theme::of(ui).quiet, at);
    }
}
