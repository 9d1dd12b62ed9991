//! Widgets that know nothing of the program's state.

mod letter_badge;
mod origin;
mod strokes;
mod whole_words;

pub use letter_badge::letter_badge;
pub use origin::origin_line;
pub use strokes::{dashes, hatch};
pub use whole_words::whole_words;
