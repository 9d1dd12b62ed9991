//! Dates, intervals, durations and ages.

use crate::model::{PublicationDate, TimeMention};

/// Time expressions in a statement, in reading order, resolved against the publication date where they are relative.
pub(super) fn find(_text: &str, _published: Option<PublicationDate>) -> Vec<TimeMention> {
    Vec::new()
}
