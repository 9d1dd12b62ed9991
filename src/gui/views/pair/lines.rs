//! Where words stand: the lines that a stretch of a laid-out text covers, and the outline around them.

use egui::{Galley, Pos2, Rect, Vec2, pos2};

use crate::model::Span;

/// The part of each line of `galley` that a stretch of its text (in bytes) covers, from top to bottom, relative to the
/// galley. White space at the end of a line is not covered.
pub(super) fn lines(galley: &Galley, span: Span) -> Vec<Rect> {
    let text = galley.text();
    let first = text.get(..span.start).map_or(0, |before| before.chars().count());
    let count = span.of(text).chars().count();
    let (mut at, end) = (0, first + count);
    let mut out = Vec::new();
    for row in &galley.rows {
        let chars = row.glyphs.len();
        let from = first.saturating_sub(at).min(chars);
        let to = end.saturating_sub(at).min(chars);
        let glyphs = &row.glyphs[from..to];
        let words = glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace());
        if let (Some(last), Some(first)) = (words, glyphs.first()) {
            let x = (first.pos.x, glyphs[last].max_x());
            out.push(Rect::from_x_y_ranges(row.pos.x + x.0..=row.pos.x + x.1, row.rect().y_range()));
        }
        at += row.char_count_including_newline().0;
        if at >= end {
            break;
        }
    }
    out
}

/// Byte offset in the galley's text of the character under a position relative to the galley; `None` beside the words.
pub(super) fn byte_at(galley: &Galley, pos: Vec2) -> Option<usize> {
    let mut before = 0;
    for row in &galley.rows {
        let chars = row.char_count_including_newline().0;
        if row.rect().y_range().contains(pos.y) {
            let x = pos.x - row.pos.x;
            let column = row.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?;
            return galley.text().char_indices().nth(before + column).map(|(byte, _)| byte);
        }
        before += chars;
    }
    None
}

/// Closed outlines around lines, `pad` outside them: one where each line meets the next, else several.
pub(super) fn outlines(lines: &[Rect], pad: f32) -> Vec<Vec<Pos2>> {
    let mut out = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let joined = rest.windows(2).take_while(|w| w[0].x_range().intersects(w[1].x_range())).count();
        let (part, others) = rest.split_at(joined + 1);
        out.push(outline(part, pad));
        rest = others;
    }
    out
}

/// Down the right ends of the lines and up the left ones.
fn outline(lines: &[Rect], pad: f32) -> Vec<Pos2> {
    let edge = |i: usize| {
        let top = if i == 0 { lines[0].top() - pad } else { lines[i].top() };
        let bottom = if i + 1 == lines.len() { lines[i].bottom() + pad } else { lines[i + 1].top() };
        (top, bottom)
    };
    let mut points = Vec::with_capacity(4 * lines.len());
    for (i, line) in lines.iter().enumerate() {
        let (top, bottom) = edge(i);
        points.extend([pos2(line.right() + pad, top), pos2(line.right() + pad, bottom)]);
    }
    for (i, line) in lines.iter().enumerate().rev() {
        let (top, bottom) = edge(i);
        points.extend([pos2(line.left() - pad, bottom), pos2(line.left() - pad, top)]);
    }
    // A wider line above or below a narrower one takes the corner outwards.
    for i in 1..lines.len() {
        let (above, below) = (lines[i - 1], lines[i]);
        let right = if below.right() > above.right() { -pad } else { pad };
        points[2 * i - 1].y += right;
        points[2 * i].y += right;
        let left = if below.left() < above.left() { -pad } else { pad };
        let n = points.len();
        points[n - 2 * i].y += left;
        points[n - 2 * i - 1].y += left;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, FontId};

    /// Lays out in the fonts egui ships for tests, 100 points wide.
    fn with_galley(text: &str, check: impl Fn(&Galley)) {
        let ctx = egui::Context::default();
        crate::gui::fonts::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let galley = ui.fonts_mut(|f| f.layout(text.to_owned(), FontId::proportional(14.0), Color32::BLACK, 100.0));
            check(&galley);
        });
        output.textures_delta.clear();
    }

    #[test]
    fn a_stretch_over_a_line_break_covers_two_lines() {
        with_galley("Talks went on for hours until night fell.", |galley| {
            assert!(galley.rows.len() > 1);
            let all = lines(galley, Span::new(0, galley.text().len()));
            assert_eq!(all.len(), galley.rows.len());
            assert!(all.iter().all(|line| line.right() <= 100.0), "white space at a line's end is not covered");
            assert_eq!(lines(galley, Span::new(0, 5)).len(), 1);
            assert!(lines(galley, Span::new(3, 3)).is_empty());
        });
    }

    #[test]
    fn a_position_finds_the_byte_and_back() {
        with_galley("Über Öl sprach man länger als über anderes.", |galley| {
            let byte = galley.text().find("länger").unwrap();
            let line = lines(galley, Span::new(byte, byte + 1))[0];
            assert_eq!(byte_at(galley, line.center().to_vec2()), Some(byte));
            assert_eq!(byte_at(galley, Vec2::new(500.0, line.center().y)), None);
            assert_eq!(byte_at(galley, Vec2::new(5.0, 5000.0)), None);
        });
    }

    #[test]
    fn lines_that_do_not_meet_are_framed_apart() {
        let line = |x0, x1, y| Rect::from_min_max(pos2(x0, y), pos2(x1, y + 10.0));
        assert_eq!(outlines(&[line(50.0, 100.0, 0.0), line(0.0, 40.0, 10.0)], 1.0).len(), 2);
        let joined = outlines(&[line(50.0, 100.0, 0.0), line(0.0, 80.0, 10.0)], 0.0);
        assert_eq!(joined.len(), 1);
        let expected = [
            (100.0, 0.0),
            (100.0, 10.0),
            (80.0, 10.0),
            (80.0, 20.0),
            (0.0, 20.0),
            (0.0, 10.0),
            (50.0, 10.0),
            (50.0, 0.0),
        ];
        assert_eq!(joined[0], expected.map(|(x, y)| pos2(x, y)));
    }
}
