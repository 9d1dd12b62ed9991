//! When two figures can be the same.
//!
//! Each figure admits an interval of true values; figures agree as far as the intervals do.
//!
//! | figure | admits |
//! |---|---|
//! | exact | what rounds to it, but no more than 5% of it either way; below 100 things counted only itself |
//! | about, roughly, some | 10% either way; 15% if it has one significant digit ("about 4,000") |
//! | nearly, almost | from as much below it to 2% above |
//! | at least; at most | all beyond it, with the slack of its rounding up to 2% |
//! | more than; less than | all beyond it; with that slack only where the other figure is in another unit |
//! | a range | from its low end to its high end, with the slack of its rounding |
//!
//! Two exact figures written to the same step differ when they differ at all: 38 and 44, 412.6 and 413.1 conflict, while
//! 412.6 million and 413 million do not. An exact figure that is the bound itself is ruled out by "more than" and "less
//! than" where it was counted one by one (35 and "fewer than 35"), and tells nothing where it may be rounded.

use super::{Agreement, Bound, Dimension, Quantity};

/// Relative difference below which two values are one: what arithmetic on factors loses.
const SAME: f64 = 1e-6;
/// The most an exact figure may have been rounded by.
const ROUNDED: f64 = 0.05;
/// What "about" tolerates, and what it tolerates of a figure with one significant digit.
const ABOUT: (f64, f64) = (0.10, 0.15);
/// What a bound tolerates beyond itself.
const BOUND_SLACK: f64 = 0.02;

impl Quantity {
    /// Whether this and the other figure can be values of one thing. Whether they do measure one thing is not asked:
    /// compare `of` and the statements for that.
    ///
    /// Figures of two dimensions, a rate and a total, a number that orders and one that counts are
    /// [`Agreement::Incomparable`], and so is a change or an earlier value with a figure that differs from it.
    pub fn compare(&self, other: &Quantity) -> Agreement {
        if self.dimension != other.dimension || self.ordinal != other.ordinal {
            return Agreement::Incomparable;
        }
        let value = self.compare_values(other);
        let one_measure = self.per == other.per && self.reading == other.reading;
        if value == Agreement::Conflict && !one_measure { Agreement::Incomparable } else { value }
    }

    fn compare_values(&self, other: &Quantity) -> Agreement {
        if self.dimension == Dimension::Score {
            let same = same(self.low, other.low) && same(self.high, other.high);
            let turned = same_pair_turned(self, other);
            return if same || turned { Agreement::Equal } else { Agreement::Conflict };
        }
        if same(self.low, other.low) && same(self.high, other.high) {
            let equal = self.bound == other.bound;
            let at_the_bound = (self.is_exact() && other.is_strict()) || (other.is_exact() && self.is_strict());
            if at_the_bound {
                let counted = self.dimension == Dimension::Count && self.step <= 1.0;
                return if counted { Agreement::Conflict } else { Agreement::Incomparable };
            }
            return if equal || self.meets(other) { agreed(equal) } else { Agreement::Conflict };
        }
        if self.is_exact() && other.is_exact() {
            return self.compare_exact(other);
        }
        if self.meets(other) { Agreement::Compatible } else { Agreement::Conflict }
    }

    /// Both are single exact figures with different values: the finer must round to the coarser.
    fn compare_exact(&self, other: &Quantity) -> Agreement {
        if self.ordinal || self.dimension == Dimension::Age {
            return Agreement::Conflict;
        }
        let apart = (self.low - other.low).abs();
        let tolerance = if self.shares_unit_with(other) {
            let coarser = if self.step >= other.step { self } else { other };
            let written_alike = same(self.step, other.step);
            if written_alike { 0.0 } else { coarser.rounding() }
        } else {
            // Converted from another unit (miles, kilometres): either was rounded in its own.
            (self.step + other.step) / 2.0
        };
        if apart <= tolerance * (1.0 + SAME) && apart > 0.0 && tolerance > 0.0 {
            Agreement::Compatible
        } else {
            Agreement::Conflict
        }
    }

    /// Whether both were written in one unit, up to powers of ten.
    fn shares_unit_with(&self, other: &Quantity) -> bool {
        let powers = (self.step / other.step).log10();
        !powers.is_finite() || (powers - powers.round()).abs() < SAME
    }

    fn is_exact(&self) -> bool {
        self.bound == Bound::Exact && same(self.low, self.high)
    }

    /// How far an exact figure may be from the truth by rounding.
    fn rounding(&self) -> f64 {
        if self.dimension == Dimension::Count && self.low.abs() < 100.0 {
            return 0.0;
        }
        (self.step / 2.0).min(self.low.abs() * ROUNDED)
    }

    /// Whether any value is admitted by both.
    fn meets(&self, other: &Quantity) -> bool {
        // "More than half" and "less than half" part at the bound itself, whatever it was rounded from.
        for (floor, ceiling) in [(self, other), (other, self)] {
            if floor.bound.is_floor() && ceiling.bound.is_ceiling() {
                let strict = floor.bound == Bound::MoreThan || ceiling.bound == Bound::LessThan;
                return if strict { floor.low < ceiling.high } else { floor.low <= ceiling.high };
            }
        }
        let one_unit = self.shares_unit_with(other);
        let ((a, b), (c, d)) = (self.admits(one_unit), other.admits(one_unit));
        a.max(c) <= b.min(d) + SAME * b.abs().min(d.abs())
    }

    /// Whether it is a bound that the truth does not reach.
    fn is_strict(&self) -> bool {
        matches!(self.bound, Bound::MoreThan | Bound::LessThan)
    }

    /// Lowest and highest true value that the figure leaves open to another one, in one unit or converted from another.
    fn admits(&self, one_unit: bool) -> (f64, f64) {
        let (low, high) = (self.low.min(self.high), self.low.max(self.high));
        let rounded = !(self.is_strict() && one_unit);
        let slack = |value: f64| if rounded { (self.step / 2.0).min(value.abs() * BOUND_SLACK) } else { 0.0 };
        let loose = |value: f64| {
            let digits = value.abs() / 10f64.powf(value.abs().log10().floor());
            let share = if same(digits, digits.round()) { ABOUT.1 } else { ABOUT.0 };
            if value == 0.0 { 0.0 } else { value.abs() * share }
        };
        match self.bound {
            Bound::Exact if self.is_exact() => (low - self.rounding(), high + self.rounding()),
            Bound::Exact => (low - slack(low), high + slack(high)),
            Bound::About => (low - loose(low), high + loose(high)),
            Bound::Nearly => (low - loose(low), high + slack(high)),
            Bound::AtLeast | Bound::MoreThan => (low - slack(low), f64::INFINITY),
            Bound::AtMost | Bound::LessThan => (f64::NEG_INFINITY, high + slack(high)),
        }
    }
}

impl Bound {
    /// Whether the truth is said to be no less.
    fn is_floor(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// Whether the truth is said to be no more.
    fn is_ceiling(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

fn agreed(equal: bool) -> Agreement {
    if equal { Agreement::Equal } else { Agreement::Compatible }
}

fn same(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= SAME * a.abs().max(b.abs())
}

/// 3-2 and 2-3: one result, told from the other side.
fn same_pair_turned(a: &Quantity, b: &Quantity) -> bool {
    same(a.low, b.high) && same(a.high, b.low)
}
