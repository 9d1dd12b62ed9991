//! Writing reports and projects, each on a thread of its own: the disk may be slow.

use std::path::PathBuf;

use super::State;
use super::jobs::Inbox;
use super::state::News;
use crate::{project, report};

/// Writes the report. How it went comes as [`News::ReportSaved`].
pub(super) fn report(state: &State, mut path: PathBuf, inbox: Inbox) {
    let Some(comparison) = state.comparison().cloned() else { return };
    let review = state.review().clone();
    let (options, chosen) = (state.report_options(), state.report_choices().format());
    let on_failure = (path.clone(), inbox.clone());
    let write = move || {
        let named = path.extension().and_then(|e| report::by_extension(&e.to_string_lossy()));
        let format = named.unwrap_or(chosen);
        if path.extension().is_none() {
            path.set_extension(format.extension());
        }
        let text = format.render(&comparison, &review, &options);
        let saved = project::write_atomically(&path, text.as_bytes()).map_err(|error| {
            format!("The report was not saved to {}: {error}. Choose another folder or name.", path.display())
        });
        inbox.news(News::ReportSaved(path, saved));
    };
    if let Err(error) = std::thread::Builder::new().name("save report".to_owned()).spawn(write) {
        let (path, inbox) = on_failure;
        inbox.news(News::ReportSaved(path, Err(no_thread(&error))));
    }
}

/// Writes the project. How it went comes as [`News::ProjectSaved`].
pub(super) fn project(state: &State, path: PathBuf, changes: u64, inbox: Inbox) {
    let work = state.project();
    let on_failure = (path.clone(), inbox.clone());
    let write = move || {
        let saved = project::save(&path, &work).map_err(|error| error.to_string());
        inbox.news(News::ProjectSaved(path, changes, saved));
    };
    if let Err(error) = std::thread::Builder::new().name("save project".to_owned()).spawn(write) {
        let (path, inbox) = on_failure;
        inbox.news(News::ProjectSaved(path, changes, Err(no_thread(&error))));
    }
}

fn no_thread(error: &std::io::Error) -> String {
    format!("Nothing was saved: {error}. Close other programs and try again.")
}
