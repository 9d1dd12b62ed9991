//! Marks of quotation: which open, which close, and which are apostrophes.

use crate::model::Span;

/// The part of a quotation that stands in one statement.
pub(super) struct Piece {
    /// The words, without the marks.
    pub(super) span: Span,
    /// Statement in which the quotation opens.
    pub(super) first: usize,
    /// Statement in which it ends.
    pub(super) last: usize,
}

/// A quotation longer than this many statements is taken for a mark that was never closed.
const LONGEST: usize = 12;

/// A kind of marks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Marks {
    open: char,
    close: &'static [char],
}

const KINDS: [Marks; 6] = [
    Marks { open: '“', close: &['”'] },
    Marks { open: '„', close: &['“', '”'] },
    Marks { open: '«', close: &['»'] },
    Marks { open: '"', close: &['"'] },
    Marks { open: '‘', close: &['’'] },
    Marks { open: '\'', close: &['\''] },
];

/// The pieces of quotations in each statement, in reading order.
pub(super) fn find(texts: &[&str]) -> Vec<Vec<Piece>> {
    let mut out: Vec<Vec<Piece>> = texts.iter().map(|_| Vec::new()).collect();
    let (mut i, mut at) = (0, 0);
    while i < texts.len() {
        let Some((marks, open)) = opening(texts[i], at) else {
            (i, at) = (i + 1, 0);
            continue;
        };
        let start = open + marks.open.len_utf8();
        (i, at) = match closing(texts, i, start, marks) {
            Some((last, end)) => {
                for (j, pieces) in out.iter_mut().enumerate().take(last + 1).skip(i) {
                    let from = if j == i { start } else { 0 };
                    let to = if j == last { end } else { texts[j].len() };
                    push(pieces, texts[j], Span::new(from, to), i, last);
                }
                (last, end + closing_length(texts[last], end))
            }
            // An apostrophe, an inch mark; a curly mark can be nothing else, so it runs to the statement's end.
            None if marks.open == '“' || marks.open == '„' => {
                push(&mut out[i], texts[i], Span::new(start, texts[i].len()), i, i);
                (i + 1, 0)
            }
            None => (i, start),
        };
    }
    out
}

fn push(pieces: &mut Vec<Piece>, text: &str, span: Span, first: usize, last: usize) {
    let words = span.of(text);
    let lead = words.len() - words.trim_start().len();
    let trimmed = Span::new(span.start + lead, span.start + lead + words.trim().len());
    // Nothing is quoted in "rock 'n' roll".
    if trimmed.of(text).chars().filter(|c| c.is_alphanumeric()).count() > 1 {
        pieces.push(Piece { span: trimmed, first, last });
    }
}

fn closing_length(text: &str, end: usize) -> usize {
    text[end..].chars().next().map_or(0, |c| if KINDS.iter().any(|k| k.close.contains(&c)) { c.len_utf8() } else { 0 })
}

/// The first opening mark at or after a byte.
fn opening(text: &str, from: usize) -> Option<(Marks, usize)> {
    text[from..].char_indices().map(|(i, c)| (from + i, c)).find_map(|(i, c)| {
        let marks = *KINDS.iter().find(|marks| marks.open == c)?;
        let previous = text[..i].chars().next_back().unwrap_or(' ');
        let next = text[i + c.len_utf8()..].chars().next().unwrap_or(' ');
        let outside = previous.is_whitespace() || "([–—-/:•“‘\"'".contains(previous);
        let opens = match c {
            '"' => outside && !next.is_whitespace(),
            // '90s, ’em: not a quotation. A plain apostrophe behind a letter never opens one.
            '\'' | '‘' => outside && next.is_alphanumeric() && !decade(&text[i + c.len_utf8()..]),
            _ => true,
        };
        opens.then_some((marks, i))
    })
}

/// Whether the text goes on as in "'90s".
fn decade(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() > 2 && bytes[0].is_ascii_digit() && bytes[1].is_ascii_digit() && bytes[2] == b's'
}

/// Where a quotation that opens before `start` in statement `i` ends: the statement, and the byte of its closing mark. A
/// new paragraph of the quotation opens anew without a closing mark before it: then it ends with the statement before.
fn closing(texts: &[&str], i: usize, start: usize, marks: Marks) -> Option<(usize, usize)> {
    if let Some(end) = closes_in(texts[i], start, marks) {
        return Some((i, end));
    }
    if matches!(marks.open, '\'' | '"') && !is_speech(&texts[i][start..]) {
        return None;
    }
    for (j, text) in texts.iter().enumerate().skip(i + 1).take(LONGEST) {
        if text.trim_start().starts_with(marks.open) {
            return Some((j - 1, texts[j - 1].len()));
        }
        if marks.open != '"' && marks.open != '\'' {
            let opens = text.find(marks.open);
            let closes = closes_in(text, 0, marks);
            match (opens, closes) {
                (Some(open), Some(close)) if close < open => return Some((j, close)),
                (Some(_), _) => return None,
                (None, Some(close)) => return Some((j, close)),
                (None, None) => {}
            }
        } else if let Some(close) = closes_in(text, 0, marks) {
            return Some((j, close));
        }
    }
    None
}

/// Whether what follows a plain mark can be the beginning of speech that runs on.
fn is_speech(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_uppercase) && rest.chars().filter(|c| c.is_whitespace()).count() >= 2
}

/// The byte of the mark that closes a quotation in a statement, looked for from a byte.
fn closes_in(text: &str, from: usize, marks: Marks) -> Option<usize> {
    let single = matches!(marks.open, '\'' | '‘');
    let candidates = text[from..].char_indices().map(|(i, c)| (from + i, c)).filter(|&(i, c)| {
        let previous = text[..i].chars().next_back().unwrap_or(' ');
        let next = text[i + c.len_utf8()..].chars().next().unwrap_or(' ');
        let shaped = !single && c != '"' || !next.is_alphanumeric() && !previous.is_whitespace() && i > 0;
        marks.close.contains(&c) && shaped
    });
    if !single {
        return candidates.map(|(i, _)| i).next();
    }
    let ends: Vec<usize> = candidates.map(|(i, _)| i).collect();
    let first = *ends.first()?;
    // "the rebels’ camp’": a mark behind an s with another to come is the genitive.
    let genitive = text[..first].ends_with('s')
        && text[first..].chars().nth(1) == Some(' ')
        && text[first..].chars().nth(2).is_some_and(char::is_lowercase);
    match ends.get(1) {
        Some(&second) if genitive && !text[first..second].contains(marks.open) => Some(second),
        _ => Some(first),
    }
}
