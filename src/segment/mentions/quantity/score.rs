//! Scores: "3-2", "won 2–1", "215-214".

use super::super::lexer::Tokens;
use super::super::noun;
use super::super::number::{Form, Number};
use super::Read;
use crate::model::{Bound, Dimension, Quantity, Reading};

/// Words that make two joined numbers a result; word stems as they begin.
const CUES: [&str; 44] = [
    "beat",
    "beaten",
    "beating",
    "win",
    "wins",
    "won",
    "lost",
    "lose",
    "loss",
    "defeat",
    "defeated",
    "draw",
    "drew",
    "drawn",
    "score",
    "scored",
    "lead",
    "led",
    "leading",
    "ahead",
    "victory",
    "goal",
    "goals",
    "match",
    "vote",
    "voted",
    "votes",
    "ruled",
    "ruling",
    "finished",
    "finish",
    "final",
    "up",
    "down",
    "half-time",
    "halftime",
    "aggregate",
    "penalties",
    "set",
    "sets",
    "knocked",
    "edge",
    "edged",
    "thrashed",
];

/// A score, if the number is the first of two joined ones that read as a result; other joined figures that are no range
/// are read past.
pub(super) fn read(tokens: &Tokens<'_>, number: &Number) -> Option<Read> {
    let Number { start, end, .. } = *number;
    if let Some(vote) = vote(tokens, number) {
        return Some(vote);
    }
    let third = tokens.hyphen(end + 2) && tokens.figure(end + 3).is_some();
    let tail = start > 0 && tokens.glued(start) && tokens.before(start, 1) != "(";
    if third || tail {
        return None;
    }
    let (a, b) = (tokens.figure(start)?, tokens.figure(end + 1)?);
    if !tokens.hyphen(end) || number.form != Form::Digits || end != start + 1 {
        return None;
    }
    let whole = |f: super::super::lexer::Figure| f.decimals == 0 && !f.fraction && !f.grouped && f.digits <= 3;
    let after = end + 2;
    let measured = super::measure::unit_at(tokens, after).is_some()
        || tokens.glued(after) && matches!(tokens.word(after), "m" | "k" | "bn")
        || (a.value < b.value && noun::plural_head(tokens, after) == Some(after))
        || super::super::number::number_at(tokens, end + 1, false).is_some_and(|n| n.end > after)
        || noun::is_time_unit(tokens.word(after));
    if measured && a.value < b.value {
        return None;
    }
    let cue = || {
        let near = start.saturating_sub(14)..(after + 8).min(tokens.len());
        near.into_iter().any(|j| CUES.contains(&tokens.word(j)))
    };
    let nil = (a.value == 0.0 || b.value == 0.0) && a.value.max(b.value) < 20.0;
    let even = a.value == b.value && a.value == 50.0;
    if !(whole(a) && whole(b)) || even || !(nil || cue()) {
        return Some(Read::Other(after));
    }
    Some(score(tokens, start, after, a.value, b.value))
}

/// "passed by 61 to 39", "voted 220 to 180".
fn vote(tokens: &Tokens<'_>, number: &Number) -> Option<Read> {
    let Number { start, end, .. } = *number;
    let (a, b) = (tokens.figure(start)?, tokens.figure(end + 1)?);
    let cues = ["vote", "voted", "votes", "passed", "approved", "rejected", "ruled", "won", "beat", "lost", "defeated"];
    let told = (start.saturating_sub(8)..start).any(|j| cues.contains(&tokens.word(j)));
    let bare = super::measure::unit_at(tokens, end + 2).is_none() && noun::plural_head(tokens, end + 2).is_none();
    let whole = a.decimals == 0 && b.decimals == 0 && end == start + 1;
    let joined = tokens.word(end) == "to" && tokens.before(start, 1) != "from";
    (told && joined && bare && whole).then(|| score(tokens, start, end + 2, a.value, b.value))
}

fn score(tokens: &Tokens<'_>, start: usize, after: usize, first: f64, second: f64) -> Read {
    let quantity = Quantity {
        span: tokens.span(start, after),
        low: first,
        high: second,
        step: 1.0,
        bound: Bound::Exact,
        dimension: Dimension::Score,
        of: String::new(),
        ordinal: false,
        per: String::new(),
        reading: Reading::Value,
    };
    Read::Quantity(quantity, after, None)
}
