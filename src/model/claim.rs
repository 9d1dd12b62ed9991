//! Claims: what several sources say of one thing, a row of the matrix.

use serde::{Deserialize, Serialize};

use super::{SourceId, StatementRef};

/// Names a claim in its comparison: its place in [`Comparison::claims`](super::Comparison::claims).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClaimId(pub u32);

/// Statements that speak of the same proposition. Who agrees and who conflicts is not kept here: it follows from the
/// pairs and the reader's decisions (see [`ClaimStanding`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its place in the reading order.
    pub id: ClaimId,
    /// A few words of the central statement.
    pub title: String,
    /// The statement closest to the others.
    pub central: StatementRef,
    /// Every statement that makes or denies the claim, by source, then in reading order.
    pub statements: Vec<StatementRef>,
    /// Indices in [`Comparison::pairs`](super::Comparison::pairs) of the pairs among them, ascending.
    pub pairs: Vec<usize>,
    /// Indices in [`Comparison::pairs`](super::Comparison::pairs) of contradictions between one of them and a statement of
    /// another claim, ascending: a long sentence may conflict in two matters, and has its place in one row alone; and a
    /// chain of conflicts makes no row.
    #[serde(default)]
    pub crossing: Vec<usize>,
    /// Indices in [`Comparison::within`](super::Comparison::within) of the pairs that one of them is in, ascending.
    #[serde(default)]
    pub within: Vec<usize>,
}

/// How a claim stands once the reader's decisions are taken into account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimStanding {
    /// What follows from the cells.
    pub status: ClaimStatus,
    /// How many sources say the same independently of each other: sources of one echo group count once. Of a disputed
    /// claim, as many as stand behind what most of them say.
    pub independent: usize,
    /// A cell for each source that speaks of it, in the order of the sources; a source without a cell is silent.
    pub cells: Vec<Cell>,
}

/// What one source says of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which source.
    pub source: SourceId,
    /// How it stands to the others.
    pub stance: Stance,
    /// Its statements, in reading order.
    pub statements: Vec<StatementRef>,
    /// Whether one of its statements contradicts another statement of the same source.
    pub disputes_itself: bool,
}

/// How a source stands to the other sources of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It clearly contradicts another.
    Conflicts,
    /// It possibly contradicts another.
    Possible,
    /// It says the same as another.
    Agrees,
    /// No other source says or denies it.
    OnlyHere,
}

/// What is to be thought of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimStatus {
    /// Sources contradict each other, clearly or possibly.
    Disputed,
    /// At least two independent sources say it, and none contradicts.
    Corroborated,
    /// One source says it, or several that are one by their echo.
    SingleSource,
}
