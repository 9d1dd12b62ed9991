//! What is said of an aligned pair, and why.

use serde::{Deserialize, Serialize};

use super::{Answers, Reason, StatementRef};

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
    /// How near the two are among the statements of their sources: 1 where each is the nearest of the other, towards 0
    /// the more are nearer (the mean over both sides of 1 / (1 + how many are)). In reports of one event everything is
    /// close, so what tells is who is nearest to whom.
    pub rank: f32,
    /// By how much the pair leads the best other pair of its two statements, as a cosine; negative where it trails it. The
    /// mean over both sides.
    pub margin: f32,
    /// How far the two sources contradict each other elsewhere: the mean of the model's probability of contradiction over
    /// their other pairs. Two reports that never do so will not begin with one vague sentence.
    #[serde(default)]
    pub dissent: f32,
    /// What the relation model says of the two.
    #[serde(default)]
    pub answers: Answers,
}

impl Alignment {
    /// Two statements of this similarity, of which nothing else is known: what stands alone leads and trails nothing.
    pub fn new(left: StatementRef, right: StatementRef, similarity: f32) -> Self {
        Self {
            left,
            right,
            similarity,
            cosine: None,
            rank: 1.0,
            margin: 0.0,
            dissent: 0.0,
            answers: Answers::default(),
        }
    }
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
    /// Meant to be right eight times in ten.
    Clear,
    /// Worth a look: meant to be right five times in ten or more, or hedged on one side, or resting on an assumption.
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
    /// Only of [`Relation::Related`]: one figure is the other, rounded.
    Rounding,
    /// Only of [`Relation::Related`]: each may speak of an occasion, or a thing, of its own.
    Occasion,
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
            Self::Rounding => "rounding",
            Self::Occasion => "another occasion",
        }
    }

    /// Whether it explains why two statements differ and yet can both be true.
    pub fn explains(self) -> bool {
        matches!(self, Self::Update | Self::Hedge | Self::Dispute | Self::Rounding | Self::Occasion)
    }
}

/// The outcome for one alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// How the two relate.
    pub relation: Relation,
    /// How sure.
    pub strength: Strength,
    /// 0 to 1: the share of verdicts like this one that prove right, as the calibration has it (see
    /// [`judge`](crate::judge)). A reader is shown [`Verdict::reliability`] instead.
    pub confidence: f32,
    /// What it rests on, what decides first; beside an agreement also what explains a difference, beside what is only
    /// related also what agrees.
    pub reasons: Vec<Reason>,
}

impl Verdict {
    /// What one of its reasons argues for.
    pub fn argued_by(&self, reason: &Reason) -> Relation {
        match self.relation {
            Relation::Contradiction => Relation::Contradiction,
            _ if reason.kind.explains() => Relation::Related,
            _ => Relation::Agreement,
        }
    }

    /// Its reasons that argue for its relation.
    pub fn deciding(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|reason| self.argued_by(reason) == self.relation)
    }

    /// How surely one of its reasons holds: as surely as the whole, unless something makes the reason itself less sure.
    pub fn strength_of(&self, reason: &Reason) -> Strength {
        if reason.caveats.any() { Strength::Possible } else { self.strength }
    }

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
