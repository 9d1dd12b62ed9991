//! The menu bar.

use super::Command;
use crate::gui::Mark;
use crate::gui::shown_claims::ClaimOrder;
use crate::gui::state::{Pane, ThemeChoice, View};
use crate::model::Relation;

/// A menu and what is in it.
#[derive(Debug)]
pub struct Menu {
    /// The word in the menu bar.
    pub name: &'static str,
    /// Groups of commands, parted by lines.
    pub groups: &'static [&'static [Command]],
}

/// The ways of looking at a comparison: the tabs at the top, and the first group of the menu View.
pub const VIEWS: &[Command] =
    &[Command::ShowView(View::Pair), Command::ShowView(View::Matrix), Command::ShowView(View::Timeline)];

/// The menu bar: every command with a name stands in it once.
pub const MENUS: &[Menu] = &[
    Menu {
        name: "File",
        groups: &[
            &[Command::Open, Command::Paste(String::new()), Command::TrySample],
            &[Command::SaveReport],
            &[Command::SaveProject, Command::SaveProjectAs],
            &[Command::ContinueLastSession, Command::NewComparison],
            &[Command::Quit],
        ],
    },
    Menu {
        name: "Edit",
        groups: &[
            &[Command::Undo, Command::Redo],
            &[
                Command::Confirm,
                Command::Dismiss,
                Command::Relabel(Relation::Contradiction),
                Command::Relabel(Relation::Agreement),
                Command::Relabel(Relation::Related),
                Command::ClearDecision,
                Command::EditNote,
            ],
            &[Command::EditSource, Command::MoveSourceUp, Command::MoveSourceDown, Command::RemoveSource],
        ],
    },
    Menu {
        name: "View",
        groups: &[
            VIEWS,
            &[
                Command::ToggleFilter(Mark::Contradiction),
                Command::ToggleFilter(Mark::Possible),
                Command::ToggleFilter(Mark::Agreement),
                Command::ToggleFilter(Mark::Related),
                Command::ToggleFilter(Mark::OnlyHere),
                Command::ShowEverything,
                Command::ShowSelected,
                Command::ToggleDismissed,
            ],
            &[
                Command::SortClaims(ClaimOrder::Reading),
                Command::SortClaims(ClaimOrder::MostDisputed),
                Command::SortClaims(ClaimOrder::MostSources),
            ],
            &[
                Command::TimeZoomIn,
                Command::TimeZoomOut,
                Command::FitTime,
                Command::FitSelectedTime,
                Command::ToggleEvenTime,
            ],
            &[Command::ShowChosen(Pane::Left), Command::ShowChosen(Pane::Right), Command::SwapPanes],
            &[Command::ToggleScrollLock, Command::ToggleShelf, Command::ToggleInspector],
            &[
                Command::SetTheme(ThemeChoice::System),
                Command::SetTheme(ThemeChoice::Light),
                Command::SetTheme(ThemeChoice::Dark),
                Command::NextTheme,
            ],
            &[Command::ZoomIn, Command::ZoomOut, Command::ZoomReset],
        ],
    },
    Menu {
        name: "Go",
        groups: &[
            &[Command::NextDifference, Command::PreviousDifference],
            &[Command::NextPair, Command::PreviousPair, Command::FirstPair, Command::LastPair, Command::ClearSelection],
            &[Command::Find],
            &[
                Command::NextEvent,
                Command::PreviousEvent,
                Command::NextLane,
                Command::PreviousLane,
                Command::Earlier,
                Command::Later,
            ],
            &[Command::NextRegion, Command::PreviousRegion],
            &[Command::CompareAgain, Command::CancelWork, Command::ToggleModel],
            &[Command::ToggleRemember, Command::ForgetScores],
        ],
    },
    Menu { name: "Help", groups: &[&[Command::ShowKeys, Command::ShowAbout]] },
];

impl Command {
    /// Every command that has a name, in menu order.
    pub fn listed() -> impl Iterator<Item = &'static Command> {
        MENUS.iter().flat_map(|menu| menu.groups.iter().copied().flatten())
    }
}
