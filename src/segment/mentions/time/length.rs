//! Lengths of time and ages: "for two hours", "90-day", "nearly two-year-old", "three years ago".

use super::super::bound;
use super::super::lexer::Tokens;
use super::super::number::{Form, number_at};
use super::event;
use crate::lexicon::lemma;
use crate::model::Bound;

/// A length of time and what is said with it.
pub(super) struct Length {
    /// First token, with bound and preposition.
    pub(super) start: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Lowest and highest length in days.
    pub(super) days: [f64; 2],
    /// What is said with it.
    pub(super) usage: Usage,
    /// The event it belongs to where the expression itself shows it: "90-day ceasefire", "four years of war".
    pub(super) of: String,
}

/// What is said with a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usage {
    /// "three years ago".
    Ago,
    /// The thing has been for so long: "nearly two-year-old", "for the past two years".
    Old,
    /// A stretch up to now in which something happened: "in the past two years".
    Window,
    /// How long it lasts.
    Lasting,
    /// Counted from another time or of no event: read past.
    Other,
}

/// The length of time whose number begins at token `i`.
pub(super) fn length_at(tokens: &Tokens<'_>, i: usize) -> Option<Length> {
    let (low, high, step, own_bound, at) = amount(tokens, i)?;
    let hyphened = tokens.hyphen(at);
    let unit_at = if hyphened { at + 1 } else { at };
    let unit = unit_days(tokens.word(unit_at))?;
    let mut end = unit_at + 1;
    let (mut low, mut high, mut step) = (low, high, step);
    if tokens.phrase_at(end, "and a half").is_some() {
        (low, high, step, end) = (low + 0.5, high + 0.5, step.min(0.5), end + 3);
    }
    let (limit, mut start) = limit(tokens, i, own_bound);
    let days = range(low, high, step, limit, unit >= 7.0).map(|n| n * unit);
    let (usage, of, last) = usage(tokens, &mut start, end, hyphened);
    end = last.max(end);
    let usage = match usage {
        Usage::Lasting if tokens.word(end) == "of" => of_event(tokens, start, end, unit),
        usage => usage,
    };
    let of = if of.is_empty() && tokens.word(end) == "of" { event::named_at(tokens, end + 1) } else { of };
    Some(Length { start, end, days, usage, of })
}

/// Lowest and highest number, its step, its own bound, and the token after it.
fn amount(tokens: &Tokens<'_>, i: usize) -> Option<(f64, f64, f64, Bound, usize)> {
    let exact = |value: f64, step: f64, end: usize| Some((value, value, step, Bound::Exact, end));
    match (tokens.word(i), tokens.word(i + 1)) {
        ("half", "a" | "an") if unit_days(tokens.word(i + 2)).is_some() => return exact(0.5, 0.25, i + 2),
        ("a", "second") => return None,
        ("a" | "an", next) if unit_days(next).is_some() => return exact(1.0, 1.0, i + 1),
        ("several", _) => return Some((2.0, 9.0, 1.0, Bound::Exact, i + 1)),
        ("a", "few") => return Some((2.0, 6.0, 1.0, Bound::Exact, i + 2)),
        ("a", "couple") if tokens.word(i + 2) == "of" => return Some((2.0, 2.0, 1.0, Bound::About, i + 3)),
        _ => {}
    }
    let number = number_at(tokens, i, false).filter(|n| matches!(n.form, Form::Digits | Form::Words))?;
    let glued = i > 0 && tokens.glued(i) && (tokens.figure(i).is_some() && tokens.before(i, 1) != "(");
    if glued || number.multiplier > 1000.0 {
        return None;
    }
    // "two to three years", "10-15 minutes"
    let joined = matches!(tokens.word(number.end), "to" | "or") || tokens.lower(number.end) == "-";
    if joined
        && let Some(second) = number_at(tokens, number.end + 1, false)
        && second.low > number.low
        && matches!(second.form, Form::Digits | Form::Words)
        && unit_days(tokens.word(if tokens.hyphen(second.end) { second.end + 1 } else { second.end })).is_some()
    {
        return Some((number.low, second.high, second.step, Bound::Exact, second.end));
    }
    Some((number.low, number.high, number.step, number.bound, number.end))
}

/// Days in a unit of time.
pub(in crate::segment::mentions) fn unit_days(word: &str) -> Option<f64> {
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => 1.0 / 86_400.0,
        "minute" | "minutes" | "min" | "mins" => 1.0 / 1440.0,
        "hour" | "hours" | "hr" | "hrs" => 1.0 / 24.0,
        "day" | "days" | "night" | "nights" => 1.0,
        "week" | "weeks" => 7.0,
        "fortnight" => 14.0,
        "month" | "months" => 30.4375,
        "year" | "years" | "yr" | "yrs" => 365.25,
        "decade" | "decades" => 3652.5,
        "century" | "centuries" => 36_525.0,
        _ => return None,
    })
}

/// The bound before the number at `i`, and the first token with it.
fn limit(tokens: &Tokens<'_>, i: usize, own: Bound) -> (Bound, usize) {
    match bound::before(tokens, i) {
        // "over five days" is how long it took.
        Some((_, at)) if tokens.lower(at) == "over" && i - at == 1 => (own, i),
        Some((Bound::About, at)) if tokens.lower(at) == "about" && tokens.before(at, 1) == "brought" => (own, i),
        Some((limit, at)) => (limit, at),
        None if tokens.before(i, 1) == "barely" => (Bound::About, i - 1),
        None if matches!(tokens.before(i, 1), "just" | "only") => (own, i - 1),
        None => (own, i),
    }
}

/// Lowest and highest count that the words leave open, in units. Hours and days are exact, weeks and longer units counted
/// to the nearest whole one; "nearly two" is 1.65 to 2.05, "more than two" up to twice as many.
fn range(low: f64, high: f64, step: f64, bound: Bound, long: bool) -> [f64; 2] {
    let step = step.min(1.0);
    let part = step * 0.35;
    match bound {
        Bound::Exact if long => [low - step / 2.0, high + step / 2.0],
        Bound::Exact => [low, high],
        Bound::About => [low - (0.15 * low).max(part), high + (0.15 * high).max(part)],
        Bound::Nearly => [low - (0.1 * low).max(part), high * 1.025],
        Bound::AtLeast | Bound::MoreThan => [low * 0.98, high * 2.0],
        Bound::AtMost | Bound::LessThan => [0.0, high * 1.02],
    }
}

/// What is said with the length that ends before token `end`; moves `start` back over prepositions.
fn usage(tokens: &Tokens<'_>, start: &mut usize, end: usize, hyphened: bool) -> (Usage, String, usize) {
    let none = String::new;
    // "nearly two-year-old conflict", "two years old"
    let joined = tokens.hyphen(end) || (hyphened && tokens.lower(end) == "-");
    let old = if joined { end + 1 } else { end };
    if matches!(tokens.word(old), "old" | "olds") {
        let noun = event::named_at(tokens, old + 1);
        let of = if noun.is_empty() { event::just_before(tokens, *start) } else { noun };
        let usage = if of.is_empty() { Usage::Other } else { Usage::Old };
        return (usage, of, old + 1);
    }
    match (tokens.word(end), tokens.word(end + 1)) {
        ("ago", _) => return (Usage::Ago, none(), end + 1),
        ("from", "now") => return (Usage::Other, none(), end + 2),
        ("into", _) => {
            let article = matches!(tokens.word(end + 1), "the" | "a" | "its" | "his" | "their" | "this");
            let of = event::named_at(tokens, end + 1 + usize::from(article));
            return (if of.is_empty() { Usage::Other } else { Usage::Old }, of, end + 1);
        }
        (
            "later" | "earlier" | "before" | "after" | "afterwards" | "previously" | "early" | "late" | "away"
            | "prior",
            _,
        )
        | ("left" | "remaining" | "beforehand" | "on" | "apart" | "sooner", _)
        | ("to", "go") => return (Usage::Other, none(), end),
        _ => {}
    }
    // "90-day ceasefire", "two-hour-long meeting"
    if hyphened {
        let at = if joined && tokens.word(old) == "long" { old + 1 } else { end };
        let of = event::attribute_head(tokens, at);
        return (if of.is_empty() { Usage::Other } else { Usage::Lasting }, of, end);
    }
    let verb = matches!(
        tokens.before(*start, 2),
        "will" | "would" | "to" | "can" | "could" | "may" | "might" | "must" | "should" | "not" | "did"
    );
    let past = matches!(tokens.before(*start, 1), "past" | "last") && !(verb && tokens.before(*start, 1) == "last");
    let article = usize::from(past && tokens.before(*start, 2) == "the");
    if past && article == 1 {
        let preposition = tokens.before(*start, 3);
        let reach = usize::from(matches!(preposition, "for" | "over" | "in" | "during" | "within"));
        *start -= 2 + reach;
        return (if preposition == "for" { Usage::Old } else { Usage::Window }, none(), end);
    }
    if past
        || matches!(tokens.before(*start, 1), "next" | "first" | "final" | "coming" | "previous" | "opening" | "every")
    {
        return (Usage::Other, none(), end);
    }
    let preposition = tokens.before(*start, 1);
    // "in two years" is when, "the worst in 40 years" since when.
    let record = (start.saturating_sub(6)..*start).any(|j| {
        let word = tokens.word(j);
        matches!(word, "worst" | "most" | "best" | "first") || (word.ends_with("est") && lemma(word) != word)
    });
    if preposition == "in" || (preposition == "for" && record) {
        return (Usage::Other, none(), end);
    }
    if preposition == "for" {
        let lasting = event::has_lasted(tokens, *start - 1);
        *start -= 1;
        return (if lasting { Usage::Old } else { Usage::Lasting }, none(), end);
    }
    let single = matches!(tokens.word(*start), "a" | "an");
    let lasts = matches!(
        preposition,
        "lasted" | "lasting" | "lasts" | "last" | "took" | "takes" | "over" | "during" | "taking" | "within" | "spent"
    );
    if matches!(preposition, "over" | "during" | "within") {
        *start -= 1;
    }
    // "a day" and "an hour" alone are rates or idioms more often than lengths.
    (if single && !lasts { Usage::Other } else { Usage::Lasting }, none(), end)
}

/// "after nearly four years of war": years of what goes on are its age, unless it is said to end.
fn of_event(tokens: &Tokens<'_>, start: usize, end: usize, unit: f64) -> Usage {
    let war = ["war", "conflict", "fighting", "violence", "bloodshed", "unrest", "occupation", "turmoil"];
    let ends = |j: usize| {
        tokens.word(j).starts_with("end")
            || matches!(tokens.word(j), "concluded" | "concluding" | "halted" | "halting" | "stopped")
    };
    let ongoing = unit > 300.0 && war.contains(&tokens.word(end + 1)) && !(start.saturating_sub(4)..start).any(ends);
    if ongoing { Usage::Old } else { Usage::Lasting }
}

/// "now in its third year": older than two years, no older than three.
pub(super) fn nth_year(tokens: &Tokens<'_>, i: usize) -> Option<Length> {
    let number = number_at(tokens, i, false).filter(|n| n.form == Form::Ordinal && n.low >= 2.0)?;
    let unit = unit_days(tokens.word(number.end)).filter(|&days| days > 1.5 || number.low > 2.0)?;
    let whose = matches!(tokens.before(i, 1), "its" | "their" | "a");
    let verb = matches!(tokens.before(i, 2), "in" | "into" | "entering" | "enters" | "entered" | "nearing");
    if !(whose && verb) {
        return None;
    }
    let slack = if tokens.before(i, 2) == "nearing" { 0.5 } else { 0.1 };
    let days = [number.low - 1.0 - slack, number.low + 0.05].map(|n| n * unit);
    Some(Length { start: i - 2, end: number.end + 1, days, usage: Usage::Old, of: String::new() })
}
