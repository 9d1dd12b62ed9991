//! The window: the only egui code.
//!
//! Data flows one way here, too. [`app::App::logic`] drains what the worker and the views sent, and hands each
//! [`Command`] to [`State::handle`], the only place where state changes. [`app::App::ui`] hands every view a `&State`
//! and a queue of [`Commands`]; what a view sends is handled before the next frame. What touches the world (dialogs,
//! files, the engine) is an [`Effect`](state::Effect) that `handle` returns and the application carries out.

pub mod command;
pub mod mark;
pub mod shown;
pub mod state;
pub mod theme;
pub mod views;
pub mod widgets;

pub use command::{Command, Commands};
pub use mark::Mark;
pub use state::State;
