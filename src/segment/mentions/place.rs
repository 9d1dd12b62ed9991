//! Places, told from what only looks like one.

use crate::model::PlaceMention;

/// Places in a statement, in reading order.
pub(super) fn find(_text: &str) -> Vec<PlaceMention> {
    Vec::new()
}
