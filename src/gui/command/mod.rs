//! Everything a person can do in the window, in one list that menu and keys read.

mod info;
mod menus;

use std::path::PathBuf;

pub use info::Info;
pub use menus::{MENUS, Menu, VIEWS};

use super::Mark;
use super::shown_claims::ClaimOrder;
use super::state::{Pane, Region, ReportChoices, Saving, ShelfId, SourceEdit, ThemeChoice, View};
use crate::model::{ClaimId, EventId, Relation, SourceId, StatementRef};

/// An action of the reader, or news from outside the interface thread. [`State::handle`](super::State::handle) is the
/// one place that carries them out.
#[derive(Clone, Debug)]
pub enum Command {
    // File
    /// Ask for files with the system's dialog and add them to the shelf.
    Open,
    /// Ask for a title and a text and add them as a source; the text to start with.
    Paste(String),
    /// Add the sample reports that the program ships.
    TrySample,
    /// Take all sources off the shelf; asks first if there are decisions to lose.
    NewComparison,
    /// Go on with the sources and decisions of the last session.
    ContinueLastSession,
    /// Save sources and decisions to the project's file; ask for one if there is none yet.
    SaveProject,
    /// Ask for a file and save sources and decisions to it.
    SaveProjectAs,
    /// Ask what the report is to hold and where to save it, then save it.
    SaveReport,
    /// Leave the program.
    Quit,

    // Sources
    /// Make a source of the shelf the one that the commands below act on.
    ChooseSource(ShelfId),
    /// Take the chosen source off the shelf.
    RemoveSource,
    /// Move the chosen source up on the shelf.
    MoveSourceUp,
    /// Move the chosen source down on the shelf.
    MoveSourceDown,
    /// Ask for a new title and publication date of the chosen source.
    EditSource,
    /// Show the chosen source in a pane.
    ShowChosen(Pane),
    /// Show a source in a pane.
    ShowSource(Pane, ShelfId),
    /// Exchange the two panes.
    SwapPanes,

    // Decisions, on the selected pair
    /// The verdict is right.
    Confirm,
    /// The verdict is wrong, or does not matter.
    Dismiss,
    /// The two relate otherwise.
    Relabel(Relation),
    /// Ask for a note.
    EditNote,
    /// Forget the ruling; the note stays.
    ClearDecision,
    /// Take back the last decision.
    Undo,
    /// Do again what was taken back.
    Redo,

    // View
    /// Look at the comparison in another way; what is selected stays selected.
    ShowView(View),
    /// Show or hide pairs, or statements, of a mark.
    ToggleFilter(Mark),
    /// Show only one mark, or everything again if it is the only one shown.
    SoloFilter(Mark),
    /// Show all marks.
    ShowEverything,
    /// Take away what filters or search keep the selected claim or pair out of the view with.
    ShowSelected,
    /// Show or hide the pairs that were dismissed.
    ToggleDismissed,
    /// Put the claims of the matrix in another order.
    SortClaims(ClaimOrder),
    /// See less time, more finely.
    TimeZoomIn,
    /// See more time, less finely.
    TimeZoomOut,
    /// See all of the timeline.
    FitTime,
    /// See as much of the timeline as what is selected takes.
    FitSelectedTime,
    /// See what lies before.
    Earlier,
    /// See what lies after.
    Later,
    /// See a stretch of the timeline, as shares of its axis.
    ShowTime([f64; 2]),
    /// Give every day of the timeline the same room, or fold what is empty.
    ToggleEvenTime,
    /// Scroll the two panes together, or each alone.
    ToggleScrollLock,
    /// Show or fold away the shelf.
    ToggleShelf,
    /// Show or fold away the inspector.
    ToggleInspector,
    /// Go on to the next of system, light, dark.
    NextTheme,
    /// Light, dark, or as the system has it.
    SetTheme(ThemeChoice),
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything at its normal size.
    ZoomReset,

    // Go
    /// Select the next contradiction or possible contradiction that is shown.
    NextDifference,
    /// Select the previous contradiction or possible contradiction that is shown.
    PreviousDifference,
    /// Select the next pair that is shown.
    NextPair,
    /// Select the previous pair that is shown.
    PreviousPair,
    /// Select the first pair that is shown.
    FirstPair,
    /// Select the last pair that is shown.
    LastPair,
    /// Move the keyboard to the next part of the window.
    NextRegion,
    /// Move the keyboard to the previous part of the window.
    PreviousRegion,
    /// Move the keyboard to a part of the window.
    FocusRegion(Region),
    /// Select a pair: its index in the comparison.
    SelectPair(usize),
    /// Select a statement by itself, not by one of its pairs.
    SelectStatement(StatementRef),
    /// Select what a source says of a claim; the claim as a whole without one.
    SelectCell(ClaimId, Option<SourceId>),
    /// Go to the field in which claims are searched for.
    Find,
    /// Show only the claims that have these words; all with none.
    SetSearch(String),
    /// Go to the next event of the lane.
    NextEvent,
    /// Go to the previous event of the lane.
    PreviousEvent,
    /// Go to the event nearest in time on the next lane that has one.
    NextLane,
    /// Go to the event nearest in time on the previous lane that has one.
    PreviousLane,
    /// Give an event the keyboard.
    FocusEvent(EventId),
    /// Select the pair in which an event conflicts, else a pair of its statement, else the statement.
    SelectEvent(EventId),
    /// Select nothing.
    ClearSelection,
    /// The pointer is over a pair: its index in the comparison.
    Hover(Option<usize>),

    // Work
    /// Stop reading or comparing.
    CancelWork,
    /// Compare the sources of the shelf again.
    CompareAgain,
    /// Compare with the models, or by shared words alone; compares again.
    ToggleModel,
    /// Keep what the models computed for the next run of the program, or only until this one ends.
    ToggleRemember,
    /// Drop what the models computed.
    ForgetScores,

    // Help
    /// List the keys.
    ShowKeys,
    /// Tell what the program is, its version and licences.
    ShowAbout,

    // Dialogs and notices of the window itself
    /// Close the dialog that is open, changing nothing.
    CloseDialog,
    /// Add files to the shelf.
    AddFiles(Vec<PathBuf>),
    /// Add a pasted text to the shelf.
    AddText {
        /// May be empty: a name is made up.
        title: String,
        /// The text.
        text: String,
    },
    /// Take all sources off the shelf and forget all decisions, without asking.
    ClearAll,
    /// Set title and publication date of a source.
    SetSource(ShelfId, SourceEdit),
    /// Set the note on the selected pair.
    SetNote(String),
    /// Keep what was chosen of the report, and ask where to save it with the system's dialog.
    ChooseReport(ReportChoices),
    /// Save report or project to a file.
    SaveTo(Saving, PathBuf),
    /// Open a project in place of what is on the shelf, without asking.
    OpenProject(PathBuf),
    /// Take a notice away.
    DismissNotice(u64),
    /// Take a file that could not be read off the shelf.
    DismissFailure(PathBuf),

    /// News from the worker or a dialog.
    News(super::state::News),
}

/// What views send in a frame, in order; handled before the next.
#[derive(Debug, Default)]
pub struct Commands(Vec<Command>);

impl Commands {
    /// Sends a command.
    pub fn send(&mut self, command: Command) {
        self.0.push(command);
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes what was sent.
    pub fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
