//! The application: `logic` carries commands out, `ui` shows the state.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use super::jobs::{Inbox, Worker};
use super::prefs::Prefs;
use super::run::GuiError;
use super::state::{Effect, News, Options, ThemeChoice};
use super::trace::Trace;
use super::views::{Views, window_ui};
use super::{Command, Commands, State, fonts, keys, system_dialog, theme};
use crate::model::{Relation, Settings, Strength};
use crate::report;

/// What the window starts with.
#[derive(Debug, Default)]
pub struct Launch {
    /// Files to put on the shelf.
    pub files: Vec<PathBuf>,
    /// What an earlier run left; `None` remembers nothing, either.
    pub remembered: Option<Prefs>,
}

/// The application that eframe runs.
pub struct App {
    state: State,
    commands: Commands,
    views: Views,
    worker: Worker,
    inbox: Inbox,
    news: Receiver<News>,
    trace: Trace,
    remembered: Option<Prefs>,
    applied: Option<Options>,
}

impl App {
    /// An application with fonts and colours installed, and its worker running.
    ///
    /// # Errors
    /// If the worker's thread cannot be started.
    pub fn new(cc: &eframe::CreationContext<'_>, launch: Launch) -> Result<Self, GuiError> {
        fonts::install(&cc.egui_ctx);
        theme::install(&cc.egui_ctx);
        // Zoom is a command like any other.
        cc.egui_ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // Where the system does not say what it prefers.
            options.fallback_theme = egui::Theme::Light;
        });
        let (inbox, news) = Inbox::new(cc.egui_ctx.clone());
        let mut commands = Commands::default();
        if !launch.files.is_empty() {
            commands.send(Command::AddFiles(launch.files));
        }
        let prefs = launch.remembered.clone().unwrap_or_default();
        Ok(Self {
            state: State::new(prefs.options.clone()),
            commands,
            views: Views::new(&prefs),
            worker: Worker::start(inbox.clone())?,
            inbox,
            news,
            trace: Trace::from_env(),
            remembered: launch.remembered,
            applied: None,
        })
    }

    /// What the window knows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Sends a command from outside of the views, as tests do; it is carried out before the next frame.
    pub fn send(&mut self, command: Command) {
        self.commands.send(command);
    }

    fn carry_out(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        for effect in self.state.handle(command) {
            self.take_effect(effect, ctx, frame);
        }
    }

    fn take_effect(&mut self, effect: Effect, ctx: &egui::Context, frame: &eframe::Frame) {
        match effect {
            Effect::PickFiles => {
                self.trace.line("dialog requested open");
                system_dialog::pick_files(frame, self.inbox.clone());
            }
            Effect::PickReportPath(suggested) => {
                self.trace.line("dialog requested save");
                system_dialog::pick_report_path(frame, suggested, self.inbox.clone());
            }
            Effect::Read(id, paths) => self.worker.read(id, paths),
            Effect::Compare(id, items) => self.worker.compare(id, items, Settings::default()),
            Effect::Cancel => self.worker.cancel(),
            Effect::WriteReport(path) => self.write_report(path),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    /// Writes the report on a thread of its own: the disk may be slow.
    fn write_report(&self, mut path: PathBuf) {
        let Some(comparison) = self.state.comparison().cloned() else { return };
        let review = self.state.review().clone();
        let inbox = self.inbox.clone();
        let on_failure = (path.clone(), inbox.clone());
        let write = move || {
            let named = path.extension().and_then(|e| report::by_extension(&e.to_string_lossy()));
            let Some(format) = named.or(report::FORMATS.first().copied()) else { return };
            if path.extension().is_none() {
                path.set_extension(format.extension());
            }
            let text = format.render(&comparison, &review, &report::Options::today());
            let saved = std::fs::write(&path, text).map_err(|error| {
                format!("The report was not saved to {}: {error}. Choose another folder or name.", path.display())
            });
            inbox.news(News::ReportSaved(path, saved));
        };
        if let Err(error) = std::thread::Builder::new().name("save report".to_owned()).spawn(write) {
            let (path, inbox) = on_failure;
            let message = format!("The report was not saved: {error}. Close other programs and try again.");
            inbox.news(News::ReportSaved(path, Err(message)));
        }
    }

    fn trace_news(&mut self, news: &News) {
        match news {
            News::FilesPicked(picked) => self.trace.line(format_args!("dialog returned open {}", picked.outcome())),
            News::ReportPathPicked(picked) => {
                self.trace.line(format_args!("dialog returned save {}", picked.outcome()));
            }
            News::Read(path, Err(_)) => self.trace.line(format_args!("failed {}", path.display())),
            News::ReadAll(_) => {
                let count = self.state.shelf().items().len();
                self.trace.line(format_args!("loaded {count}"));
            }
            News::Compared(_, _, comparison) => {
                let contradictions = comparison.count(Relation::Contradiction, Strength::Clear);
                let pairs = comparison.pairs.len();
                self.trace.line(format_args!("comparison done contradictions={contradictions} pairs={pairs}"));
            }
            News::ReportSaved(path, Ok(())) => self.trace.line(format_args!("saved {}", path.display())),
            News::ReportSaved(path, Err(_)) => self.trace.line(format_args!("not saved {}", path.display())),
            _ => {}
        }
    }

    /// Gives the window what changed among theme and size, and remembers.
    fn apply_options(&mut self, ctx: &egui::Context) {
        let options = self.state.options();
        if self.applied.as_ref() == Some(options) {
            return;
        }
        ctx.set_theme(match options.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(options.zoom);
        let first = self.applied.replace(options.clone()).is_none();
        if !first {
            self.remember();
        }
    }

    fn remember(&mut self) {
        if let Some(prefs) = &mut self.remembered {
            prefs.options = self.state.options().clone();
            self.views.remember(prefs);
            prefs.save();
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        while let Ok(news) = self.news.try_recv() {
            let done = matches!(news, News::ReadAll(_));
            if !done {
                self.trace_news(&news);
            }
            self.carry_out(Command::News(news.clone()), ctx, frame);
            if done {
                self.trace_news(&news);
            }
        }
        for command in self.commands.take() {
            self.carry_out(command, ctx, frame);
        }
        self.apply_options(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        for command in keys::pressed(ui.ctx(), &self.state) {
            self.commands.send(command);
        }
        window_ui(ui, &self.state, &mut self.views, &mut self.commands);
        self.trace.frame(ui.ctx());
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.worker.cancel();
        self.remember();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
