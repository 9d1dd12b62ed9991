//! What stands above the first paragraph of an article: publisher, title, byline, date line.

use crate::model::Span;

/// The lines above the first paragraph, told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Lines that say who published it, who wrote it, when and where.
    pub apart: Vec<Span>,
}

/// Reads the opening of a text.
pub fn opening(_text: &str) -> Opening {
    Opening::default()
}
