//! The name, the explanation and the keys of each command.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Command;
use crate::gui::Mark;
use crate::gui::shown_claims::ClaimOrder;
use crate::gui::state::{Pane, ThemeChoice, View};
use crate::model::Relation;

/// What menu, tooltips and keys know of a command.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// As it stands in the menu; ends in `…` if it asks for more.
    pub name: &'static str,
    /// One sentence for the tooltip.
    pub tooltip: &'static str,
    /// The key shown beside the name.
    pub shortcut: Option<KeyboardShortcut>,
    /// A second key for the same.
    pub alternative: Option<KeyboardShortcut>,
    /// Whether the keys work only in the view that the command is of, which takes them while it has the keyboard.
    pub in_view: bool,
}

impl Info {
    const fn new(name: &'static str, tooltip: &'static str) -> Self {
        Self { name, tooltip, shortcut: None, alternative: None, in_view: false }
    }

    const fn in_view(mut self) -> Self {
        self.in_view = true;
        self
    }

    const fn key(mut self, modifiers: Modifiers, key: Key) -> Self {
        let shortcut = Some(KeyboardShortcut::new(modifiers, key));
        if self.shortcut.is_none() {
            self.shortcut = shortcut;
        } else {
            self.alternative = shortcut;
        }
        self
    }
}

const PLAIN: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);

impl Command {
    /// Name, tooltip and keys; `None` for what is not in the menu because it is done by pointing, or by the program.
    pub fn info(&self) -> Option<Info> {
        Some(match self {
            Self::Open => Info::new("Open…", "Add articles from files, or open a project").key(CTRL, Key::O),
            Self::Paste(_) => {
                Info::new("Paste Text…", "Add an article from the clipboard or by typing").key(CTRL, Key::V)
            }
            Self::TrySample => {
                Info::new("Try the Sample", "Add the sample reports that come with the program").key(CTRL_SHIFT, Key::O)
            }
            Self::NewComparison => Info::new("New Comparison", "Take all sources off the shelf").key(CTRL, Key::N),
            Self::SaveReport => Info::new("Save Report…", "Save the comparison as a report").key(CTRL, Key::E),
            Self::ContinueLastSession => {
                Info::new("Continue Last Session", "Go on with the sources and decisions of the last session")
                    .key(CTRL, Key::R)
            }
            Self::SaveProject => {
                Info::new("Save Project", "Save sources and decisions, to go on with them later").key(CTRL, Key::S)
            }
            Self::SaveProjectAs => {
                Info::new("Save Project As…", "Save sources and decisions to another file").key(CTRL_SHIFT, Key::S)
            }
            Self::Quit => Info::new("Quit", "Leave the program").key(CTRL, Key::Q),
            Self::RemoveSource => {
                Info::new("Remove Source", "Take the chosen source off the shelf").key(CTRL, Key::Delete)
            }
            Self::MoveSourceUp => {
                Info::new("Move Source Up", "Move the chosen source up on the shelf").key(CTRL_SHIFT, Key::ArrowUp)
            }
            Self::MoveSourceDown => Info::new("Move Source Down", "Move the chosen source down on the shelf")
                .key(CTRL_SHIFT, Key::ArrowDown),
            Self::EditSource => Info::new("Title and Date…", "Correct title and publication date of the chosen source")
                .key(PLAIN, Key::F2),
            Self::ShowChosen(Pane::Left) => {
                Info::new("Show Source on the Left", "Show the chosen source in the left pane").key(CTRL, Key::Num1)
            }
            Self::ShowChosen(Pane::Right) => {
                Info::new("Show Source on the Right", "Show the chosen source in the right pane").key(CTRL, Key::Num2)
            }
            Self::SwapPanes => Info::new("Swap Panes", "Exchange the two panes").key(PLAIN, Key::F7),
            Self::Confirm => Info::new("Confirm", "The verdict on this pair is right").key(CTRL, Key::Enter),
            Self::Dismiss => {
                Info::new("Dismiss", "The verdict on this pair is wrong or does not matter").key(CTRL, Key::D)
            }
            Self::Relabel(Relation::Contradiction) => {
                Info::new("Relabel as Contradiction", "The two cannot both be true").key(CTRL_ALT, Key::Num1)
            }
            Self::Relabel(Relation::Agreement) => {
                Info::new("Relabel as Agreement", "The two say the same").key(CTRL_ALT, Key::Num2)
            }
            Self::Relabel(Relation::Related) => {
                Info::new("Relabel as Related", "The two speak of the same thing and can both be true")
                    .key(CTRL_ALT, Key::Num3)
            }
            Self::ClearDecision => {
                Info::new("Clear Decision", "Go back to the program's verdict").key(CTRL_ALT, Key::Num0)
            }
            Self::EditNote => Info::new("Note…", "Write a note on this pair").key(CTRL, Key::M),
            Self::Undo => Info::new("Undo Decision", "Take back the last decision").key(CTRL, Key::Z),
            Self::Redo => {
                Info::new("Redo Decision", "Decide again what was taken back").key(CTRL_SHIFT, Key::Z).key(CTRL, Key::Y)
            }
            Self::ShowView(View::Pair) => Info::new("Pair", "Show two articles side by side").key(ALT, Key::P),
            Self::ShowView(View::Matrix) => Info::new("Matrix", "Show which source says what").key(ALT, Key::M),
            Self::ShowView(View::Timeline) => Info::new("Timeline", "Show who dates what").key(ALT, Key::T),
            Self::ToggleFilter(Mark::Contradiction) => {
                Info::new("Contradictions", "Show contradictions").key(ALT, Key::Num1)
            }
            Self::ToggleFilter(Mark::Possible) => {
                Info::new("Possible Contradictions", "Show possible contradictions").key(ALT, Key::Num2)
            }
            Self::ToggleFilter(Mark::Agreement) => Info::new("Agreements", "Show agreements").key(ALT, Key::Num3),
            Self::ToggleFilter(Mark::Related) => {
                Info::new("Related", "Show pairs on the same thing that can both be true").key(ALT, Key::Num4)
            }
            Self::ToggleFilter(Mark::OnlyHere) => {
                Info::new("Only Here", "Mark what only one source says").key(ALT, Key::Num5)
            }
            Self::ShowSelected => {
                Info::new("Show Selected", "Show what is selected although filters or search hide it").key(ALT, Key::H)
            }
            Self::ShowEverything => Info::new("Show Everything", "Show all marks").key(ALT, Key::Num0),
            Self::ToggleDismissed => Info::new("Dismissed", "Show the pairs that you dismissed").key(ALT, Key::Num6),
            Self::SortClaims(ClaimOrder::Reading) => {
                Info::new("Claims in Reading Order", "Put the claims as the sources tell them").key(ALT, Key::Num7)
            }
            Self::SortClaims(ClaimOrder::MostDisputed) => {
                Info::new("Most Disputed Claims First", "Put first what most sources contradict").key(ALT, Key::Num8)
            }
            Self::SortClaims(ClaimOrder::MostSources) => {
                Info::new("Most Reported Claims First", "Put first what most sources speak of").key(ALT, Key::Num9)
            }
            Self::Find => Info::new("Search Claims", "Show only the claims that have certain words").key(CTRL, Key::F),
            Self::TimeZoomIn => Info::new("Zoom In on Time", "See less time, more finely")
                .in_view()
                .key(PLAIN, Key::Plus)
                .key(PLAIN, Key::Equals),
            Self::TimeZoomOut => {
                Info::new("Zoom Out in Time", "See more time, less finely").in_view().key(PLAIN, Key::Minus)
            }
            Self::FitTime => Info::new("All of the Timeline", "See everything that is dated")
                .in_view()
                .key(PLAIN, Key::Home)
                .key(PLAIN, Key::Num0),
            Self::FitSelectedTime => {
                Info::new("Selected Time", "Zoom to what is selected").in_view().key(PLAIN, Key::F)
            }
            Self::Earlier => Info::new("Earlier", "See what lies before").in_view().key(SHIFT, Key::ArrowLeft),
            Self::Later => Info::new("Later", "See what lies after").in_view().key(SHIFT, Key::ArrowRight),
            Self::ToggleEvenTime => {
                Info::new("Even Scale", "Give every day the same room; otherwise what is empty is folded")
                    .in_view()
                    .key(PLAIN, Key::E)
            }
            Self::NextEvent => {
                Info::new("Next Event", "Go to the next event of the source").in_view().key(PLAIN, Key::ArrowRight)
            }
            Self::PreviousEvent => Info::new("Previous Event", "Go to the previous event of the source")
                .in_view()
                .key(PLAIN, Key::ArrowLeft),
            Self::NextLane => Info::new("Event of the Next Source", "Go to the nearest event of the next source")
                .in_view()
                .key(PLAIN, Key::ArrowDown),
            Self::PreviousLane => {
                Info::new("Event of the Previous Source", "Go to the nearest event of the previous source")
                    .in_view()
                    .key(PLAIN, Key::ArrowUp)
            }
            Self::ToggleScrollLock => {
                Info::new("Scroll Together", "Scroll both panes by what they share").key(CTRL, Key::L)
            }
            Self::ToggleShelf => Info::new("Shelf", "Show the list of sources").key(CTRL, Key::B),
            Self::ToggleInspector => {
                Info::new("Inspector", "Show what is known of the selected pair").key(CTRL, Key::I)
            }
            Self::NextTheme => Info::new("Next Theme", "Change between system, light and dark").key(PLAIN, Key::F9),
            Self::SetTheme(ThemeChoice::System) => Info::new("System Theme", "Light or dark as the system has it"),
            Self::SetTheme(ThemeChoice::Light) => Info::new("Light Theme", "Dark words on a light ground"),
            Self::SetTheme(ThemeChoice::Dark) => Info::new("Dark Theme", "Light words on a dark ground"),
            Self::ZoomIn => Info::new("Larger", "Everything larger").key(CTRL, Key::Plus).key(CTRL, Key::Equals),
            Self::ZoomOut => Info::new("Smaller", "Everything smaller").key(CTRL, Key::Minus),
            Self::ZoomReset => Info::new("Normal Size", "Everything at its normal size").key(CTRL, Key::Num0),
            Self::NextDifference => Info::new("Next Difference", "Go to the next contradiction")
                .key(ALT, Key::ArrowDown)
                .key(PLAIN, Key::F8),
            Self::PreviousDifference => Info::new("Previous Difference", "Go to the previous contradiction")
                .key(ALT, Key::ArrowUp)
                .key(SHIFT, Key::F8),
            Self::NextPair => Info::new("Next Pair", "Go to the next pair shown").key(ALT_SHIFT, Key::ArrowDown),
            Self::PreviousPair => {
                Info::new("Previous Pair", "Go to the previous pair shown").key(ALT_SHIFT, Key::ArrowUp)
            }
            Self::FirstPair => Info::new("First Pair", "Go to the first pair shown").key(ALT, Key::Home),
            Self::LastPair => Info::new("Last Pair", "Go to the last pair shown").key(ALT, Key::End),
            Self::NextRegion => {
                Info::new("Next Part", "Move the keyboard to the next part of the window").key(PLAIN, Key::F6)
            }
            Self::PreviousRegion => {
                Info::new("Previous Part", "Move the keyboard to the previous part of the window").key(SHIFT, Key::F6)
            }
            Self::ClearSelection => Info::new("Select Nothing", "Let go of the selected pair").key(PLAIN, Key::Escape),
            Self::CancelWork => Info::new("Stop", "Stop reading or comparing").key(CTRL, Key::Period),
            Self::CompareAgain => Info::new("Compare Again", "Compare the sources again").key(PLAIN, Key::F5),
            Self::ToggleModel => Info::new(
                "Use the Models",
                "Find what agrees or conflicts in other words; without them, by shared words and figures alone",
            )
            .key(SHIFT, Key::F5),
            Self::ToggleRemember => Info::new(
                "Remember Scores",
                "Keep what the models computed for the next time: numbers only, none of the text",
            )
            .key(CTRL, Key::F5),
            Self::ForgetScores => {
                Info::new("Forget Scores", "Drop what the models computed, on the disk too").key(CTRL_SHIFT, Key::F5)
            }
            Self::ShowKeys => Info::new("Keys", "List the keys of the program").key(PLAIN, Key::F1),
            Self::ShowAbout => Info::new("About Counterpoint", "Version and licences").key(SHIFT, Key::F1),
            _ => return None,
        })
    }
}
