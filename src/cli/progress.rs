//! One line on standard error that tells how far the work is.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;

use super::Progress;
use crate::engine::{Event, Stage};

/// Shows the engine's progress, if it is to be shown, and wipes the line when it goes.
pub(super) struct ProgressLine {
    /// What the line holds now; `None` if progress is not shown.
    shown: Option<Mutex<String>>,
}

impl ProgressLine {
    /// A line that obeys the reader's choice.
    pub(super) fn new(choice: Progress) -> Self {
        let on = match choice {
            Progress::Auto => std::io::stderr().is_terminal(),
            Progress::Always => true,
            Progress::Never => false,
        };
        Self { shown: on.then(Mutex::default) }
    }

    /// Takes note of what the engine tells; called from any thread.
    pub(super) fn event(&self, event: &Event) {
        let (Some(shown), Event::Progress { stage, done, total }) = (&self.shown, event) else { return };
        let stage = match stage {
            Stage::Segment => "Reading statements",
            Stage::Encode => "Encoding statements",
            Stage::Align => "Aligning",
            Stage::Judge => "Judging",
            Stage::Read => "Comparing meaning",
        };
        let percent = if *total == 0 { 100 } else { done * 100 / total };
        let line = format!("{stage}: {percent}%");
        // A poisoned lock means that another thread died while it drew; the line is not worth dying for.
        let Ok(mut shown) = shown.lock() else { return };
        if *shown != line {
            draw(&shown, &line);
            *shown = line;
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        if let Some(shown) = self.shown.take().and_then(|shown| shown.into_inner().ok())
            && !shown.is_empty()
        {
            draw(&shown, "");
        }
    }
}

/// Writes `line` over `old`. A closed standard error is no reason to stop the work.
fn draw(old: &str, line: &str) {
    let mut stderr = std::io::stderr().lock();
    let blank = old.len().saturating_sub(line.len());
    let _ = write!(stderr, "\r{line}{:blank$}", "");
    let _ = if line.is_empty() { write!(stderr, "\r") } else { Ok(()) };
    let _ = stderr.flush();
}
