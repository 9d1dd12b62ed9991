//! The worker: one named thread that reads files and compares, and reports to the window.
//!
//! Tasks and news go through bounded channels. Each task carries the generation that [`State`](super::State) gave it;
//! the state drops the news of comparisons that are no longer wanted. Starting a comparison stops the one that runs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use super::state::{JobId, News, ShelfId};
use crate::engine::{Engine, Event, Stage};
use crate::import;
use crate::model::{Cancel, Document, Settings};
use crate::project::{self, Content};

/// Tasks that may wait; more is a program gone wrong.
const TASKS: usize = 64;
/// News that may wait for the window to draw; then the worker waits, too.
const NEWS: usize = 256;
/// Progress is told at most this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);

/// Where worker and dialogs leave their news; wakes the window.
#[derive(Clone)]
pub(super) struct Inbox {
    sender: SyncSender<News>,
    ctx: egui::Context,
}

impl Inbox {
    /// The inbox and what the window drains.
    pub(super) fn new(ctx: egui::Context) -> (Self, Receiver<News>) {
        let (sender, receiver) = sync_channel(NEWS);
        (Self { sender, ctx }, receiver)
    }

    /// Leaves news. If the window is gone nobody wants them.
    pub(super) fn news(&self, news: News) {
        if self.sender.send(news).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

enum Task {
    Read(JobId, Vec<PathBuf>, Cancel),
    Load(JobId, PathBuf, Cancel),
    Compare(JobId, Box<Comparing>),
    Forget(Option<PathBuf>),
}

/// What a comparison needs.
struct Comparing {
    items: Vec<(ShelfId, Arc<Document>)>,
    settings: Settings,
    /// Where what the models compute is kept.
    cache: Option<PathBuf>,
    cancel: Cancel,
}

/// The thread and the flags that stop it. Dropping it lets the thread end after what it is doing.
pub(super) struct Worker {
    tasks: Option<SyncSender<Task>>,
    reading: Cancel,
    comparing: Cancel,
    inbox: Inbox,
    /// Where what the models compute may be kept.
    cache: Option<PathBuf>,
}

impl Worker {
    /// Starts the thread. What the models compute may be kept in `cache`.
    ///
    /// # Errors
    /// If the operating system has no thread left.
    pub(super) fn start(inbox: Inbox, cache: Option<PathBuf>) -> std::io::Result<Self> {
        let (sender, receiver) = sync_channel(TASKS);
        let news = inbox.clone();
        std::thread::Builder::new().name("worker".to_owned()).spawn(move || work(&receiver, &news))?;
        Ok(Self { tasks: Some(sender), reading: Cancel::default(), comparing: Cancel::default(), inbox, cache })
    }

    /// Reads files, after those that are being read.
    pub(super) fn read(&mut self, id: JobId, paths: Vec<PathBuf>) {
        self.comparing.cancel();
        if self.reading.is_cancelled() {
            self.reading = Cancel::default();
        }
        self.send(id, Task::Read(id, paths, self.reading.clone()));
    }

    /// Loads a project and reads its sources, after what is being read.
    pub(super) fn load(&mut self, id: JobId, path: PathBuf) {
        self.comparing.cancel();
        if self.reading.is_cancelled() {
            self.reading = Cancel::default();
        }
        self.send(id, Task::Load(id, path, self.reading.clone()));
    }

    /// Compares documents instead of what was being compared; `remember` says whether what the models compute is kept.
    pub(super) fn compare(
        &mut self,
        id: JobId,
        items: Vec<(ShelfId, Arc<Document>)>,
        settings: Settings,
        remember: bool,
    ) {
        self.comparing.cancel();
        self.comparing = Cancel::default();
        let cache = self.cache.clone().filter(|_| remember);
        let comparing = Comparing { items, settings, cache, cancel: self.comparing.clone() };
        self.send(id, Task::Compare(id, Box::new(comparing)));
    }

    /// Drops what the models computed, after what is being done.
    pub(super) fn forget(&self) {
        self.send(None, Task::Forget(self.cache.clone()));
    }

    /// Stops everything.
    pub(super) fn cancel(&self) {
        self.reading.cancel();
        self.comparing.cancel();
    }

    fn send(&self, id: impl Into<Option<JobId>>, task: Task) {
        let sent = self.tasks.as_ref().is_some_and(|tasks| tasks.try_send(task).is_ok());
        if let (false, Some(id)) = (sent, id.into()) {
            let message = "the program is too busy; wait a moment and try again (F5)".to_owned();
            self.inbox.news(News::Stopped(id, Some(message)));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.cancel();
    }
}

fn work(tasks: &Receiver<Task>, inbox: &Inbox) {
    let mut engine = Engine::new();
    while let Ok(task) = tasks.recv() {
        let id = match &task {
            Task::Read(id, ..) | Task::Load(id, ..) | Task::Compare(id, ..) => Some(*id),
            Task::Forget(_) => None,
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| match task {
            Task::Read(id, paths, cancel) => read(id, paths, &cancel, inbox),
            Task::Load(id, path, cancel) => load(id, &path, &cancel, inbox),
            Task::Compare(id, comparing) => compare(&engine, id, &comparing, inbox),
            Task::Forget(cache) => {
                // Files of earlier runs, too, though this one may not keep any.
                engine.memory().keep_in(cache.as_deref());
                engine.memory().forget();
            }
        }));
        if let (Err(_panic), Some(id)) = (outcome, id) {
            // What the engine keeps may be half made.
            engine = Engine::new();
            let message = "the comparison failed because of an error in the program. Your sources are unchanged; \
                           remove the source you added last, or report the error";
            inbox.news(News::Stopped(id, Some(message.to_owned())));
        }
    }
}

fn read(id: JobId, paths: Vec<PathBuf>, cancel: &Cancel, inbox: &Inbox) {
    for path in paths {
        if cancel.is_cancelled() {
            return inbox.news(News::Stopped(id, None));
        }
        let read = import::read(&path).map(Box::new).map_err(|error| error.to_string());
        inbox.news(News::Read(path, read));
    }
    inbox.news(News::ReadAll(id));
}

fn load(id: JobId, path: &Path, cancel: &Cancel, inbox: &Inbox) {
    let is_last_session = project::recovery_path().is_some_and(|recovery| recovery == path);
    let name = (!is_last_session).then(|| path.to_owned());
    let saved = match project::load(path) {
        Ok(saved) => saved,
        Err(error) => {
            inbox.news(News::ProjectLoaded(name, Err(error.to_string())));
            return inbox.news(News::Stopped(id, None));
        }
    };
    inbox.news(News::ProjectLoaded(name, Ok((saved.settings, Box::new(saved.review)))));
    for source in saved.sources {
        if cancel.is_cancelled() {
            return inbox.news(News::Stopped(id, None));
        }
        let path = match &source.content {
            Content::File { path, .. } => path.clone(),
            Content::Text(_) => PathBuf::from(&source.title),
        };
        match source.open() {
            Ok(opened) => {
                if opened.changed {
                    inbox.news(News::Changed(path.clone()));
                }
                inbox.news(News::Read(path, Ok(Box::new(opened.document))));
            }
            Err(error) => inbox.news(News::Read(path, Err(error.to_string()))),
        }
    }
    inbox.news(News::ReadAll(id));
}

fn compare(engine: &Engine, id: JobId, comparing: &Comparing, inbox: &Inbox) {
    let Comparing { items, settings, cache, cancel } = comparing;
    if settings.use_model {
        engine.memory().keep_in(cache.as_deref());
    }
    let documents: Vec<_> = items.iter().map(|(_, document)| Arc::clone(document)).collect();
    let ids: Vec<_> = items.iter().map(|&(id, _)| id).collect();
    let last: Mutex<Option<(Stage, Instant)>> = Mutex::new(None);
    let sink = |event: Event| match event {
        Event::Snapshot(comparison) => inbox.news(News::Snapshot(id, ids.clone(), comparison)),
        Event::Progress { stage, done, total } => {
            let mut last = last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let soon = last.is_some_and(|(of, at)| of == stage && at.elapsed() < PROGRESS_EVERY);
            if !soon || done == total {
                *last = Some((stage, Instant::now()));
                inbox.news(News::Progress(id, stage, done, total));
            }
        }
    };
    inbox.news(match engine.compare(&documents, settings, cancel, &sink) {
        Ok(comparison) => News::Compared(id, ids.clone(), comparison),
        Err(_cancelled) => News::Stopped(id, None),
    });
}
