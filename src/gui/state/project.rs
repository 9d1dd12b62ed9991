//! Saving the work, and going on with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::news::Picked;
use super::{Dialog, Effect, State};
use crate::model::{Document, Review, Settings};
use crate::project::{self, Project};

/// What is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The comparison, for others to read.
    Report,
    /// The work, to go on with it.
    Project,
}

/// Where the work stands towards its file.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// The project file; `None` until it is saved or opened.
    path: Option<PathBuf>,
    /// Goes up with every change that a project file would hold.
    changes: u64,
    /// The value of `changes` that the file holds.
    saved: u64,
    /// The last session, if it can be gone on with: its file, and how many sources it has.
    last_session: Option<(PathBuf, usize)>,
}

impl State {
    /// The project file, once there is one.
    pub fn project_path(&self) -> Option<&Path> {
        self.work.path.as_deref()
    }

    /// Goes up with every change of sources and decisions.
    pub fn changes(&self) -> u64 {
        self.work.changes
    }

    /// Whether there is work that its project file does not hold.
    pub fn is_unsaved(&self) -> bool {
        self.work.changes != self.work.saved && !self.shelf.items().is_empty()
    }

    /// Number of sources of the last session, if it can be gone on with.
    pub fn last_session(&self) -> Option<usize> {
        self.work.last_session.as_ref().map(|&(_, sources)| sources)
    }

    /// Offers to go on with the last session.
    pub fn offer_last_session(&mut self, path: PathBuf, sources: usize) {
        self.work.last_session = Some((path, sources));
    }

    /// The work as a project.
    pub fn project(&self) -> Project {
        let documents: Vec<Arc<Document>> = self.shelf.items().iter().map(|item| Arc::clone(&item.document)).collect();
        Project::of(&documents, &self.options.settings(), self.review())
    }

    pub(super) fn go_on_counting_from(&mut self, work: &Work) {
        self.work.changes = work.changes + 1;
        self.work.saved = self.work.changes;
    }

    /// To be called when something changed that a project file would hold.
    pub(super) fn touch(&mut self) {
        self.work.changes += 1;
    }

    pub(super) fn save_project(&mut self, ask: bool) -> Vec<Effect> {
        match self.work.path.clone().filter(|_| !ask) {
            Some(path) => vec![Effect::WriteProject(path, self.changes())],
            None => self.pick_path(Saving::Project),
        }
    }

    pub(super) fn pick_path(&mut self, saving: Saving) -> Vec<Effect> {
        self.picking = true;
        vec![Effect::PickSavePath(saving, self.suggested_name(saving))]
    }

    pub(super) fn path_picked(&mut self, saving: Saving, picked: Picked<PathBuf>) -> Vec<Effect> {
        self.picking = false;
        match picked {
            Picked::Chosen(path) => self.save_to(saving, path),
            Picked::Cancelled => Vec::new(),
            Picked::Unavailable => {
                self.dialog = Some(Dialog::SavePath(saving, self.suggested_name(saving)));
                Vec::new()
            }
        }
    }

    pub(super) fn save_to(&mut self, saving: Saving, mut path: PathBuf) -> Vec<Effect> {
        self.dialog = None;
        match saving {
            Saving::Report => vec![Effect::WriteReport(path)],
            Saving::Project => {
                if path.extension().is_none_or(|e| e != project::EXTENSION) {
                    path.as_mut_os_string().push(format!(".{}", project::EXTENSION));
                }
                vec![Effect::WriteProject(path, self.changes())]
            }
        }
    }

    /// "counterpoint-report-2026-11-22.md", "comparison-2026-11-22.counterpoint".
    fn suggested_name(&self, saving: Saving) -> String {
        let today = jiff::Zoned::now().date();
        match (saving, self.project_path().and_then(Path::file_name)) {
            (Saving::Report, _) => format!("counterpoint-report-{today}.{}", self.report.format().extension()),
            (Saving::Project, Some(name)) => name.to_string_lossy().into_owned(),
            (Saving::Project, None) => format!("comparison-{today}.{}", project::EXTENSION),
        }
    }

    pub(super) fn project_saved(&mut self, path: PathBuf, changes: u64, saved: Result<(), String>) {
        match saved {
            Ok(()) => {
                self.notify(false, format!("Project saved to {}", path.display()));
                self.work.path = Some(path);
                self.work.saved = changes;
            }
            Err(message) => self.notify(true, message),
        }
    }

    /// Starts loading a project, or asks first if there is work to lose.
    pub(super) fn open_project(&mut self, path: PathBuf) -> Vec<Effect> {
        if self.is_unsaved() && !self.review().is_empty() {
            self.dialog = Some(Dialog::ConfirmOpen(path));
            return Vec::new();
        }
        self.load_project(path)
    }

    pub(super) fn load_project(&mut self, path: PathBuf) -> Vec<Effect> {
        self.dialog = None;
        let id = self.start_reading(0);
        vec![Effect::LoadProject(id, path)]
    }

    pub(super) fn continue_last_session(&mut self) -> Vec<Effect> {
        match self.work.last_session.take() {
            Some((path, _)) => self.load_project(path),
            None => Vec::new(),
        }
    }

    /// A project was loaded; its sources follow one by one. `path` is `None` for the last session.
    pub(super) fn project_loaded(&mut self, path: Option<PathBuf>, settings: &Settings, review: Review) {
        let job = self.job.take();
        self.clear();
        self.job = job;
        self.options.model = settings.use_model;
        self.history = super::decisions::History::of(review);
        self.work.path = path;
        self.touch();
    }

    /// All sources of a job were read: what a project file held is what is on the shelf.
    pub(super) fn project_read(&mut self) {
        if self.work.path.is_some() && self.shelf.failures().is_empty() {
            self.work.saved = self.work.changes;
        }
    }
}
