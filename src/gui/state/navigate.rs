//! Selecting: by pointing, and one after the other.

use super::{Pane, Region, Selection, ShelfId, State, View};
use crate::gui::Command;

impl State {
    pub(super) fn navigate(&mut self, command: &Command) {
        match *command {
            Command::NextDifference if self.steps_by_claim() => self.step_claim(1, true),
            Command::PreviousDifference if self.steps_by_claim() => self.step_claim(-1, true),
            Command::NextPair if self.steps_by_claim() => self.step_claim(1, false),
            Command::PreviousPair if self.steps_by_claim() => self.step_claim(-1, false),
            Command::FirstPair if self.steps_by_claim() => self.select_row(0),
            Command::LastPair if self.steps_by_claim() => self.select_row(self.claims.rows().len().saturating_sub(1)),
            Command::NextDifference | Command::NextPair if self.view() == View::Timeline => self.step_conflict(1),
            Command::PreviousDifference | Command::PreviousPair if self.view() == View::Timeline => {
                self.step_conflict(-1);
            }
            Command::FirstPair if self.view() == View::Timeline => self.select_conflict(0),
            Command::LastPair if self.view() == View::Timeline => {
                self.select_conflict(self.timeline().conflicts.len().saturating_sub(1));
            }
            Command::NextDifference => self.step(1, true),
            Command::PreviousDifference => self.step(-1, true),
            Command::NextPair => self.step(1, false),
            Command::PreviousPair => self.step(-1, false),
            Command::FirstPair => self.select_position(0),
            Command::LastPair => self.select_position(self.shown.pairs.len().saturating_sub(1)),
            Command::SelectPair(index) => self.select_pair(index),
            Command::SelectStatement(at) => self.select(Selection::Statement(at)),
            Command::ShowView(_) => {
                self.region = Region::Left;
                self.reveal_selection();
            }
            Command::ClearSelection => self.selection = None,
            Command::Hover(pair) => self.hovered = pair,
            Command::NextRegion => self.region = self.region_after(1),
            Command::PreviousRegion => self.region = self.region_after(3),
            Command::FocusRegion(region) => self.region = region,
            _ => {}
        }
    }

    /// Position of the selected pair among those shown, from 0.
    pub fn selected_position(&self) -> Option<usize> {
        self.shown.position(self.selected()?)
    }

    pub(super) fn select_pair(&mut self, index: usize) {
        if self.comparison.as_ref().is_some_and(|comparison| index < comparison.pairs.len()) {
            self.select(Selection::Pair(index));
        }
    }

    pub(super) fn select(&mut self, selection: Selection) {
        self.column = None;
        self.in_claim = self.claim();
        self.selection = Some(selection);
        self.reveal_selection();
    }

    /// Has what is selected scrolled into view. The panes of the pair view show its sources.
    pub(super) fn reveal_selection(&mut self) {
        self.reveal += 1;
        if self.view() == View::Timeline {
            self.reveal_selected_events();
        }
        if self.view() != View::Pair {
            return;
        }
        let (Some(comparison), Some(selection)) = (&self.comparison, self.selection) else { return };
        let shown = self.shown.sources;
        let sources = match selection {
            Selection::Pair(index) => {
                let Some(pair) = comparison.pairs.get(index) else { return };
                [pair.alignment.left.source, pair.alignment.right.source]
            }
            Selection::Statement(at) if shown.contains(&at.source) => return,
            Selection::Statement(at) => [at.source, shown[1]],
        };
        if shown != sources && shown != [sources[1], sources[0]] {
            self.panes = sources.map(|source| self.shelf_id(source));
            self.refresh();
        }
    }

    fn select_position(&mut self, position: usize) {
        if let Some(pair) = self.shown.pairs.get(position) {
            self.select_pair(pair.index);
        }
    }

    /// Goes to the next (1) or previous (-1) pair shown, around the end; with nothing selected, from the start.
    fn step(&mut self, by: isize, differences: bool) {
        let fits = |p: &super::super::shown::ShownPair| !differences || (p.mark.is_difference() && !p.dismissed);
        let candidates: Vec<usize> =
            self.shown.pairs.iter().enumerate().filter_map(|(i, p)| fits(p).then_some(i)).collect();
        if candidates.is_empty() {
            return;
        }
        let at = self.place_of_selection();
        let next = match (at, by > 0) {
            (None, true) => 0,
            (None, false) => candidates.len() - 1,
            // A place between two pairs is half a step before the next one.
            (Some(at), true) => candidates.iter().position(|&c| c as f32 > at).unwrap_or(0),
            (Some(at), false) => candidates.iter().rposition(|&c| (c as f32) < at).unwrap_or(candidates.len() - 1),
        };
        self.select_position(candidates[next]);
    }

    /// Where the selection stands among the pairs shown, also if it is not one of them itself.
    fn place_of_selection(&self) -> Option<f32> {
        if let Some(position) = self.selected_position() {
            return Some(position as f32);
        }
        let comparison = self.comparison.as_ref()?;
        let ends = match self.selection? {
            Selection::Pair(index) => {
                let at = comparison.pairs.get(index)?.alignment;
                [at.left, at.right]
            }
            Selection::Statement(at) => [at, at],
        };
        let before = |side: usize| {
            let end = ends.into_iter().find(|end| end.source == self.shown.sources[side])?;
            Some(self.shown.pairs.iter().filter(|p| p.ends[side] < end.statement).count())
        };
        before(0).or_else(|| before(1)).map(|n| n as f32 - 0.5)
    }

    fn region_after(&self, steps: usize) -> Region {
        let all = [Region::Shelf, Region::Left, Region::Right, Region::Inspector];
        let open = |r: Region| match r {
            Region::Shelf => self.options.shelf,
            Region::Inspector => self.options.inspector,
            Region::Left => true,
            Region::Right => self.view() == View::Pair,
        };
        let at = all.iter().position(|&r| r == self.region).unwrap_or(0);
        (1..=all.len()).map(|i| all[(at + i * steps) % all.len()]).find(|&r| open(r)).unwrap_or_default()
    }

    /// Shows a source in a pane; if the other pane has it, the two change places.
    pub(super) fn show_in(&mut self, pane: Pane, id: ShelfId) {
        if self.shelf.get(id).is_none() {
            return;
        }
        let (here, there) = (pane.side(), 1 - pane.side());
        if self.panes[there] == Some(id) {
            self.panes.swap(0, 1);
        } else {
            self.panes[here] = Some(id);
        }
        self.selection = None;
        self.refresh();
    }
}
