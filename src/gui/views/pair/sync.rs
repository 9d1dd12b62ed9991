//! Scrolling one pane by the other: aligned statements meet at the same height.

use super::anchors::Anchors;
use super::article::Article;
use crate::gui::shown::Shown;
use crate::model::{Comparison, Source, StatementId};

/// How high in the view aligned statements meet, as a share of its height, away from the ends of the article.
const MEETING: f64 = 0.33;

/// The anchors between the two sources that are shown, whatever the filters hide.
pub(super) fn anchors(comparison: &Comparison, shown: &Shown) -> Anchors {
    let [left, right] = shown.sources;
    Anchors::new(comparison.pairs_between(left, right).map(|index| {
        let alignment = &comparison.pairs[index].alignment;
        let ends = [alignment.left.statement, alignment.right.statement];
        let ends = if alignment.left.source == left { ends } else { [ends[1], ends[0]] };
        (ends, f64::from(alignment.similarity).max(f64::MIN_POSITIVE))
    }))
}

/// The distance from the top of the view at which statements meet, for an article scrolled to `offset` of `max`: at the
/// article's beginning the view's upper edge, at its end the lower one, else [`MEETING`], without jumps.
fn meeting(offset: f64, max: f64, view: f64) -> f64 {
    if max <= view {
        return if max > 0.0 { view * offset / max } else { 0.0 };
    }
    offset.min(MEETING * view).max(view - (max - offset))
}

/// Where the follower belongs when the leader is scrolled to `offset`.
fn counterpart(anchors: &Anchors, side: usize, articles: &[Article; 2], sources: [&Source; 2], offset: f64) -> f64 {
    let (lead, follow) = (&articles[side], &articles[1 - side]);
    let meet = meeting(offset, lead.scroll.max(), f64::from(lead.scroll.viewport()));
    let y = anchors.map(
        offset + meet,
        side,
        |s: StatementId| lead.y_of(sources[side], s),
        |s: StatementId| follow.y_of(sources[1 - side], s),
        [lead.content(), follow.content()],
    );
    y - meet
}

/// Moves the other pane after the one of `side` was scrolled from `before` to where it is. If the other one was out of
/// step (the lock was off, or a selection moved it), it comes back into step by and by instead of jumping.
pub(super) fn follow(anchors: &Anchors, side: usize, articles: &mut [Article; 2], sources: [&Source; 2], before: f64) {
    let now = articles[side].scroll.offset();
    let was_due = counterpart(anchors, side, articles, sources, before).clamp(0.0, articles[1 - side].scroll.max());
    let due = counterpart(anchors, side, articles, sources, now);
    let slack = articles[1 - side].scroll.offset() - was_due;
    let slack = slack.signum() * (slack.abs() - (now - before).abs()).max(0.0);
    articles[1 - side].scroll.set(due + slack);
}

#[cfg(test)]
mod tests {
    use super::meeting;

    #[test]
    fn ends_meet_at_the_edges_and_the_rest_at_a_third() {
        let at = |offset: f64| meeting(offset, 5000.0, 600.0);
        assert_eq!((at(0.0), at(5000.0)), (0.0, 600.0));
        assert!((at(2500.0) - 198.0).abs() < 1e-9);
        assert_eq!(meeting(50.0, 100.0, 600.0), 300.0, "a short article goes evenly");
        assert_eq!(meeting(0.0, 0.0, 600.0), 0.0);
    }

    #[test]
    fn the_meeting_height_never_jumps() {
        let at: Vec<f64> = (0..=5000).map(|offset| meeting(f64::from(offset), 5000.0, 600.0)).collect();
        assert!(at.windows(2).all(|w| (w[1] - w[0]).abs() <= 1.0 && w[1] >= w[0] - 1e-9));
    }
}
