//! What a person meets who opens files: each failure has its own message, and no bytes bring the program down.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use counterpoint::import::{self, ImportError, REFUSE_ABOVE, WARN_ABOVE};
use counterpoint::model::DateBasis;
use proptest::prelude::*;

fn error_of(path: &Path) -> (ImportError, String) {
    let error = import::read(path).unwrap_err();
    let message = error.to_string();
    assert!(message.starts_with(&path.display().to_string()), "the message names the file: {message}");
    assert!(message.ends_with('.') && message.matches(". ").count() >= 1, "and says what to do: {message}");
    (error, message)
}

#[test]
fn each_failure_has_its_own_message() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let (error, _) = error_of(&folder.path().join("none.txt"));
    assert!(matches!(error, ImportError::Missing { .. }));
    let (error, _) = error_of(folder.path());
    assert!(matches!(error, ImportError::Folder { .. }));
    let (error, _) = error_of(&file("empty.txt", b""));
    assert!(matches!(error, ImportError::Empty { .. }));
    let (error, _) = error_of(&file("blank.txt", b" \r\n\t ... \n"));
    assert!(matches!(error, ImportError::NoText { .. }));
    let (error, _) = error_of(&file("page.html", b"<html><head><title></title></head><body><img src=a></body></html>"));
    assert!(matches!(error, ImportError::NoText { .. }));
    let (error, message) = error_of(&file("report.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3"));
    assert!(matches!(error, ImportError::Binary { .. }) && message.contains("a PDF document"), "{message}");
    let (error, _) = error_of(&file("data.txt", &[0, 1, 2, 3, 0, 0, 7, 8]));
    assert!(matches!(error, ImportError::Binary { .. }));
    let large = folder.path().join("large.txt");
    fs::File::create(&large).unwrap().set_len(REFUSE_ABOVE + 1).unwrap();
    let (error, message) = error_of(&large);
    assert!(matches!(error, ImportError::TooLarge { .. }) && message.contains("50 MB"), "{message}");
}

#[cfg(unix)]
#[test]
fn what_the_system_refuses_is_unreadable() {
    // A name longer than any file system allows: refused for every user, root included.
    let path = std::env::temp_dir().join("n".repeat(5000));
    let (error, _) = error_of(&path);
    assert!(matches!(error, ImportError::Unreadable { .. }));
}

#[test]
fn large_files_are_read_with_a_warning() {
    let text = "The harbour was closed on Monday after a storm. ".repeat(WARN_ABOVE as usize / 48 + 1);
    let document = import::read_bytes("long.txt", text.as_bytes()).unwrap();
    assert!(document.warnings.iter().any(|warning| warning.contains("Large")), "{:?}", document.warnings);
}

#[test]
fn provenance_of_a_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("storm.txt");
    fs::write(
        &path,
        "The Lunde Courier\nStorm shuts harbour\nBy Ann Lee | Friday, May 2, 2025\n\nThe harbour is shut.\n",
    )
    .unwrap();
    let document = import::read(&path).unwrap();
    assert_eq!(document.title, "Storm shuts harbour");
    let origin = &document.origin;
    assert_eq!((origin.publisher.as_deref(), origin.author.as_deref()), (Some("The Lunde Courier"), Some("Ann Lee")));
    let published = origin.published.unwrap();
    assert_eq!((published.date, published.basis), (jiff::civil::date(2025, 5, 2), DateBasis::Metadata));
    assert_eq!((origin.file_name.as_str(), origin.path.as_deref()), ("storm.txt", Some(path.as_path())));
    assert_eq!(document.language, "en");
    // The digest of "abc" is the first test vector of FIPS 180-4.
    let digest = import::read_bytes("abc.txt", b"abc").unwrap().origin.sha256;
    assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn what_is_not_known_is_assumed_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("moor-notes.txt");
    fs::write(&path, "The harbour was closed on Monday after a storm, and nobody knows when it will open.\n").unwrap();
    let document = import::read(&path).unwrap();
    assert_eq!(document.title, "moor-notes");
    assert_eq!(document.origin.published.unwrap().basis, DateBasis::FileModified);
    let pasted = import::paste("", "Storm shuts harbour\n\nThe harbour is shut.").unwrap();
    assert_eq!((pasted.title.as_str(), pasted.origin.file_name.as_str()), ("Storm shuts harbour", "Pasted text"));
    assert_eq!(pasted.origin.published.unwrap().basis, DateBasis::Today);
    assert_eq!(import::paste("My notes", "The harbour is shut.").unwrap().title, "My notes");
    assert!(matches!(import::paste("My notes", " \n ").unwrap_err(), ImportError::NoText { .. }));
    let guessed = import::read_bytes("old.txt", b"The caf\xe9 was closed on Monday.").unwrap();
    assert!(guessed.warnings.iter().any(|warning| warning.contains("encoding")), "{:?}", guessed.warnings);
    let german =
        import::read_bytes("de.txt", "Der Hafen wurde am Montag nach einem Sturm geschlossen.".as_bytes()).unwrap();
    assert!(!german.is_english() && german.warnings.iter().any(|warning| warning.contains("German")));
}

#[test]
fn content_tells_a_page_from_its_name() {
    let page = include_str!("data/import/harbour.html");
    let document = import::read_bytes("saved.txt", page.as_bytes()).unwrap();
    assert_eq!(document.origin.publisher.as_deref(), Some("The Lunde Courier"));
    assert!(!document.text.contains('<'));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), kind in 0..3_usize) {
        let _ = import::read_bytes(["a.txt", "a.md", "a.html"][kind], &bytes);
    }

    #[test]
    fn markup_never_panics(pieces in prop::collection::vec(prop::sample::select(MARKUP.to_vec()), 0..40), kind in 0..3_usize) {
        let text = pieces.concat();
        if let Ok(document) = import::read_bytes(["a.txt", "a.md", "a.html"][kind], text.as_bytes()) {
            for block in &document.blocks {
                prop_assert!(document.text.get(block.span.start..block.span.end).is_some());
            }
        }
    }
}

const MARKUP: [&str; 32] = [
    "<p>",
    "</p>",
    "<div>",
    "<tr>",
    "<td>",
    "</tr>",
    "<table>",
    "</table>",
    "<li>",
    "<h1>",
    "<br>",
    "<!--",
    "-->",
    "&amp;",
    "&#x",
    "<a href=",
    "# ",
    "- ",
    "| a | b |\n",
    "|---|---|\n",
    "> ",
    "```\n",
    "\n",
    "\n\n",
    "---\n",
    "title: a: b\n",
    "[x](",
    ")",
    "**",
    "1. ",
    "Storm é ",
    "<meta charset=\"",
];
