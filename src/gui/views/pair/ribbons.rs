//! The ribbons that are in view, the weightiest on top.

use std::collections::BTreeSet;

use egui::{Rangef, Stroke, Ui};

use super::article::Article;
use super::frame::Frame;
use super::paint::Emphasis;
use super::ribbon::{Ribbon, end_in_view};
use super::scene::Scene;
use crate::gui::Mark;
use crate::gui::shown::ShownPair;
use crate::gui::theme::{self, Theme};

/// Paints the ribbons of the pairs of which a statement is in view: those of the selected pair and of the one under the
/// pointer in full, the others faintly, and only if both statements are near.
pub(super) fn ribbons_ui(ui: &Ui, scene: &Scene<'_>, frame: &Frame, articles: &[Article; 2]) {
    let strip = frame.ribbons();
    let view = strip.y_range();
    let painter = ui.painter_at(strip);
    let theme = Theme::of(ui);
    for (emphasis, pair) in in_view(scene, articles) {
        let ends = [0, 1].map(|side| articles[side].on_screen(scene.source(side), pair.ends[side], view));
        let seen = ends.iter().filter(|end| end.intersects(view)).count();
        if seen == 0 || (emphasis == Emphasis::None && seen < 2) {
            continue;
        }
        let [left, right] = ends.map(|end| end_in_view(end, view));
        let trim = |y: Rangef| y.shrink(theme::HAIRLINE);
        let ribbon = Ribbon { x: strip.x_range(), left: trim(left), right: trim(right) };
        let tone = theme.tone(pair.mark);
        let dashed = pair.mark == Mark::Possible;
        if emphasis == Emphasis::None {
            ribbon.paint(&painter, theme.faint(pair.mark), Stroke::NONE, dashed);
        } else {
            ribbon.paint(&painter, tone.tint, Stroke::new(theme::HAIRLINE, tone.full), dashed);
        }
    }
}

/// The pairs that have a statement in view, in the order in which they are painted.
fn in_view<'a>(scene: &Scene<'a>, articles: &[Article; 2]) -> Vec<(Emphasis, &'a ShownPair)> {
    let mut positions = BTreeSet::new();
    for (side, article) in articles.iter().enumerate() {
        for (statement, _) in article.visible.iter().flat_map(|row| &row.statements) {
            let shown = &scene.shown.statements[side][statement.0 as usize];
            positions.extend(shown.pairs.iter().copied());
        }
    }
    let emphasis = |pair: &ShownPair| {
        if Some(pair.index) == scene.state.selected() {
            Emphasis::Selected
        } else if Some(pair.index) == scene.state.hovered() {
            Emphasis::Hovered
        } else {
            Emphasis::None
        }
    };
    let pairs = positions.into_iter().map(|position| &scene.shown.pairs[position]);
    let mut pairs: Vec<_> = pairs.map(|pair| (emphasis(pair), pair)).collect();
    pairs.sort_by_key(|(emphasis, pair)| (*emphasis, std::cmp::Reverse(pair.mark), pair.index));
    pairs
}
