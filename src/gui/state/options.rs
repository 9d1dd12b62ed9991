//! What the reader chose and the program remembers.

use serde::{Deserialize, Serialize};

use crate::gui::shown_claims::ClaimOrder;
use crate::gui::{Command, Mark};
use crate::model::Settings;

/// Choices that outlive the program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The way of looking at a comparison.
    pub view: View,
    /// In what order the claims stand in the matrix.
    pub claim_order: ClaimOrder,
    /// What is marked and listed.
    pub filters: Filters,
    /// Whether every day of the timeline takes the same room.
    pub even_time: bool,
    /// Whether the two panes scroll together.
    pub scroll_locked: bool,
    /// Whether sources are compared with the models.
    pub model: bool,
    /// Whether what the models computed is kept for the next run of the program.
    pub remember: bool,
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// Whether the shelf is open.
    pub shelf: bool,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// Size of everything; 1 is normal.
    pub zoom: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            view: View::Pair,
            claim_order: ClaimOrder::Reading,
            filters: Filters::default(),
            even_time: false,
            scroll_locked: true,
            model: true,
            remember: true,
            theme: ThemeChoice::System,
            shelf: true,
            inspector: true,
            zoom: 1.0,
        }
    }
}

impl Options {
    /// What sources are compared with.
    pub fn settings(&self) -> Settings {
        Settings { use_model: self.model, ..Settings::default() }
    }

    const ZOOM_STEP: f32 = 0.1;
    const ZOOM_LEAST: f32 = 0.6;
    const ZOOM_MOST: f32 = 3.0;

    /// Carries out a command on the options; says whether what is shown has to be made anew.
    pub(super) fn apply(&mut self, command: &Command) -> bool {
        match command {
            Command::ShowView(view) => self.view = *view,
            Command::ShowSource(..) | Command::ShowChosen(_) | Command::SwapPanes => self.view = View::Pair,
            Command::SortClaims(order) => self.claim_order = *order,
            Command::ToggleFilter(mark) => self.filters.toggle(*mark),
            Command::SoloFilter(mark) => self.filters.solo(*mark),
            Command::ShowEverything => self.filters.hidden.clear(),
            Command::ToggleDismissed => self.filters.dismissed = !self.filters.dismissed,
            Command::ToggleScrollLock => self.scroll_locked = !self.scroll_locked,
            Command::ToggleEvenTime => self.even_time = !self.even_time,
            Command::ToggleShelf => self.shelf = !self.shelf,
            Command::ToggleInspector => self.inspector = !self.inspector,
            Command::ToggleModel => self.model = !self.model,
            Command::ToggleRemember => self.remember = !self.remember,
            Command::NextTheme => self.theme = self.theme.next(),
            Command::SetTheme(theme) => self.theme = *theme,
            Command::ZoomIn => self.set_zoom(self.zoom + Self::ZOOM_STEP),
            Command::ZoomOut => self.set_zoom(self.zoom - Self::ZOOM_STEP),
            Command::ZoomReset => self.set_zoom(1.0),
            _ => {}
        }
        matches!(
            command,
            Command::ToggleFilter(_)
                | Command::SoloFilter(_)
                | Command::ShowEverything
                | Command::ToggleDismissed
                | Command::SortClaims(_)
                | Command::ToggleEvenTime
        )
    }

    fn set_zoom(&mut self, zoom: f32) {
        self.zoom = ((zoom * 10.0).round() / 10.0).clamp(Self::ZOOM_LEAST, Self::ZOOM_MOST);
    }
}

/// A way of looking at a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Two articles side by side.
    #[default]
    Pair,
    /// Claims by sources.
    Matrix,
    /// Who dates what.
    Timeline,
}

/// Which marks are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    pub(in crate::gui) hidden: Vec<Mark>,
    /// Whether pairs that the reader dismissed are listed.
    pub dismissed: bool,
}

impl Default for Filters {
    /// Everything but what was dismissed.
    fn default() -> Self {
        Self { hidden: Vec::new(), dismissed: false }
    }
}

impl Filters {
    /// Whether a mark is shown.
    pub fn shows(&self, mark: Mark) -> bool {
        !self.hidden.contains(&mark)
    }

    fn toggle(&mut self, mark: Mark) {
        if self.shows(mark) {
            self.hidden.push(mark);
        } else {
            self.show(mark);
        }
    }

    pub(super) fn show(&mut self, mark: Mark) {
        self.hidden.retain(|&m| m != mark);
    }

    fn solo(&mut self, mark: Mark) {
        let alone = Mark::ALL.iter().all(|&m| self.shows(m) == (m == mark));
        self.hidden = if alone { Vec::new() } else { Mark::ALL.into_iter().filter(|&m| m != mark).collect() };
    }
}

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

impl ThemeChoice {
    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// One of the two panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Pane {
    /// Both, left first.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// 0 for left, 1 for right.
    pub fn side(self) -> usize {
        self as usize
    }
}

/// A part of the window that can have the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// The list of sources.
    Shelf,
    /// The left pane; of a view without panes, all of it.
    #[default]
    Left,
    /// The right pane.
    Right,
    /// What is known of the selected pair.
    Inspector,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_alone_and_back() {
        let mut filters = Filters::default();
        filters.solo(Mark::Contradiction);
        assert_eq!(Mark::ALL.map(|m| filters.shows(m)), [true, false, false, false, false]);
        filters.solo(Mark::Contradiction);
        assert_eq!(filters, Filters::default());
        filters.toggle(Mark::Agreement);
        assert!(!filters.shows(Mark::Agreement));
    }

    #[test]
    fn zoom_keeps_its_bounds_and_its_steps() {
        let mut options = Options::default();
        for _ in 0..99 {
            options.apply(&Command::ZoomOut);
        }
        assert_eq!(options.zoom, Options::ZOOM_LEAST);
        for _ in 0..4 {
            options.apply(&Command::ZoomIn);
        }
        assert_eq!(options.zoom, 1.0, "steps do not add up rounding errors");
    }
}
