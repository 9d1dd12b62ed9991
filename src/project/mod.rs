//! Saved work: sources, settings, review decisions; atomic save, recovery.
//!
//! A project file is JSON. It names files and holds their SHA-256, not their text; text that was pasted has no file and
//! is kept whole. [`Project::of`] takes down the work, [`save`] writes it, [`load`] reads it, [`SavedSource::open`]
//! reads a source again and puts the reader's corrections back. Decisions are keyed by the words of the statements, so
//! they hold for whatever the files say then.

mod atomic;
mod file;
mod source;

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Document, Review, Settings};

pub use atomic::write_atomically;
pub use file::{EXTENSION, ProjectError, load, save};
pub use source::{Content, Opened, SavedSource};

/// Work on a set of sources, as it is saved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// The sources in the reader's order.
    pub sources: Vec<SavedSource>,
    /// What the comparison is made with.
    #[serde(default)]
    pub settings: Settings,
    /// What the reader decided.
    #[serde(default)]
    pub review: Review,
}

impl Project {
    /// The work as it stands.
    pub fn of(documents: &[Arc<Document>], settings: &Settings, review: &Review) -> Self {
        Self {
            sources: documents.iter().map(|document| SavedSource::of(document)).collect(),
            settings: settings.clone(),
            review: review.clone(),
        }
    }
}

/// Where work that was not saved is kept in case the program ends before it is; `None` where the system names no folder.
pub fn recovery_path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "counterpoint")?;
    Some(folders.data_local_dir().join(format!("recovery.{EXTENSION}")))
}
