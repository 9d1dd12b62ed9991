//! The overview strip between the panes: both articles end to end, every verdict a tick, the visible parts framed.
//!
//! Heights in the strip are shares of an article's text, not of its layout: they need no layout and never move.

use egui::emath::GuiRounding;
use egui::epaint::Mesh;
use egui::{Rangef, Rect, Sense, StrokeKind, Ui};

use crate::gui::theme::{self, Theme};
use crate::gui::{Mark, shown::Shown};
use crate::model::Comparison;

/// The weightiest mark at each point of height, for both articles; computed once for a comparison and a height.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ticks {
    bins: [Vec<Option<Mark>>; 2],
}

impl Ticks {
    /// Sums up what is shown in a strip `height` points high.
    pub(super) fn new(comparison: &Comparison, shown: &Shown, height: f32) -> Self {
        let count = height.max(0.0).floor() as usize;
        let bins = [0, 1].map(|side| {
            let source = comparison.source(shown.sources[side]);
            let mut bins: Vec<Option<Mark>> = vec![None; count];
            if count == 0 {
                return bins;
            }
            let length = source.document.text.len().max(1);
            for (statement, as_shown) in source.statements.iter().zip(&shown.statements[side]) {
                let Some(mark) = as_shown.mark else { continue };
                let bin = |byte: usize| ((byte as f64 / length as f64 * count as f64) as usize).min(count - 1);
                let (first, last) = (bin(statement.span.start), bin(statement.span.end.saturating_sub(1)));
                // A tick is as long as its statement, parted from the next by a point, within bounds that let it be seen.
                let length = (last - first).clamp(theme::TICK_LEAST, theme::TICK_MOST);
                for slot in &mut bins[first..(first + length).min(count)] {
                    *slot = Some(slot.map_or(mark, |there| there.min(mark)));
                }
            }
            bins
        });
        Self { bins }
    }

    /// Runs of one mark: side, first point, one past the last, mark.
    fn runs(&self) -> impl Iterator<Item = (usize, usize, usize, Mark)> {
        self.bins.iter().enumerate().flat_map(|(side, bins)| {
            let mut at = 0;
            bins.chunk_by(|a, b| a == b).filter_map(move |run| {
                let from = at;
                at += run.len();
                run[0].map(|mark| (side, from, at, mark))
            })
        })
    }
}

/// Shows the strip. `visible` are the visible shares of the articles, top and bottom, 0 to 1; `None` for one that is not
/// shown. Returns the side and the share of its article the reader wants to see, while pressing or dragging.
pub(super) fn overview_ui(
    ui: &mut Ui,
    rect: Rect,
    ticks: &Ticks,
    visible: [Option<Rangef>; 2],
) -> Option<(usize, f32)> {
    let theme = Theme::of(ui);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, theme::RADIUS, theme.panel);
    let half = |side: usize| halves(rect)[side];
    let mut mesh = Mesh::default();
    for (side, from, to, mark) in ticks.runs() {
        let tick = tick(half(side), side, Rangef::new(from as f32, to as f32), mark);
        mesh.add_colored_rect(tick.round_to_pixels(painter.pixels_per_point()), theme.tone(mark).full);
    }
    painter.add(mesh);
    for (side, share) in visible.into_iter().enumerate() {
        let Some(share) = share else { continue };
        let area = half(side).expand2(egui::vec2(theme::HAIRLINE, 0.0));
        let y = |share: f32| egui::lerp(area.y_range().min..=area.y_range().max, share.clamp(0.0, 1.0));
        let frame = Rect::from_x_y_ranges(area.x_range(), y(share.min)..=y(share.max).max(y(share.min) + theme::UNIT));
        painter.rect(frame, theme::SMALL_RADIUS, theme.visible_fill(), theme.visible_stroke(), StrokeKind::Inside);
    }
    painter.rect_stroke(rect, theme::RADIUS, theme.line_stroke(), StrokeKind::Inside);

    let response = ui.interact(rect, ui.scope_id().with("overview"), Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, "Overview of both articles: click to go there")
    });
    let pos = response.interact_pointer_pos()?;
    if !(response.is_pointer_button_down_on() || response.clicked()) {
        return None;
    }
    let side = usize::from(pos.x > rect.center().x);
    Some((side, ((pos.y - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0)))
}

/// Left article in the left half, right article in the right half, a gap between.
fn halves(rect: Rect) -> [Rect; 2] {
    let inner = rect.shrink2(egui::vec2(theme::UNIT / 2.0, theme::UNIT / 2.0));
    let (left, right) = inner.split_left_right_at_fraction(0.5);
    let gap = theme::UNIT / 2.0;
    [left.with_max_x(left.right() - gap), right.with_min_x(right.left() + gap)]
}

/// Marks differ in width as well as in colour: the weightier the wider, from the middle outwards.
fn tick(area: Rect, side: usize, y: Rangef, mark: Mark) -> Rect {
    let share = match mark {
        Mark::Contradiction => 1.0,
        Mark::Possible => 0.75,
        Mark::Agreement => 0.5,
        Mark::Related | Mark::OnlyHere => 0.25,
    };
    let width = area.width() * share;
    let x = if side == 0 { area.right() - width..=area.right() } else { area.left()..=area.left() + width };
    Rect::from_x_y_ranges(x, area.top() + y.min..=area.top() + y.max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::state::Filters;
    use crate::gui::views::pair::fixture;
    use crate::model::Review;

    #[test]
    fn every_mark_is_a_tick_at_its_share_of_the_text() {
        let mut comparison = fixture::comparison(&["One.", "Two.", "Three.", "Four."], &["Five."]);
        fixture::contradict(&mut comparison, 3, 0);
        let sources = [crate::model::SourceId(0), crate::model::SourceId(1)];
        let shown = Shown::new(&comparison, sources, &Review::default(), &Filters::default());
        let ticks = Ticks::new(&comparison, &shown, 100.0);
        let contradictions: Vec<_> = ticks.runs().filter(|run| run.3 == Mark::Contradiction).collect();
        assert_eq!(contradictions.len(), 2);
        let (side, from, to, _) = contradictions[0];
        assert!(side == 0 && from > 70 && to <= 100, "the last of four statements: {from}..{to}");
        assert_eq!(contradictions[1].0, 1);
    }

    #[test]
    fn the_weightier_mark_wins_where_two_meet() {
        let mut comparison = fixture::comparison(&["a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p."], &["Five."]);
        fixture::contradict(&mut comparison, 7, 0);
        let sources = [crate::model::SourceId(0), crate::model::SourceId(1)];
        let shown = Shown::new(&comparison, sources, &Review::default(), &Filters::default());
        let ticks = Ticks::new(&comparison, &shown, 4.0);
        assert!(ticks.runs().any(|run| (run.0, run.3) == (0, Mark::Contradiction)));
        assert!(Ticks::new(&comparison, &shown, 0.0).runs().next().is_none());
    }
}
