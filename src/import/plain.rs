//! Plain text: taken as it is.

use super::{Importer, Parsed};

/// The importer of plain text; reads whatever no other importer claims.
pub(super) struct Plain;

impl Importer for Plain {
    fn name(&self) -> &'static str {
        "Plain text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn import(&self, text: String) -> Parsed {
        Parsed { text, ..Parsed::default() }
    }
}
