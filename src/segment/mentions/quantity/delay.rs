//! How long after or before another event something happened: "164 seconds after lift-off", "six minutes later".

use super::super::lexer::Tokens;
use super::super::number::{Form, Number};
use super::super::{bound, time};
use super::Read;
use crate::model::{Bound, Dimension, Quantity, Reading};

/// Longest delay that is read, in days: "five years later" is told of another time, not of one course of events.
const LONGEST: f64 = 7.0;

const SECONDS: f64 = 86_400.0;

/// The delay whose number is at hand, in seconds; `of` tells its direction.
pub(super) fn read(tokens: &Tokens<'_>, number: &Number, floor: usize) -> Option<Read> {
    if !matches!(number.form, Form::Digits | Form::Words) || tokens.hyphen(number.end) {
        return None;
    }
    let unit = time::unit_days(tokens.word(number.end)).filter(|unit| unit * number.high <= LONGEST)? * SECONDS;
    let end = number.end + 2;
    let of = match tokens.word(number.end + 1) {
        "later" | "after" => "after",
        "earlier" | "before" => "before",
        _ => return None,
    };
    let (bound, start) =
        bound::before(tokens, number.start).filter(|(_, at)| *at >= floor).unwrap_or((Bound::Exact, number.start));
    let quantity = Quantity {
        span: tokens.span(start, end),
        low: number.low * unit,
        high: number.high * unit,
        step: number.step.min(1.0) * unit,
        bound,
        dimension: Dimension::Duration,
        of: of.to_owned(),
        ordinal: false,
        per: String::new(),
        reading: Reading::Value,
    };
    Some(Read::Quantity(quantity, end, None))
}
