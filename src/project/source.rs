//! A source as a project keeps it.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::import::{self, ImportError};
use crate::model::{DateBasis, Document, PublicationDate};

/// A source of a project: where its text is, and what the reader corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSource {
    /// Where its text is.
    #[serde(flatten)]
    pub content: Content,
    /// Its title, as found or as the reader called it.
    pub title: String,
    /// The publication date, if the reader set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// Where the text of a source is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// In a file.
    File {
        /// The file.
        path: PathBuf,
        /// SHA-256 of what was read.
        sha256: String,
    },
    /// Here: it was pasted.
    Text(String),
}

/// A source read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The text, with the reader's title and date.
    pub document: Document,
    /// Whether the file holds other bytes than when the project was saved.
    pub changed: bool,
}

impl SavedSource {
    /// Takes a source down.
    pub fn of(document: &Document) -> Self {
        let content = match &document.origin.path {
            Some(path) => Content::File { path: path.clone(), sha256: document.origin.sha256.clone() },
            None => Content::Text(document.text.to_string()),
        };
        let published = document.origin.published.filter(|p| p.basis == DateBasis::Reader).map(|p| p.date);
        Self { content, title: document.title.clone(), published }
    }

    /// Reads the source again.
    ///
    /// # Errors
    /// If it cannot be read any more.
    pub fn open(&self) -> Result<Opened, ImportError> {
        let (mut document, changed) = match &self.content {
            Content::File { path, sha256 } => {
                let document = import::read(path)?;
                let changed = document.origin.sha256 != *sha256;
                (document, changed)
            }
            Content::Text(text) => (import::paste(&self.title, text)?, false),
        };
        document.title.clone_from(&self.title);
        if let Some(date) = self.published {
            document.origin.published = Some(PublicationDate { date, basis: DateBasis::Reader });
        }
        Ok(Opened { document, changed })
    }
}
