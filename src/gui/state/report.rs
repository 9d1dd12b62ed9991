//! What the reader chooses of a report before saving it.

use super::{Dialog, Effect, Saving, ShelfId, State};
use crate::model::SourceId;
use crate::report::{self, FORMATS, ReportFormat, Scope};

/// Choices that are kept as long as the window is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportChoices {
    /// The name of the format, as in [`FORMATS`].
    pub format: &'static str,
    /// Everything, or contradictions alone.
    pub scope: Scope,
    /// Whether quotations come with the sentence before and the sentence after.
    pub context: bool,
    /// Sources that are left out.
    pub left_out: Vec<ShelfId>,
}

impl Default for ReportChoices {
    fn default() -> Self {
        Self { format: FORMATS[0].name(), scope: Scope::Whole, context: false, left_out: Vec::new() }
    }
}

impl ReportChoices {
    /// The format.
    pub fn format(&self) -> &'static dyn ReportFormat {
        report::by_name(self.format).unwrap_or(FORMATS[0])
    }
}

impl State {
    /// What was chosen of the report the last time.
    pub fn report_choices(&self) -> &ReportChoices {
        &self.report
    }

    /// What the report of the comparison is to hold, made today.
    pub fn report_options(&self) -> report::Options {
        let left_out = self.report.left_out.iter().filter_map(|&id| self.source_id(id));
        let mut left_out: Vec<SourceId> = left_out.collect();
        // The sources that were chosen may all have gone since.
        if left_out.len() == self.comparison().map_or(0, |c| c.sources.len()) {
            left_out.clear();
        }
        report::Options { scope: self.report.scope, context: self.report.context, left_out, ..report::Options::today() }
    }

    /// Asks what the report is to hold.
    pub(super) fn ask_for_report(&mut self) {
        let known: Vec<ShelfId> = self.shelf.items().iter().map(|item| item.id).collect();
        self.report.left_out.retain(|id| known.contains(id));
        self.dialog = Some(Dialog::Report);
    }

    /// Keeps the choices and asks where to save the report.
    pub(super) fn choose_report(&mut self, choices: ReportChoices) -> Vec<Effect> {
        self.report = choices;
        self.dialog = None;
        self.pick_path(Saving::Report)
    }
}
