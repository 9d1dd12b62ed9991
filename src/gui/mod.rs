//! The window: the only egui code.
//!
//! Data flows one way here, too. [`App::logic`](eframe::App::logic) drains what the worker and the views sent, and hands
//! each [`Command`] to [`State::handle`], the only place where state changes. `App::ui` hands every view a `&State` and a
//! queue of [`Commands`]; what a view sends is handled before the next frame. What touches the world (dialogs, files,
//! the engine) is an [`Effect`](state::Effect) that `handle` returns and the application carries out.

mod app;
pub mod command;
pub mod fonts;
mod jobs;
mod keys;
mod last_session;
pub mod mark;
mod prefs;
mod run;
mod sample;
pub mod shown;
pub mod shown_claims;
pub mod shown_timeline;
pub mod state;
mod system_dialog;
pub mod theme;
mod trace;
pub mod views;
pub mod widgets;
mod write;

pub use app::{App, Launch};
pub use command::{Command, Commands};
pub use mark::Mark;
pub use run::{GuiError, run};
pub use state::State;
