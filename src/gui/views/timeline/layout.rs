//! Which row of its lane each event takes, and what has to stand together as a count.
//!
//! Positions are points from the start of the axis at a scale, not of the window: panning moves everything alike, and the
//! layout is made anew only when the scale, the width or the events change. Events that are in conflict come first, then
//! the others in the order of time; each takes the first row with room for it. Where not all have room with all their
//! words, all are placed with their time expression alone, and say more if nothing follows. What finds no room even so
//! stands in the last row, as counts of what lies close together.

use crate::gui::shown_timeline::{Axis, Item, Lane};
use crate::gui::theme;

/// How much is said beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// The time expression and what it dates.
    Full,
    /// The time expression.
    Time,
    /// Nothing.
    None,
}

/// An event that has a place of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Index in [`Lane::items`].
    pub(super) item: usize,
    /// Its row.
    pub(super) row: usize,
    /// From where to where its mark goes, without open ends.
    pub(super) mark: [f32; 2],
    /// From where to where all of it goes, words included.
    pub(super) all: [f32; 2],
    /// How much is said.
    pub(super) words: Words,
    /// Whether the words stand inside the mark.
    pub(super) inside: bool,
}

/// Several events that stand as a count.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cluster {
    /// Indices in [`Lane::items`], in the order of time.
    pub(super) items: Vec<usize>,
    /// Its row.
    pub(super) row: usize,
    /// The middle of its badge.
    pub(super) x: f32,
}

/// A lane laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct LaneLayout {
    /// Events by themselves.
    pub(super) placed: Vec<Placed>,
    /// Counts.
    pub(super) clusters: Vec<Cluster>,
    /// Number of rows.
    pub(super) rows: usize,
}

impl LaneLayout {
    /// Row and middle of an item, and whether it is in a count.
    pub(super) fn find(&self, item: usize) -> Option<(usize, f32, bool)> {
        let placed = self.placed.iter().find(|placed| placed.item == item);
        let clustered = || self.clusters.iter().find(|cluster| cluster.items.contains(&item));
        placed
            .map(|p| (p.row, f32::midpoint(p.mark[0], p.mark[1]), false))
            .or_else(|| clustered().map(|c| (c.row, c.x, true)))
    }
}

/// Widths of the words of an item, in points: all of them, and the time expression.
pub(super) type Widths = [f32; 2];

/// From where to where the mark of an item goes, at a number of points for the whole axis. One that is shorter than it is
/// high is made as long, around its middle.
fn mark(axis: &Axis, item: &Item, points: f64) -> [f32; 2] {
    let [from, to] = item.days.map(|day| (axis.at(day) * points) as f32);
    if to - from >= theme::EVENT_MARK {
        return [from, to];
    }
    let middle = f32::midpoint(from, to);
    [middle - theme::EVENT_MARK / 2.0, middle + theme::EVENT_MARK / 2.0]
}

/// Lays out all lanes: each in as many rows as it wants up to `most`, and all together in no more than `room` rows if each
/// can have `least`.
pub(super) fn lanes(
    axis: &Axis,
    lanes: &[Lane],
    widths: &[Vec<Widths>],
    points: f64,
    (least, room, most): (usize, usize, usize),
) -> Vec<LaneLayout> {
    let lay = |i: usize, rows: usize| lane(axis, &lanes[i], &widths[i], points, rows);
    let mut laid: Vec<LaneLayout> = (0..lanes.len()).map(|i| lay(i, most)).collect();
    let limit = fair_limit(&laid.iter().map(|lane| lane.rows).collect::<Vec<_>>(), least, room);
    for (i, lane) in laid.iter_mut().enumerate() {
        if lane.rows > limit {
            *lane = lay(i, limit);
        }
    }
    laid
}

/// The largest number of rows a lane so that all lanes fit, at least `least`.
fn fair_limit(wanted: &[usize], least: usize, room: usize) -> usize {
    let total = |limit: usize| wanted.iter().map(|&rows| rows.min(limit)).sum::<usize>();
    let most = wanted.iter().copied().max().unwrap_or(0).max(least);
    (least..=most).rev().find(|&limit| total(limit) <= room).unwrap_or(least)
}

/// With all words if that leaves no event without a place, else with time expressions, and more where there is room.
fn lane(axis: &Axis, lane: &Lane, widths: &[Widths], points: f64, rows: usize) -> LaneLayout {
    let (mut layout, left) = place(axis, lane, points, rows, |index| widths[index][0]);
    layout.placed.iter_mut().for_each(|placed| placed.words = Words::Full);
    if left.is_empty() {
        return layout;
    }
    let (mut layout, mut left) = place(axis, lane, points, rows, |index| widths[index][1]);
    say_more(lane, widths, &mut layout);
    if !left.is_empty() {
        left.sort_by(|a, b| a.0.total_cmp(&b.0));
        let last = rows.max(1) - 1;
        count(axis, lane, points, last, &left, &mut layout);
        layout.rows = last + 1;
    }
    layout
}

/// Gives each event the first row with room for it; what finds none comes back with where it is.
fn place(
    axis: &Axis,
    lane: &Lane,
    points: f64,
    rows: usize,
    width: impl Fn(usize) -> f32,
) -> (LaneLayout, Vec<(f32, usize)>) {
    // The last row is kept for counts, unless one row is all there is.
    let mut taken: Vec<Vec<[f32; 2]>> = vec![Vec::new(); rows.max(2) - 1];
    let (mut layout, mut left) = (LaneLayout::default(), Vec::new());
    let order = |in_conflict: bool| {
        lane.items.iter().enumerate().filter(move |(_, item)| item.mark.is_some() == in_conflict).map(|(i, _)| i)
    };
    for item in order(true).chain(order(false)) {
        let mark = mark(axis, &lane.items[item], points);
        let (all, inside) = extent(&lane.items[item], mark, width(item));
        let Some(row) = free(&taken, all) else {
            left.push((f32::midpoint(mark[0], mark[1]), item));
            continue;
        };
        insert(&mut taken[row], all);
        layout.rows = layout.rows.max(row + 1);
        layout.placed.push(Placed { item, row, mark, all, words: Words::Time, inside });
    }
    (layout, left)
}

/// Lets those say all who have room for it before the next event of their row.
fn say_more(lane: &Lane, widths: &[Widths], layout: &mut LaneLayout) {
    let mut order: Vec<usize> = (0..layout.placed.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&layout.placed[a], &layout.placed[b]);
        a.row.cmp(&b.row).then(a.all[0].total_cmp(&b.all[0]))
    });
    for (i, &index) in order.iter().enumerate() {
        let placed = layout.placed[index];
        let next = order.get(i + 1).map(|&next| layout.placed[next]).filter(|next| next.row == placed.row);
        let (all, inside) = extent(&lane.items[placed.item], placed.mark, widths[placed.item][0]);
        if next.is_none_or(|next| all[1] + theme::EVENT_GAP <= next.all[0]) {
            layout.placed[index] = Placed { all, inside, words: Words::Full, ..placed };
        }
    }
}

/// From where to where an item goes with words of a width, and whether they fit inside its mark.
fn extent(item: &Item, mark: [f32; 2], words: f32) -> ([f32; 2], bool) {
    let stub = |open: bool| if open { theme::OPEN_STUB } else { 0.0 };
    let glyph = if item.mark.is_some() { theme::GLYPH + theme::UNIT } else { 0.0 };
    let (from, to) = (mark[0] - stub(item.open[0]), mark[1] + stub(item.open[1]));
    let inside = mark[1] - mark[0] >= words + glyph + 2.0 * theme::EDGE;
    ([from, if inside { to } else { to + theme::UNIT + glyph + words }], inside)
}

fn free(taken: &[Vec<[f32; 2]>], want: [f32; 2]) -> Option<usize> {
    let gap = theme::EVENT_GAP;
    (0..taken.len()).find(|&row| {
        let at = taken[row].partition_point(|there| there[0] < want[0]);
        let before = at.checked_sub(1).is_none_or(|before| taken[row][before][1] + gap <= want[0]);
        before && taken[row].get(at).is_none_or(|after| want[1] + gap <= after[0])
    })
}

fn insert(row: &mut Vec<[f32; 2]>, extent: [f32; 2]) {
    let at = row.partition_point(|there| there[0] < extent[0]);
    row.insert(at, extent);
}

/// Puts what found no room into the last row: alone as a bare mark, close together as a count.
fn count(axis: &Axis, lane: &Lane, points: f64, row: usize, left: &[(f32, usize)], layout: &mut LaneLayout) {
    let mut groups: Vec<(f32, Vec<usize>)> = Vec::new();
    for &(x, index) in left {
        match groups.last_mut() {
            Some((start, items)) if x - *start < theme::CLUSTER_WIDTH + theme::UNIT => items.push(index),
            _ => groups.push((x, vec![index])),
        }
    }
    for (x, items) in groups {
        if let [item] = items[..] {
            let mark = mark(axis, &lane.items[item], points);
            if mark[1] - mark[0] < theme::CLUSTER_WIDTH {
                layout.placed.push(Placed { item, row, mark, all: mark, words: Words::None, inside: false });
                continue;
            }
        }
        layout.clusters.push(Cluster { items, row, x: x + theme::CLUSTER_WIDTH / 2.0 - theme::EVENT_MARK / 2.0 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, SourceId, TimePrecision};

    fn at(day: f64) -> Item {
        Item {
            events: vec![EventId(0)],
            days: [day, day + 1.0],
            open: [false; 2],
            precision: TimePrecision::Day,
            assumed: false,
            mark: None,
            time: String::new(),
            about: String::new(),
        }
    }

    fn lay(days: &[f64], points: f64, rows: usize) -> LaneLayout {
        let lane = Lane { source: SourceId(0), items: days.iter().map(|&day| at(day)).collect() };
        let extents: Vec<[f64; 2]> = lane.items.iter().map(|item| item.days).collect();
        let axis = Axis::new(&extents, &[], true);
        let widths = vec![vec![[120.0, 50.0]; days.len()]];
        let mut laid = lanes(&axis, &[lane], &widths, points, (1, rows, rows));
        laid.remove(0)
    }

    #[test]
    fn no_two_share_a_place() {
        let days: Vec<f64> = (0..200).map(|i| f64::from(i * 37 % 400)).collect();
        let layout = lay(&days, 3000.0, 8);
        for (i, a) in layout.placed.iter().enumerate() {
            for b in &layout.placed[i + 1..] {
                let apart = a.row != b.row || a.all[1] <= b.all[0] || b.all[1] <= a.all[0];
                assert!(apart || a.words == Words::None, "{a:?} {b:?}");
            }
        }
        let counted: usize = layout.clusters.iter().map(|cluster| cluster.items.len()).sum();
        assert_eq!(counted + layout.placed.len(), days.len(), "nothing is lost");
    }

    #[test]
    fn many_events_of_one_day_are_a_count_that_opens_in_more_rows() {
        let days = [5.0; 12];
        let low = lay(&days, 800.0, 4);
        assert_eq!((low.placed.len(), low.clusters.len(), low.clusters[0].items.len()), (3, 1, 9));
        let high = lay(&days, 800.0, 40);
        assert_eq!((high.placed.len(), high.clusters.len(), high.rows), (12, 0, 12));
    }

    #[test]
    fn words_give_way_before_the_event_does() {
        let layout = lay(&[0.0, 10.0, 20.0], 300.0, 2);
        let words: Vec<Words> = layout.placed.iter().map(|placed| placed.words).collect();
        assert_eq!(words, [Words::Time, Words::Time, Words::Full]);
    }

    #[test]
    fn rows_are_shared_out_fairly() {
        assert_eq!(fair_limit(&[2, 9, 9], 3, 14), 6);
        assert_eq!(fair_limit(&[2, 2], 3, 40), 3);
        assert_eq!(fair_limit(&[9, 9], 3, 2), 3);
    }
}
