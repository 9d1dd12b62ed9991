//! Gives written points their place in the calendar, against the publication date where they need one.

use jiff::civil::{Date, Weekday};
use jiff::{ToSpan, Unit as JiffUnit};

use super::calendar::{Part, Season, Unit, Which, Written};
use super::tense::Tense;
use crate::model::{TimePrecision, TimeSpan};

/// A resolved point: its stretch, if it could be resolved, and whether it rests on the publication date.
pub(super) struct Resolved {
    pub(super) value: Option<TimeSpan>,
    pub(super) relative: bool,
}

/// Resolves a point. The tense says whether a recurring one is the last or the next.
pub(super) fn resolve(written: Written, published: Option<Date>, tense: Tense) -> Resolved {
    let fixed = |value: Option<TimeSpan>| Resolved { value, relative: false };
    match written {
        Written::Days(first, last) => fixed(Some(stretch(first, last, TimePrecision::Day))),
        Written::Years { first, last, part } => fixed(years(first, last, part)),
        Written::Quarter { quarter, year } => fixed(quarter_of(year, quarter)),
        Written::Month { month, year: Some(year), part, .. } => fixed(month_of(year, month, part)),
        Written::Season { season, year: Some(year), .. } => fixed(season_of(season, year)),
        _ => Resolved { value: published.and_then(|today| relative(written, today, tense)), relative: true },
    }
}

fn relative(written: Written, today: Date, tense: Tense) -> Option<TimeSpan> {
    match written {
        Written::MonthDays { month, first, last } => {
            let year = nearest_year(today, tense, |year| Date::new(year, month, first).ok())?;
            Some(stretch(Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?, TimePrecision::Day))
        }
        Written::Weekday(day, which) => weekday(day, which, today, tense),
        Written::Month { month, which, part, .. } => {
            let year = match which {
                Which::This => today.year(),
                Which::Last => today.year() - i16::from(month >= today.month()),
                Which::Next => today.year() + i16::from(month <= today.month()),
                // The month we are in is still near, whichever way the tense points.
                Which::Any if month == today.month() => today.year(),
                Which::Any => nearest_year(today, tense, |year| Date::new(year, month, 15).ok())?,
            };
            month_of(year, month, part)
        }
        Written::Season { season, which, .. } => {
            let shift = match which {
                Which::Last => -1,
                Which::Next => 1,
                Which::This | Which::Any => 0,
            };
            season_near(season, today, shift)
        }
        Written::Unit { unit, shift, part } => unit_from(unit, shift, part, today, tense),
        Written::Day { shift, back } => {
            let day = today.checked_add(shift.days()).ok()?;
            Some(stretch(day.checked_sub(back.days()).ok()?, day, TimePrecision::Day))
        }
        Written::Holiday(month, first, last) => {
            let year = nearest_year(today, tense, |year| Date::new(year, month, first).ok())?;
            Some(stretch(Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?, TimePrecision::Week))
        }
        _ => None,
    }
}

fn stretch(from: Date, to: Date, precision: TimePrecision) -> TimeSpan {
    TimeSpan { from: Some(from), to: Some(to), precision }
}

/// The year in which the date lies last before (or on) today, first after it, or nearest to it.
fn nearest_year(today: Date, tense: Tense, date: impl Fn(i16) -> Option<Date>) -> Option<i16> {
    let year = today.year();
    let dated = |y: i16| date(y).map(|d| (y, d));
    let candidates: Vec<(i16, Date)> = [year - 1, year, year + 1].into_iter().filter_map(dated).collect();
    let chosen = match tense {
        Tense::Past => candidates.iter().rfind(|(_, d)| *d <= today),
        Tense::Future => candidates.iter().find(|(_, d)| *d >= today),
        Tense::Unknown => candidates.iter().min_by_key(|(_, d)| days_between(today, *d).abs()),
    };
    chosen.map(|&(year, _)| year)
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until((JiffUnit::Day, b)).map_or(0, |span| span.get_days())
}

/// "on Tuesday": the last one up to today; of the future the first from today on. "Next" is that of the next week.
fn weekday(day: Weekday, which: Which, today: Date, tense: Tense) -> Option<TimeSpan> {
    let ahead = i64::from(today.weekday().until(day));
    let behind = i64::from(today.weekday().since(day));
    let shift = match which {
        Which::Last => -(if behind == 0 { 7 } else { behind }),
        Which::This => ahead,
        Which::Next => {
            // Said on a Monday, "next Friday" is that of this week to some and of the next to others.
            let first = today.checked_add((if ahead == 0 { 7 } else { ahead }).days()).ok()?;
            return Some(stretch(first, first.checked_add(7.days()).ok()?, TimePrecision::Week));
        }
        Which::Any => match tense {
            Tense::Future => ahead,
            Tense::Past => -behind,
            Tense::Unknown => return None,
        },
    };
    today.checked_add(shift.days()).ok().map(TimeSpan::day)
}

fn years(first: i16, last: i16, part: Part) -> Option<TimeSpan> {
    let date = |year, month, day| Date::new(year, month, day).ok();
    let (from, to, precision) = match (part, last - first) {
        (Part::Early, 0) => (date(first, 1, 1)?, date(last, 5, 31)?, TimePrecision::Quarter),
        (Part::Mid, 0) => (date(first, 4, 1)?, date(last, 9, 30)?, TimePrecision::Quarter),
        (Part::Late, 0) => (date(first, 8, 1)?, date(last, 12, 31)?, TimePrecision::Quarter),
        (Part::Early, 9) => (date(first, 1, 1)?, date(first + 4, 12, 31)?, TimePrecision::Decade),
        (Part::Mid, 9) => (date(first + 3, 1, 1)?, date(first + 7, 12, 31)?, TimePrecision::Decade),
        (Part::Late, 9) => (date(first + 5, 1, 1)?, date(last, 12, 31)?, TimePrecision::Decade),
        (_, 9) => (date(first, 1, 1)?, date(last, 12, 31)?, TimePrecision::Decade),
        _ => (date(first, 1, 1)?, date(last, 12, 31)?, TimePrecision::Year),
    };
    Some(stretch(from, to, precision))
}

fn quarter_of(year: i16, quarter: i8) -> Option<TimeSpan> {
    let from = Date::new(year, quarter * 3 - 2, 1).ok()?;
    Some(stretch(from, Date::new(year, quarter * 3, 1).ok()?.last_of_month(), TimePrecision::Quarter))
}

fn month_of(year: i16, month: i8, part: Part) -> Option<TimeSpan> {
    let first = Date::new(year, month, 1).ok()?;
    let day = |day: i8| Date::new(year, month, day).ok();
    let (from, to) = match part {
        Part::Early => (first, day(15)?),
        Part::Mid => (day(8)?, day(23)?),
        Part::Late => (day(16)?, first.last_of_month()),
        _ => (first, first.last_of_month()),
    };
    Some(stretch(from, to, TimePrecision::Month))
}

/// The season that begins in `year`; winter reaches into the next.
fn season_of(season: Season, year: i16) -> Option<TimeSpan> {
    let date = |year, month, day| Date::new(year, month, day).ok();
    let (from, to) = match season {
        Season::Spring => (date(year, 3, 1)?, date(year, 6, 21)?),
        Season::Summer => (date(year, 6, 1)?, date(year, 9, 23)?),
        Season::Autumn => (date(year, 9, 1)?, date(year, 12, 21)?),
        Season::Winter => (date(year, 12, 1)?, date(year + 1, 3, 21)?),
    };
    Some(stretch(from, to, TimePrecision::Quarter))
}

/// The season around today, or the one before or after it.
fn season_near(season: Season, today: Date, shift: i16) -> Option<TimeSpan> {
    let all: Vec<TimeSpan> = (-2..=2).filter_map(|y| season_of(season, today.year() + y)).collect();
    match shift {
        -1 => all.into_iter().rfind(|s| s.to.is_some_and(|to| to < today)),
        1 => all.into_iter().find(|s| s.from.is_some_and(|from| from > today)),
        _ => all.into_iter().min_by_key(|s| s.from.map_or(i32::MAX, |from| (days_between(today, from) + 45).abs())),
    }
}

fn unit_from(unit: Unit, shift: i32, part: Part, today: Date, tense: Tense) -> Option<TimeSpan> {
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).ok()?;
    let whole = match unit {
        Unit::Week => {
            let from = monday.checked_add((7 * i64::from(shift)).days()).ok()?;
            stretch(from, from.checked_add(6.days()).ok()?, TimePrecision::Week)
        }
        Unit::Weekend => {
            // On a weekday the weekend just gone or the one to come; on a weekend the one it is.
            let started = today.weekday().to_monday_zero_offset() >= 5;
            let saturday = monday.checked_add(5.days()).ok()?;
            let weeks = match shift {
                0 if started || tense == Tense::Future => 0,
                0 => -1,
                -1 => -1,
                _ => 1,
            };
            let from = saturday.checked_add((7 * weeks).days()).ok()?;
            stretch(from, from.checked_add(1.day()).ok()?, TimePrecision::Week)
        }
        Unit::Month => {
            let first = today.first_of_month().checked_add(i64::from(shift).months()).ok()?;
            month_of(first.year(), first.month(), part)?
        }
        Unit::Year => years(today.year() + shift as i16, today.year() + shift as i16, part)?,
    };
    Some(match part {
        Part::Before => TimeSpan { to: Some(today), ..whole },
        Part::After => TimeSpan { from: Some(today), ..whole },
        Part::Early if unit == Unit::Week => {
            TimeSpan { to: whole.from.and_then(|d| d.checked_add(3.days()).ok()), ..whole }
        }
        Part::Late if unit == Unit::Week => {
            TimeSpan { from: whole.from.and_then(|d| d.checked_add(2.days()).ok()), ..whole }
        }
        _ => whole,
    })
}
