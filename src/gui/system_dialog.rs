//! The system's dialogs for opening and saving, each on a thread of its own.
//!
//! A dialog may never return (its portal can be killed), so nothing waits for it. Without a portal and without `zenity`
//! there is no dialog at all; then the reader types a path inside the window.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::jobs::Inbox;
use super::state::{News, Picked};

/// A dialog for saving that is gone sooner than this was never shown: `rfd` does not tell that from a reader who
/// thought better of it.
const SOONER_THAN_ANYBODY: Duration = Duration::from_millis(300);

const FILTERS: &[(&str, &[&str])] =
    &[("Articles", &["txt", "text", "md", "markdown", "html", "htm", "xhtml"]), ("All files", &["*"])];

/// Asks for files to open. The answer comes as [`News::FilesPicked`].
pub(super) fn pick_files(frame: &eframe::Frame, inbox: Inbox) {
    let mut dialog = rfd::FileDialog::new().set_title("Open Articles").set_parent(frame);
    for (name, extensions) in FILTERS {
        dialog = dialog.add_filter(*name, extensions);
    }
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

/// Asks where to save a report. The answer comes as [`News::ReportPathPicked`].
pub(super) fn pick_report_path(frame: &eframe::Frame, suggested: String, inbox: Inbox) {
    let dialog = rfd::FileDialog::new()
        .set_title("Save Report")
        .set_parent(frame)
        .set_file_name(suggested)
        .add_filter("Markdown", &["md"]);
    let on_failure = inbox.clone();
    let asked = move || {
        let start = Instant::now();
        let picked: Picked<PathBuf> = match dialog.save_file() {
            Some(path) => Picked::Chosen(path),
            None if start.elapsed() < SOONER_THAN_ANYBODY => Picked::Unavailable,
            None => Picked::Cancelled,
        };
        inbox.news(News::ReportPathPicked(picked));
    };
    if std::thread::Builder::new().name("save dialog".to_owned()).spawn(asked).is_err() {
        on_failure.news(News::ReportPathPicked(Picked::Unavailable));
    }
}
