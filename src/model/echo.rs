//! Echo: sources that carry the same copy.

use serde::{Deserialize, Serialize};

use super::{SourceId, StatementRef};

/// Sources that share near-verbatim passages, directly or through one another. They corroborate each other no more than
/// one source does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// Two or more, ascending. A source is in one group at most.
    pub sources: Vec<SourceId>,
    /// What they share, in reading order.
    pub passages: Vec<Passage>,
}

/// A statement that two sources carry in nearly the same words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    /// In the source that comes first.
    pub left: StatementRef,
    /// In the source that comes later.
    pub right: StatementRef,
}
