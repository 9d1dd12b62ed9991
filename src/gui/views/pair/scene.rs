//! What a frame of the pair view shows, for all its parts.

use std::sync::Arc;

use super::paint::Emphasis;
use crate::gui::shown::{Shown, ShownPair};
use crate::gui::state::Selection;
use crate::gui::{Mark, State};
use crate::model::{Comparison, Source, Span, StatementId, StatementRef};

/// The state as the two panes show it.
pub(super) struct Scene<'a> {
    /// The state.
    pub(super) state: &'a State,
    /// The comparison.
    pub(super) comparison: &'a Arc<Comparison>,
    /// What is shown of it.
    pub(super) shown: &'a Shown,
    /// The statements that are selected in each pane.
    pub(super) selected: [Option<StatementId>; 2],
    /// The statements of the pair under the pointer.
    pub(super) hovered: [Option<StatementId>; 2],
}

impl<'a> Scene<'a> {
    /// What is to be shown, if there is a comparison.
    pub(super) fn new(state: &'a State) -> Option<Self> {
        let comparison = state.comparison()?;
        let shown = state.shown();
        if shown.sources.iter().any(|id| id.0 as usize >= comparison.sources.len()) {
            return None;
        }
        let mut scene = Self { state, comparison, shown, selected: [None; 2], hovered: [None; 2] };
        scene.selected = match state.selection() {
            Some(Selection::Pair(index)) => scene.ends(index),
            Some(Selection::Statement(at)) => shown.sources.map(|id| (id == at.source).then_some(at.statement)),
            None => [None; 2],
        };
        scene.hovered = state.hovered().map_or([None; 2], |index| scene.ends(index));
        Some(scene)
    }

    /// The source of a pane.
    pub(super) fn source(&self, side: usize) -> &'a Source {
        self.comparison.source(self.shown.sources[side])
    }

    /// The sources of both panes.
    pub(super) fn sources(&self) -> [&'a Source; 2] {
        [self.source(0), self.source(1)]
    }

    /// The statements of a pair in each pane.
    fn ends(&self, index: usize) -> [Option<StatementId>; 2] {
        let Some(pair) = self.comparison.pairs.get(index) else { return [None; 2] };
        let ends = [pair.alignment.left, pair.alignment.right];
        self.shown.sources.map(|id| ends.iter().find(|end| end.source == id).map(|end| end.statement))
    }

    /// A statement by its pane.
    pub(super) fn at(&self, side: usize, statement: StatementId) -> StatementRef {
        StatementRef { source: self.shown.sources[side], statement }
    }

    /// The shown pairs of a statement, strongest first.
    fn pairs(&self, side: usize, statement: StatementId) -> impl Iterator<Item = &'a ShownPair> + use<'a> {
        let shown = self.shown;
        let positions = shown.statements[side].get(statement.0 as usize).map_or(&[][..], |s| &s.pairs[..]);
        positions.iter().map(move |&position| &shown.pairs[position])
    }

    /// The pair by which a statement is shown: the selected one if it is one of its, else the one under the pointer, else
    /// its strongest.
    pub(super) fn pair(&self, side: usize, statement: StatementId) -> Option<&'a ShownPair> {
        let by = |index: Option<usize>| self.pairs(side, statement).find(|pair| Some(pair.index) == index);
        by(self.state.selected()).or_else(|| by(self.state.hovered())).or_else(|| self.pairs(side, statement).next())
    }

    /// The pair that a click on a statement selects: its strongest, or the next one if one of its is selected already.
    pub(super) fn next_pair(&self, side: usize, statement: StatementId) -> Option<usize> {
        let pairs: Vec<usize> = self.pairs(side, statement).map(|pair| pair.index).collect();
        let at = pairs.iter().position(|&index| Some(index) == self.state.selected());
        pairs.get(at.map_or(0, |at| (at + 1) % pairs.len())).copied()
    }

    /// What a statement is marked as.
    pub(super) fn mark(&self, side: usize, statement: StatementId) -> Option<Mark> {
        let strongest = self.shown.statements[side].get(statement.0 as usize)?.mark;
        self.pair(side, statement).map(|pair| pair.mark).or(strongest)
    }

    /// How much a statement stands out.
    pub(super) fn emphasis(&self, side: usize, statement: StatementId) -> Emphasis {
        if self.selected[side] == Some(statement) {
            Emphasis::Selected
        } else if self.hovered[side] == Some(statement) {
            Emphasis::Hovered
        } else {
            Emphasis::None
        }
    }

    /// The words of a statement that decide a pair, as stretches of the document.
    pub(super) fn deciding_words(&self, side: usize, pair: &ShownPair) -> Vec<Span> {
        let judged = &self.comparison.pairs[pair.index];
        let is_left = judged.alignment.left.source == self.shown.sources[side];
        let start = self.comparison.statement(self.at(side, pair.ends[side])).span.start;
        let spans = judged.verdict.deciding().map(|reason| if is_left { reason.left } else { reason.right });
        spans.filter(|span| !span.is_empty()).map(|span| span.shifted(start)).collect()
    }

    /// What a screen reader says of a statement: mark and kind first, then its words.
    pub(super) fn label(&self, side: usize, statement: StatementId) -> String {
        let words = self.comparison.text(self.at(side, statement)).replace(['\n', '\r', '\t'], " ");
        let Some(mark) = self.mark(side, statement) else { return words };
        let reason = self.pair(side, statement).and_then(|p| self.comparison.pairs[p.index].verdict.reasons.first());
        match reason {
            Some(reason) => format!("{}, {}: {words}", mark.name(), reason.kind.name()),
            None => format!("{}: {words}", mark.name()),
        }
    }
}
