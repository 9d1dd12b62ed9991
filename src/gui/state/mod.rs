//! What the window knows. Views read it; [`State::handle`] alone changes it.

mod claims;
mod decisions;
mod hidden;
mod navigate;
mod news;
mod options;
mod project;
mod report;
mod shelf;
mod timeline;

use std::path::PathBuf;
use std::sync::Arc;

pub use hidden::HiddenBy;
pub use news::{Job, JobId, Letter, News, Picked};
pub use options::{Filters, Options, Pane, Region, ThemeChoice, View};
pub use project::Saving;
pub use report::ReportChoices;
pub use shelf::{Failure, Shelf, ShelfId, ShelfItem, SourceEdit};

use super::shown::Shown;
use super::shown_claims::ShownClaims;
use super::{Command, Mark};
use crate::model::{ClaimId, Comparison, Decision, Document, Review, SourceId, StatementRef};
use decisions::History;
use project::Work;

/// What the reader has selected, in whatever view. The pair view shows the sources of it in its panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A pair: its index in [`Comparison::pairs`].
    Pair(usize),
    /// A statement by itself.
    Statement(StatementRef),
}

/// A dialog inside the window. What is typed in it is the dialog's own until it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Title and text of a new source; the text to start with.
    Paste(String),
    /// Title and date of a source.
    Source(ShelfId),
    /// A note on the selected pair.
    Note,
    /// Paths to open, because the system has no file dialog.
    OpenPath,
    /// A path to save to, because the system has no file dialog; the name to start with.
    SavePath(Saving, String),
    /// What the report is to hold.
    Report,
    /// Whether to open a project in place of what is on the shelf.
    ConfirmOpen(PathBuf),
    /// Whether to let go of everything.
    ConfirmNew,
    /// The keys.
    Keys,
    /// The program.
    About,
}

/// A message in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Names it in [`Command::DismissNotice`].
    pub id: u64,
    /// Errors stay until they are dismissed, the rest goes by itself.
    pub is_error: bool,
    /// What happened and what can be done.
    pub text: String,
}

/// What [`State::handle`] asks the application to do outside of the state.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Show the system's dialog for opening files.
    PickFiles,
    /// Show the system's dialog for saving; the name to suggest.
    PickSavePath(Saving, String),
    /// Read files.
    Read(JobId, Vec<PathBuf>),
    /// Compare the documents of these shelf items, in this order.
    Compare(JobId, Vec<(ShelfId, Arc<Document>)>),
    /// Stop the job that runs.
    Cancel,
    /// Drop what the models computed.
    Forget,
    /// Write the report.
    WriteReport(PathBuf),
    /// Write the project as it is at this count of changes.
    WriteProject(PathBuf, u64),
    /// Load a project and read its sources.
    LoadProject(JobId, PathBuf),
    /// Close the window.
    Quit,
}

/// Everything the window shows.
#[derive(Debug, Default)]
pub struct State {
    shelf: Shelf,
    comparison: Option<Arc<Comparison>>,
    /// The shelf items that the comparison was made of; `SourceId` is the index.
    compared: Vec<ShelfId>,
    panes: [Option<ShelfId>; 2],
    shown: Shown,
    claims: ShownClaims,
    search: String,
    find: u64,
    time: timeline::Time,
    revision: u64,
    selection: Option<Selection>,
    /// The claim that the selected pair was selected in; see [`State::claim`].
    in_claim: Option<ClaimId>,
    column: Option<ShelfId>,
    reveal: u64,
    hovered: Option<usize>,
    history: History,
    work: Work,
    options: Options,
    report: ReportChoices,
    region: Region,
    job: Option<Job>,
    last_job: u64,
    picking: bool,
    dialog: Option<Dialog>,
    notices: Vec<Notice>,
    last_notice: u64,
}

/// Reading.
impl State {
    /// A state with the options of an earlier run.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// The sources, in the reader's order, and the files that could not be read.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The latest result; of fewer sources than the shelf has while more are being compared.
    pub fn comparison(&self) -> Option<&Arc<Comparison>> {
        self.comparison.as_ref()
    }

    /// What the panes show of it. Only meaningful with a comparison.
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// Goes up whenever [`State::comparison`], [`State::shown`] or [`State::claims`] changes: what is laid out for another
    /// revision is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The shelf item of a source of the comparison.
    pub fn shelf_id(&self, source: SourceId) -> Option<ShelfId> {
        self.compared.get(source.0 as usize).copied()
    }

    /// The source of the comparison made of a shelf item; `None` until it has been compared.
    pub fn source_id(&self, item: ShelfId) -> Option<SourceId> {
        self.compared.iter().position(|&id| id == item).map(|i| SourceId(i as u32))
    }

    /// The letter of a source of the comparison: its place on the shelf.
    pub fn letter(&self, source: SourceId) -> Letter {
        self.shelf_id(source).and_then(|id| self.shelf.letter(id)).unwrap_or_default()
    }

    /// The shelf item of each pane.
    pub fn pane(&self, pane: Pane) -> Option<ShelfId> {
        self.panes[pane.side()]
    }

    /// What is selected.
    pub fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// The selected pair: its index in [`Comparison::pairs`].
    pub fn selected(&self) -> Option<usize> {
        match self.selection? {
            Selection::Pair(index) => Some(index),
            Selection::Statement(_) => None,
        }
    }

    /// Goes up whenever what is selected should be scrolled into view.
    pub fn reveal(&self) -> u64 {
        self.reveal
    }

    /// The pair under the pointer: its index in [`Comparison::pairs`].
    pub fn hovered(&self) -> Option<usize> {
        self.hovered
    }

    /// The reader's decisions.
    pub fn review(&self) -> &Review {
        self.history.review()
    }

    /// The decision on a pair of the comparison.
    pub fn decision(&self, pair: usize) -> Option<&Decision> {
        let comparison = self.comparison.as_ref()?;
        let at = comparison.pairs.get(pair)?.alignment;
        self.review().decision(comparison.text(at.left), comparison.text(at.right))
    }

    /// What a pair of the comparison is marked as.
    pub fn mark(&self, pair: usize) -> Option<Mark> {
        let verdict = self.comparison.as_ref()?.pairs.get(pair)?;
        Some(Mark::of(verdict, self.decision(pair)))
    }

    /// What outlives the program: filters, theme, what is folded away.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The way of looking at the comparison.
    pub fn view(&self) -> View {
        self.options.view
    }

    /// The part of the window that has the keyboard.
    pub fn region(&self) -> Region {
        self.region
    }

    /// The work that runs.
    pub fn job(&self) -> Option<&Job> {
        self.job.as_ref()
    }

    /// Whether a dialog of the system is open.
    pub fn is_picking(&self) -> bool {
        self.picking
    }

    /// The dialog that is open in the window.
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// Messages, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Whether a command would do anything now.
    pub fn can(&self, command: &Command) -> bool {
        let several = self.shelf.items().len() > 1;
        match command {
            Command::Open => !self.picking,
            Command::SaveReport => self.comparison.is_some() && !self.picking,
            Command::SaveProject | Command::SaveProjectAs => !self.shelf.items().is_empty() && !self.picking,
            Command::ContinueLastSession => self.last_session().is_some() && self.shelf.is_empty(),
            Command::NewComparison => !self.shelf.is_empty(),
            Command::RemoveSource | Command::EditSource => self.shelf.chosen().is_some(),
            Command::MoveSourceUp => self.shelf.can_move(-1),
            Command::MoveSourceDown => self.shelf.can_move(1),
            Command::ShowChosen(pane) => {
                several && self.shelf.chosen().is_some_and(|id| self.panes[pane.side()] != Some(id))
            }
            Command::SwapPanes => self.panes.iter().all(Option::is_some),
            Command::Confirm | Command::Dismiss | Command::Relabel(_) | Command::EditNote => self.selected().is_some(),
            Command::ClearDecision => {
                self.selected().and_then(|pair| self.decision(pair)).is_some_and(|d| d.ruling.is_some())
            }
            Command::Undo => self.history.can_undo(),
            Command::Redo => self.history.can_redo(),
            Command::ToggleFilter(_) | Command::SoloFilter(_) => self.comparison.is_some(),
            Command::ToggleScrollLock => self.comparison.is_some() && self.view() == View::Pair,
            Command::ShowView(_) => self.comparison.is_some() && several,
            Command::ToggleDismissed => self.options.filters.dismissed || self.shown.dismissed > 0,
            Command::SortClaims(_) | Command::Find => self.comparison.is_some() && self.view() == View::Matrix,
            Command::NextDifference | Command::PreviousDifference if self.steps_by_claim() => {
                let is_difference = |claim| self.claims.mark(claim).is_some_and(Mark::is_difference);
                self.claims.rows().iter().any(|&claim| is_difference(claim))
            }
            Command::NextPair | Command::PreviousPair | Command::FirstPair | Command::LastPair
                if self.steps_by_claim() =>
            {
                !self.claims.rows().is_empty()
            }
            Command::NextDifference
            | Command::PreviousDifference
            | Command::NextPair
            | Command::PreviousPair
            | Command::FirstPair
            | Command::LastPair
                if self.view() == View::Timeline =>
            {
                !self.timeline().conflicts.is_empty()
            }
            Command::NextDifference | Command::PreviousDifference => {
                self.shown.pairs.iter().any(|p| p.mark.is_difference() && !p.dismissed)
            }
            Command::NextPair | Command::PreviousPair | Command::FirstPair | Command::LastPair => {
                !self.shown.pairs.is_empty()
            }
            Command::NextRegion | Command::PreviousRegion => self.comparison.is_some(),
            Command::TimeZoomIn
            | Command::TimeZoomOut
            | Command::FitTime
            | Command::FitSelectedTime
            | Command::Earlier
            | Command::Later
            | Command::ShowTime(_)
            | Command::ToggleEvenTime
            | Command::NextEvent
            | Command::PreviousEvent
            | Command::NextLane
            | Command::PreviousLane => self.can_on_timeline(command),
            Command::ShowSelected => self.hidden_by().is_some_and(|by| by != HiddenBy::Undated),
            Command::ClearSelection => self.selection.is_some(),
            Command::CancelWork => self.job.is_some(),
            Command::CompareAgain => several && self.job.is_none(),
            _ => true,
        }
    }
}

/// Changing.
impl State {
    /// Carries out a command. What it returns is for the application to do outside of the state.
    pub fn handle(&mut self, command: Command) -> Vec<Effect> {
        if !self.can(&command) {
            return Vec::new();
        }
        match command {
            Command::Open => {
                self.picking = true;
                return vec![Effect::PickFiles];
            }
            Command::SaveReport => self.ask_for_report(),
            Command::ChooseReport(choices) => return self.choose_report(choices),
            Command::SaveProject => return self.save_project(false),
            Command::SaveProjectAs => return self.save_project(true),
            Command::SaveTo(saving, path) => return self.save_to(saving, path),
            Command::OpenProject(path) => return self.load_project(path),
            Command::ContinueLastSession => return self.continue_last_session(),
            Command::Paste(text) => self.dialog = Some(Dialog::Paste(text)),
            Command::EditSource => self.dialog = self.shelf.chosen().map(Dialog::Source),
            Command::EditNote => self.dialog = Some(Dialog::Note),
            Command::ShowKeys => self.dialog = Some(Dialog::Keys),
            Command::ShowAbout => self.dialog = Some(Dialog::About),
            Command::CloseDialog => self.dialog = None,
            Command::NewComparison if !self.review().is_empty() => self.dialog = Some(Dialog::ConfirmNew),
            Command::NewComparison | Command::ClearAll => return self.clear_all(),
            Command::Quit => return vec![Effect::Quit],
            Command::AddFiles(paths) => return self.add_files(paths),
            Command::AddText { title, text } => return self.add_text(&title, &text),
            Command::TrySample => return self.add_sample(),
            Command::ChooseSource(id) => self.shelf.choose(id),
            Command::RemoveSource => return self.remove_source(),
            Command::MoveSourceUp => return self.move_source(-1),
            Command::MoveSourceDown => return self.move_source(1),
            Command::SetSource(id, edit) => return self.set_source(id, &edit),
            Command::ShowChosen(pane) => {
                self.options.apply(&command);
                if let Some(id) = self.shelf.chosen() {
                    self.show_in(pane, id);
                }
            }
            Command::ShowSource(pane, id) => {
                self.options.apply(&command);
                self.show_in(pane, id);
            }
            Command::SwapPanes => {
                self.options.apply(&command);
                self.panes.swap(0, 1);
                self.refresh();
            }
            Command::Confirm
            | Command::Dismiss
            | Command::Relabel(_)
            | Command::ClearDecision
            | Command::SetNote(_) => {
                self.decide(&command);
            }
            Command::Undo | Command::Redo => self.undo_or_redo(&command),
            Command::SetSearch(_) | Command::Find | Command::SelectCell(..) => self.handle_claims(&command),
            Command::ShowSelected => self.show_selected(),
            Command::CancelWork => return self.cancel_work(),
            Command::CompareAgain => return self.compare(),
            Command::ForgetScores => {
                self.notify(false, "What the models computed is forgotten");
                return vec![Effect::Forget];
            }
            Command::DismissNotice(id) => self.notices.retain(|n| n.id != id),
            Command::DismissFailure(path) => self.shelf.dismiss_failure(&path),
            Command::News(news) => return self.hear(news),
            Command::ToggleModel => {
                self.options.apply(&command);
                self.touch();
                return self.compare();
            }
            command => {
                if self.options.apply(&command) {
                    self.refresh();
                }
                self.navigate(&command);
                self.handle_timeline(&command);
            }
        }
        Vec::new()
    }

    /// Shows a message.
    fn notify(&mut self, is_error: bool, text: impl Into<String>) {
        self.last_notice += 1;
        self.notices.push(Notice { id: self.last_notice, is_error, text: text.into() });
    }

    /// Makes [`State::shown`] anew.
    fn refresh(&mut self) {
        self.revision += 1;
        self.hovered = None;
        self.claims.arrange(&self.options.filters, self.options.claim_order);
        self.refresh_timeline();
        let ends = self.panes.map(|id| id.and_then(|id| self.source_id(id)));
        self.shown = match (&self.comparison, ends) {
            (Some(comparison), [Some(left), Some(right)]) => {
                Shown::new(comparison, [left, right], self.history.review(), &self.options.filters)
            }
            _ => Shown::default(),
        };
    }
}

#[cfg(test)]
mod tests;
