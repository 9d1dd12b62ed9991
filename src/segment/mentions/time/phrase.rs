//! Phrases that name a point of the calendar: the words around a weekday, a month, a year, a week.

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::calendar::{
    self, Part, Unit, Which, Written, date_at, month_alone, quarter_at, season_at, weekday_at, year_at,
};
use crate::model::TimeKind;

/// The point of the calendar that begins at token `i`, without its preposition, and one past its last token.
pub(super) fn point_at(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    let start = i;
    if let Some(day) = day_word(tokens, start) {
        return Some(day);
    }
    let (which, part, i) = modifiers(tokens, i);
    if let Some(unit) = unit_at(tokens, start, i, which, part) {
        return Some(unit);
    }
    if let Some((written, end)) = weekday(tokens, i, which) {
        return Some((written, day_part(tokens, end)));
    }
    if let Some((written, end)) = date_at(tokens, i) {
        let ago = which == Which::Any && part == Part::Whole;
        return ago.then_some((written, day_part(tokens, end)));
    }
    month_alone(tokens, i, which, part)
        .or_else(|| quarter_at(tokens, i))
        .or_else(|| season_at(tokens, i, season_which(tokens, start, which)))
        .or_else(|| years(tokens, start, i, part))
        .or_else(|| holiday(tokens, i))
}

/// "last", "early", "the end of" and the like before a point, and the token after them.
fn modifiers(tokens: &Tokens<'_>, i: usize) -> (Which, Part, usize) {
    let mut at = i;
    let mut part = Part::Whole;
    let part_of = |word: &str| {
        Some(match word {
            "early" | "start" | "beginning" => Part::Early,
            "mid" | "middle" => Part::Mid,
            "late" | "end" => Part::Late,
            "earlier" => Part::Before,
            "later" => Part::After,
            _ => return None,
        })
    };
    let article = usize::from(tokens.word(at) == "the");
    if let Some(found) = part_of(tokens.word(at + article)) {
        let noun = matches!(tokens.word(at + article), "start" | "beginning" | "middle" | "end");
        let of = tokens.word(at + article + 1) == "of";
        let hyphen = tokens.hyphen(at + article + 1);
        let joins = matches!(tokens.word(at + article + 1), "in" | "on") && !noun;
        if noun == of || joins {
            part = found;
            at += article + 1 + usize::from(of || hyphen || joins);
        }
    }
    let which = match tokens.word(at) {
        "last" => Which::Last,
        "this" => Which::This,
        "next" | "coming" => Which::Next,
        _ => return (Which::Any, part, at),
    };
    let coming = usize::from(matches!(tokens.word(at + 1), "coming" | "past"));
    (if tokens.word(at + 1) == "past" { Which::Last } else { which }, part, at + 1 + coming)
}

/// "yesterday", "tonight", "this morning", "the day before yesterday".
fn day_word(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    let day = |shift: i64, end: usize| Some((Written::Day { shift, back: 0 }, end));
    let phrases: [(&str, i64); 12] = [
        ("the day before yesterday", -2),
        ("the day after tomorrow", 2),
        ("earlier today", 0),
        ("later today", 0),
        ("this morning", 0),
        ("this afternoon", 0),
        ("this evening", 0),
        ("last night", -1),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("tonight", 0),
        ("today", 0),
    ];
    let (count, shift) = phrases.iter().find_map(|&(phrase, shift)| Some((tokens.phrase_at(i, phrase)?, shift)))?;
    // "USA Today", "Today's World" are names; "today's youth" means nowadays.
    let end = i + count;
    let name = tokens.capital(i) && i > 0 && tokens.capital(i - 1);
    if name {
        return None;
    }
    day(shift, day_part(tokens, end))
}

/// One past the part of the day that follows a day: "Wednesday night".
fn day_part(tokens: &Tokens<'_>, end: usize) -> usize {
    let early = usize::from(matches!(tokens.word(end), "early" | "late"));
    let part =
        matches!(tokens.word(end + early), "morning" | "afternoon" | "evening" | "night" | "lunchtime" | "overnight");
    if part { end + early + 1 } else { end }
}

/// A weekday, alone or with its date; "Friday last week".
fn weekday(tokens: &Tokens<'_>, i: usize, which: Which) -> Option<(Written, usize)> {
    let (day, end) = weekday_at(tokens, i)?;
    if let Some((written, end)) = date_at(tokens, calendar::skip_comma(tokens, end)) {
        return Some((written, end));
    }
    // "Friday week" and "Friday last week" are other Fridays.
    let week = matches!(tokens.word(end), "week" | "last" | "next");
    (!week).then_some((Written::Weekday(day, which), end))
}

/// "last week", "earlier this month", "the year before last", "over the weekend".
fn unit_at(tokens: &Tokens<'_>, start: usize, i: usize, which: Which, part: Part) -> Option<(Written, usize)> {
    let unit = match tokens.word(i) {
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    };
    if tokens.hyphen(i + 1) {
        return None;
    }
    let shift = match which {
        Which::Last => -1,
        Which::This => 0,
        Which::Next => 1,
        // "the week before last"; "the weekend" is the one at hand; "the end of the month".
        Which::Any => {
            let the = tokens.before(i, 1) == "the" || tokens.word(start) == "the";
            if the && tokens.phrase_at(i + 1, "before last").is_some() {
                return Some((Written::Unit { unit, shift: -2, part }, i + 3));
            }
            let at_hand = unit == Unit::Weekend && matches!(tokens.before(i, 2), "over" | "at" | "on" | "during");
            return (the && at_hand).then_some((Written::Unit { unit, shift: 0, part }, i + 1));
        }
    };
    // "the last year", "over the past month" end today: no calendar year.
    let rolling = tokens.before(start, 1) == "the" && which == Which::Last || tokens.word(i - 1) == "past";
    (!rolling).then_some((Written::Unit { unit, shift, part }, i + 1))
}

/// "the" makes "in the spring" no certain season; "last", "this", "next" do.
fn season_which(tokens: &Tokens<'_>, start: usize, which: Which) -> Which {
    if tokens.before(start, 1) == "the" { Which::Any } else { which }
}

/// Years: "2014", "late 2014", "2014-2018", "the mid-1990s".
fn years(tokens: &Tokens<'_>, start: usize, i: usize, part: Part) -> Option<(Written, usize)> {
    if let Some(decade) = decade(tokens, i, part) {
        return Some(decade);
    }
    let (first, end) = year_at(tokens, i)?;
    if let Some((last, end)) = second_year(tokens, i, first, end) {
        return Some((Written::Years { first, last, part: Part::Whole }, end));
    }
    let reads_as_year = part != Part::Whole || is_year(tokens, start, i, end);
    reads_as_year.then_some((Written::Years { first, last: first, part }, end))
}

fn decade(tokens: &Tokens<'_>, i: usize, part: Part) -> Option<(Written, usize)> {
    let figure = tokens.figure(i).filter(|f| f.digits == 4 && !f.grouped && f.value % 10.0 == 0.0)?;
    let plural = tokens.word(i + 1) == "s" && tokens.glued(i + 1) && (1800.0..2100.0).contains(&figure.value);
    let first = figure.value as i16;
    plural.then_some((Written::Years { first, last: first + 9, part }, i + 2))
}

/// The second year of a stretch: "2014-2018", "2014-15", "from 2014 to 2022".
fn second_year(tokens: &Tokens<'_>, i: usize, first: i16, end: usize) -> Option<(i16, usize)> {
    let joined = tokens.hyphen(end)
        || (tokens.lower(end) == "/" && tokens.glued(end) && tokens.glued(end + 1))
        || (tokens.word(end) == "to" && tokens.before(i, 1) == "from")
        || (tokens.word(end) == "and" && tokens.before(i, 1) == "between");
    if !joined {
        return None;
    }
    if let Some((last, end)) = year_at(tokens, end + 1) {
        return (last > first).then_some((last, end));
    }
    let short = tokens.figure(end + 1).filter(|f| f.digits == 2 && f.decimals == 0)?;
    let last = first / 100 * 100 + short.value as i16;
    (last == first + 1 && !tokens.hyphen(end + 2)).then_some((last, end + 2))
}

/// Whether the four digits at `i` read as a year.
fn is_year(tokens: &Tokens<'_>, start: usize, i: usize, end: usize) -> bool {
    let before = tokens.before(start, 1);
    let counted = noun::plural_head(tokens, end) == Some(end) && !tokens.capital(end);
    let round = tokens.figure(i).is_some_and(|f| f.value % 100.0 == 0.0);
    let before_word = start > 0 && tokens.get(start - 1).is_some_and(|t| t.kind == Kind::Word);
    match before {
        "in" | "since" | "by" | "until" | "till" | "during" | "before" | "after" | "from" | "between" | "through" => {
            !((counted && round) || tokens.hyphen(end))
        }
        // "the Sleepy Hollow Fire of 2015", "the summer of 2014"; but "a crowd of 2000".
        "to" => matches!(tokens.before(start, 2), "back" | "dates" | "dating" | "dated"),
        "of" => {
            !counted
                && !round
                && !matches!(tokens.before(start, 2), "crowd" | "total" | "some" | "group" | "force" | "toll")
        }
        "(" => tokens.lower(end) == ")",
        "the" | "its" | "his" | "her" | "their" | "a" => !round && !tokens.word(end).is_empty(),
        // "Russia's 2014 annexation"
        _ => before_word && !round && !counted && possessive(tokens, start - 1) && !tokens.word(end).is_empty(),
    }
}

fn possessive(tokens: &Tokens<'_>, i: usize) -> bool {
    let raw = tokens.get(i).map_or("", |t| t.span.of(tokens.text));
    raw.ends_with("'s") || raw.ends_with("’s") || raw.ends_with('’') || raw.ends_with('\'')
}

fn holiday(tokens: &Tokens<'_>, i: usize) -> Option<(Written, usize)> {
    let cue =
        matches!(tokens.before(i, 1), "by" | "on" | "at" | "before" | "after" | "since" | "until" | "over" | "around");
    if !cue || !tokens.capital(i) {
        return None;
    }
    let days = [
        ("christmas day", (12, 25, 25)),
        ("christmas eve", (12, 24, 24)),
        ("christmas", (12, 24, 26)),
        ("boxing day", (12, 26, 26)),
        ("new year's eve", (12, 31, 31)),
        ("new year eve", (12, 31, 31)),
        ("new year's day", (1, 1, 1)),
        ("new year day", (1, 1, 1)),
        ("halloween", (10, 31, 31)),
    ];
    days.iter().find_map(|&(name, (month, first, last))| {
        Some((Written::Holiday(month, first, last), i + tokens.phrase_at(i, name)?))
    })
}

/// Whether the date at tokens `i..end` belongs to a dateline, and says when the report was filed: "OSLO, May 22 (Agency) -".
pub(super) fn is_dateline(tokens: &Tokens<'_>, i: usize, end: usize) -> bool {
    let agency =
        tokens.lower(end) == "(" && (end + 1..end + 5).any(|j| tokens.lower(j) == ")" && tokens.lower(j + 1) == "-");
    let dash = tokens.lower(end) == "-"
        && !tokens.glued(end)
        && (0..i).all(|j| tokens.capital(j) || !tokens.word(j).chars().any(char::is_alphabetic));
    i < 8 && i > 0 && (agency || dash)
}

/// The first token of a point with the preposition before it, and what kind the preposition makes it.
pub(super) fn with_preposition(tokens: &Tokens<'_>, i: usize) -> (usize, TimeKind) {
    let mut at = i;
    while at > 0 && matches!(tokens.before(at, 1), "the" | "about" | "around" | "early" | "late") && i - at < 2 {
        at -= 1;
    }
    let preposition = tokens.before(at, 1);
    let kind = match preposition {
        "since" => TimeKind::Since,
        "until" | "till" | "by" | "before" => TimeKind::Until,
        "from" | "after" => TimeKind::Since,
        "on" | "in" | "at" | "during" | "over" | "through" => TimeKind::At,
        _ => return (i, TimeKind::At),
    };
    // "from 2014 to 2022" is a stretch; "after Friday's attack" names the attack.
    let stretch = tokens.word(i + 1) == "to" || possessive(tokens, i);
    (at - 1, if stretch && matches!(preposition, "from" | "after" | "before") { TimeKind::At } else { kind })
}

/// A time that recurs: "every week", "daily", "on Mondays"; one past its last token.
pub(super) fn recurring(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let word = tokens.word(i);
    if matches!(word, "daily" | "weekly" | "monthly" | "nightly" | "hourly" | "annually" | "yearly") {
        return (!(tokens.capital(i) && i > 0)).then_some(i + 1);
    }
    if matches!(word, "every" | "each") {
        let other = usize::from(matches!(
            tokens.word(i + 1),
            "other" | "single" | "few" | "second" | "two" | "three" | "four" | "six"
        ));
        let at = i + 1 + other;
        let unit =
            noun::is_time_unit(tokens.word(at)) || weekday_at(tokens, at).is_some() || tokens.word(at) == "morning";
        return unit.then_some(at + 1);
    }
    let plural = word.strip_suffix('s').filter(|_| tokens.capital(i) && word.ends_with("days"))?;
    (calendar::names_calendar(plural) && !possessive(tokens, i)).then_some(i + 1)
}

/// Opening hours ("Monday to Friday") and times counted from another that is not the publication date: "the following day", "the same week", "the year before".
pub(super) fn unanchored(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let word = tokens.word(i);
    if let Some((_, end)) = weekday_at(tokens, i)
        && (matches!(tokens.word(end), "to" | "through") || tokens.hyphen(end))
        && let Some((_, end)) = weekday_at(tokens, end + 1)
    {
        return Some(end);
    }
    let article = word == "the" || word == "that" || word == "a";
    if !article {
        return None;
    }
    let unit = |at: usize| noun::is_time_unit(tokens.word(at)) || weekday_at(tokens, at).is_some();
    let next = tokens.word(i + 1);
    if matches!(next, "following" | "same" | "previous" | "next" | "preceding" | "first" | "opening" | "final")
        && unit(i + 2)
    {
        return Some(i + 3);
    }
    if matches!(next, "last" | "past") && unit(i + 2) {
        return Some(i + 3);
    }
    if word == "that" && unit(i + 1) && !tokens.word(i + 1).ends_with('s') {
        return Some(i + 2);
    }
    let relative = matches!(tokens.word(i + 2), "before" | "after" | "earlier" | "later");
    let last = tokens.word(i + 3) == "last" || matches!(tokens.word(i + 3), "yesterday" | "tomorrow");
    (unit(i + 1) && relative && !last).then_some(i + 3)
}
