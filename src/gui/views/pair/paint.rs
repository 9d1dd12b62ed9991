//! Painting the marks of an article: tints behind words, lines under the words that decide, glyphs and hatches beside
//! them. Text is painted afterwards, by the widget that lets it be selected.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::lines::outlines;
use crate::gui::Mark;
use crate::gui::theme::{self, Theme, Tone};
use crate::gui::widgets::dashes;

/// How much a statement stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Emphasis {
    /// As any other.
    None,
    /// It, or its counterpart, is under the pointer.
    Hovered,
    /// It has the keyboard.
    Focused,
    /// It is selected, or its counterpart is.
    Selected,
}

/// Paints the tint behind the words of a statement.
pub(super) fn tint(painter: &Painter, theme: &Theme, lines: &[Rect], mark: Mark) {
    if mark == Mark::OnlyHere {
        return;
    }
    let tone = theme.tone(mark);
    for line in lines {
        let tint = line.expand2(vec2(theme::HAIRLINE, -theme::HAIRLINE));
        painter.rect_filled(tint, theme::RADIUS, tone.tint);
    }
}

/// Draws the line around a statement: dashed for a possible contradiction, else if it stands out.
pub(super) fn frame(painter: &Painter, theme: &Theme, lines: &[Rect], mark: Option<Mark>, emphasis: Emphasis) {
    let edge = mark.map_or(theme.quiet, |mark| theme.tone(mark).full);
    let possible = mark == Some(Mark::Possible);
    match emphasis {
        Emphasis::None if possible => outline(painter, lines, Stroke::new(theme::HAIRLINE, edge), true),
        Emphasis::None => {}
        Emphasis::Hovered => outline(painter, lines, Stroke::new(theme::FRAME_LINE, edge), possible),
        Emphasis::Focused => outline(painter, lines, Stroke::new(theme::HAIRLINE, theme.ink), false),
        Emphasis::Selected => outline(painter, lines, theme.selection_stroke(), false),
    }
}

fn outline(painter: &Painter, lines: &[Rect], stroke: Stroke, dashed: bool) {
    for mut points in outlines(lines, stroke.width) {
        if dashed {
            points.extend(points.first().copied());
            dashes(painter, &points, stroke);
        } else {
            painter.add(Shape::closed_line(points, stroke));
        }
    }
}

/// Draws the line under the words that decide a verdict: dashed where the verdict is possible only, thin where there is no
/// difference and nothing else makes the statement stand out.
pub(super) fn deciding_words(painter: &Painter, theme: &Theme, lines: &[Rect], mark: Mark, emphasis: Emphasis) {
    let strong = mark.is_difference() || emphasis > Emphasis::None;
    let stroke = Stroke::new(if strong { theme::STRONG_LINE } else { theme::HAIRLINE }, theme.tone(mark).full);
    for line in lines {
        let y = line.bottom() - theme::UNDERLINE_RISE;
        let points = [pos2(line.left(), y), pos2(line.right(), y)];
        if mark == Mark::Possible {
            dashes(painter, &points, stroke);
        } else {
            painter.line_segment(points, stroke);
        }
    }
}

/// The glyph of a mark on a badge; on a selected one the colours change places.
pub(super) fn badge(painter: &Painter, theme: &Theme, rect: Rect, mark: Mark, emphasis: Emphasis) {
    let Tone { tint, text, .. } = theme.tone(mark);
    let (ground, glyph) = if emphasis == Emphasis::Selected { (text, theme.paper) } else { (tint, text) };
    painter.rect_filled(rect, theme::RADIUS, ground);
    mark.paint(painter, rect.shrink(theme::GLYPH_BADGE_PADDING), glyph);
}

/// A bullet before a list item whose text brings none.
pub(super) fn bullet(painter: &Painter, color: Color32, line: Pos2) {
    painter.circle_filled(line, theme::BULLET_RADIUS, color);
}
