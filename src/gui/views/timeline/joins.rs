//! Lines between events that date one thing differently. They run along the borders of the lanes, behind the words, with
//! a not-equal sign on them.

use egui::{Id, Pos2, Rangef, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::lanes_ui::row_y;
use super::layout::LaneLayout;
use super::paint;
use super::scene::Scene;
use crate::gui::shown_timeline::{Place, ShownConflict};
use crate::gui::theme::{self, Theme};
use crate::gui::{Command, Commands};

/// A conflict as it is drawn.
pub(super) struct Join {
    conflict: ShownConflict,
    index: usize,
    corners: [Pos2; 4],
    strong: bool,
}

impl Join {
    /// Where the glyph stands: in the middle of the part that is seen.
    fn glyph(&self, lanes: Rect) -> Pos2 {
        let [_, from, to, _] = self.corners;
        let x = |x: f32| x.clamp(lanes.left(), lanes.right());
        pos2(f32::midpoint(x(from.x), x(to.x)), from.y)
    }
}

/// The conflicts in view, and paints their lines.
pub(super) fn joins_ui(ui: &Ui, scene: &Scene<'_>, laid: &[LaneLayout], lanes: &[Rangef]) -> Vec<Join> {
    let theme = Theme::of(ui);
    let area = scene.frame.lanes;
    let painter = ui.painter_at(area);
    let mut joins = Vec::new();
    for (index, conflict) in scene.shown.conflicts.iter().enumerate() {
        let mut ends = conflict.ends;
        ends.sort_by_key(|place| place.lane);
        let [Some(upper), Some(lower)] = ends.map(|place| centre(scene, laid, lanes, place)) else { continue };
        let turn = lanes[ends[0].lane].max;
        let corners = [upper, pos2(upper.x, turn), pos2(lower.x, turn), lower];
        let seen = Rect::from_points(&corners).expand(theme::HAIRLINE);
        if !seen.intersects(area) {
            continue;
        }
        let selected = conflict.pair.is_some() && conflict.pair == scene.state.selected();
        joins.push(Join { conflict: *conflict, index, corners, strong: selected });
    }
    joins.sort_by_key(|join| join.strong);
    for join in &joins {
        paint::join(&painter, theme, &join.corners, join.conflict.mark, join.strong);
    }
    joins
}

/// Shows the glyphs, on top of everything; a click selects the pair.
pub(super) fn glyphs_ui(ui: &Ui, scene: &Scene<'_>, joins: &[Join], commands: &mut Commands) {
    let theme = Theme::of(ui);
    let area = scene.frame.lanes;
    let painter = ui.painter_at(area);
    let mut taken: Vec<Rect> = Vec::new();
    for join in joins {
        let mut rect = Rect::from_center_size(join.glyph(area), Vec2::splat(theme::GLYPH_BADGE));
        while let Some(there) = taken.iter().find(|there| there.intersects(rect)) {
            rect = rect.translate(egui::vec2(there.right() - rect.left() + theme::HAIRLINE, 0.0));
        }
        taken.push(rect);
        if !area.contains(rect.center()) {
            continue;
        }
        paint::badge(&painter, theme, rect.center(), join.conflict.mark, join.strong);
        let [Some(a), Some(b)] = join.conflict.ends.map(|place| scene.shown.item(place)) else { continue };
        let side = |item| {
            let at = scene.statement(item);
            format!("{} ({})", item.time, scene.state.letter(at.source))
        };
        let name = format!("{}: {} or {}", join.conflict.mark.name(), side(a), side(b));
        let response = ui.interact(rect, Id::unique(("time conflict", join.index)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked() {
            commands.send(match join.conflict.pair {
                Some(pair) => Command::SelectPair(pair),
                None => Command::SelectEvent(a.events[0]),
            });
        }
        if response.has_focus() {
            painter.rect_stroke(
                rect.expand(theme::UNIT / 2.0),
                theme::RADIUS,
                theme.selection_stroke(),
                egui::StrokeKind::Outside,
            );
        }
        response.on_hover_text(name);
    }
}

fn centre(scene: &Scene<'_>, laid: &[LaneLayout], lanes: &[Rangef], place: Place) -> Option<Pos2> {
    let (row, along, _) = laid.get(place.lane)?.find(place.item)?;
    Some(pos2(scene.frame.x(along), row_y(*lanes.get(place.lane)?, row)))
}
