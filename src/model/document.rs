//! What was read: the text of one source, where it came from, and the blocks its format marks.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Span;

/// One source as it was read. The text is never altered afterwards; everything else points into it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Shown to the reader; found in the file, else its name. The reader can edit it.
    pub title: String,
    /// Where the text came from.
    pub origin: Origin,
    /// ISO 639-1 code of the language the text is written in, as detected: `en`, `de`, …; empty if undecided.
    pub language: String,
    /// The text as decoded.
    pub text: Arc<str>,
    /// Blocks the format itself marks (HTML, Markdown), in reading order; empty for plain text.
    /// [`segment`](crate::segment) refines them.
    pub blocks: Vec<Block>,
    /// What the reader should know of how the file was read (encoding guessed, very large, …).
    pub warnings: Vec<String>,
}

impl Document {
    /// Whether statements of this source are judged: only English is.
    pub fn is_english(&self) -> bool {
        self.language == "en"
    }
}

/// Provenance of a document. What the file's own metadata does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The path it was read from; `None` for pasted text.
    pub path: Option<PathBuf>,
    /// File name, or a name for pasted text.
    pub file_name: String,
    /// Name of the site, agency or paper.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Canonical address on the web.
    pub address: Option<String>,
    /// When it was published, and how that is known.
    pub published: Option<PublicationDate>,
    /// Lower-case hexadecimal SHA-256 of the bytes read.
    pub sha256: String,
    /// Number of bytes read.
    pub bytes: u64,
}

/// A date of publication and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationDate {
    /// Calendar day.
    pub date: Date,
    /// How it is known.
    pub basis: DateBasis,
}

impl PublicationDate {
    /// Whether the date was neither found in the file nor set by the reader. What rests on such a date says so.
    pub fn is_assumed(self) -> bool {
        matches!(self.basis, DateBasis::FileModified | DateBasis::Today)
    }
}

/// What a publication date rests on, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateBasis {
    /// The reader set it.
    Reader,
    /// The file's metadata, or a dateline in its text.
    Metadata,
    /// Assumed: when the file was last modified.
    FileModified,
    /// Assumed: today.
    Today,
}

/// A stretch of a document that is laid out as one: a paragraph, a heading, a row of a table, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands in the document's text, without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title or a heading of a section.
    Heading,
    /// A bullet or numbered point.
    ListItem,
    /// A question of an FAQ.
    Question,
    /// One row of a table, or a "label value" line.
    TableRow,
    /// Words that go with a picture.
    Caption,
    /// Who wrote it, and when and where.
    Byline,
    /// Page furniture: "Leave a Comment", "Share this article", …
    Boilerplate,
}
