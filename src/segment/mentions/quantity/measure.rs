//! Currency, range, unit and bound around a number.

use super::super::lexer::Tokens;
use super::super::number::{Form, Number, number_at};
use super::super::{bound, noun};
use super::{Read, context, measured};
use crate::lexicon::{Unit, unit};
use crate::model::{Bound, Dimension, Quantity, Span};

/// An amount that begins with a currency sign or code at token `i`: "$1.3bn", "US$5", "EUR 20 million".
pub(super) fn prefixed(tokens: &Tokens<'_>, i: usize, floor: usize) -> Option<Read> {
    let (code, at) = currency(tokens, i)?;
    let number = number_at(tokens, at, true).filter(|n| n.form == Form::Digits)?;
    let base = Unit { dimension: Dimension::Money(code.to_owned()), factor: 1.0, offset: 0.0 };
    let unit = Some((&base, number.end));
    Some(assemble(tokens, &Number { start: i, ..number }, unit, floor))
}

/// "half a mile", "half a percentage point".
pub(super) fn half(tokens: &Tokens<'_>, i: usize, floor: usize) -> Option<Read> {
    if tokens.word(i) != "half" || !matches!(tokens.word(i + 1), "a" | "an") {
        return None;
    }
    let unit = unit_at(tokens, i + 2)?;
    let (low, high, step) = (0.5, 0.5, 0.25);
    let (bound, form) = (Bound::Exact, Form::Words);
    let number = Number { low, high, step, bound, form, multiplier: 1.0, start: i, end: i + 2 };
    Some(assemble(tokens, &number, Some(unit), floor))
}

/// Reads unit, range and bound of a number without a currency sign.
pub(super) fn read(tokens: &Tokens<'_>, number: &Number, floor: usize) -> Option<Read> {
    if let Some(magnitude) = magnitude(tokens, number) {
        return Some(magnitude);
    }
    let percent = Unit { dimension: Dimension::Percent, factor: 1.0, offset: 0.0 };
    if number.form == Form::Share {
        // "a quarter of a percentage point"
        let of_one = tokens.word(number.end) == "of" && matches!(tokens.word(number.end + 1), "a" | "one");
        if of_one && let Some((unit, end)) = unit_at(tokens, number.end + 2) {
            let part = number.low / 100.0;
            let number = Number { low: part, high: part, step: 0.01, end, ..*number };
            return Some(assemble(tokens, &number, Some((unit, end)), floor));
        }
        let timed = of_one && noun::is_time_unit(tokens.word(number.end + 2));
        return Some(if timed {
            Read::Other(number.end)
        } else {
            assemble(tokens, number, Some((&percent, number.end)), floor)
        });
    }
    let unit = unit_at(tokens, number.end);
    if let Some((_, end)) = unit
        && noun::is_time_unit(tokens.word(end))
    {
        return Some(Read::Other(end));
    }
    if unit.is_none() && range_end(tokens, number, None).is_none() && !context::counts(tokens, number) {
        return Some(Read::Other(number.end));
    }
    Some(assemble(tokens, number, unit, floor))
}

/// The currency named at token `i`, and the token its number begins at.
fn currency(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let sign = |i: usize| match tokens.lower(i) {
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" => Some("JPY"),
        "₹" => Some("INR"),
        "₽" => Some("RUB"),
        "₴" => Some("UAH"),
        _ => None,
    };
    if let Some(code) = sign(i) {
        return tokens.figure(i + 1).map(|_| (code, i + 1));
    }
    let word = tokens.word(i);
    if tokens.lower(i + 1) == "$" && tokens.glued(i + 1) && tokens.figure(i + 2).is_some() {
        let code = match word {
            "us" | "u.s." => "USD",
            "a" | "au" => "AUD",
            "c" | "ca" => "CAD",
            "nz" => "NZD",
            "hk" => "HKD",
            "s" => "SGD",
            "r" => "BRL",
            _ => return None,
        };
        return Some((code, i + 2));
    }
    let code = ["USD", "EUR", "GBP", "AUD", "CAD", "CHF", "JPY", "CNY", "RUB", "INR"]
        .into_iter()
        .find(|code| code.eq_ignore_ascii_case(word) && tokens.capital(i))?;
    tokens.figure(i + 1).map(|_| (code, i + 1))
}

/// The unit whose name begins at token `i` (after a hyphen, perhaps), and one past its last token.
pub(super) fn unit_at(tokens: &Tokens<'_>, i: usize) -> Option<(&'static Unit, usize)> {
    let hyphened = tokens.hyphen(i);
    let start = if hyphened { i + 1 } else { i };
    let mut name = tokens.lower(start).to_owned();
    let mut names = vec![name.clone()];
    for at in start + 1..start + 4 {
        if tokens.get(at).is_none() {
            break;
        }
        if !tokens.glued(at) && !name.is_empty() {
            name.push(' ');
        }
        name.push_str(tokens.lower(at));
        names.push(name.clone());
    }
    names.iter().enumerate().rev().find_map(|(count, name)| {
        let end = start + count + 1;
        // A letter is a unit only where it leans on its figure, in the case that unit is written in.
        let letter = name.chars().count() == 1 && name.chars().all(char::is_alphabetic);
        let upper = matches!(name.as_str(), "c" | "f" | "w");
        if letter && (!tokens.glued(start) || tokens.capital(start) != upper || hyphened) {
            return None;
        }
        unit(name).map(|unit| (unit, end))
    })
}

/// "magnitude 6.2", "a 6.2-magnitude quake".
fn magnitude(tokens: &Tokens<'_>, number: &Number) -> Option<Read> {
    let before = tokens.before(number.start, 1) == "magnitude"
        || (tokens.before(number.start, 1) == "of" && tokens.before(number.start, 2) == "magnitude");
    let after = tokens.hyphen(number.end) && tokens.word(number.end + 1) == "magnitude";
    if !(before || after) || number.low > 12.0 {
        return None;
    }
    let unit = Unit { dimension: Dimension::Other("magnitude".to_owned()), factor: 1.0, offset: 0.0 };
    let end = if after { number.end + 2 } else { number.end };
    Some(assemble(tokens, number, Some((&unit, end)), number.start))
}

/// The second number of a range whose first is `first`, its unit if it names one, and one past the last token:
/// "10 to 15", "140-150", "between £140m and £150m", "five or six".
fn range_end(tokens: &Tokens<'_>, first: &Number, unit: Option<(&Unit, usize)>) -> Option<(Number, usize)> {
    let end = unit.map_or(first.end, |(_, end)| end);
    let money = unit.is_some_and(|(unit, _)| matches!(unit.dimension, Dimension::Money(_)));
    let between = tokens.before(first.start, 1) == "between";
    let hyphen = tokens.lower(end) == "-" && tokens.glued(end) && tokens.glued(end + 1);
    let joined = hyphen || matches!((tokens.word(end), between), ("to" | "or", _) | ("and", true));
    let before = tokens.before(first.start, 1);
    let amount = before == "by" || context::CHANGES.contains(&before) || before == "from";
    if !joined || (amount && context::changes(tokens, first.start)) {
        return None;
    }
    let at = match currency(tokens, end + 1) {
        Some(_) if !money => return None,
        Some((_, at)) => at,
        None => end + 1,
    };
    let second = number_at(tokens, at, money).filter(|n| matches!(n.form, Form::Digits | Form::Words))?;
    let lift = if first.multiplier == 1.0 { second.multiplier } else { 1.0 };
    let rising = first.low * lift < second.low || first.low < second.low;
    let near = tokens.word(end) != "or" || second.low <= first.low * 2.0;
    (rising && near && first.form != Form::Vague).then_some((second, second.end))
}

/// Puts number, range, unit, bound and context together.
fn assemble(tokens: &Tokens<'_>, number: &Number, unit: Option<(&Unit, usize)>, floor: usize) -> Read {
    let mut end = unit.map_or(number.end, |(_, end)| end);
    let (mut low, mut high, mut step) = (number.low, number.high, number.step);
    let mut start = number.start;
    let mut unit = unit.map(|(unit, _)| unit);
    let mut is_range = false;
    if let Some((second, last)) = range_end(tokens, number, unit.map(|unit| (unit, end))) {
        let own = unit_at(tokens, last);
        if unit.is_none() || own.is_none_or(|(own, _)| unit.is_some_and(|unit| unit.dimension == own.dimension)) {
            // "two to three million": the multiplier belongs to both.
            let lift =
                if number.multiplier == 1.0 && low * second.multiplier < second.low { second.multiplier } else { 1.0 };
            (low, high, step, is_range) = (low * lift, second.high, (step * lift).min(second.step), true);
            end = own.map_or(last, |(_, end)| end);
            unit = unit.or(own.map(|(unit, _)| unit));
        }
    }
    if is_range && matches!(tokens.before(start, 1), "between" | "from") {
        start -= 1;
    }
    // "$5m worth"; "60 million US dollars" was read as a unit.
    let (mut limit, mut first) = (number.bound, start);
    if let Some((before, at)) = bound::before(tokens, start).filter(|&(_, at)| at >= floor)
        && binds(tokens, before, at, start, number, unit)
    {
        (limit, first) = (before, at);
    } else if let Some((after, at)) = bound::after(tokens, end) {
        (limit, end) = (after, at);
    }
    let weight = unit.is_some_and(|u| context::is_weight(tokens, u, end));
    let unit = if weight { crate::lexicon::unit("lb") } else { unit };
    let base = |value: f64| unit.map_or(value, |unit| value * unit.factor + unit.offset);
    let sign = if context::is_negative(tokens, number.start) { -1.0 } else { 1.0 };
    let (a, b) = (base(sign * low), base(sign * high));
    let dimension = unit.map_or(Dimension::Count, |unit| unit.dimension.clone());
    let mut quantity = Quantity {
        span: Span::default(),
        low: a.min(b),
        high: a.max(b),
        step: unit.map_or(step, |unit| step * unit.factor),
        bound: limit,
        dimension,
        of: String::new(),
        ordinal: false,
        per: String::new(),
        reading: context::reading(tokens, first, end),
    };
    let (per, mut end) = context::per(tokens, &quantity, end);
    quantity.per = per;
    let place = measured::Place { start: number.start, first, end };
    let (of, noun_end) = measured::of(tokens, &quantity, &place);
    quantity.of = of;
    if let Some(noun_end) = noun_end {
        (quantity.per, end) = context::per(tokens, &quantity, noun_end);
    }
    let signed = first > 0 && first == number.start && tokens.before(first, 1) == "-" && sign < 0.0;
    quantity.span = tokens.span(first - usize::from(signed), end);
    Read::Quantity(quantity, end, unit.cloned())
}

/// Whether the words before the number bound it: "over 700 firefighters" does, "over two legs" and "won over two rivals"
/// do not; "some" is vague only before a figure.
fn binds(tokens: &Tokens<'_>, bound: Bound, at: usize, start: usize, number: &Number, unit: Option<&Unit>) -> bool {
    let lone = start - at == 1;
    match (tokens.lower(at), bound) {
        ("over" | "under" | "above" | "below" | "around", _) if lone => {
            unit.is_some() || number.low >= 10.0 || number.form == Form::Digits
        }
        ("topping" | "approaching" | "exceeding", _) => true,
        _ => true,
    }
}
