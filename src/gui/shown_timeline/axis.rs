//! The axis of time: which day lies where.
//!
//! News has a dense now and a sparse past: on an even scale a dozen events of one week are a dot beside ten empty years.
//! So by default the stretch that holds most of the exact days takes most of the room, at one even scale. Before and after
//! it only years that hold an event are kept, and what is empty between them is folded into a gap, which is drawn as one.
//! A place on the axis is a share of its length, 0 to 1; zooming and panning choose a stretch of those shares.

use jiff::civil::{Date, date};
use jiff::{ToSpan, Unit};

/// Share of the exact days that the dense stretch holds, at least.
const DENSE: f64 = 0.8;
/// Fewer exact days than this make no dense stretch.
const DENSE_LEAST: usize = 3;
/// Exact days no further from the dense stretch than this share of it, at least [`NEAR_DAYS`], belong to it.
const NEAR: f64 = 0.3;
/// See [`NEAR`].
const NEAR_DAYS: f64 = 4.0;
/// Room on either side of the dense stretch, as a share of it; at least [`PAD_DAYS`].
const PAD: f64 = 0.04;
/// See [`PAD`].
const PAD_DAYS: f64 = 1.0;
/// How many times longer than the dense stretch all the rest must be for it to be folded.
const WORTH_FOLDING: f64 = 1.5;
/// Most of the axis that goes to what lies outside of the dense stretch.
const OUTSIDE_MOST: f64 = 0.42;
/// Share of the axis for one year outside of the dense stretch; several in a row take less each.
const YEAR: f64 = 0.085;
/// Share of the axis for a gap.
const GAP: f64 = 0.025;
/// Empty stretches shorter than so many days are not worth a gap.
const GAP_LEAST: f64 = 62.0;
/// Fewest days that can be seen at once.
const ZOOM_MOST: f64 = 3.0;

const EPOCH: Date = date(1970, 1, 1);

/// The number of a day, counted from 1 January 1970.
pub fn day_number(date: Date) -> f64 {
    EPOCH.until((Unit::Day, date)).map_or(0.0, |span| f64::from(span.get_days()))
}

/// The day of a number.
pub fn day_of(number: f64) -> Date {
    EPOCH.saturating_add((number.floor().clamp(-4_000_000.0, 2_900_000.0) as i64).days())
}

/// What a piece of the axis holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The stretch in which most happens, or all there is.
    Main,
    /// Years with events, at a smaller scale.
    Sparse,
    /// Nothing: folded.
    Gap,
}

/// A piece of the axis with an even scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// First day, and the day after the last.
    pub days: [f64; 2],
    /// Where it begins and ends, as shares of the axis.
    pub at: [f64; 2],
    /// What it holds.
    pub kind: PieceKind,
}

impl Piece {
    /// Shares of the axis that a day takes.
    fn slope(&self) -> f64 {
        (self.at[1] - self.at[0]) / (self.days[1] - self.days[0]).max(f64::EPSILON)
    }
}

/// The axis: pieces in the order of time, each beginning where the one before it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pieces: Vec<Piece>,
}

impl Axis {
    /// An axis that holds all `extents` (first day and the day after the last), at one scale or folded around `exact` days.
    pub fn new(extents: &[[f64; 2]], exact: &[f64], even: bool) -> Self {
        let low = extents.iter().map(|e| e[0]).fold(f64::INFINITY, f64::min);
        let high = extents.iter().map(|e| e[1]).fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            return Self::default();
        }
        let dense = dense(exact).map(|[from, to]| [from.max(low - PAD_DAYS), to.min(high + PAD_DAYS)]);
        match dense {
            Some(dense) if !even && high - low > (1.0 + WORTH_FOLDING) * (dense[1] - dense[0]) => {
                Self::folded(extents, dense)
            }
            _ => {
                let pad = ((high - low) * PAD / 2.0).max(PAD_DAYS);
                Self::of(vec![([low - pad, high + pad], PieceKind::Main, 1.0)])
            }
        }
    }

    fn folded(extents: &[[f64; 2]], mut dense: [f64; 2]) -> Self {
        let ends = || extents.iter().flat_map(|&[from, to]| [from, to - 1.0]);
        let cut = |year| [year_start(year), year_start(year + 1).min(dense[0])];
        let mut before = runs(ends().filter(|&end| end < dense[0]), cut);
        let cut = |year| [year_start(year).max(dense[1]), year_start(year + 1)];
        let mut after = runs(ends().filter(|&end| end >= dense[1]), cut);
        // What is hardly more than the margin of the dense stretch belongs to it.
        if let Some(&[from, _]) = before.last().filter(|run| dense[0] - run[0] < GAP_LEAST / 2.0) {
            dense[0] = from;
            before.pop();
        }
        if let Some(&[_, to]) = after.first().filter(|run| run[1] - dense[1] < GAP_LEAST / 2.0) {
            dense[1] = to;
            after.remove(0);
        }
        let mut pieces: Vec<([f64; 2], PieceKind, f64)> = Vec::new();
        let mut at: Option<f64> = None;
        let outside = |run: [f64; 2]| {
            let years = ((run[1] - run[0]) / 365.25).max(0.3);
            (run, PieceKind::Sparse, YEAR * years.powf(0.6))
        };
        let all = before.into_iter().map(outside);
        let all = all.chain([(dense, PieceKind::Main, 0.0)]).chain(after.into_iter().map(outside));
        for (mut run, kind, weight) in all {
            match at {
                Some(end) if run[0] - end >= GAP_LEAST => pieces.push(([end, run[0]], PieceKind::Gap, GAP)),
                Some(end) if run[0] > end => match pieces.last_mut() {
                    Some(last) if kind == PieceKind::Main => last.0[1] = run[0],
                    _ => run[0] = end,
                },
                _ => {}
            }
            at = Some(run[1]);
            pieces.push((run, kind, weight));
        }
        let rest: f64 = pieces.iter().map(|piece| piece.2).sum();
        let shrink = (OUTSIDE_MOST / rest).min(1.0);
        for piece in &mut pieces {
            piece.2 = if piece.1 == PieceKind::Main { 1.0 - rest * shrink } else { piece.2 * shrink };
        }
        Self::of(pieces)
    }

    fn of(weighted: Vec<([f64; 2], PieceKind, f64)>) -> Self {
        let mut at = 0.0;
        let pieces = weighted.into_iter().map(|(days, kind, weight)| {
            let from = at;
            at += weight;
            Piece { days, at: [from, at], kind }
        });
        Self { pieces: pieces.collect() }
    }

    /// The pieces, in the order of time.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Where a day lies, as a share of the axis; beyond its ends the scale goes on as it is there.
    pub fn at(&self, day: f64) -> f64 {
        let piece = self.pieces.iter().find(|p| day < p.days[1]).or(self.pieces.last());
        piece.map_or(0.0, |p| p.at[0] + (day - p.days[0]) * p.slope())
    }

    /// The day at a share of the axis.
    pub fn day(&self, at: f64) -> f64 {
        let piece = self.pieces.iter().find(|p| at < p.at[1]).or(self.pieces.last());
        piece.map_or(0.0, |p| p.days[0] + (at - p.at[0]) / p.slope().max(f64::MIN_POSITIVE))
    }

    /// Shares of the axis that a day takes at a place.
    pub fn slope(&self, at: f64) -> f64 {
        self.pieces.iter().find(|p| at < p.at[1]).or(self.pieces.last()).map_or(1.0, Piece::slope)
    }

    /// A window kept on the axis, no narrower than [`ZOOM_MOST`] days at its middle.
    pub fn clamp(&self, window: [f64; 2]) -> [f64; 2] {
        let middle = f64::midpoint(window[0], window[1]).clamp(0.0, 1.0);
        let least = (self.slope(middle) * ZOOM_MOST).min(1.0);
        let span = (window[1] - window[0]).clamp(least, 1.0);
        let from = (middle - span / 2.0).clamp(0.0, 1.0 - span);
        [from, from + span]
    }
}

/// The shortest stretch that holds [`DENSE`] of the exact days, with room on either side.
fn dense(exact: &[f64]) -> Option<[f64; 2]> {
    let mut days = exact.to_vec();
    days.sort_by(f64::total_cmp);
    let count = (days.len() as f64 * DENSE).ceil() as usize;
    if days.len() < DENSE_LEAST {
        return None;
    }
    let width = |i: &usize| days[i + count - 1] - days[*i];
    // Of two as short the later: what is new is what is asked for.
    let at = (0..=days.len() - count).rev().min_by(|a, b| width(a).total_cmp(&width(b)))?;
    // What is hardly further away than its neighbours belongs to it.
    let reach = (NEAR * (days[at + count - 1] - days[at])).max(NEAR_DAYS);
    let (mut first, mut last) = (at, at + count - 1);
    while first > 0 && days[first] - days[first - 1] <= reach {
        first -= 1;
    }
    while last + 1 < days.len() && days[last + 1] - days[last] <= reach {
        last += 1;
    }
    let (from, to) = (days[first], days[last] + 1.0);
    let pad = ((to - from) * PAD).max(PAD_DAYS);
    Some([from - pad, to + pad])
}

/// The years that hold one of the ends, cut to what is wanted of them, those that follow each other joined.
fn runs(ends: impl Iterator<Item = f64>, cut: impl Fn(i16) -> [f64; 2]) -> Vec<[f64; 2]> {
    let mut years: Vec<i16> = ends.map(|end| day_of(end).year()).collect();
    years.sort_unstable();
    years.dedup();
    let mut runs: Vec<[f64; 2]> = Vec::new();
    for year in years {
        let [from, to] = cut(year);
        match runs.last_mut() {
            _ if from >= to => {}
            Some(last) if last[1] >= from => last[1] = to,
            _ => runs.push([from, to]),
        }
    }
    runs
}

fn year_start(year: i16) -> f64 {
    Date::new(year.clamp(-9999, 9999), 1, 1).map_or(0.0, day_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> f64 {
        day_number(text.parse().unwrap())
    }

    fn year(number: i16) -> [f64; 2] {
        [year_start(number), year_start(number + 1)]
    }

    /// Ten days of December 2025 and three years long before.
    fn news() -> Axis {
        let now: Vec<f64> = (1..=10).map(|d| day("2025-12-01") + f64::from(d)).collect();
        let mut extents: Vec<[f64; 2]> = now.iter().map(|&d| [d, d + 1.0]).collect();
        extents.extend([year(2014), year(1994), year(1995)]);
        Axis::new(&extents, &now, false)
    }

    #[test]
    fn what_is_dense_has_most_of_the_room_and_what_is_empty_is_folded() {
        let axis = news();
        let kinds: Vec<PieceKind> = axis.pieces().iter().map(|p| p.kind).collect();
        use PieceKind::{Gap, Main, Sparse};
        assert!(kinds.starts_with(&[Sparse, Gap, Sparse, Gap]) && kinds.contains(&Main), "{kinds:?}");
        assert!(axis.at(day("2025-12-12")) - axis.at(day("2025-12-01")) > 0.5);
        assert!(axis.at(day("2015-01-01")) - axis.at(day("2014-01-01")) > 0.05, "a year is still to be seen");
    }

    #[test]
    fn places_and_days_are_one_to_one_and_in_order() {
        for axis in [news(), Axis::new(&[year(2000), year(2020)], &[], false)] {
            let last = axis.pieces().last().unwrap();
            assert!((last.at[1] - 1.0).abs() < 1e-9 && axis.pieces()[0].at[0] == 0.0);
            for pair in axis.pieces().windows(2) {
                assert_eq!((pair[0].days[1], pair[0].at[1]), (pair[1].days[0], pair[1].at[0]));
            }
            for step in 0..=100 {
                let at = f64::from(step) / 100.0;
                assert!((axis.at(axis.day(at)) - at).abs() < 1e-6, "{at}");
            }
        }
    }

    #[test]
    fn an_even_scale_and_a_short_story_are_one_piece() {
        let extents = [year(1994), [day("2025-12-01"), day("2025-12-11")]];
        let exact: Vec<f64> = (0..10).map(|d| day("2025-12-01") + f64::from(d)).collect();
        assert_eq!(Axis::new(&extents, &exact, true).pieces().len(), 1);
        assert_eq!(Axis::new(&extents[1..], &exact, false).pieces().len(), 1);
        assert!(Axis::new(&[], &[], false).is_empty());
    }

    #[test]
    fn a_window_stays_on_the_axis() {
        let axis = news();
        assert_eq!(axis.clamp([-3.0, 9.0]), [0.0, 1.0]);
        let [from, to] = axis.clamp([0.9, 0.900001]);
        assert!(((to - from) / axis.slope(0.9) - ZOOM_MOST).abs() < 1e-6);
        assert_eq!(axis.clamp([0.8, 1.2])[1], 1.0);
    }

    #[test]
    fn days_are_counted_both_ways() {
        for text in ["1970-01-01", "1812-06-24", "2026-05-22"] {
            assert_eq!(day_of(day(text)).to_string(), text);
        }
    }
}
