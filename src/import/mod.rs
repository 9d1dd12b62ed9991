//! Bytes to [`Document`]: one file per format, one visible ordered list of importers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Document, Origin};

/// Why a source could not be read. Every message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The operating system refused.
    #[error("{}: cannot be read: {source}. Check that the file exists and that you may open it.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
}

/// Reads a file of any supported format.
///
/// # Errors
/// See [`ImportError`].
pub fn read(path: &Path) -> Result<Document, ImportError> {
    let bytes = std::fs::read(path).map_err(|source| ImportError::Unreadable { path: path.to_owned(), source })?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut document = paste(&name, &String::from_utf8_lossy(&bytes))?;
    document.origin.path = Some(path.to_owned());
    Ok(document)
}

/// Takes text that was pasted or typed; it is read as plain text.
///
/// # Errors
/// See [`ImportError`].
pub fn paste(title: &str, text: &str) -> Result<Document, ImportError> {
    Ok(Document {
        title: title.to_owned(),
        origin: Origin { file_name: title.to_owned(), bytes: text.len() as u64, ..Origin::default() },
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    })
}
