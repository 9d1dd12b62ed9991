//! The application: `logic` carries commands out, `ui` shows the state.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use super::jobs::{Inbox, Worker};
use super::last_session::LastSession;
use super::prefs::Prefs;
use super::run::GuiError;
use super::state::{Effect, News, Options, ThemeChoice};
use super::trace::Trace;
use super::views::{Views, window_ui};
use super::{Command, Commands, State, fonts, keys, system_dialog, theme, write};
use crate::engine;
use crate::model::{Relation, Strength};

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
    session: Option<LastSession>,
    title: String,
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
        let mut state = State::new(prefs.options.clone());
        let session = launch.remembered.is_some().then(LastSession::find);
        if let Some((path, sources)) = session.as_ref().and_then(LastSession::offer) {
            state.offer_last_session(path, sources);
        }
        Ok(Self {
            state,
            session,
            commands,
            views: Views::new(&prefs),
            worker: Worker::start(inbox.clone(), launch.remembered.as_ref().and_then(|_| engine::cache_folder()))?,
            inbox,
            news,
            trace: Trace::from_env(),
            remembered: launch.remembered,
            applied: None,
            title: String::new(),
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
            Effect::PickSavePath(saving, suggested) => {
                self.trace.line("dialog requested save");
                system_dialog::pick_save_path(frame, saving, suggested, self.inbox.clone());
            }
            Effect::Read(id, paths) => self.worker.read(id, paths),
            Effect::Compare(id, items) => {
                let options = self.state.options();
                self.worker.compare(id, items, options.settings(), options.remember);
            }
            Effect::Forget => self.worker.forget(),
            Effect::Cancel => self.worker.cancel(),
            Effect::LoadProject(id, path) => self.worker.load(id, path),
            Effect::WriteReport(path) => write::report(&self.state, path, self.inbox.clone()),
            Effect::WriteProject(path, changes) => write::project(&self.state, path, changes, self.inbox.clone()),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn trace_news(&mut self, news: &News) {
        match news {
            News::FilesPicked(picked) => self.trace.line(format_args!("dialog returned open {}", picked.outcome())),
            News::SavePathPicked(_, picked) => {
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
            News::ReportSaved(path, Ok(())) | News::ProjectSaved(path, _, Ok(())) => {
                self.trace.line(format_args!("saved {}", path.display()));
            }
            News::ReportSaved(path, Err(_)) | News::ProjectSaved(path, _, Err(_)) => {
                self.trace.line(format_args!("not saved {}", path.display()));
            }
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

    /// The project's name in the window's title, with a bullet while there is something to save.
    fn apply_title(&mut self, ctx: &egui::Context) {
        let name = self.state.project_path().and_then(|path| path.file_stem()).map(|name| name.to_string_lossy());
        let title = match name {
            Some(name) if self.state.is_unsaved() => format!("• {name} – Counterpoint"),
            Some(name) => format!("{name} – Counterpoint"),
            None => "Counterpoint".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
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
        self.apply_title(ctx);
        if let Some(session) = &mut self.session {
            session.keep(&self.state, ctx);
        }
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
        if let Some(session) = &mut self.session {
            session.keep_now(&self.state);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
