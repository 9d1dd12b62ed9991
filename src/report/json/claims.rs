//! Claims with their cells, and echo groups, as the reader's decisions leave them.

use serde::Serialize;

use crate::model::{Cell, Claim, ClaimStanding, ClaimStatus, Comparison, Echo, Passage, Review, Stance};

#[derive(Serialize)]
pub(super) struct JsonClaim<'a> {
    id: u32,
    title: &'a str,
    status: ClaimStatus,
    independent: usize,
    cells: Vec<JsonCell>,
}

/// What one source says of a claim; a source that is silent has none.
#[derive(Serialize)]
struct JsonCell {
    source: u32,
    stance: Stance,
    statements: Vec<u32>,
    /// Whether two of these statements contradict each other.
    disputes_itself: bool,
}

#[derive(Serialize)]
pub(super) struct JsonEcho {
    sources: Vec<u32>,
    passages: Vec<JsonPassage>,
}

#[derive(Serialize)]
struct JsonPassage {
    source: u32,
    statement: u32,
    source_b: u32,
    statement_b: u32,
}

impl<'a> JsonClaim<'a> {
    pub(super) fn new(comparison: &Comparison, review: &Review, claim: &'a Claim) -> Self {
        let ClaimStanding { status, independent, cells } = comparison.claim_standing(claim, review);
        let cells = cells.into_iter().map(JsonCell::from).collect();
        Self { id: claim.id.0, title: &claim.title, status, independent, cells }
    }
}

impl From<Cell> for JsonCell {
    fn from(Cell { source, stance, statements, disputes_itself }: Cell) -> Self {
        let statements = statements.iter().map(|at| at.statement.0).collect();
        Self { source: source.0, stance, statements, disputes_itself }
    }
}

impl From<&Echo> for JsonEcho {
    fn from(group: &Echo) -> Self {
        let sources = group.sources.iter().map(|source| source.0).collect();
        Self { sources, passages: group.passages.iter().map(JsonPassage::from).collect() }
    }
}

impl From<&Passage> for JsonPassage {
    fn from(Passage { left, right }: &Passage) -> Self {
        Self {
            source: left.source.0,
            statement: left.statement.0,
            source_b: right.source.0,
            statement_b: right.statement.0,
        }
    }
}
