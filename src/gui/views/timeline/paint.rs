//! Painting events. What an event is shows by its shape: a day is a dot, a stretch of days a bar with crisp ends, a month
//! or a year a bar with soft ones, an open end an arrow. What rests on an assumed date is hollow. Colour is kept for
//! conflicts, which have their glyph, too.

use egui::epaint::Mesh;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::gui::Mark;
use crate::gui::shown_timeline::Item;
use crate::gui::theme::{self, Theme};
use crate::model::TimePrecision;

/// Paints the mark of an item. `rect` is as high as a mark.
pub(super) fn mark(painter: &Painter, theme: &Theme, item: &Item, rect: Rect) {
    let color = theme.event(item.mark);
    let y = rect.center().y;
    if item.open[0] {
        arrow(painter, [pos2(rect.left(), y), pos2(rect.left() - theme::OPEN_STUB, y)], color);
    }
    if item.open[1] {
        arrow(painter, [pos2(rect.right(), y), pos2(rect.right() + theme::OPEN_STUB, y)], color);
    }
    let short = rect.width() <= theme::EVENT_MARK + theme::HAIRLINE;
    match item.precision {
        TimePrecision::Day if short && item.assumed => {
            let radius = (theme::EVENT_MARK - theme::FRAME_LINE) / 2.0;
            painter.circle(rect.center(), radius, theme.paper, Stroke::new(theme::FRAME_LINE, color));
        }
        TimePrecision::Day if short => {
            painter.circle_filled(rect.center(), theme::EVENT_MARK / 2.0, color);
        }
        _ if rect.width() < 2.0 * theme::EVENT_MARK => {
            let fill = if item.assumed { theme.paper } else { theme.event_fill(item.mark) };
            painter.rect(rect, theme::RADIUS, fill, Stroke::new(theme::FRAME_LINE, color), StrokeKind::Inside);
        }
        TimePrecision::Day => {
            let fill = if item.assumed { theme.paper } else { theme.event_fill(item.mark) };
            painter.rect(rect, theme::SMALL_RADIUS, fill, Stroke::new(theme::HAIRLINE, color), StrokeKind::Inside);
        }
        _ => soft(painter, theme, item, rect),
    }
}

/// A bar whose ends fade, because it is not known when in them it was.
fn soft(painter: &Painter, theme: &Theme, item: &Item, rect: Rect) {
    const SHARE: f32 = 0.3;
    let (full, clear) = (theme.event_fill(item.mark), Color32::TRANSPARENT);
    let fade = (rect.width() * SHARE).min(theme::SOFT_END);
    let xs = [rect.left(), rect.left() + fade, rect.right() - fade, rect.right()];
    let colors = if item.assumed { [clear; 4] } else { [clear, full, full, clear] };
    painter.add(strip(xs, colors, [rect.top(), rect.bottom()]));
    // A thin core keeps the extent to be seen where the fill is faint.
    let color = theme.event(item.mark);
    for y in [rect.top(), rect.bottom() - theme::HAIRLINE] {
        painter.add(strip(xs, [clear, color, color, clear], [y, y + theme::HAIRLINE]));
    }
}

/// A strip of four colours along x.
fn strip(xs: [f32; 4], colors: [Color32; 4], y: [f32; 2]) -> Shape {
    let mut mesh = Mesh::default();
    for (x, color) in xs.into_iter().zip(colors) {
        mesh.colored_vertex(pos2(x, y[0]), color);
        mesh.colored_vertex(pos2(x, y[1]), color);
    }
    for i in 0..3 {
        mesh.add_triangle(2 * i, 2 * i + 1, 2 * i + 2);
        mesh.add_triangle(2 * i + 1, 2 * i + 2, 2 * i + 3);
    }
    Shape::mesh(mesh)
}

/// A line with a head at its end.
fn arrow(painter: &Painter, [from, to]: [Pos2; 2], color: Color32) {
    let stroke = Stroke::new(theme::FRAME_LINE, color);
    let back = (from - to).normalized() * theme::UNIT;
    painter.line_segment([from, to], stroke);
    for side in [back.rot90(), -back.rot90()] {
        painter.line_segment([to, to + back + side], stroke);
    }
}

/// A triangle that points along x.
pub(super) fn triangle(painter: &Painter, tip: Pos2, back: f32, color: Color32) {
    let points = vec![tip, tip + vec2(back, back.abs()), tip + vec2(back, -back.abs())];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// A line along corners: dashed for what is only possible.
pub(super) fn join(painter: &Painter, theme: &Theme, corners: &[Pos2], mark: Mark, strong: bool) {
    let width = if strong { theme::STRONG_LINE + theme::HAIRLINE / 2.0 } else { theme::FRAME_LINE };
    let stroke = Stroke::new(width, theme.tone(mark).full);
    if mark == Mark::Possible {
        painter.extend(Shape::dashed_line(corners, stroke, theme::DASH, theme::DASH_GAP));
    } else {
        painter.add(Shape::line(corners.to_vec(), stroke));
    }
}

/// The glyph of a mark on a badge; of what is selected the colours change places.
pub(super) fn badge(painter: &Painter, theme: &Theme, centre: Pos2, mark: Mark, strong: bool) {
    let tone = theme.tone(mark);
    let rect = Rect::from_center_size(centre, egui::Vec2::splat(theme::GLYPH_BADGE));
    let (ground, glyph) = if strong { (tone.text, theme.paper) } else { (tone.tint, tone.text) };
    painter.rect(rect, theme::RADIUS, ground, Stroke::new(theme::HAIRLINE, tone.full), StrokeKind::Inside);
    mark.paint(painter, rect.shrink(theme::GLYPH_BADGE_PADDING), glyph);
}
