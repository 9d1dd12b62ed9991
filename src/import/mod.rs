//! Bytes to [`Document`]: one file per format, one visible ordered list of importers.
//!
//! ```text
//! bytes -> decode (byte order mark, declaration, detection) -> importer of the format -> text, blocks, metadata
//!       -> what the metadata leaves open is read from the opening of the text, else assumed -> Document
//! ```

mod decode;
mod error;
mod html;
mod html_text;
mod language;
mod limits;
mod markdown;
mod plain;
mod published;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

pub use error::ImportError;
pub use limits::{REFUSE_ABOVE, WARN_ABOVE};

use crate::model::{Block, Document, Origin};
use crate::text::opening;

/// Reads one format.
trait Importer: Sync {
    /// What users call the format.
    fn name(&self) -> &'static str;

    /// Endings of file names, without the point, in lower case.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether the text is of this format, whatever its file is called.
    fn recognises(&self, _text: &str) -> bool {
        false
    }

    /// Takes the text apart. Never fails: what makes no sense stays text.
    fn import(&self, text: String) -> Parsed;
}

/// All importers. The first that recognises a text reads it, else the one its file name asks for, else the last.
static IMPORTERS: [&dyn Importer; 3] = [&html::Html, &markdown::Markdown, &plain::Plain];

/// What an importer found. What the file does not say is `None`.
#[derive(Debug, Default)]
struct Parsed {
    text: String,
    blocks: Vec<Block>,
    title: Option<String>,
    author: Option<String>,
    publisher: Option<String>,
    address: Option<String>,
    published: Option<Date>,
}

/// Names of the formats that can be read, each with the endings of its file names, as a file dialog shows them.
pub fn formats() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    IMPORTERS.iter().map(|importer| (importer.name(), importer.extensions()))
}

/// Reads a file of any supported format.
///
/// # Errors
/// See [`ImportError`].
pub fn read(path: &Path) -> Result<Document, ImportError> {
    let file = path.display().to_string();
    let unreadable = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => ImportError::Missing { file: file.clone() },
        std::io::ErrorKind::IsADirectory => ImportError::Folder { file: file.clone() },
        _ => ImportError::Unreadable { file: file.clone(), source },
    };
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(ImportError::Folder { file });
    }
    if metadata.len() > REFUSE_ABOVE {
        return Err(ImportError::TooLarge { file, bytes: metadata.len() });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let modified = metadata.modified().ok().and_then(published::day_of);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut document = import(&file, &name, &bytes, modified)?;
    document.origin.path = Some(path.to_owned());
    Ok(document)
}

/// Reads bytes whose file is not at hand, as from a drop or an archive; `file_name` decides the format.
///
/// # Errors
/// See [`ImportError`].
pub fn read_bytes(file_name: &str, bytes: &[u8]) -> Result<Document, ImportError> {
    import(file_name, file_name, bytes, None)
}

/// Takes text that was pasted or typed; it is read as plain text. Without a title its first heading becomes the title.
///
/// # Errors
/// See [`ImportError`].
pub fn paste(title: &str, text: &str) -> Result<Document, ImportError> {
    let name = if title.trim().is_empty() { "Pasted text" } else { title.trim() };
    check_size(name, text.len() as u64)?;
    let parsed = plain::Plain.import(text.to_owned());
    let mut document = document(name, parsed, text.as_bytes(), None)?;
    if !title.trim().is_empty() {
        document.title = name.to_owned();
    }
    Ok(document)
}

/// `file` is what messages call it, `name` its file name, `modified` the day it was last changed.
fn import(file: &str, name: &str, bytes: &[u8], modified: Option<Date>) -> Result<Document, ImportError> {
    check_size(file, bytes.len() as u64)?;
    let decoded = decode::decode(bytes).map_err(|what| ImportError::Binary { file: file.to_owned(), what })?;
    let parsed = importer(name, &decoded.text).import(decoded.text);
    let mut document =
        document(name, parsed, bytes, modified).map_err(|_| ImportError::NoText { file: file.to_owned() })?;
    document.warnings.extend(decoded.warning);
    Ok(document)
}

fn check_size(file: &str, bytes: u64) -> Result<(), ImportError> {
    match bytes {
        0 => Err(ImportError::Empty { file: file.to_owned() }),
        bytes if bytes > REFUSE_ABOVE => Err(ImportError::TooLarge { file: file.to_owned(), bytes }),
        _ => Ok(()),
    }
}

fn importer(name: &str, text: &str) -> &'static dyn Importer {
    let extension = Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let named =
        |importer: &&&dyn Importer| extension.as_deref().is_some_and(|name| importer.extensions().contains(&name));
    let by_content = IMPORTERS.iter().find(|importer| importer.recognises(text));
    by_content.or_else(|| IMPORTERS.iter().find(named)).copied().unwrap_or(&plain::Plain)
}

/// Puts a document together: what the format's metadata does not say is read from the opening of the text.
fn document(name: &str, parsed: Parsed, bytes: &[u8], modified: Option<Date>) -> Result<Document, ImportError> {
    if !parsed.text.chars().any(char::is_alphabetic) {
        return Err(ImportError::NoText { file: name.to_owned() });
    }
    let opening = opening(&parsed.text, parsed.blocks.first().map_or(0, |block| block.span.start));
    let of = |span: Option<crate::model::Span>| span.map(|span| span.of(&parsed.text).to_owned());
    let language = language::language(&parsed.text);
    let mut warnings = Vec::new();
    if bytes.len() as u64 > WARN_ABOVE {
        warnings.push(format!("Large: {} MB. Comparing it may take a while.", limits::megabytes(bytes.len() as u64)));
    }
    if language != "en" {
        let what = if language.is_empty() { "an unknown language" } else { language::name(&language) };
        warnings.push(format!("Seems to be in {what}: it is shown, but only English is judged."));
    }
    Ok(Document {
        title: parsed.title.or_else(|| of(opening.title)).unwrap_or_else(|| stem(name)),
        origin: Origin {
            path: None,
            file_name: name.to_owned(),
            publisher: parsed.publisher.or_else(|| of(opening.publisher)),
            author: parsed.author.or_else(|| of(opening.author)),
            address: parsed.address,
            published: Some(published::published(parsed.published.or(opening.date), opening.filed, modified)),
            sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
            bytes: bytes.len() as u64,
        },
        language,
        text: Arc::from(parsed.text),
        blocks: parsed.blocks,
        warnings,
    })
}

/// A file name without its ending.
fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}
