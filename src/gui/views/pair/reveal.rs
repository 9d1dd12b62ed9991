//! Bringing what is selected into view, both ends of a pair at the same height where possible.

use egui::Ui;

use super::article::Article;
use crate::gui::theme;
use crate::model::{Source, StatementId};

/// Where a statement that is scrolled into view begins, as a share of the view's height.
const RESTING: f64 = 0.3;

/// Scrolls so that the given statements are seen. A pane that shows its statement well stays where it is.
pub(super) fn reveal(
    ui: &Ui,
    articles: &mut [Article; 2],
    sources: [&Source; 2],
    ends: [Option<StatementId>; 2],
    prefer: usize,
) {
    let order = [prefer, 1 - prefer];
    let rests = order.iter().find_map(|&side| well_seen(&articles[side], sources[side], ends[side]?));
    for side in order {
        let (article, source) = (&mut articles[side], sources[side]);
        let Some(statement) = ends[side] else { continue };
        if well_seen(article, source, statement).is_none() {
            go_to(ui, article, source, statement, rests);
        }
    }
}

/// How far below the upper edge of the view a statement begins, if all of it is seen, or as much as there is room for.
fn well_seen(article: &Article, source: &Source, statement: StatementId) -> Option<f64> {
    let [top, bottom] = article.extent_of(source, statement).map(|y| y - article.scroll.destination());
    let (view, margin) = (f64::from(article.scroll.viewport()), f64::from(theme::READING_LINE));
    let bottom = bottom.min(top + view - 2.0 * margin);
    (top >= margin.min(article.scroll.destination()) && bottom <= view - margin).then_some(top)
}

/// A statement that a pane glides to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Aim {
    statement: StatementId,
    /// How far below the upper edge of the view it shall begin.
    rest: f64,
}

impl Aim {
    /// The offset at which it is reached, as far as heights are known.
    fn offset(self, article: &Article, source: &Source) -> f64 {
        let [top, bottom] = article.extent_of(source, self.statement);
        let (view, line) = (f64::from(article.scroll.viewport()), f64::from(theme::READING_LINE));
        // A statement longer than what is left of the view below that point begins higher.
        top - self.rest.min(view - line - (bottom - top)).max(line)
    }
}

/// Glides to a statement, so that it begins `at` below the upper edge of the view.
fn go_to(ui: &Ui, article: &mut Article, source: &Source, statement: StatementId, at: Option<f64>) {
    let view = f64::from(article.scroll.viewport());
    let aim = Aim { statement, rest: at.unwrap_or(RESTING * view) };
    article.correct(ui, source, aim.offset(article, source));
    let there = aim.offset(article, source).clamp(0.0, article.scroll.max());
    // A long way is not flown through: the eye could not follow, and every row on it would have to be laid out.
    let way = there - article.scroll.offset();
    if way.abs() > 2.0 * view {
        article.scroll.set(there - way.signum() * view);
    }
    article.scroll.glide_to(there, ui.input(|i| i.time));
    article.aim = Some(aim);
}

/// Moves on with a glide; rows laid out on the way may have moved its end.
pub(super) fn glide(ui: &Ui, article: &mut Article, source: &Source) {
    if !article.scroll.is_gliding() {
        article.aim = None;
        return;
    }
    if let Some(aim) = article.aim {
        article.scroll.redirect(aim.offset(article, source));
    }
    article.scroll.step(ui.input(|i| i.time), f64::from(theme::glide_seconds(ui)));
    ui.ctx().request_repaint();
}
