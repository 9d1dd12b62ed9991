//! Widgets that know nothing of the program's state.

mod letter_badge;
mod origin;

pub use letter_badge::letter_badge;
pub use origin::origin_line;
