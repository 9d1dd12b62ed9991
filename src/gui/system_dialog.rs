//! The system's dialogs for opening and saving, each on a thread of its own.
//!
//! A dialog may never return (its portal can be killed), so nothing waits for it. Without a portal and without `zenity`
//! there is no dialog at all; then the reader types a path inside the window.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::jobs::Inbox;
use super::state::{News, Picked, Saving};
use crate::{import, project, report};

/// A dialog for saving that is gone sooner than this was never shown: `rfd` does not tell that from a reader who
/// thought better of it.
const SOONER_THAN_ANYBODY: Duration = Duration::from_millis(300);

/// Asks for files to open. The answer comes as [`News::FilesPicked`].
pub(super) fn pick_files(frame: &eframe::Frame, inbox: Inbox) {
    let mut dialog = rfd::FileDialog::new().set_title("Open Articles").set_parent(frame);
    let known: Vec<&str> = import::formats().flat_map(|(_, extensions)| extensions).copied().collect();
    let known: Vec<&str> = known.into_iter().chain([project::EXTENSION]).collect();
    dialog = dialog.add_filter("Articles and projects", &known).add_filter("All files", &["*"]);
    let on_failure = inbox.clone();
    let asked = move || {
        // `pick_files`, not `pick_file`: only it tells a missing dialog (None) from a cancelled one (no files).
        let picked = match dialog.pick_files() {
            None => Picked::Unavailable,
            Some(paths) if paths.is_empty() => Picked::Cancelled,
            Some(paths) => Picked::Chosen(paths),
        };
        inbox.news(News::FilesPicked(picked));
    };
    if std::thread::Builder::new().name("open dialog".to_owned()).spawn(asked).is_err() {
        on_failure.news(News::FilesPicked(Picked::Unavailable));
    }
}

/// Asks where to save. The answer comes as [`News::SavePathPicked`].
pub(super) fn pick_save_path(frame: &eframe::Frame, saving: Saving, suggested: String, inbox: Inbox) {
    let named = Path::new(&suggested).extension().and_then(|e| report::by_extension(&e.to_string_lossy()));
    let format = named.unwrap_or(report::FORMATS[0]);
    let (title, kind, extension) = match saving {
        Saving::Report => ("Save Report", format.title(), format.extension()),
        Saving::Project => ("Save Project", "Counterpoint project", project::EXTENSION),
    };
    let dialog = rfd::FileDialog::new()
        .set_title(title)
        .set_parent(frame)
        .set_file_name(suggested)
        .add_filter(kind, &[extension]);
    let on_failure = inbox.clone();
    let asked = move || {
        let start = Instant::now();
        let picked: Picked<PathBuf> = match dialog.save_file() {
            Some(path) => Picked::Chosen(path),
            None if start.elapsed() < SOONER_THAN_ANYBODY => Picked::Unavailable,
            None => Picked::Cancelled,
        };
        inbox.news(News::SavePathPicked(saving, picked));
    };
    if std::thread::Builder::new().name("save dialog".to_owned()).spawn(asked).is_err() {
        on_failure.news(News::SavePathPicked(saving, Picked::Unavailable));
    }
}
