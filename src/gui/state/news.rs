//! What comes from outside the interface thread, and the work that brings it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Dialog, Effect, Saving, Selection, ShelfId, SourceEdit, State, View};
use crate::engine::Stage;
use crate::gui::sample;
use crate::import;
use crate::model::{Comparison, Document, Review, Settings};
use crate::project;

/// Generation of a job: news of any but the latest comparison is stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(pub u64);

/// The work that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its generation.
    pub id: JobId,
    /// What it does; `None` while it reads files.
    pub stage: Option<Stage>,
    /// Units done.
    pub done: usize,
    /// Units in all; 0 if not known yet.
    pub total: usize,
}

impl Job {
    /// What it does, for the reader.
    pub fn label(&self) -> &'static str {
        match self.stage {
            None => "Reading files",
            Some(Stage::Segment) => "Finding statements",
            Some(Stage::Encode) => "Reading for meaning",
            Some(Stage::Align) => "Finding what overlaps",
            Some(Stage::Judge) => "Judging",
            Some(Stage::Read) => "Comparing meaning",
        }
    }
}

/// The letter of a source: A, B, … Z, AA, …
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter(String);

impl Letter {
    /// The letter of a place, from 0.
    pub fn of(place: usize) -> Self {
        let last = char::from(b'A' + (place % 26) as u8);
        let mut letters = if place >= 26 { Self::of(place / 26 - 1).0 } else { String::new() };
        letters.push(last);
        Self(letters)
    }
}

impl std::fmt::Display for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a dialog of the system came back with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked<T> {
    /// The reader chose.
    Chosen(T),
    /// The reader thought better of it.
    Cancelled,
    /// The system has no such dialog.
    Unavailable,
}

impl<T> Picked<T> {
    /// How it went, for the trace.
    pub fn outcome(&self) -> &'static str {
        match self {
            Self::Chosen(_) => "chosen",
            Self::Cancelled => "cancelled",
            Self::Unavailable => "unavailable",
        }
    }
}

/// News from outside the interface thread.
#[derive(Clone, Debug)]
pub enum News {
    /// The dialog for opening files came back.
    FilesPicked(Picked<Vec<PathBuf>>),
    /// The dialog for saving came back.
    SavePathPicked(Saving, Picked<PathBuf>),
    /// One file was read, or not: then with what is wrong and what to do.
    Read(PathBuf, Result<Box<Document>, String>),
    /// All files of a job were read.
    ReadAll(JobId),
    /// A comparison came so far.
    Progress(JobId, Stage, usize, usize),
    /// A comparison, of these shelf items, that may still be refined.
    Snapshot(JobId, Vec<ShelfId>, Arc<Comparison>),
    /// The same, and it will not be refined.
    Compared(JobId, Vec<ShelfId>, Arc<Comparison>),
    /// A job ended without a result: cancelled, or with what went wrong.
    Stopped(JobId, Option<String>),
    /// The report was saved, or not: then with what is wrong and what to do.
    ReportSaved(PathBuf, Result<(), String>),
    /// The project was saved as it was at a count of changes, or not: then with what is wrong and what to do.
    ProjectSaved(PathBuf, u64, Result<(), String>),
    /// A project was loaded, and its sources follow; `None` is the last session. Or not: then with what is wrong.
    ProjectLoaded(Option<PathBuf>, Result<(Settings, Box<Review>), String>),
    /// A source of a project has changed since the project was saved.
    Changed(PathBuf),
}

impl State {
    pub(super) fn hear(&mut self, news: News) -> Vec<Effect> {
        match news {
            News::FilesPicked(picked) => {
                self.picking = false;
                match picked {
                    Picked::Chosen(paths) => return self.add_files(paths),
                    Picked::Cancelled => {}
                    Picked::Unavailable => self.dialog = Some(Dialog::OpenPath),
                }
            }
            News::SavePathPicked(saving, picked) => return self.path_picked(saving, picked),
            News::ProjectSaved(path, changes, saved) => self.project_saved(path, changes, saved),
            News::ProjectLoaded(path, Ok((settings, review))) => self.project_loaded(path, &settings, *review),
            News::ProjectLoaded(_, Err(message)) => self.notify(true, message),
            News::Changed(path) => {
                self.notify(false, format!("{} has changed since the project was saved", path.display()));
            }
            News::Read(path, Ok(document)) => self.add_read(&path, *document),
            News::Read(path, Err(message)) => self.shelf.fail(path, message),
            // Also if another job has begun since: it does not know of these files.
            News::ReadAll(id) => {
                if self.is_current(id) {
                    self.job = None;
                }
                self.project_read();
                return self.compare();
            }
            News::Progress(id, stage, done, total) => {
                if let Some(job) = self.job.as_mut().filter(|job| job.id == id) {
                    (job.stage, job.done, job.total) = (Some(stage), done, total);
                }
            }
            News::Snapshot(id, items, comparison) => self.show(id, items, comparison),
            News::Compared(id, items, comparison) => {
                self.show(id, items, comparison);
                if self.is_current(id) {
                    self.job = None;
                }
            }
            News::Stopped(id, failure) => {
                if self.is_current(id) {
                    self.job = None;
                    if let Some(message) = failure {
                        self.notify(true, message);
                    }
                }
            }
            News::ReportSaved(path, Ok(())) => self.notify(false, format!("Report saved to {}", path.display())),
            News::ReportSaved(_, Err(message)) => self.notify(true, message),
        }
        Vec::new()
    }

    fn is_current(&self, id: JobId) -> bool {
        self.job.as_ref().is_some_and(|job| job.id == id)
    }

    fn start(&mut self, stage: Option<Stage>, total: usize) -> JobId {
        self.last_job += 1;
        let id = JobId(self.last_job);
        self.job = Some(Job { id, stage, done: 0, total });
        id
    }

    /// Starts reading so many files; 0 if it is not known how many.
    pub(super) fn start_reading(&mut self, files: usize) -> JobId {
        self.start(None, files)
    }

    /// Starts reading files; a project among them is opened instead.
    pub(super) fn add_files(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        self.dialog = None;
        if let Some(path) = paths.iter().find(|p| p.extension().is_some_and(|e| e == project::EXTENSION)) {
            return self.open_project(path.clone());
        }
        if paths.is_empty() {
            return Vec::new();
        }
        let id = self.start_reading(paths.len());
        vec![Effect::Read(id, paths)]
    }

    /// Starts comparing what is on the shelf; with fewer than two sources there is nothing to compare, but the engine
    /// still finds the statements.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        if self.shelf.items().is_empty() {
            return Vec::new();
        }
        let id = self.start(Some(Stage::Segment), 0);
        let items = self.shelf.items().iter().map(|item| (item.id, Arc::clone(&item.document))).collect();
        vec![Effect::Compare(id, items)]
    }

    pub(super) fn cancel_work(&mut self) -> Vec<Effect> {
        self.job = None;
        vec![Effect::Cancel]
    }

    fn add_read(&mut self, path: &std::path::Path, document: Document) {
        if let Some(job) = &mut self.job {
            job.done += 1;
        }
        self.add(document, &path.display().to_string());
    }

    fn add(&mut self, document: Document, name: &str) {
        match self.shelf.add(document) {
            Ok(id) => {
                self.touch();
                if let Some(free) = self.panes.iter_mut().find(|pane| pane.is_none()) {
                    *free = Some(id);
                }
            }
            Err(same) => {
                let letter = self.shelf.letter(same).unwrap_or_default();
                self.notify(false, format!("{name} is already on the shelf as source {letter}"));
            }
        }
    }

    pub(super) fn add_text(&mut self, title: &str, text: &str) -> Vec<Effect> {
        let title = if title.trim().is_empty() { "Pasted text" } else { title.trim() };
        match import::paste(title, text) {
            Ok(document) => {
                self.dialog = None;
                self.add(document, title);
                self.compare()
            }
            Err(error) => {
                self.notify(true, error.to_string());
                Vec::new()
            }
        }
    }

    pub(super) fn add_sample(&mut self) -> Vec<Effect> {
        for (name, document) in sample::documents() {
            match document {
                Ok(document) => self.add(document, name),
                Err(error) => self.notify(true, error.to_string()),
            }
        }
        self.compare()
    }

    pub(super) fn remove_source(&mut self) -> Vec<Effect> {
        let Some(removed) = self.shelf.remove_chosen() else { return Vec::new() };
        self.touch();
        let was_shown = self.panes.contains(&Some(removed));
        let others: Vec<ShelfId> = self.shelf.items().iter().map(|item| item.id).collect();
        for side in 0..2 {
            if self.panes[side] == Some(removed) {
                self.panes[side] = others.iter().copied().find(|&id| self.panes[1 - side] != Some(id));
            }
        }
        self.selection = None;
        if was_shown || others.is_empty() {
            self.comparison = None;
            self.compared.clear();
            self.refresh_claims();
        }
        self.refresh();
        if others.is_empty() { self.cancel_work() } else { self.compare() }
    }

    pub(super) fn move_source(&mut self, by: isize) -> Vec<Effect> {
        self.shelf.move_chosen(by);
        self.touch();
        self.compare()
    }

    pub(super) fn set_source(&mut self, id: ShelfId, edit: &SourceEdit) -> Vec<Effect> {
        self.dialog = None;
        let date_changed = self.shelf.edit(id, edit);
        self.touch();
        if let (Some(source), Some(item)) = (self.source_id(id), self.shelf.get(id))
            && let Some(comparison) = &mut self.comparison
        {
            Arc::make_mut(comparison).sources[source.0 as usize].document = Arc::clone(&item.document);
            self.revision += 1;
        }
        if date_changed { self.compare() } else { Vec::new() }
    }

    pub(super) fn clear_all(&mut self) -> Vec<Effect> {
        self.clear();
        vec![Effect::Cancel]
    }

    /// Everything as at the start; what is counted goes on being counted.
    pub(super) fn clear(&mut self) {
        let kept = std::mem::take(self);
        self.options = kept.options;
        self.report = kept.report;
        self.notices = kept.notices;
        (self.last_job, self.last_notice) = (kept.last_job, kept.last_notice);
        (self.revision, self.reveal, self.picking) = (kept.revision + 1, kept.reveal, kept.picking);
        self.shelf.go_on_from(&kept.shelf);
        self.go_on_counting_from(&kept.work);
    }

    /// Takes in a comparison, keeping the selection if the pair is still there.
    fn show(&mut self, id: JobId, items: Vec<ShelfId>, comparison: Arc<Comparison>) {
        if !self.is_current(id) {
            return;
        }
        let old = (self.comparison.take(), std::mem::take(&mut self.compared), self.selection.take());
        self.in_claim = None;
        self.comparison = Some(comparison);
        self.compared = items;
        if let (Some(comparison), compared, Some(selection)) = old {
            self.selection = self.same_selection(&comparison, &compared, selection);
        }
        self.refresh_claims();
        self.refresh();
    }

    fn same_selection(&self, old: &Comparison, items: &[ShelfId], selection: Selection) -> Option<Selection> {
        let comparison = self.comparison.as_ref()?;
        let now = |mut at: crate::model::StatementRef| {
            at.source = self.source_id(*items.get(at.source.0 as usize)?)?;
            Some(at)
        };
        match selection {
            Selection::Statement(at) => now(at).map(Selection::Statement),
            Selection::Pair(index) => {
                let before = old.pairs.get(index)?.alignment;
                let ends = [now(before.left)?, now(before.right)?];
                let same = comparison.pairs.iter().position(|pair| {
                    let at = [pair.alignment.left, pair.alignment.right];
                    at == ends || at == [ends[1], ends[0]]
                });
                // Where what is selected is more than a pair, its statement goes on being selected.
                let alone = (self.view() != View::Pair).then_some(Selection::Statement(ends[0]));
                same.map(Selection::Pair).or(alone)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 1, 25, 26, 701, 702].map(|i| Letter::of(i).to_string()), ["A", "B", "Z", "AA", "ZZ", "AAA"]);
    }
}
