//! What the models computed, kept between comparisons and, if asked, between runs of the program.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::neural::{Answer, MiniLm, Store};

/// Vectors kept at most, 1.5 kB each.
const VECTORS: usize = 16_384;

/// Pairs of which answers are kept at most, 48 bytes each; each order counts.
const ANSWERS: usize = 65_536;

/// The folder of this user where what was computed may be kept; `None` if the system names none.
pub fn cache_folder() -> Option<PathBuf> {
    Some(directories::ProjectDirs::from("", "", "counterpoint")?.cache_dir().to_owned())
}

/// Vectors of statements and answers about pairs, by hash: numbers only, none of the text. In memory alone until
/// [`Memory::keep_in`] names a folder.
pub struct Memory {
    vectors: Arc<Store>,
    answers: Arc<Store>,
}

impl Default for Memory {
    fn default() -> Self {
        let store = |width, capacity| Arc::new(Store::new(width, capacity));
        Self { vectors: store(MiniLm::WIDTH, VECTORS), answers: store(Answer::WIDTH, ANSWERS) }
    }
}

impl Memory {
    /// From now on what is computed is kept in two files of this folder, and what they hold is not computed again; or is
    /// kept in memory alone. The files only save time and may be deleted at any moment.
    pub fn keep_in(&self, folder: Option<&Path>) {
        self.vectors.keep_in(folder.map(|folder| folder.join("vectors.bin")).as_deref());
        self.answers.keep_in(folder.map(|folder| folder.join("answers.bin")).as_deref());
    }

    /// Drops everything, the files too.
    pub fn forget(&self) {
        self.vectors.forget();
        self.answers.forget();
    }

    pub(super) fn vectors(&self) -> Arc<Store> {
        Arc::clone(&self.vectors)
    }

    pub(super) fn answers(&self) -> Arc<Store> {
        Arc::clone(&self.answers)
    }

    /// Saves when the work is done, however it ends.
    pub(super) fn save_when_dropped(&self) -> impl Drop {
        Saving(self)
    }
}

struct Saving<'a>(&'a Memory);

impl Drop for Saving<'_> {
    fn drop(&mut self) {
        self.0.vectors.save();
        self.0.answers.save();
    }
}
