//! What a comparison is made with.

use serde::{Deserialize, Serialize};

/// Choices that change the result. (The number of threads does not, and so is not here.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Whether the sentence encoder is used; without it, alignment rests on shared words alone.
    pub use_model: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { use_model: true }
    }
}
