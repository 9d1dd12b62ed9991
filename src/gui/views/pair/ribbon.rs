//! Ribbons: bands that join two aligned statements across the strip between the panes.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Painter, Pos2, Rangef, Shape, Stroke};

use crate::gui::theme;

/// Number of steps of the curve. Sixteen leave no corner to be seen at the widths in use.
const STEPS: u32 = 16;

/// A band from a stretch of the left edge to a stretch of the right edge of the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ribbon {
    /// The strip, from left to right.
    pub(super) x: Rangef,
    /// Where it leaves on the left.
    pub(super) left: Rangef,
    /// Where it arrives on the right.
    pub(super) right: Rangef,
}

impl Ribbon {
    /// Upper and lower edge, from left to right: cubic curves that leave and arrive level.
    fn edges(&self) -> impl Iterator<Item = [Pos2; 2]> {
        let Self { x, left, right } = *self;
        (0..=STEPS).map(move |step| {
            let t = step as f32 / STEPS as f32;
            let s = t * t * (3.0 - 2.0 * t);
            let at = |from: f32, to: f32| Pos2::new(egui::lerp(x.min..=x.max, t), egui::lerp(from..=to, s));
            [at(left.min, right.min), at(left.max, right.max)]
        })
    }

    /// The filled band: one triangle strip (a polygon would have to be convex).
    fn fill(&self, color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for (i, pair) in self.edges().enumerate() {
            mesh.vertices.extend(pair.map(|pos| Vertex { pos, uv: WHITE_UV, color }));
            if let Some(previous) = (i as u32).checked_sub(1) {
                let at = 2 * previous;
                mesh.add_triangle(at, at + 1, at + 2);
                mesh.add_triangle(at + 1, at + 2, at + 3);
            }
        }
        mesh
    }

    /// Paints the band and, if the stroke is visible, its edges, dashed or not.
    pub(super) fn paint(&self, painter: &Painter, fill: Color32, edge: Stroke, dashed: bool) {
        painter.add(self.fill(fill));
        if edge.is_empty() {
            return;
        }
        let (upper, lower): (Vec<Pos2>, Vec<Pos2>) = self.edges().map(|[upper, lower]| (upper, lower)).unzip();
        for points in [upper, lower] {
            if dashed {
                painter.extend(Shape::dashed_line(&points, edge, theme::DASH, theme::DASH_GAP));
            } else {
                painter.line(points, edge);
            }
        }
    }
}

/// Where a ribbon leads: to a stretch of a pane if at least part of it is in view, else out of the view towards it.
pub(super) fn end_in_view(end: Rangef, view: Rangef) -> Rangef {
    let reach = theme::RIBBON_STUB;
    if end.max <= view.min {
        Rangef::new(view.min - reach, view.min - reach / 2.0)
    } else if end.min >= view.max {
        Rangef::new(view.max + reach / 2.0, view.max + reach)
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ribbon() -> Ribbon {
        let range = Rangef::new;
        Ribbon { x: range(10.0, 50.0), left: range(100.0, 120.0), right: range(300.0, 380.0) }
    }

    #[test]
    fn the_strip_starts_and_ends_at_the_statements() {
        let mesh = ribbon().fill(Color32::WHITE);
        assert!(mesh.is_valid());
        let at = |i: usize| mesh.vertices[i].pos;
        assert_eq!([at(0), at(1)], [Pos2::new(10.0, 100.0), Pos2::new(10.0, 120.0)]);
        let n = mesh.vertices.len();
        assert_eq!([at(n - 2), at(n - 1)], [Pos2::new(50.0, 300.0), Pos2::new(50.0, 380.0)]);
        assert_eq!(mesh.indices.len(), STEPS as usize * 6);
    }

    #[test]
    fn edges_never_turn_back() {
        let edges: Vec<_> = ribbon().edges().collect();
        assert!(edges.windows(2).all(|w| w[0][0].x < w[1][0].x && w[0][0].y <= w[1][0].y && w[1][0].y < w[1][1].y));
    }

    #[test]
    fn ends_out_of_view_become_stubs() {
        let view = Rangef::new(0.0, 100.0);
        let end = |min, max| end_in_view(Rangef::new(min, max), view);
        assert_eq!(end(-10.0, 10.0), Rangef::new(-10.0, 10.0), "what is partly seen is drawn where it is");
        assert!(end(-400.0, -300.0).max < 0.0 && end(-400.0, -300.0).min >= -theme::RIBBON_STUB);
        assert!(end(5000.0, 5010.0).min > 100.0 && end(5000.0, 5010.0).max <= 100.0 + theme::RIBBON_STUB);
    }
}
