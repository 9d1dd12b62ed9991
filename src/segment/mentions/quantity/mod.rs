//! Numbers with their units and bounds.
//!
//! [`find`] walks the tokens once. At each number it asks, in this order: is it part of a name ([`names`]), a time (left
//! to the finder of times), a [`delay`], an age ([`age`]), a place in an order, a score ([`score`]); else it reads range, unit and
//! bound ([`measure`]), what is counted ([`measured`]) and how it is meant
//! ([`context`]).

mod age;
mod context;
mod delay;
mod measure;
mod measured;
mod names;
mod score;
#[cfg(test)]
mod tests;

use super::lexer::Tokens;
use super::number::{Form, Number, number_at};
use super::{bound, noun};
use crate::lexicon::Unit;
use crate::model::{Bound, Dimension, Quantity, Reading};

/// What was read at a token.
enum Read {
    /// A quantity, one past its last token, and the unit it is written in.
    Quantity(Quantity, usize, Option<Unit>),
    /// A number that is no quantity, and one past its last token.
    Other(usize),
}

/// Quantities in a statement, in reading order. Dates, clock times and lengths of time are not among them, but for
/// how long after or before another event something happened.
pub(super) fn find(text: &str) -> Vec<Quantity> {
    let tokens = Tokens::read(text);
    let mut found: Vec<Quantity> = Vec::new();
    let mut last_unit = None;
    let (mut i, mut floor) = (0, 0);
    while i < tokens.len() {
        match read(&tokens, i, floor) {
            Some(Read::Quantity(mut quantity, end, unit)) => {
                if let Some(before) = found.last() {
                    context::inherit(&mut quantity, before, last_unit.as_ref());
                }
                last_unit = unit.or(last_unit.filter(|_| quantity.reading == Reading::Earlier));
                found.push(quantity);
                (i, floor) = (end.max(i + 1), end);
            }
            Some(Read::Other(end)) => (i, floor) = (end.max(i + 1), end.max(i + 1)),
            None => i += 1,
        }
    }
    found
}

/// Reads what stands at token `i`; bounds are looked for back to token `floor`.
fn read(tokens: &Tokens<'_>, i: usize, floor: usize) -> Option<Read> {
    if let Some(read) = measure::prefixed(tokens, i, floor) {
        return Some(read);
    }
    if let Some(read) = age::in_a_decade(tokens, i) {
        return Some(read);
    }
    if let Some(read) = measure::half(tokens, i, floor) {
        return Some(read);
    }
    let number = number_at(tokens, i, false)?;
    if let Some(read) = score::read(tokens, &number) {
        return Some(read);
    }
    if names::is_part_of_name(tokens, &number) {
        return Some(Read::Other(names::end(tokens, &number)));
    }
    if let Some(read) = delay::read(tokens, &number, floor) {
        return Some(read);
    }
    if number.form == Form::Ordinal {
        return Some(ordinal(tokens, &number));
    }
    if let Some(read) = age::read(tokens, &number, floor) {
        return Some(read);
    }
    measure::read(tokens, &number, floor)
}

/// "third round": what is ordered is the noun after it.
fn ordinal(tokens: &Tokens<'_>, number: &Number) -> Read {
    let Number { start, end, .. } = *number;
    let name = tokens.capital(start) && tokens.capital(end) && start > 0;
    let idle = matches!(
        tokens.word(end),
        "of" | "half" | "quarter" | "hand" | "time" | "thing" | "place" | "lady" | "minister"
    );
    let century = noun::is_time_unit(tokens.word(end)) && tokens.word(end) != "season";
    let at =
        matches!(tokens.before(start, 1), "at" | "a" | "an") && number.low <= 2.0 || tokens.before(start, 1) == "every";
    if name || idle || century || at || tokens.hyphen(end) {
        return Read::Other(end);
    }
    let head = noun::singular_head(tokens, end);
    // "First, ..." and "she came third" order nothing that could be named.
    let Some(head) = head.filter(|_| !tokens.glued(end)) else { return Read::Other(end) };
    let quantity = Quantity {
        span: tokens.span(start, end),
        low: number.low,
        high: number.low,
        step: 1.0,
        bound: Bound::Exact,
        dimension: Dimension::Count,
        of: noun::singular(tokens.word(head)),
        ordinal: true,
        per: String::new(),
        reading: Reading::Value,
    };
    Read::Quantity(quantity, end, None)
}
