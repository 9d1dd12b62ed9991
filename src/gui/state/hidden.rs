//! What is selected but does not stand in the view, and why.

use super::{State, View};
use crate::gui::Mark;
use crate::model::Ruling;

/// What keeps the selected claim or pair out of the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HiddenBy {
    /// The filters hide its mark.
    Filters,
    /// It has not the words that are searched for.
    Search,
    /// Both.
    FiltersAndSearch,
    /// It gives no date, and so is not on the timeline.
    Undated,
}

impl State {
    /// Why the selected claim has no row in the matrix, the selected pair is not marked in the pair view, or what is
    /// selected is not on the timeline; `None` if it is shown. A pair that the reader just dismissed is where the reader put
    /// it, not hidden.
    pub fn hidden_by(&self) -> Option<HiddenBy> {
        if self.view() == View::Timeline && self.selection.is_some() && self.selected_places().is_empty() {
            return Some(HiddenBy::Undated);
        }
        let mark = self.mark_of_selected()?;
        let filtered = !self.options.filters.shows(mark);
        let searched = self.view() == View::Matrix && !self.claims.finds(self.claim()?);
        match (filtered, searched) {
            (true, true) => Some(HiddenBy::FiltersAndSearch),
            (true, false) => Some(HiddenBy::Filters),
            (false, true) => Some(HiddenBy::Search),
            (false, false) => None,
        }
    }

    /// The mark that the filters of the view go by.
    fn mark_of_selected(&self) -> Option<Mark> {
        match self.view() {
            View::Matrix => self.claims.mark(self.claim()?),
            View::Pair => {
                let pair = self.selected()?;
                let dismissed = self.decision(pair).is_some_and(|d| d.ruling == Some(Ruling::Dismissed));
                self.mark(pair).filter(|_| !dismissed)
            }
            // Filters hide no event there, only what is between two.
            View::Timeline => self.timeline().hidden_mark(self.selected()?),
        }
    }

    /// Takes away what keeps the selected claim or pair out of the view.
    pub(super) fn show_selected(&mut self) {
        let by = self.hidden_by();
        if let (Some(HiddenBy::Filters | HiddenBy::FiltersAndSearch), Some(mark)) = (by, self.mark_of_selected()) {
            self.options.filters.show(mark);
        }
        if matches!(by, Some(HiddenBy::Search | HiddenBy::FiltersAndSearch)) {
            self.set_search("");
        }
        self.refresh();
        self.reveal_selection();
    }
}
