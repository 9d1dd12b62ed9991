//! The ticks of the axis: as fine as there is room for, from centuries to days.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::gui::shown_timeline::{day_number, day_of};

/// A distance of ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days,
    Weeks,
    Months(i8),
    Years(i16),
}

/// All steps with their lengths in days, the finest first.
const STEPS: [(Step, f64); 12] = [
    (Step::Days, 1.0),
    (Step::Weeks, 7.0),
    (Step::Months(1), 30.4),
    (Step::Months(3), 91.3),
    (Step::Months(6), 182.6),
    (Step::Years(1), 365.25),
    (Step::Years(2), 730.5),
    (Step::Years(5), 1826.0),
    (Step::Years(10), 3652.0),
    (Step::Years(20), 7305.0),
    (Step::Years(50), 18262.0),
    (Step::Years(100), 36525.0),
];

/// Share of the least distance of ticks, 0 to 1, that those need whose names have two digits.
const SHORT: f64 = 0.6;

/// A tick.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// Its day.
    pub(super) day: f64,
    /// What stands below it.
    pub(super) name: String,
}

/// The ticks of a stretch of even scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ticks {
    /// Every tick.
    pub(super) fine: Vec<Tick>,
    /// What they are of, with where it begins: months above days, years above months; none above years.
    pub(super) coarse: Vec<Tick>,
}

/// The ticks from day `from` to day `to`, at least `least` days apart.
pub(super) fn ticks(from: f64, to: f64, least: f64) -> Ticks {
    // Days of a month are half as wide as the names of months and years.
    let least_of = |step| if matches!(step, Step::Days | Step::Weeks) { least * SHORT } else { least };
    let step = STEPS.iter().find(|(step, days)| *days >= least_of(*step)).unwrap_or(&STEPS[STEPS.len() - 1]).0;
    let wide = matches!(step, Step::Days) && least < 0.7;
    let fine = dates(step, from, to).map(|date| Tick { day: day_number(date), name: name(step, date, wide) }).collect();
    let coarse = match step {
        Step::Days | Step::Weeks => (Step::Months(1), "%B %Y"),
        Step::Months(_) => (Step::Years(1), "%Y"),
        Step::Years(_) => return Ticks { fine, coarse: Vec::new() },
    };
    let start = floor(coarse.0, day_of(from));
    let coarse = dates(coarse.0, day_number(start), to)
        .map(|date| Tick { day: day_number(date), name: date.strftime(coarse.1).to_string() })
        .collect();
    Ticks { fine, coarse }
}

/// The years of a stretch as one tick, "2014" or "2024–25", where the first of them begins. What is left of a year at the
/// start, less than half of one, is not named.
pub(super) fn years([from, to]: [f64; 2]) -> Tick {
    let (mut first, last) = (day_of(from), day_of(to - 1.0).year());
    if first.year() < last && first.month() > 6 {
        first = Date::new(first.year() + 1, 1, 1).unwrap_or(first);
    }
    let year = first.year();
    let name = if year == last { year.to_string() } else { format!("{year}–{:02}", last.rem_euclid(100)) };
    Tick { day: day_number(first), name }
}

fn name(step: Step, date: Date, wide: bool) -> String {
    let format = match step {
        Step::Days if wide => "%a %-d",
        Step::Days | Step::Weeks => "%-d",
        Step::Months(_) => "%b",
        Step::Years(_) => "%Y",
    };
    date.strftime(format).to_string()
}

/// The first day of the step that a day is in.
fn floor(step: Step, date: Date) -> Date {
    let first = |year: i16, month: i8| Date::new(year, month, 1).unwrap_or(date);
    match step {
        Step::Days => date,
        Step::Weeks => date.saturating_sub(i64::from(date.weekday().since(Weekday::Monday)).days()),
        Step::Months(n) => first(date.year(), (date.month() - 1) / n * n + 1),
        Step::Years(n) => first(date.year().div_euclid(n) * n, 1),
    }
}

fn next(step: Step, date: Date) -> Date {
    match step {
        Step::Days => date.saturating_add(1.day()),
        Step::Weeks => date.saturating_add(1.week()),
        Step::Months(n) => date.saturating_add(i64::from(n).months()),
        Step::Years(n) => date.saturating_add(i64::from(n).years()),
    }
}

/// The starts of the step within a stretch.
fn dates(step: Step, from: f64, to: f64) -> impl Iterator<Item = Date> {
    /// More than any screen has room for.
    const MOST: usize = 2000;
    let mut date = floor(step, day_of(from));
    if day_number(date) < from {
        date = next(step, date);
    }
    std::iter::successors(Some(date), move |&date| Some(next(step, date)).filter(|&later| later > date))
        .take_while(move |&date| day_number(date) < to)
        .take(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(from: &str, to: &str, least: f64) -> (Vec<String>, Vec<String>) {
        let day = |text: &str| day_number(text.parse().unwrap());
        let found = ticks(day(from), day(to), least);
        let names = |ticks: Vec<Tick>| ticks.into_iter().map(|tick| tick.name).collect();
        (names(found.fine), names(found.coarse))
    }

    #[test]
    fn a_stretch_too_narrow_for_ticks_is_named_by_its_years() {
        for (from, to, day, name) in [
            ("1981-01-01", "1982-01-01", "1981-01-01", "1981"),
            ("2024-01-01", "2026-01-01", "2024-01-01", "2024–25"),
            ("2026-12-03", "2028-01-01", "2027-01-01", "2027"),
            ("2026-11-25", "2027-01-01", "2026-11-25", "2026"),
            ("1999-01-01", "2001-01-01", "1999-01-01", "1999–00"),
        ] {
            let number = |text: &str| day_number(text.parse().unwrap());
            let tick = years([from, to].map(number));
            assert_eq!((tick.day, tick.name.as_str()), (number(day), name), "{from} {to}");
        }
    }

    #[test]
    fn as_fine_as_there_is_room_for() {
        for (from, to, least, fine, coarse) in [
            ("2025-12-30", "2026-01-02", 0.5, "Tue 30 Wed 31 Thu 1", "December 2025 January 2026"),
            ("2025-12-30", "2026-01-02", 1.0, "30 31 1", "December 2025 January 2026"),
            ("2025-12-02", "2025-12-20", 3.0, "8 15", "December 2025"),
            ("2025-11-15", "2026-02-02", 20.0, "Dec Jan Feb", "2025 2026"),
            ("2025-02-15", "2026-02-15", 80.0, "Apr Jul Oct Jan", "2025 2026"),
            ("2014-06-01", "2018-01-01", 300.0, "2015 2016 2017", ""),
            ("1994-06-01", "2026-01-01", 3000.0, "2000 2010 2020", ""),
        ] {
            let (f, c) = names(from, to, least);
            assert_eq!((f.join(" ").as_str(), c.join(" ").as_str()), (fine, coarse), "{from} {to} {least}");
        }
    }
}
