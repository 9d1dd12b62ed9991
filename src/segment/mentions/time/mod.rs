//! Dates, intervals, durations and ages.

use super::lexer::Tokens;
use crate::model::{PublicationDate, TimeMention};

/// Time expressions in a statement, in reading order, resolved against the publication date where they are relative.
pub(super) fn find(_text: &str, _published: Option<PublicationDate>) -> Vec<TimeMention> {
    Vec::new()
}

/// Whether the folded word names a month or a weekday.
pub(super) fn names_calendar(_word: &str) -> bool {
    false
}

/// Whether the age that begins at token `i` is said of an event named before it: "a conflict barely two years old".
pub(super) fn is_of_event(_tokens: &Tokens<'_>, _i: usize) -> bool {
    false
}
