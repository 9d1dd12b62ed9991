//! People and organisations, and the roles they are given.

use crate::model::EntityMention;

/// Entities of each statement of a document, in reading order.
pub(super) fn find(texts: &[&str]) -> Vec<Vec<EntityMention>> {
    vec![Vec::new(); texts.len()]
}
