//! Ages of people: "68-year-old man", "aged 58", "Strand, 58,", "in his 50s".

use super::super::lexer::{Kind, Tokens};
use super::super::noun;
use super::super::number::{Form, Number};
use super::super::{bound, time};
use super::Read;
use crate::lexicon::is_event;
use crate::model::{Bound, Dimension, Quantity, Reading};

/// An age, if the number is one; a length of time is read past, for it is no quantity.
pub(super) fn read(tokens: &Tokens<'_>, number: &Number, floor: usize) -> Option<Read> {
    let Number { start, end, .. } = *number;
    let unit = if tokens.hyphen(end) { end + 1 } else { end };
    let word = tokens.word(unit);
    if noun::is_time_unit(word) && number.form != Form::Share {
        let joined = tokens.hyphen(unit + 1) || tokens.lower(unit + 1) == "-";
        let old = if joined { unit + 2 } else { unit + 1 };
        let years = matches!(word, "year" | "years");
        if years && matches!(tokens.word(old), "old" | "olds") {
            let head = noun::singular_head(tokens, old + 1).map(|head| noun::singular(tokens.word(head)));
            // "a two-year-old conflict" and "a conflict two years old" tell times.
            let event = head.as_deref().is_some_and(is_event) || time::is_of_event(tokens, start);
            let of = head.filter(|_| joined).unwrap_or_default();
            return Some(if event { Read::Other(old + 1) } else { age(tokens, number, floor, old + 1, of) });
        }
        return Some(Read::Other(unit + 1));
    }
    if matches!(tokens.before(start, 1), "aged" | "age") && plausible(number) {
        let of = if tokens.before(start, 2) == "," { tokens.before(start, 3) } else { tokens.before(start, 2) };
        let noun =
            !noun::ends_phrase(of) && !time::names_calendar(of) && !matches!(of, "yesterday" | "today" | "tonight");
        return Some(age(tokens, number, floor, end, if noun { noun::singular(of) } else { String::new() }));
    }
    // "Strand, 58, the director": a word, a comma, a bare number and another mark.
    let apposed = tokens.before(start, 1) == "," && tokens.glued(start - 1) && !tokens.glued(start);
    let closed = matches!(tokens.lower(end), "," | "." | ";") && tokens.glued(end) && !tokens.glued(end + 1)
        || end == tokens.len();
    let named = start > 1 && tokens.get(start - 2).is_some_and(|t| t.kind == Kind::Word);
    if apposed && closed && named && tokens.figure(start).is_some() && plausible(number) {
        let name = tokens.before(start, 2);
        let person = (tokens.capital(start - 2) || is_occupation(name)) && !time::names_calendar(name);
        let listed = tokens.figure(end + 1).is_some();
        if person && !listed {
            return Some(age(tokens, number, start, end, name.to_owned()));
        }
    }
    None
}

/// "in his 50s", "a man in his late thirties": an age from 50 to 59.
pub(super) fn in_a_decade(tokens: &Tokens<'_>, i: usize) -> Option<Read> {
    let figure = tokens.figure(i)?;
    let decade = figure.digits == 2 && figure.value % 10.0 == 0.0 && tokens.word(i + 1) == "s" && tokens.glued(i + 1);
    if !decade {
        return None;
    }
    let part = matches!(tokens.before(i, 1), "early" | "mid" | "late") as usize;
    let whose = matches!(tokens.before(i, 1 + part), "his" | "her" | "their" | "my" | "our");
    if !whose || tokens.before(i, 2 + part) != "in" {
        return Some(Read::Other(i + 2));
    }
    let span = tokens.span(i, i + 2);
    let quantity = Quantity { high: figure.value + 9.0, ..quantity(span, figure.value, Bound::Exact, String::new()) };
    Some(Read::Quantity(quantity, i + 2, None))
}

fn plausible(number: &Number) -> bool {
    (1.0..=120.0).contains(&number.low) && number.low.fract() == 0.0 && number.multiplier == 1.0
}

/// Words for a person that end as such words do: "teacher", "pensioner", "director".
fn is_occupation(word: &str) -> bool {
    let person = ["man", "woman", "boy", "girl", "widow", "student", "pilot", "father", "mother", "nurse", "victim"];
    person.contains(&word)
        || ["er", "or", "ist", "ian", "man", "ant"].iter().any(|end| word.len() > 4 && word.ends_with(end))
}

fn age(tokens: &Tokens<'_>, number: &Number, floor: usize, end: usize, of: String) -> Read {
    let (bound, start) = bound::before(tokens, number.start)
        .filter(|&(_, start)| start >= floor)
        .unwrap_or((number.bound, number.start));
    Read::Quantity(quantity(tokens.span(start, end), number.low, bound, of), end, None)
}

fn quantity(span: crate::model::Span, years: f64, bound: Bound, of: String) -> Quantity {
    Quantity {
        span,
        low: years,
        high: years,
        step: 1.0,
        bound,
        dimension: Dimension::Age,
        of,
        ordinal: false,
        per: String::new(),
        reading: Reading::Value,
    }
}
