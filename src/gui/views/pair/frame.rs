//! Where the parts of the pair view stand.

use egui::{Rangef, Rect};

use crate::gui::theme;

/// One pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PaneFrame {
    /// Title and origin of the source.
    pub(super) header: Rect,
    /// What scrolls.
    pub(super) body: Rect,
    /// Where in it lines of text may stand.
    pub(super) column: Rangef,
    /// Where the glyphs of the marks stand: beside the column, towards the other pane.
    pub(super) glyphs: Rangef,
    /// Where the hatch of what is only here stands: beside the column, on the other side.
    pub(super) hatch: Rangef,
}

/// The whole view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    /// The panes: left, right. Of a narrow view one is empty.
    pub(super) panes: [PaneFrame; 2],
    /// The overview strip.
    pub(super) overview: Rect,
    /// Which pane is there alone, if there is no room for two.
    pub(super) alone: Option<usize>,
}

impl Frame {
    /// Divides a rectangle; `alone` is the pane that is shown if only one is.
    pub(super) fn new(rect: Rect, alone: Option<usize>) -> Self {
        let strip = theme::OVERVIEW_WIDTH + 2.0 * theme::RIBBON_GAP;
        let overview = |x: f32| {
            let y = rect.y_range().shrink(theme::EDGE);
            Rect::from_x_y_ranges(x..=x + theme::OVERVIEW_WIDTH, y)
        };
        match alone {
            Some(side) => {
                let body = rect.with_max_x(rect.right() - theme::OVERVIEW_WIDTH - theme::EDGE);
                let nothing = Rect::from_min_size(rect.right_top(), egui::Vec2::ZERO);
                let mut panes = [PaneFrame::new(nothing, 0); 2];
                panes[side] = PaneFrame::new(body, side);
                Self { panes, overview: overview(body.right()), alone }
            }
            None => {
                let width = ((rect.width() - strip) / 2.0).floor().max(0.0);
                let left = rect.with_max_x(rect.left() + width);
                let right = rect.with_min_x(rect.right() - width);
                let panes = [PaneFrame::new(left, 0), PaneFrame::new(right, 1)];
                let middle = (left.right() + right.left() - theme::OVERVIEW_WIDTH) / 2.0;
                Self { panes, overview: overview(middle.round()), alone }
            }
        }
    }

    /// Where ribbons run: from the left pane's glyphs to the right pane's.
    pub(super) fn ribbons(&self) -> Rect {
        let [left, right] = &self.panes;
        Rect::from_x_y_ranges(left.glyphs.max..=right.glyphs.min, left.body.y_range())
    }
}

impl PaneFrame {
    /// Where the head's words stand: in line with the text.
    pub(super) fn title(&self) -> Rangef {
        Rangef::new(self.column.min, self.column.max.max(self.body.right() - theme::EDGE).min(self.body.right()))
    }

    fn new(rect: Rect, side: usize) -> Self {
        let (header, body) = rect.split_top_bottom_at_y(rect.top() + theme::HEADER_HEIGHT);
        let (outer, inner) = (theme::HATCH_MARGIN, theme::GLYPH_MARGIN);
        let width = (rect.width() - outer - inner).clamp(0.0, theme::READING_MEASURE).floor();
        let before = if side == 0 { outer } else { inner };
        let left = (rect.left() + (rect.width() - width - outer - inner).max(0.0) / 2.0 + before).round();
        let column = Rangef::new(left, left + width);
        let gap = theme::EDGE;
        let after = Rangef::new(column.max + gap, column.max + gap + theme::GLYPH_BADGE);
        let ahead = Rangef::new(column.min - gap - theme::GLYPH_BADGE, column.min - gap);
        let (glyphs, hatch) = if side == 0 {
            (after, Rangef::new(column.min - gap - theme::HATCH_WIDTH, column.min - gap))
        } else {
            (ahead, Rangef::new(column.max + gap, column.max + gap + theme::HATCH_WIDTH))
        };
        Self { header, body, column, glyphs, hatch }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(width: f32) -> Frame {
        Frame::new(Rect::from_min_size(egui::pos2(200.0, 40.0), egui::vec2(width, 700.0)), None)
    }

    #[test]
    fn panes_are_alike_and_leave_room_between() {
        for width in [700.0, 1280.0, 1920.0] {
            let frame = view(width);
            let [left, right] = frame.panes;
            assert_eq!(left.body.width(), right.body.width());
            assert_eq!(left.column.span(), right.column.span());
            assert!(left.body.right() < frame.overview.left() && frame.overview.right() < right.body.left());
            assert!(left.column.span() <= theme::READING_MEASURE);
            for pane in [left, right] {
                let inside = [pane.column, pane.glyphs, pane.hatch];
                assert!(inside.iter().all(|x| pane.body.left() <= x.min && x.max <= pane.body.right()));
            }
        }
    }

    #[test]
    fn a_window_too_small_for_anything_does_not_panic() {
        for width in [0.0, 30.0, 90.0] {
            let frame = view(width);
            assert!(frame.panes.iter().all(|pane| pane.column.span() >= 0.0 && pane.body.width() >= 0.0));
            let rect = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, 10.0));
            assert!(Frame::new(rect, Some(1)).panes[1].column.span() >= 0.0);
        }
    }
}
