//! The reader's decisions, with undo and redo.

use super::State;
use crate::gui::Command;
use crate::model::{Decision, Review, Ruling};

/// One change of a decision on two statements.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    words: [String; 2],
    before: Option<Decision>,
    after: Option<Decision>,
}

/// Decisions and how they came about.
#[derive(Debug, Default)]
pub(super) struct History {
    review: Review,
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Decisions of an earlier session; they cannot be undone step by step.
    pub(super) fn of(review: Review) -> Self {
        Self { review, ..Self::default() }
    }

    pub(super) fn review(&self) -> &Review {
        &self.review
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn set(&mut self, words: [String; 2], after: Decision) {
        let before = self.review.decision(&words[0], &words[1]).cloned();
        if before.clone().unwrap_or_default() == after {
            return;
        }
        self.review.set(&words[0], &words[1], Some(after.clone()));
        self.done.push(Change { words, before, after: Some(after) });
        self.undone.clear();
    }

    fn undo(&mut self) -> Option<[String; 2]> {
        let change = self.done.pop()?;
        self.review.set(&change.words[0], &change.words[1], change.before.clone());
        self.undone.push(change.clone());
        Some(change.words)
    }

    fn redo(&mut self) -> Option<[String; 2]> {
        let change = self.undone.pop()?;
        self.review.set(&change.words[0], &change.words[1], change.after.clone());
        self.done.push(change.clone());
        Some(change.words)
    }
}

impl State {
    /// Decides on the selected pair.
    pub(super) fn decide(&mut self, command: &Command) {
        let Some(index) = self.selected() else { return };
        let Some(comparison) = &self.comparison else { return };
        let at = comparison.pairs[index].alignment;
        let words = [at.left, at.right].map(|end| comparison.text(end).to_owned());
        let mut decision = self.decision(index).cloned().unwrap_or_default();
        match command {
            Command::Confirm => decision.ruling = Some(Ruling::Confirmed),
            Command::Dismiss => decision.ruling = Some(Ruling::Dismissed),
            Command::Relabel(relation) => {
                let same = comparison.pairs[index].verdict.relation == *relation;
                decision.ruling = Some(if same { Ruling::Confirmed } else { Ruling::Relabelled(*relation) });
            }
            Command::ClearDecision => decision.ruling = None,
            Command::SetNote(note) => {
                decision.note = note.trim().to_owned();
                self.dialog = None;
            }
            _ => return,
        }
        self.history.set(words.clone(), decision);
        self.touch();
        self.reweigh_claims(&words);
        self.refresh();
    }

    /// Takes the last decision back, or does it again, and goes to the pair it is about.
    pub(super) fn undo_or_redo(&mut self, command: &Command) {
        let words = match command {
            Command::Undo => self.history.undo(),
            _ => self.history.redo(),
        };
        self.touch();
        if let Some(words) = &words {
            self.reweigh_claims(words);
        }
        self.refresh();
        let (Some([a, b]), Some(comparison)) = (words, &self.comparison) else { return };
        let about = comparison.pairs.iter().position(|pair| {
            let ends = [pair.alignment.left, pair.alignment.right].map(|end| comparison.text(end));
            ends == [&a, &b] || ends == [&b, &a]
        });
        if let Some(index) = about {
            self.select_pair(index);
        }
    }
}
