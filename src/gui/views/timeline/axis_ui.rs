//! The axis above the lanes: ticks and what they are of, lines down the lanes, and what is folded.

use egui::{Color32, FontId, Painter, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::scene::Frame;
use super::ticks::{Tick, Ticks, ticks, years};
use crate::gui::shown_timeline::{Axis, Piece, PieceKind};
use crate::gui::theme::{self, Theme, font};

/// Paints the axis, and its lines through the lanes as far down as `bottom`.
pub(super) fn axis_ui(ui: &Ui, frame: &Frame, axis: &Axis, bottom: f32) {
    let theme = Theme::of(ui);
    let head = ui.painter_at(frame.axis);
    head.rect_filled(frame.axis, 0.0, theme.panel);
    let body = Rect::from_min_max(frame.lanes.min, pos2(frame.lanes.right(), bottom));
    let lanes = ui.painter_at(body);
    let mut names = Names { painter: &head, fine: f32::MIN, coarse: f32::MIN };
    for piece in axis.pieces() {
        let [from, to] = piece.at.map(|at| frame.x((at * frame.points) as f32));
        if to < frame.axis.left() || from > frame.axis.right() || from >= to {
            continue;
        }
        match piece.kind {
            PieceKind::Gap => gap(&head, &lanes, theme, frame, [from, to]),
            kind => {
                if kind == PieceKind::Sparse {
                    let rect = Rect::from_x_y_ranges(from..=to, body.y_range());
                    lanes.rect_filled(rect, 0.0, theme.panel.gamma_multiply(SPARSE));
                }
                piece_ui(&lanes, &mut names, theme, frame, piece, [from, to]);
            }
        }
    }
    head.hline(frame.axis.x_range(), frame.axis.bottom() - theme::HAIRLINE / 2.0, theme.line_stroke());
}

/// How much of the ground of bars lies on years at another scale.
const SPARSE: f32 = 0.6;

/// Writes names that do not run into each other.
struct Names<'a> {
    painter: &'a Painter,
    fine: f32,
    coarse: f32,
}

impl Names<'_> {
    /// Width of a name.
    fn width(&self, text: &str, font: &FontId) -> f32 {
        self.painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x
    }

    fn fine(&mut self, x: f32, y: f32, text: &str, color: Color32) {
        if x >= self.fine {
            let rect = self.painter.text(pos2(x, y), egui::Align2::LEFT_CENTER, text, font::small(), color);
            self.fine = rect.right() + theme::UNIT;
        }
    }

    fn coarse(&mut self, x: f32, y: f32, text: &str, color: Color32) {
        if x >= self.coarse {
            let rect = self.painter.text(pos2(x, y), egui::Align2::LEFT_CENTER, text, font::small_strong(), color);
            self.coarse = rect.right() + theme::EDGE;
        }
    }
}

fn piece_ui(lanes: &Painter, names: &mut Names<'_>, theme: &Theme, frame: &Frame, piece: &Piece, [from, to]: [f32; 2]) {
    let slope = (piece.at[1] - piece.at[0]) / (piece.days[1] - piece.days[0]) * frame.points;
    let start = f64::from(frame.x((piece.at[0] * frame.points) as f32));
    let x = |day: f64| (start + (day - piece.days[0]) * slope) as f32;
    let day = |x: f32| piece.days[0] + (f64::from(x) - start) / slope;
    let seen = [from.max(frame.axis.left()), to.min(frame.axis.right())];
    let mut found = ticks(day(seen[0]), day(seen[1]), f64::from(theme::TICK_DISTANCE) / slope);
    if piece.kind == PieceKind::Sparse && found.fine.len() < 2 && seen == [from, to] {
        // Too narrow for ticks: the years themselves.
        let mut tick = years(piece.days);
        if let (Some((first, _)), true) =
            (tick.name.split_once('–'), names.width(&tick.name, &font::small()) > to - from)
        {
            tick.name = first.to_owned();
        }
        found = Ticks { fine: vec![tick], coarse: Vec::new() };
    }
    let [upper, lower] = frame.axis_lines();
    let room = |i: usize, all: &[Tick]| all.get(i + 1).map_or(seen[1], |next| x(next.day).min(seen[1]));
    for (i, tick) in found.fine.iter().enumerate() {
        let at = x(tick.day);
        lanes.vline(at, lanes.clip_rect().y_range(), theme.line_stroke());
        names.painter.vline(at, lower - theme::EDGE..=frame.axis.bottom(), theme.line_stroke());
        let room = room(i, &found.fine) - at - names.width(&tick.name, &font::small());
        if room >= 0.0 {
            names.fine(at + theme::UNIT.min(room / 2.0), lower, &tick.name, theme.quiet);
        } else if piece.kind == PieceKind::Sparse && found.fine.len() == 1 {
            // Lone years may write into the gaps beside them.
            names.fine(
                f32::midpoint(from, to) - names.width(&tick.name, &font::small()) / 2.0,
                lower,
                &tick.name,
                theme.quiet,
            );
        }
    }
    for (i, tick) in found.coarse.iter().enumerate() {
        let at = x(tick.day).max(seen[0]) + theme::UNIT;
        let most = room(i, &found.coarse) - at - theme::EDGE;
        let year = tick.name.rsplit(' ').next().unwrap_or_default();
        let short = tick.name.get(..3).filter(|_| tick.name.contains(' ')).map(|month| format!("{month} {year}"));
        let options = [tick.name.clone(), short.unwrap_or_default(), year.to_owned()];
        if let Some(name) = options.iter().find(|n| !n.is_empty() && names.width(n, &font::small_strong()) <= most) {
            names.coarse(at, upper, name, theme.ink);
        }
    }
}

/// Two slanted strokes: the axis is broken here, and nothing is left out of the lanes.
fn gap(head: &Painter, lanes: &Painter, theme: &Theme, frame: &Frame, [from, to]: [f32; 2]) {
    let rect = Rect::from_x_y_ranges(from..=to, lanes.clip_rect().y_range());
    lanes.rect_filled(rect, 0.0, theme.panel);
    for x in [from, to] {
        let ends = [pos2(x, rect.top()), pos2(x, rect.bottom())];
        lanes.extend(Shape::dashed_line(&ends, theme.line_stroke(), theme::DASH, theme::DASH_GAP));
    }
    let middle = pos2(f32::midpoint(from, to), frame.axis.bottom() - theme::UNIT - theme::HAIRLINE);
    let stroke = Stroke::new(theme::FRAME_LINE, theme.quiet);
    for shift in [-theme::UNIT / 2.0, theme::UNIT / 2.0 + theme::HAIRLINE] {
        let slant = vec2(theme::UNIT / 2.0, -theme::UNIT);
        let at = middle + vec2(shift, 0.0);
        head.line_segment([at - slant, at + slant], stroke);
    }
}
