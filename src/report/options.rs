//! What a reader chooses of a report.

use jiff::civil::Date;

use crate::model::SourceId;

/// What a report is made of. As it comes from [`Options::on`] it holds everything, without context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day the report is made.
    pub date: Date,
    /// How much of what was found it tells.
    pub scope: Scope,
    /// Sources that the report leaves out; empty for all of them. The others keep their letters.
    pub left_out: Vec<SourceId>,
    /// Whether quotations come with the sentence before and the sentence after.
    pub context: bool,
}

/// How much of what was found a report tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything.
    #[default]
    Whole,
    /// Contradictions and possible contradictions alone.
    Differences,
}

impl Scope {
    /// Whether only contradictions and possible contradictions are told.
    pub fn is_differences(self) -> bool {
        self == Self::Differences
    }
}

impl Options {
    /// Everything, without context, made on a day.
    pub fn on(date: Date) -> Self {
        Self { date, scope: Scope::Whole, left_out: Vec::new(), context: false }
    }

    /// Everything, without context, made today.
    pub fn today() -> Self {
        Self::on(jiff::Zoned::now().date())
    }

    /// Whether a source is part of the report.
    pub fn includes(&self, source: SourceId) -> bool {
        !self.left_out.contains(&source)
    }
}
