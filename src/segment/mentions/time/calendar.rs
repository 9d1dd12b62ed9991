//! Points of the calendar as they are written, before the publication date gives them a place.

use jiff::civil::{Date, Weekday};

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::super::number::{Form, number_at};

/// A point or stretch of the calendar as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Written {
    /// One day or more, with the year.
    Days(Date, Date),
    /// Days of a month, without a year.
    MonthDays { month: i8, first: i8, last: i8 },
    /// A weekday.
    Weekday(Weekday, Which),
    /// A month, perhaps with its year, or part of one.
    Month { month: i8, year: Option<i16>, which: Which, part: Part },
    /// A quarter of a year.
    Quarter { quarter: i8, year: i16 },
    /// Years, first and last.
    Years { first: i16, last: i16, part: Part },
    /// A season and perhaps its year.
    Season { season: Season, year: Option<i16>, which: Which },
    /// A calendar unit counted from the current one: last week -1, this year 0.
    Unit { unit: Unit, shift: i32, part: Part },
    /// A day counted from the current one, and how many days it may reach back.
    Day { shift: i64, back: i64 },
    /// Christmas and the like: month, first and last day.
    Holiday(i8, i8, i8),
}

impl Written {
    /// Whether it names its first and its last day or year.
    pub(super) fn is_stretch(self) -> bool {
        match self {
            Self::Days(first, last) => first != last,
            Self::MonthDays { first, last, .. } => first != last,
            Self::Years { first, last, .. } => first != last,
            _ => false,
        }
    }
}

/// Which of the recurring ones is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Not said: the tense decides.
    Any,
    /// "last Friday".
    Last,
    /// "this Friday".
    This,
    /// "next Friday".
    Next,
}

/// Which part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Early,
    Mid,
    Late,
    /// "earlier this year": up to today.
    Before,
    /// "later this year": from today.
    After,
}

/// A calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Week,
    Weekend,
    Month,
    Year,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("monday", &["mon"]),
    ("tuesday", &["tue", "tues"]),
    ("wednesday", &["wed"]),
    ("thursday", &["thu", "thur", "thurs"]),
    ("friday", &["fri"]),
    ("saturday", &["sat"]),
    ("sunday", &["sun"]),
];

const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["jan"]),
    ("february", &["feb"]),
    ("march", &["mar"]),
    ("april", &["apr"]),
    ("may", &[]),
    ("june", &["jun"]),
    ("july", &["jul"]),
    ("august", &["aug"]),
    ("september", &["sep", "sept"]),
    ("october", &["oct"]),
    ("november", &["nov"]),
    ("december", &["dec"]),
];

/// Whether the folded word names a month or a weekday.
pub(in super::super) fn names_calendar(word: &str) -> bool {
    month_name(word).is_some() || weekday_name(word).is_some()
}

/// Number of the month (1 to 12) and whether the word is an abbreviation.
fn month_name(word: &str) -> Option<(i8, bool)> {
    let at = MONTHS.iter().position(|(name, short)| *name == word || short.contains(&word))?;
    Some((at as i8 + 1, MONTHS[at].0 != word))
}

fn weekday_name(word: &str) -> Option<(Weekday, bool)> {
    let at = WEEKDAYS.iter().position(|(name, short)| *name == word || short.contains(&word))?;
    let day = Weekday::from_monday_zero_offset(at as i8).ok()?;
    Some((day, WEEKDAYS[at].0 != word))
}

/// A weekday with the tokens it takes: its name, a point after an abbreviation.
pub(super) fn weekday_at(tokens: &Tokens<'_>, i: usize) -> Option<(Weekday, usize)> {
    let (day, short) = weekday_name(tokens.word(i)).filter(|_| tokens.capital(i))?;
    let end = after_point(tokens, i, short);
    let dated = || date_at(tokens, skip_comma(tokens, end)).is_some();
    if short && !dated() {
        return None;
    }
    let feasts = ["black", "good", "bloody", "ash", "super", "palm", "easter", "cyber", "giving", "holy", "maundy"];
    let papers = ["times", "mirror", "telegraph", "express", "mail", "post", "star", "league", "world", "independent"];
    let named = tokens.capital(end) && papers.contains(&tokens.word(end));
    (!feasts.contains(&tokens.before(i, 1)) && !named).then_some((day, end))
}

/// One past an abbreviation and its point.
fn after_point(tokens: &Tokens<'_>, i: usize, short: bool) -> usize {
    if short && tokens.lower(i + 1) == "." && tokens.glued(i + 1) { i + 2 } else { i + 1 }
}

pub(super) fn skip_comma(tokens: &Tokens<'_>, i: usize) -> usize {
    if tokens.lower(i) == "," { i + 1 } else { i }
}

/// A month with the tokens it takes.
pub(super) fn month_at(tokens: &Tokens<'_>, i: usize) -> Option<(i8, usize)> {
    let (month, short) = month_name(tokens.word(i)).filter(|_| tokens.capital(i))?;
    Some((month, after_point(tokens, i, short)))
}

/// A day of the month: "12", "12th".
fn day_at(tokens: &Tokens<'_>, i: usize) -> Option<(i8, usize)> {
    let figure = tokens.figure(i)?;
    let fits = figure.decimals == 0 && figure.digits <= 2 && (1.0..=31.0).contains(&figure.value) && !figure.fraction;
    let suffix = tokens.glued(i + 1) && matches!(tokens.word(i + 1), "st" | "nd" | "rd" | "th");
    let end = if suffix { i + 2 } else { i + 1 };
    let joined = tokens.glued(end) && matches!(tokens.lower(end), ":" | "%" | "/")
        || !suffix && tokens.glued(end) && !tokens.word(end).is_empty();
    (fits && !joined).then_some((figure.value as i8, end))
}

/// A year in digits: 1800 to 2099.
pub(super) fn year_at(tokens: &Tokens<'_>, i: usize) -> Option<(i16, usize)> {
    let figure = tokens.figure(i)?;
    let fits = figure.digits == 4 && figure.decimals == 0 && !figure.grouped && !figure.fraction;
    let after =
        tokens.glued(i + 1) && (!tokens.word(i + 1).is_empty() || matches!(tokens.lower(i + 1), "%" | ":" | "$"));
    let before = i > 0 && tokens.glued(i) && matches!(tokens.before(i, 1), "$" | "£" | "€" | "#" | "." | ",");
    (fits && !after && !before && (1800.0..2100.0).contains(&figure.value)).then_some((figure.value as i16, i + 1))
}

/// A date with its day: "Aug. 12", "12 August 2025", "June 15-17", "2025-08-12", "the 5th of May".
pub(super) fn date_at(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    if let Some(iso) = iso(tokens, i) {
        return Some(iso);
    }
    let (month, first, last, end) = if let Some((month, at)) = month_at(tokens, i) {
        let (first, end) = day_at(tokens, at)?;
        let (last, end) = second_day(tokens, end).unwrap_or((first, end));
        (month, first, last, end)
    } else {
        let (first, at) = day_at(tokens, i)?;
        let (last, at) = second_day(tokens, at).unwrap_or((first, at));
        let at = if tokens.word(at) == "of" { at + 1 } else { at };
        let (month, end) = month_at(tokens, at)?;
        (month, first, last, end)
    };
    if last < first {
        return None;
    }
    let year = year_at(tokens, skip_comma(tokens, end));
    match year {
        Some((year, end)) => {
            let days = (Date::new(year, month, first).ok()?, Date::new(year, month, last).ok()?);
            Some((Written::Days(days.0, days.1), end))
        }
        None => Date::new(2024, month, last).ok().map(|_| (Written::MonthDays { month, first, last }, end)),
    }
}

/// The end of a run of days: "15-17", "15 to 17".
fn second_day(tokens: &Tokens<'_>, i: usize) -> Option<(i8, usize)> {
    let joined = tokens.lower(i) == "-" || matches!(tokens.word(i), "to" | "and" | "through");
    let (day, end) = if joined { day_at(tokens, i + 1)? } else { return None };
    // "Aug. 12 and 14 people", "June 15 to 17 delegates"
    (tokens.lower(i) == "-" || noun::plural_head(tokens, end).is_none()).then_some((day, end))
}

/// "2025-08-12"; of dates in slashes those that can be read one way only.
fn iso(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    let part = |at: usize| tokens.figure(at).filter(|f| f.decimals == 0 && !f.grouped && (at == i || tokens.glued(at)));
    let (a, b, c) = (part(i)?, part(i + 2)?, part(i + 4)?);
    let marks = (tokens.lower(i + 1), tokens.lower(i + 3));
    if !tokens.glued(i + 1) || !tokens.glued(i + 3) {
        return None;
    }
    let (year, month, day) = match marks {
        ("-", "-") if a.digits == 4 => (a.value, b.value, c.value),
        ("/", "/") if c.digits == 4 && a.value > 12.0 => (c.value, b.value, a.value),
        ("/", "/") if c.digits == 4 && b.value > 12.0 => (c.value, a.value, b.value),
        _ => return None,
    };
    let date = Date::new(year as i16, month as i8, day as i8).ok()?;
    Some((Written::Days(date, date), i + 5))
}

/// A month without a day: "June 2025", "early January", "last June". `which` and `part` were read before it.
pub(super) fn month_alone(tokens: &Tokens<'_>, i: usize, which: Which, part: Part) -> Option<(Written, usize)> {
    let (month, end) = month_at(tokens, i)?;
    let at = skip_comma(tokens, end);
    let at = if tokens.word(at) == "of" { at + 1 } else { at };
    if let Some((year, end)) = year_at(tokens, at) {
        return Some((Written::Month { month, year: Some(year), which, part }, end));
    }
    let cue = matches!(
        tokens.before(i, 1),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "from"
            | "during"
            | "through"
            | "before"
            | "after"
            | "for"
            | "to"
            | "between"
            | "mid"
    );
    let told = which != Which::Any || part != Part::Whole;
    // "in May Street", "for April Jones": months are names, too.
    let name = tokens.capital(end) && tokens.get(end).is_some_and(|t| t.kind == Kind::Word);
    let figure = tokens.figure(end).is_some() && tokens.before(i, 1) != "in";
    ((cue || told) && !name && !figure).then_some((Written::Month { month, year: None, which, part }, end))
}

/// A season: "last winter", "the summer of 2024", "spring 2025".
pub(super) fn season_at(tokens: &Tokens<'_>, i: usize, which: Which) -> Option<(Written, usize)> {
    let season = match tokens.word(i) {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    };
    let of = tokens.word(i + 1) == "of";
    if let Some((year, end)) = year_at(tokens, i + 1 + usize::from(of)) {
        return Some((Written::Season { season, year: Some(year), which }, end));
    }
    (which != Which::Any && !of).then_some((Written::Season { season, year: None, which }, i + 1))
}

/// "Q3 2025", "the third quarter of 2025". Without a year a quarter may be anyone's financial year, or a match's.
pub(super) fn quarter_at(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    let word = tokens.word(i);
    let (quarter, at) = match word.strip_prefix('q').and_then(|digit| digit.parse::<i8>().ok()) {
        Some(quarter) => (quarter, i + 1),
        None => {
            let number = number_at(tokens, i, false).filter(|n| n.form == Form::Ordinal)?;
            let at = if tokens.lower(number.end) == "-" { number.end + 1 } else { number.end };
            (tokens.word(at) == "quarter").then_some((number.low as i8, at + 1))?
        }
    };
    let at = if tokens.word(at) == "of" { at + 1 } else { at };
    let (year, end) = year_at(tokens, at)?;
    (1..=4).contains(&quarter).then_some((Written::Quarter { quarter, year }, end))
}
