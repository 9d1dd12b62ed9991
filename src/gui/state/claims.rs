//! The claims: which are shown, and selecting in them.

use super::{Selection, State, View};
use crate::gui::Command;
use crate::gui::shown_claims::{ShownClaims, leading_pair};
use crate::model::{ClaimId, SourceId};

impl State {
    /// What the matrix shows of the comparison.
    pub fn claims(&self) -> &ShownClaims {
        &self.claims
    }

    /// The claim that what is selected belongs to; a heading may belong to none. A pair between two claims belongs to the
    /// one in which it was selected.
    pub fn claim(&self) -> Option<ClaimId> {
        let crosses = |claim: &ClaimId, index| {
            let claims = self.comparison.as_ref().map(|comparison| &comparison.claims);
            claims.and_then(|claims| claims.get(claim.0 as usize)).is_some_and(|claim| claim.crossing.contains(&index))
        };
        match self.selection? {
            Selection::Pair(index) if self.in_claim.is_some_and(|claim| crosses(&claim, index)) => self.in_claim,
            Selection::Pair(index) => self.claims.claim_of_pair(index),
            Selection::Statement(at) => self.claims.claim_of(at),
        }
    }

    /// The source whose cell was selected; `None` if the claim was selected as a whole, or in another view.
    pub fn column(&self) -> Option<SourceId> {
        self.source_id(self.column?)
    }

    /// What claims are searched for; empty if they are not.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// Goes up whenever the reader asks for the field to search in.
    pub fn find(&self) -> u64 {
        self.find
    }

    /// Weighs the claims of two statements anew: there is another decision on them.
    pub(super) fn reweigh_claims(&mut self, words: &[String; 2]) {
        if let Some(comparison) = &self.comparison {
            self.claims.reweigh(comparison, self.history.review(), words);
        }
    }

    /// Weighs the claims anew: there is another comparison.
    pub(super) fn refresh_claims(&mut self) {
        self.claims = match &self.comparison {
            Some(comparison) => ShownClaims::new(comparison, self.history.review()),
            None => ShownClaims::default(),
        };
        self.search_claims();
    }

    fn search_claims(&mut self) {
        if let Some(comparison) = &self.comparison {
            self.claims.search(comparison, &self.search);
        }
    }

    pub(super) fn set_search(&mut self, text: &str) {
        text.clone_into(&mut self.search);
        self.search_claims();
    }

    pub(super) fn handle_claims(&mut self, command: &Command) {
        match command {
            Command::SetSearch(text) => {
                self.set_search(text);
                self.refresh();
            }
            Command::Find => self.find += 1,
            Command::SelectCell(claim, source) => self.select_cell(*claim, *source),
            _ => {}
        }
    }

    /// Selects what a source says of a claim: the pair by which it stands there, else its statement. With no source, or
    /// one that is silent, the pair by which the claim is shown, else its central statement.
    pub(super) fn select_cell(&mut self, claim: ClaimId, source: Option<SourceId>) {
        let Some(comparison) = &self.comparison else { return };
        let Some(of) = comparison.claims.get(claim.0 as usize) else { return };
        let speaks = source.and_then(|source| of.statements.iter().find(|at| at.source == source)).copied();
        let pair = leading_pair(comparison, self.review(), claim, speaks.map(|at| at.source));
        self.select(pair.map_or(Selection::Statement(speaks.unwrap_or(of.central)), Selection::Pair));
        self.in_claim = Some(claim);
        self.column = source.and_then(|source| self.shelf_id(source));
    }

    /// Goes to the next (1) or previous (-1) row, around the end; with no row selected, from the start.
    pub(super) fn step_claim(&mut self, by: isize, differences: bool) {
        let rows = self.claims.rows();
        let fits =
            |claim: ClaimId| !differences || self.claims.mark(claim).is_some_and(crate::gui::Mark::is_difference);
        let at = self.selected_row();
        let count = rows.len();
        let start = match (at, by > 0) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + count - 1,
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
        };
        let reached = |i: usize| if by > 0 { start + i } else { start + count - i };
        let next = (0..count).map(|i| rows[reached(i) % count]).find(|&claim| fits(claim));
        if let Some(claim) = next {
            self.select_cell(claim, None);
        }
    }

    /// The row of what is selected, if it is shown.
    pub fn selected_row(&self) -> Option<usize> {
        self.claims.row_of(self.claim()?)
    }

    /// Selects the row at one end.
    pub(super) fn select_row(&mut self, row: usize) {
        if let Some(&claim) = self.claims.rows().get(row) {
            self.select_cell(claim, None);
        }
    }

    /// Whether claims are stepped through rather than pairs.
    pub(super) fn steps_by_claim(&self) -> bool {
        self.view() == View::Matrix
    }
}
