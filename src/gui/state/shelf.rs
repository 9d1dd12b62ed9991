//! The sources, in the reader's order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::news::Letter;
use crate::model::{DateBasis, Document, PublicationDate};

/// Names a source as long as it is on the shelf, whatever its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShelfId(pub u64);

/// A source on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfItem {
    /// Its name in commands.
    pub id: ShelfId,
    /// What was read, with the reader's corrections of title and date.
    pub document: Arc<Document>,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it and what to do.
    pub message: String,
}

/// What the reader corrects of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEdit {
    /// The new title; an empty one leaves the old.
    pub title: String,
    /// The new publication date; `None` leaves the old.
    pub published: Option<Date>,
}

/// The sources and the files that could not be read.
#[derive(Debug, Default)]
pub struct Shelf {
    items: Vec<ShelfItem>,
    failures: Vec<Failure>,
    chosen: Option<ShelfId>,
    last_id: u64,
}

impl Shelf {
    /// The sources, in the reader's order.
    pub fn items(&self) -> &[ShelfItem] {
        &self.items
    }

    /// The files that could not be read.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Whether there is neither a source nor a failure.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.failures.is_empty()
    }

    /// The source that commands without a name of one act on.
    pub fn chosen(&self) -> Option<ShelfId> {
        self.chosen
    }

    /// A source by its name.
    pub fn get(&self, id: ShelfId) -> Option<&ShelfItem> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Letter of a source: its place.
    pub fn letter(&self, id: ShelfId) -> Option<Letter> {
        self.place(id).map(Letter::of)
    }

    fn place(&self, id: ShelfId) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// Whether the chosen source can go so many places down (up if negative).
    pub fn can_move(&self, by: isize) -> bool {
        self.target(by).is_some()
    }

    fn target(&self, by: isize) -> Option<(usize, usize)> {
        let from = self.place(self.chosen?)?;
        let to = from.checked_add_signed(by).filter(|&to| to < self.items.len())?;
        Some((from, to))
    }

    /// Gives out no name that another shelf gave out.
    pub(super) fn go_on_from(&mut self, other: &Shelf) {
        self.last_id = self.last_id.max(other.last_id);
    }

    pub(super) fn choose(&mut self, id: ShelfId) {
        if self.place(id).is_some() {
            self.chosen = Some(id);
        }
    }

    /// Adds a source; `Err` with the one that holds the same bytes already.
    pub(super) fn add(&mut self, document: Document) -> Result<ShelfId, ShelfId> {
        let same = |item: &&ShelfItem| {
            let (old, new) = (&item.document, &document);
            if new.origin.sha256.is_empty() { old.text == new.text } else { old.origin.sha256 == new.origin.sha256 }
        };
        if let Some(path) = &document.origin.path {
            self.dismiss_failure(path);
        }
        if let Some(item) = self.items.iter().find(same) {
            return Err(item.id);
        }
        self.last_id += 1;
        let id = ShelfId(self.last_id);
        self.items.push(ShelfItem { id, document: Arc::new(document) });
        self.chosen = Some(id);
        Ok(id)
    }

    pub(super) fn remove_chosen(&mut self) -> Option<ShelfId> {
        let place = self.place(self.chosen?)?;
        let removed = self.items.remove(place);
        self.chosen = self.items.get(place).or(self.items.last()).map(|item| item.id);
        Some(removed.id)
    }

    pub(super) fn move_chosen(&mut self, by: isize) {
        if let Some((from, to)) = self.target(by) {
            let item = self.items.remove(from);
            self.items.insert(to, item);
        }
    }

    /// Corrects title and date; says whether the date changed.
    pub(super) fn edit(&mut self, id: ShelfId, edit: &SourceEdit) -> bool {
        let Some(item) = self.items.iter_mut().find(|item| item.id == id) else { return false };
        let before = item.document.origin.published;
        let document = Arc::make_mut(&mut item.document);
        if !edit.title.trim().is_empty() {
            document.title = edit.title.trim().to_owned();
        }
        if let Some(date) = edit.published
            && before.is_none_or(|p| p.date != date || p.is_assumed())
        {
            document.origin.published = Some(PublicationDate { date, basis: DateBasis::Reader });
        }
        document.origin.published != before
    }

    pub(super) fn fail(&mut self, path: PathBuf, message: String) {
        self.dismiss_failure(&path);
        self.failures.push(Failure { path, message });
    }

    pub(super) fn dismiss_failure(&mut self, path: &Path) {
        self.failures.retain(|f| f.path != path);
    }
}
