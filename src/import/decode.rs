//! Bytes to text: by byte order mark, then by the page's own declaration, then by looking at the bytes.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use regex::bytes::Regex;

/// Text, and whether its encoding had to be guessed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Without byte order mark.
    pub(super) text: String,
    /// What the reader should know.
    pub(super) warning: Option<String>,
}

/// Bytes looked at for a declaration and for signs of a binary file.
const HEAD: usize = 8192;
/// More control characters or undecodable bytes than one in so many: no text.
const ONE_IN: usize = 20;

/// Decodes bytes, or says what they are instead of text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, &'static str> {
    if let Some(what) = signature(bytes) {
        return Err(what);
    }
    let (encoding, guessed) = encoding_of(bytes)?;
    let (text, _, replaced) = encoding.decode(bytes);
    let warning = match (guessed, replaced) {
        (true, _) => Some(format!("The encoding is not declared; it was read as {}.", encoding.name())),
        (false, true) => Some(format!("Some bytes are not valid {} and are shown as \u{fffd}.", encoding.name())),
        (false, false) => None,
    };
    if is_noise(&text) { Err("a binary file") } else { Ok(Decoded { text: text.into_owned(), warning }) }
}

/// The encoding, and whether it is a guess.
fn encoding_of(bytes: &[u8]) -> Result<(&'static Encoding, bool), &'static str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, false));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.contains(&0) {
        return wide(head).map(|encoding| (encoding, true)).ok_or("a binary file");
    }
    if let Some(encoding) = declared(head)
        && encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    {
        return Ok((encoding, false));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((UTF_8, false));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok((detector.guess(None, Utf8Detection::Allow), true))
}

/// UTF-16 without a mark: every other byte of mostly Latin text is zero.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 10 > half * 6 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 6 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[expect(clippy::expect_used, reason = "the pattern is part of the program; the tests of this file compile it")]
static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i-u)<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})"#)
        .expect("pattern compiles")
});

/// The encoding an HTML page declares. A page that is read as bytes cannot be UTF-16, whatever it says.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let label = DECLARATION.captures(head)?.get(1)?.as_bytes();
    let encoding = Encoding::for_label(label)?;
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// What a well-known binary format says at its start.
fn signature(bytes: &[u8]) -> Option<&'static str> {
    let signatures: [(&[u8], &str); 14] = [
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a Word document or another compressed file"),
        (b"\xd0\xcf\x11\xe0", "an old Office document"),
        (b"{\\rtf", "a Rich Text document"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"GIF8", "an image"),
        (b"RIFF", "an image, sound or video"),
        (b"\x1f\x8b", "a compressed file"),
        (b"7z\xbc\xaf", "a compressed file"),
        (b"Rar!", "a compressed file"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3", "a database"),
        (b"ID3", "a sound"),
    ];
    signatures.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| what)
}

/// Whether decoded text is no text: too many control characters or replacements.
fn is_noise(text: &str) -> bool {
    let noise = |c: &char| *c == '\u{fffd}' || c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}');
    let (all, bad) = text.chars().take(HEAD).fold((0, 0), |(all, bad), c| (all + 1, bad + usize::from(noise(&c))));
    bad * ONE_IN > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, bool) {
        let found = decode(bytes).unwrap();
        (found.text, found.warning.is_some())
    }

    #[test]
    fn marks_come_before_declarations_and_guesses() {
        assert_eq!(text_of(b"\xef\xbb\xbfCaf\xc3\xa9"), ("Café".to_owned(), false));
        assert_eq!(text_of(b"\xff\xfeC\0a\0f\0\xe9\0"), ("Café".to_owned(), false));
        assert_eq!(text_of("Café".as_bytes()), ("Café".to_owned(), false));
        let page = b"<meta charset=\"windows-1252\"><p>Caf\xe9 \x96 open</p>";
        assert_eq!(text_of(page), ("<meta charset=\"windows-1252\"><p>Café – open</p>".to_owned(), false));
        assert_eq!(text_of(b"C\0a\0f\0\xe9\0"), ("Café".to_owned(), true));
        let (text, guessed) = text_of(b"The caf\xe9 said it was \x93very\x94 sorry.");
        assert_eq!((text.as_str(), guessed), ("The café said it was “very” sorry.", true));
    }

    #[test]
    fn binary_files_are_told() {
        assert_eq!(decode(b"%PDF-1.7 ...").unwrap_err(), "a PDF document");
        assert_eq!(decode(&[1, 0, 2, 0, 0, 0, 9, 8]).unwrap_err(), "a binary file");
        assert_eq!(decode(&[0x81, 1, 2, 3, 4, 5, 6, 7, 8]).unwrap_err(), "a binary file");
    }
}
