//! Lines that say something by how they are drawn: dashes for what is possible, hatches for what only one source says.

use egui::emath::GuiRounding;
use egui::epaint::Mesh;
use egui::{Painter, Pos2, Rangef, Rect, Shape, Stroke, pos2};

use crate::gui::theme::{self, Theme};

/// Dashes along level and upright lines, as one mesh: a shape for each dash would cost more than all the text in view.
pub fn dashes(painter: &Painter, points: &[Pos2], stroke: Stroke) {
    let mut mesh = Mesh::default();
    for ends in points.windows(2) {
        let length = ends[0].distance(ends[1]);
        let way = (ends[1] - ends[0]) / length.max(f32::EPSILON);
        let mut at = 0.0;
        while at < length {
            let dash = [ends[0] + at * way, ends[0] + (at + theme::DASH).min(length) * way];
            let rect = Rect::from_two_pos(dash[0], dash[1]).expand2(way.rot90().abs() * stroke.width / 2.0);
            mesh.add_colored_rect(rect.round_to_pixels(painter.pixels_per_point()), stroke.color);
            at += theme::DASH + theme::DASH_GAP;
        }
    }
    painter.add(mesh);
}

/// Hatches an area, for what only one source says.
pub fn hatch(painter: &Painter, theme: &Theme, x: Rangef, y: Rangef) {
    let stroke = Stroke::new(theme::HAIRLINE, theme.only_here.full);
    // From the top of the stretch on, so that the pattern scrolls with the text. Lines are cut at the ends here: a clip
    // rectangle for each stretch would break up what is drawn at once.
    let steps = ((y.span() + x.span()) / theme::HATCH_STEP).floor() as usize;
    painter.extend((1..=steps).map(|step| {
        let start = y.min + step as f32 * theme::HATCH_STEP;
        let point = |along: f32| pos2(x.min + along, start - along);
        let (from, to) = ((start - y.max).max(0.0), (start - y.min).min(x.span()));
        Shape::line_segment([point(from), point(to)], stroke)
    }));
}
