//! The last session: sources and decisions kept as they come, so that nothing is lost if the program ends before they
//! are saved. The start screen offers to go on with them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::State;
use crate::project;

/// Kept at most this often.
const EVERY: Duration = Duration::from_secs(2);

/// The file of the last session, and what of this one is in it.
pub(super) struct LastSession {
    path: Option<PathBuf>,
    kept: u64,
    at: Option<Instant>,
}

impl LastSession {
    /// The file, whether it is there or not.
    pub(super) fn find() -> Self {
        Self { path: project::recovery_path(), kept: 0, at: None }
    }

    /// The file and how many sources are in it, if there are any.
    pub(super) fn offer(&self) -> Option<(PathBuf, usize)> {
        let path = self.path.as_ref()?;
        if !path.exists() {
            return None;
        }
        match project::load(path) {
            Ok(saved) if !saved.sources.is_empty() => Some((path.clone(), saved.sources.len())),
            Ok(_) => None,
            Err(error) => {
                log::warn!("the last session is not offered: {error}");
                None
            }
        }
    }

    /// Keeps what has changed, unless it was kept a moment ago; then asks to be called again.
    pub(super) fn keep(&mut self, state: &State, ctx: &egui::Context) {
        if state.changes() == self.kept {
            return;
        }
        match self.at.map(|at| at.elapsed()).filter(|&since| since < EVERY) {
            Some(since) => ctx.request_repaint_after(EVERY - since),
            None => self.keep_now(state),
        }
    }

    /// Keeps what has changed.
    pub(super) fn keep_now(&mut self, state: &State) {
        let Some(path) = self.path.clone().filter(|_| state.changes() != self.kept) else { return };
        self.kept = state.changes();
        self.at = Some(Instant::now());
        if let Err(error) = project::save(&path, &state.project()) {
            log::warn!("the session is not kept: {error}");
        }
    }
}
