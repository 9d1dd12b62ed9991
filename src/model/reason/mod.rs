//! Why a verdict is what it is, as data: the sentence that a reader sees is made of it in [`words`] alone.

mod words;

use serde::{Deserialize, Serialize};

use super::{Kind, Span};

/// Who found a reason: the checkers in the order of their list in [`judge`](crate::judge), then what is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckerId {
    /// The same event in two places.
    Place,
    /// The same event at two times.
    Date,
    /// How long something lasted, or when it began.
    Duration,
    /// Two figures for one thing.
    Number,
    /// Two roles of one person.
    Role,
    /// Two holders of one office.
    Name,
    /// What one speaker is quoted as saying.
    Quotation,
    /// How something came out or stands.
    Outcome,
    /// Done, or still to be done.
    Status,
    /// One denies what the other asserts.
    Negation,
    /// Opposite words.
    Antonym,
    /// One deed put down to two doers.
    Attribution,
    /// What came first.
    Order,
    /// One leaves open what the other asserts.
    Hedge,
    /// How far the words are the same.
    Wording,
    /// The relation model; the words that decide are found by leaving words out.
    #[serde(rename = "relation-model")]
    Relation,
    /// A claim that one side reports and of which the other reports that somebody denies it.
    Dispute,
}

impl CheckerId {
    /// Its name in files and tables, the same as when it is serialised.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Number => "number",
            Self::Role => "role",
            Self::Name => "name",
            Self::Quotation => "quotation",
            Self::Outcome => "outcome",
            Self::Status => "status",
            Self::Negation => "negation",
            Self::Antonym => "antonym",
            Self::Attribution => "attribution",
            Self::Order => "order",
            Self::Hedge => "hedge",
            Self::Wording => "wording",
            Self::Relation => "relation-model",
            Self::Dispute => "dispute",
        }
    }
}

/// One reason for a verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Who found it.
    pub checker: CheckerId,
    /// In what the two agree or differ.
    pub kind: Kind,
    /// The words that decide, in the left statement.
    pub left: Span,
    /// The words that decide, in the right statement.
    pub right: Span,
    /// What was found.
    pub detail: Detail,
    /// What makes it less sure.
    #[serde(default)]
    pub caveats: Caveats,
}

/// One of the two statements of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// What was found in a pair. Where nothing else is given, the words meant are those at the spans of the [`Reason`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// Each side gives something else for one thing.
    Differ {
        /// The thing, or what is asked of it: "the talks", "number of people".
        what: Option<String>,
        /// What the left side gives, if not the words that decide.
        left: Option<String>,
        /// What the right side gives, if not the words that decide.
        right: Option<String>,
    },
    /// Both give the same, or what may be the same.
    Same {
        /// What both give: "when the war began". The kind tells where nothing is named.
        what: Option<String>,
    },
    /// One side denies what the other asserts.
    Denies {
        /// Which of them denies.
        by: End,
    },
    /// One side leaves open what the other asserts.
    LeavesOpen {
        /// Which of them leaves it open.
        by: End,
    },
    /// One side has only planned what the other has done.
    PlannedOnly {
        /// Which of them tells of a plan.
        by: End,
    },
    /// The model holds that each rules the other out.
    RuleOut,
    /// A figure was brought up to date.
    Update {
        /// Which side's figure holds first.
        first: End,
        /// Whether the later side says that the figure was revised; else it grew.
        revised: bool,
        /// When the figure of the left side holds, and that of the right one: "by Tuesday evening".
        when: [String; 2],
    },
    /// One side gives the other's figure as the earlier one, beside a later one.
    Earlier {
        /// The side that gives both.
        by: End,
        /// Its later figure, in its statement.
        now: Span,
    },
    /// Two figures differ and need not be figures of one thing.
    Apart {
        /// Why not.
        why: Apart,
    },
    /// Two speakers: who is said to have said the same words, or who differ with each other in a dispute.
    Speakers {
        /// The one on the left; empty if not named.
        left: String,
        /// The one on the right; empty if not named.
        right: String,
        /// The side whose speaker denies what the other's says.
        denied_by: Option<End>,
    },
    /// Both sides of a dispute are given by a report.
    Contested {
        /// The parties that the left side names, two at most; `None` if it does not give both sides.
        left: Option<Vec<String>>,
        /// The parties that the right side names.
        right: Option<Vec<String>>,
    },
    /// One speaker is quoted by both in words that can be one utterance.
    QuotedAlike {
        /// Who is quoted.
        speaker: Option<String>,
        /// How near the words are.
        likeness: Likeness,
    },
    /// One speaker is quoted by both in words that cannot be one utterance.
    QuotedApart {
        /// Who is quoted.
        speaker: Option<String>,
        /// The words that stand for each other on either side; `None` where one quotation denies the other.
        change: Option<[Span; 2]>,
    },
    /// Both speak of the same things.
    Speak {
        /// The words they share that tell most; none if they are only close in meaning.
        words: Vec<String>,
    },
}

/// Why two figures that differ need not be figures of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Apart {
    /// They may be of two occasions.
    Occasions,
    /// They may be of two times.
    Times,
    /// The words before them name two things.
    Things,
    /// Only one of them is a forecast.
    Forecast,
    /// Each rests on another number of cases.
    Bases,
}

/// How near the words of two quotations are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The same words.
    Same,
    /// The same words, and more of them on one side.
    Longer {
        /// The side that quotes more.
        by: End,
    },
    /// Part of the words are the same.
    Partly,
    /// Nearly the same words.
    Nearly {
        /// What differs, left and right, either of which may be empty; `None` if it is too much to name.
        change: Option<[String; 2]>,
    },
}

/// What makes a reason less sure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Caveats {
    /// One of the two leaves it open.
    pub hedged: bool,
    /// It rests on a publication date that is assumed.
    pub assumed_date: bool,
    /// Which of two figures is the later one is not known.
    pub undated: bool,
    /// Two speakers say so, left and right, and not the reports.
    pub speakers: Option<[String; 2]>,
}

impl Caveats {
    /// Whether there are any.
    pub fn any(&self) -> bool {
        self.hedged || self.assumed_date || self.undated || self.speakers.is_some()
    }
}

/// A statement as the sentence of a reason names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side<'a> {
    /// The words of the statement.
    pub text: &'a str,
    /// What it is called: "A", or "A, paragraph 3" where both are of one source.
    pub name: String,
}

#[cfg(test)]
mod tests;
