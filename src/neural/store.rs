//! What the models computed, by hash: in memory, and in a file where one is given.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::rows::{Key, Rows};

/// Rows of numbers by the hash of what they were computed from: no text. Bounded; the oldest rows go first.
///
/// The file only saves time. It may be deleted at any moment; what is damaged or not a file of this program is ignored and
/// written anew, and failing to read or write it is told to the log alone. Of two programs that write it, the last one
/// wins.
#[derive(Debug)]
pub struct Store(Mutex<State>);

#[derive(Debug)]
struct State {
    rows: Rows,
    file: Option<PathBuf>,
    /// Whether memory holds rows that the file lacks.
    unsaved: bool,
}

impl Store {
    /// An empty store in memory, of `capacity` rows of `width` numbers at most.
    pub fn new(width: usize, capacity: usize) -> Self {
        Self(Mutex::new(State { rows: Rows::new(width, capacity), file: None, unsaved: false }))
    }

    /// Takes in what the file holds, and from now on [saves](Self::save) to it; or to none. What is in memory stays.
    pub fn keep_in(&self, file: Option<&Path>) {
        let mut state = self.state();
        if state.file.as_deref() == file {
            return;
        }
        state.file = file.map(Path::to_owned);
        let Some(file) = file else { return };
        state.unsaved = !state.rows.is_empty();
        match read(file, state.rows.most_bytes()) {
            Ok(bytes) => state.unsaved |= !state.rows.add_bytes(&bytes),
            Err(error) => log::debug!("{}: no numbers remembered there: {error}", file.display()),
        }
    }

    /// Writes the file, if there is one and it lacks something.
    pub fn save(&self) {
        let mut state = self.state();
        let lacks = |file: &PathBuf| state.unsaved || (!state.rows.is_empty() && !file.exists());
        let Some(file) = state.file.clone().filter(lacks) else { return };
        match write(&file, &state.rows.to_bytes()) {
            Ok(()) => state.unsaved = false,
            Err(error) => log::warn!("{}: what was computed cannot be remembered: {error}", file.display()),
        }
    }

    /// Drops all rows, and the file.
    pub fn forget(&self) {
        let mut state = self.state();
        state.rows.clear();
        state.unsaved = false;
        if let Some(file) = &state.file
            && let Err(error) = std::fs::remove_file(file)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            log::warn!("{}: cannot be removed: {error}", file.display());
        }
    }

    /// The row of each key, in order.
    pub(super) fn get(&self, keys: &[Key]) -> Vec<Option<Vec<f32>>> {
        let state = self.state();
        keys.iter().map(|key| state.rows.get(key).map(<[f32]>::to_vec)).collect()
    }

    /// Keeps rows.
    pub(super) fn insert<'a>(&self, rows: impl Iterator<Item = (Key, &'a [f32])>) {
        let mut state = self.state();
        for (key, row) in rows {
            state.rows.insert(key, row);
            state.unsaved = true;
        }
    }

    /// What is in memory is whole between two calls, whatever became of the thread that held it.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(file: &Path, most_bytes: usize) -> std::io::Result<Vec<u8>> {
    if file.metadata()?.len() > most_bytes as u64 {
        return Err(std::io::Error::other("too large to be a file of this program"));
    }
    std::fs::read(file)
}

/// In one step, so that nobody reads half a file. Not synchronised to the disk: a crash costs only time.
fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = [7; 32];

    fn put(store: &Store, key: Key, number: f32) {
        store.insert(std::iter::once((key, &[number][..])));
    }

    fn holds(store: &Store, key: Key) -> bool {
        store.get(&[key])[0].is_some()
    }

    #[test]
    fn what_is_saved_is_found_by_the_next_program() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("not/yet/there.bin");
        let store = Store::new(1, 4);
        put(&store, KEY, 0.25);
        store.keep_in(Some(&file));
        store.save();
        let next = Store::new(1, 4);
        next.keep_in(Some(&file));
        assert_eq!(next.get(&[KEY, [1; 32]]), [Some(vec![0.25]), None]);
        assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing is left beside the file");
    }

    #[test]
    fn a_file_of_something_else_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("numbers.bin");
        for content in [&b""[..], b"not ours", &[0; 10_000]] {
            std::fs::write(&file, content).unwrap();
            let store = Store::new(1, 4);
            store.keep_in(Some(&file));
            assert!(!holds(&store, KEY));
            put(&store, KEY, 0.5);
            store.save();
            let next = Store::new(1, 4);
            next.keep_in(Some(&file));
            assert!(holds(&next, KEY));
        }
    }

    #[test]
    fn the_file_may_be_deleted_at_any_moment() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache/numbers.bin");
        let store = Store::new(1, 4);
        store.keep_in(Some(&file));
        put(&store, KEY, 0.5);
        store.save();
        std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
        assert!(holds(&store, KEY));
        store.save();
        assert!(file.exists(), "it is written again");
        store.forget();
        assert!(!file.exists() && !holds(&store, KEY));
        store.forget();
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_no_error() {
        let folder = tempfile::tempdir().unwrap();
        let not_a_folder = folder.path().join("file");
        std::fs::write(&not_a_folder, "in the way").unwrap();
        let store = Store::new(1, 4);
        store.keep_in(Some(&not_a_folder.join("numbers.bin")));
        put(&store, KEY, 0.5);
        store.save();
        assert!(holds(&store, KEY));
    }
}
