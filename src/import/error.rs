//! Why a source could not be read.

use super::limits::{REFUSE_ABOVE, megabytes};

/// Why a source could not be read. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("{file}: there is no such file. Check the name and the folder.")]
    Missing {
        /// The file as the user named it.
        file: String,
    },
    /// It is a folder.
    #[error("{file}: is a folder. Name the files in it.")]
    Folder {
        /// The folder as the user named it.
        file: String,
    },
    /// The operating system refused.
    #[error("{file}: cannot be read: {source}. Check that you may open it.")]
    Unreadable {
        /// The file as the user named it.
        file: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// It has no bytes.
    #[error("{file}: is empty. Check that it was saved or downloaded completely.")]
    Empty {
        /// The file as the user named it.
        file: String,
    },
    /// It is larger than [`super::REFUSE_ABOVE`].
    #[error("{file}: is too large ({} MB; the limit is {} MB). Keep the part you need and save it as a smaller file.",
        megabytes(*bytes), megabytes(REFUSE_ABOVE))]
    TooLarge {
        /// The file as the user named it.
        file: String,
        /// Its size.
        bytes: u64,
    },
    /// It is no text.
    #[error(
        "{file}: is {what}, not text. Open it in the program it belongs to and save it as plain text or HTML, or copy its \
             words and paste them."
    )]
    Binary {
        /// The file as the user named it.
        file: String,
        /// What it seems to be, with its article: "a PDF document".
        what: &'static str,
    },
    /// It is text without words, or a page without an article.
    #[error("{file}: no text was found in it. Open it to see what it holds, and copy and paste the words you need.")]
    NoText {
        /// The file as the user named it.
        file: String,
    },
}
