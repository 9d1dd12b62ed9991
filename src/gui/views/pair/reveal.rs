//! Bringing what is selected into view, both ends of a pair at the same height where possible.

use egui::Ui;

use super::article::Article;
use crate::gui::theme;
use crate::model::{Source, StatementId};

/// Where a statement that is scrolled into view begins, as a share of the view's height.
const RESTING: f64 = 0.3;

/// The last part of a long way, as a share of the view's height.
const LANDING: f64 = 0.125;

/// Scrolls so that the given statements are seen. A pane that shows its statement well stays where it is.
pub(super) fn reveal(
    ui: &Ui,
    articles: &mut [Article; 2],
    sources: [&Source; 2],
    ends: [Option<StatementId>; 2],
    prefer: usize,
) {
    let order = [prefer, 1 - prefer];
    let seen = [0, 1].map(|side| well_seen(&articles[side], sources[side], ends[side]?));
    let away: Vec<(usize, StatementId)> =
        order.iter().filter(|&&i| seen[i].is_none()).filter_map(|&i| Some((i, ends[i]?))).collect();
    let mut rest = order.iter().find_map(|&side| seen[side]);
    // Near the ends of its article a statement cannot come as high or as low as wished; then the other one gives way.
    for _ in 0..2 {
        for &(side, statement) in &away {
            let aim = Aim { statement, rest: rest.unwrap_or(RESTING * f64::from(articles[side].scroll.viewport())) };
            let reached = aim.reached(ui, &mut articles[side], sources[side]);
            if seen.iter().all(Option::is_none) {
                rest = Some(reached);
            }
        }
    }
    for (side, statement) in away {
        let rest = rest.unwrap_or(RESTING * f64::from(articles[side].scroll.viewport()));
        go_to(ui, &mut articles[side], sources[side], Aim { statement, rest });
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

    /// How far below the upper edge of the view the statement begins once it is reached, after its surroundings are laid
    /// out.
    fn reached(self, ui: &Ui, article: &mut Article, source: &Source) -> f64 {
        article.correct(ui, source, self.offset(article, source));
        let offset = self.offset(article, source).clamp(0.0, article.scroll.max());
        article.y_of(source, self.statement) - offset
    }
}

/// Glides to a statement.
fn go_to(ui: &Ui, article: &mut Article, source: &Source, aim: Aim) {
    let view = f64::from(article.scroll.viewport());
    let there = aim.offset(article, source).clamp(0.0, article.scroll.max());
    // A long way is not flown through: the eye could not follow, and every row on it would have to be laid out. The last
    // bit of it tells the direction.
    let way = there - article.scroll.offset();
    if way.abs() > 2.0 * view {
        article.scroll.set(there - way.signum() * LANDING * view);
    }
    article.scroll.glide_to(there, ui.input(|i| i.time));
    article.aim = Some(aim);
    ui.ctx().request_repaint();
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
