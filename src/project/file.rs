//! The project file: JSON with a schema number, paths relative to the file where the sources lie beside it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Content, Project, write_atomically};

/// How names of project files end, without the dot.
pub const EXTENSION: &str = "counterpoint";

/// The schema this version writes. Raise it when an older version could not make sense of the file.
const SCHEMA: u32 = 1;

/// Why a project could not be saved or loaded.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// The file could not be read.
    #[error("{}: cannot be read: {source}. Check that the file exists and that you may open it.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file could not be written.
    #[error("{}: cannot be saved: {source}. Save under another name or in another folder.", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file is something else, or damaged.
    #[error("{}: is no Counterpoint project, or is damaged ({source}). Open the articles themselves.", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where it stops making sense.
        source: serde_json::Error,
    },
    /// The file was written by a later version.
    #[error("{}: was saved by a later version of Counterpoint. Update Counterpoint to open it.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
}

#[derive(Deserialize)]
struct Header {
    schema: u32,
}

#[derive(Serialize)]
struct File<'a> {
    schema: u32,
    generator: &'a str,
    #[serde(flatten)]
    project: &'a Project,
}

/// Saves in one step: a failure leaves the old file.
///
/// # Errors
/// [`ProjectError::Unwritable`].
pub fn save(path: &Path, project: &Project) -> Result<(), ProjectError> {
    let folder = folder_of(path);
    let mut project = project.clone();
    for source in &mut project.sources {
        if let Content::File { path, .. } = &mut source.content {
            let absolute = std::path::absolute(&*path).unwrap_or_else(|_| path.clone());
            *path = absolute.strip_prefix(&folder).map(Path::to_owned).unwrap_or(absolute);
        }
    }
    let generator = concat!("counterpoint ", env!("CARGO_PKG_VERSION"));
    let unwritable = |source| ProjectError::Unwritable { path: path.to_owned(), source };
    let json = serde_json::to_vec_pretty(&File { schema: SCHEMA, generator, project: &project })
        .map_err(|error| unwritable(error.into()))?;
    if !folder.exists() {
        std::fs::create_dir_all(&folder).map_err(unwritable)?;
    }
    write_atomically(path, &json).map_err(unwritable)
}

/// Loads a project; its sources are not opened yet.
///
/// # Errors
/// See [`ProjectError`].
pub fn load(path: &Path) -> Result<Project, ProjectError> {
    let json = std::fs::read(path).map_err(|source| ProjectError::Unreadable { path: path.to_owned(), source })?;
    let malformed = |source| ProjectError::Malformed { path: path.to_owned(), source };
    let header: Header = serde_json::from_slice(&json).map_err(malformed)?;
    if header.schema > SCHEMA {
        return Err(ProjectError::Newer { path: path.to_owned() });
    }
    let mut project: Project = serde_json::from_slice(&json).map_err(malformed)?;
    let folder = folder_of(path);
    for source in &mut project.sources {
        if let Content::File { path, .. } = &mut source.content {
            *path = folder.join(&*path);
        }
    }
    Ok(project)
}

/// The folder of a file, from the root.
fn folder_of(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.parent().unwrap_or(Path::new("")).to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::import;
    use crate::model::{DateBasis, Decision, Document, PublicationDate, Review, Ruling, Settings};

    const TEXT: &str = "The council met on Monday. It voted to keep the bridge open through the winter.";

    fn work(folder: &Path) -> (Vec<Arc<Document>>, Project) {
        let article = folder.join("article.txt");
        std::fs::write(&article, TEXT).unwrap();
        let mut read = import::read(&article).unwrap();
        read.title = "As the reader calls it".to_owned();
        read.origin.published = Some(PublicationDate { date: date(2025, 12, 2), basis: DateBasis::Reader });
        let documents = vec![Arc::new(read), Arc::new(import::paste("Pasted", TEXT).unwrap())];
        let mut review = Review::default();
        let decision = Decision { ruling: Some(Ruling::Dismissed), note: "two other bridges".to_owned() };
        review.set("one", "other", Some(decision));
        let project = Project::of(&documents, &Settings { use_model: false, ..Settings::default() }, &review);
        (documents, project)
    }

    #[test]
    fn work_comes_back_as_it_was_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.counterpoint");
        let (documents, project) = work(folder.path());
        save(&path, &project).unwrap();
        let loaded = load(&path).unwrap();
        assert_eq!(loaded, project);
        for (source, document) in loaded.sources.iter().zip(&documents) {
            let opened = source.open().unwrap();
            assert!(!opened.changed);
            assert_eq!((&opened.document.title, &opened.document.text), (&document.title, &document.text));
        }
        assert_eq!(loaded.sources[0].open().unwrap().document.origin.published, documents[0].origin.published);
    }

    #[test]
    fn a_folder_can_be_moved_as_a_whole() {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (_, project) = work(old.path());
        save(&old.path().join("talks.counterpoint"), &project).unwrap();
        for name in ["talks.counterpoint", "article.txt"] {
            std::fs::rename(old.path().join(name), new.path().join(name)).unwrap();
        }
        let moved = load(&new.path().join("talks.counterpoint")).unwrap();
        assert!(!moved.sources[0].open().unwrap().changed);
    }

    #[test]
    fn a_changed_file_is_noticed_and_a_missing_one_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (_, project) = work(folder.path());
        std::fs::write(folder.path().join("article.txt"), "The council met again on Tuesday and changed its mind.")
            .unwrap();
        assert!(project.sources[0].open().unwrap().changed);
        std::fs::remove_file(folder.path().join("article.txt")).unwrap();
        assert!(project.sources[0].open().is_err());
    }

    #[test]
    fn damage_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.counterpoint");
        let (_, project) = work(folder.path());
        save(&path, &project).unwrap();
        let whole = std::fs::read_to_string(&path).unwrap();
        assert!(matches!(load(&folder.path().join("none")), Err(ProjectError::Unreadable { .. })));
        for damaged in [&whole[..whole.len() / 2], "", "[]", "{}", "\0\u{1}", "{\"schema\": 1, \"sources\": 7}"] {
            std::fs::write(&path, damaged).unwrap();
            let error = load(&path).unwrap_err();
            assert!(matches!(error, ProjectError::Malformed { .. }), "{damaged:?}: {error}");
            assert!(error.to_string().contains("x.counterpoint"));
        }
        std::fs::write(&path, whole.replacen("\"schema\": 1", "\"schema\": 2", 1)).unwrap();
        assert!(matches!(load(&path), Err(ProjectError::Newer { .. })));
    }

    #[test]
    fn a_failed_save_is_an_error_and_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let (_, project) = work(folder.path());
        let blocked = folder.path().join("article.txt/x.counterpoint");
        assert!(matches!(save(&blocked, &project), Err(ProjectError::Unwritable { .. })));
        assert_eq!(std::fs::read_to_string(folder.path().join("article.txt")).unwrap(), TEXT);
    }
}
