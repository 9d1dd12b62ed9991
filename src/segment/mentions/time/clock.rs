//! Times of day: "7:50 p.m.", "12.01am", "18:30", "0900 GMT", "noon", "at 6" beside "tonight".

use jiff::civil::Time;

use super::super::lexer::{Kind, Tokens};

/// A time of day, and one past its last token. A time given in a named zone is read but not kept: the zones of two reports
/// may differ.
pub(super) fn clock_at(tokens: &Tokens<'_>, i: usize) -> Option<(Option<Time>, usize)> {
    if let Some(time) = named(tokens, i) {
        return Some((Some(time), i + 1));
    }
    let (hour, minute, at) = hour_and_minute(tokens, i)?;
    let half = match tokens.word(at) {
        "am" | "a.m." | "a.m" => Some(0),
        "pm" | "p.m." | "p.m" => Some(12),
        _ => None,
    };
    let (hour, at) = match half {
        Some(shift) if (1..=12).contains(&hour) => (hour % 12 + shift, at + 1),
        Some(_) => return None,
        None => (bare_hour(tokens, i, hour, at)?, if tokens.word(at) == "o'clock" { at + 1 } else { at }),
    };
    let (zoned, end) = zone(tokens, at);
    Some((Time::new(hour, minute, 0, 0).ok().filter(|_| !zoned), end))
}

fn named(tokens: &Tokens<'_>, i: usize) -> Option<Time> {
    let free = tokens.get(i).is_some_and(|t| t.kind == Kind::Word) && !tokens.capital(i + 1) && !tokens.hyphen(i + 1);
    match tokens.word(i) {
        "noon" | "midday" if free => Time::new(12, 0, 0, 0).ok(),
        "midnight" if free => Time::new(0, 0, 0, 0).ok(),
        _ => None,
    }
}

/// Hour, minute and the token after them.
fn hour_and_minute(tokens: &Tokens<'_>, i: usize) -> Option<(i8, i8, usize)> {
    let Some(figure) = tokens.figure(i) else {
        let hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        let hour = hours.iter().position(|&hour| hour == tokens.word(i))?;
        let o_clock = matches!(tokens.word(i + 1), "o'clock" | "a.m." | "p.m." | "am" | "pm");
        return o_clock.then_some((hour as i8 + 1, 0, i + 1));
    };
    if figure.grouped
        || figure.fraction
        || (i > 0 && tokens.glued(i) && matches!(tokens.before(i, 1), "$" | "£" | "€" | ":"))
    {
        return None;
    }
    let minutes = tokens.figure(i + 2).filter(|m| m.digits == 2 && m.decimals == 0 && m.value < 60.0);
    if tokens.lower(i + 1) == ":" && tokens.glued(i + 1) && tokens.glued(i + 2) {
        let seconds = tokens.lower(i + 3) == ":" && tokens.glued(i + 3);
        let fits = figure.decimals == 0 && figure.value < 24.0 && !seconds;
        return minutes.filter(|_| fits).map(|m| (figure.value as i8, m.value as i8, i + 3));
    }
    if figure.decimals == 2 && figure.value < 24.0 {
        let minute = (figure.value.fract() * 100.0).round();
        return (minute < 60.0).then_some((figure.value.trunc() as i8, minute as i8, i + 1));
    }
    if figure.decimals == 0 && figure.digits == 4 && figure.value < 2400.0 && zone(tokens, i + 1).0 {
        let (hour, minute) = (figure.value as i16 / 100, figure.value as i16 % 100);
        return (minute < 60).then_some((hour as i8, minute as i8, i + 1));
    }
    (figure.decimals == 0 && figure.digits <= 2 && figure.value < 24.0).then_some((figure.value as i8, 0, i + 1))
}

/// The hour of a time without "a.m." or "p.m.", where it can be known.
fn bare_hour(tokens: &Tokens<'_>, i: usize, hour: i8, at: usize) -> Option<i8> {
    // "with 7:41 to go" is no time of day; "at 18:30" is.
    let cues = ["at", "from", "until", "by", "around", "about", "since", "between", "to", "after", "before", "|", ","];
    let colon = at == i + 3 && cues.contains(&tokens.before(i, 1));
    let pointed = tokens.figure(i).is_some_and(|f| f.decimals == 2);
    let o_clock = tokens.word(at) == "o'clock";
    if colon || ((pointed || at > i) && zone(tokens, at).0) {
        return Some(hour);
    }
    let evening = |j: usize| matches!(tokens.word(j), "tonight" | "evening" | "afternoon" | "night");
    let morning = |j: usize| tokens.word(j) == "morning";
    let hourly = matches!(tokens.before(i, 1), "at" | "until" | "from")
        && matches!(tokens.lower(at), "" | "." | "," | "in" | "on" | "at" | "tonight" | "this");
    if !(o_clock || (hourly && !pointed)) || !(1..=12).contains(&hour) {
        return None;
    }
    let clause = tokens.clause(i);
    if clause.clone().any(evening) {
        Some(hour % 12 + 12)
    } else if clause.clone().any(morning) {
        Some(hour % 12)
    } else {
        None
    }
}

/// Whether a time zone is named at token `i`, and one past it. "Local time" is none.
fn zone(tokens: &Tokens<'_>, i: usize) -> (bool, usize) {
    if tokens.word(i) == "local" && tokens.word(i + 1) == "time" {
        return (false, i + 2);
    }
    let zones = [
        "gmt", "utc", "bst", "et", "edt", "est", "ct", "cdt", "cst", "mt", "mdt", "mst", "pt", "pdt", "pst", "cet",
        "cest", "eet", "eest", "msk", "ist", "jst", "aest",
    ];
    let zoned = zones.contains(&tokens.word(i)) && tokens.capital(i);
    (zoned, i + usize::from(zoned))
}
