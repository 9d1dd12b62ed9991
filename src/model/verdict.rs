//! What is said of an aligned pair, and why.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Directions, Span, StatementRef};

/// Two statements of different sources that may speak of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// The statement of the source that comes first.
    pub left: StatementRef,
    /// The statement of the source that comes later.
    pub right: StatementRef,
    /// How close the two are, 0 to 1; what it is made of is told in [`align`](crate::align).
    pub similarity: f32,
    /// Cosine similarity of the sentence embeddings, -1 to 1; `None` without the model.
    pub cosine: Option<f32>,
    /// What the entailment model says of the two.
    #[serde(default)]
    pub entailment: Directions,
}

/// How two statements relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Both cannot be true.
    Contradiction,
    /// They say the same, wholly or in part.
    Agreement,
    /// They speak of the same thing and say different things of it that can both be true.
    Related,
    /// They do not speak of the same thing.
    Unrelated,
}

/// How sure a verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Shown by the words themselves.
    Clear,
    /// Worth a look: hedged, resting on an assumption, or not shown by words alone.
    Possible,
}

/// What two statements agree or differ in: a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Where.
    Place,
    /// How many, how much.
    Number,
    /// When.
    Date,
    /// How long.
    Duration,
    /// What somebody is.
    Role,
    /// Who.
    Name,
    /// One denies what the other asserts.
    Negation,
    /// Opposite words: rose / fell.
    Antonym,
    /// To whom or what it is put down.
    Attribution,
    /// How it came out or stands: agreed / still contentious.
    Outcome,
    /// What was said, word by word.
    Quotation,
    /// What came first.
    Order,
    /// The same in other words, or the opposite, found by similarity or by the model.
    Wording,
    /// Only of [`Relation::Related`]: the later one brings the earlier up to date.
    Update,
    /// Only of [`Relation::Related`]: one leaves open what the other asserts.
    Hedge,
    /// Only of [`Relation::Related`]: each reports both sides of a dispute.
    Dispute,
}

impl Kind {
    /// What it is called where a reader sees it, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Number => "number",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Role => "role",
            Self::Name => "name",
            Self::Negation => "negation",
            Self::Antonym => "opposite words",
            Self::Attribution => "attribution",
            Self::Outcome => "outcome",
            Self::Quotation => "quotation",
            Self::Order => "order of events",
            Self::Wording => "wording",
            Self::Update => "update",
            Self::Hedge => "hedge",
            Self::Dispute => "dispute",
        }
    }
}

/// What one checker found in a pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Name of the checker, as in the list of [`judge`](crate::judge).
    pub checker: Cow<'static, str>,
    /// What it argues for.
    pub relation: Relation,
    /// In what.
    pub kind: Kind,
    /// How surely.
    pub strength: Strength,
    /// The words that decide, in the left statement.
    pub left: Span,
    /// The words that decide, in the right statement.
    pub right: Span,
    /// One sentence a reader understands without seeing the code.
    pub because: String,
}

/// The outcome for one alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// How the two relate.
    pub relation: Relation,
    /// How sure.
    pub strength: Strength,
    /// 0 to 1: the share of verdicts like this one that proved right on stories their weights were not fitted on (see
    /// [`judge::weighing`](crate::judge::weighing)). A reader is shown [`Verdict::reliability`] instead.
    pub confidence: f32,
    /// What it rests on, what decides first.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// How often verdicts like it proved right, as a reader is told: a number would promise more than a few stories can
    /// tell.
    pub fn reliability(&self) -> &'static str {
        match self.confidence {
            0.9.. => "nearly always right",
            0.75.. => "mostly right",
            0.6.. => "right two times in three",
            _ => "right about half the time",
        }
    }
}

/// An alignment with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The two statements.
    pub alignment: Alignment,
    /// What is said of them.
    pub verdict: Verdict,
}
