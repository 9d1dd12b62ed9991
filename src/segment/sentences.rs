//! Where sentences end.
//!
//! The Unicode sentence rules (UAX 29, `icu_segmenter`) give the candidates; they know neither abbreviations nor the habits
//! of quoting, and end no sentence before a figure ("… closed. 38 homes …"). So the places after a terminator and white
//! space are candidates, too, and each candidate is then judged by the words on both sides. Of the 166 cases of
//! `tests/data/segment/boundaries.txt` the Unicode rules alone get 111 right and the crate `sentencex` 147; judged this way
//! all are, without that crate's command-line dependencies.

use std::collections::BTreeSet;

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::lexicon::abbreviations::{Abbreviation, abbreviation, continues_time, is_exclaiming_name, is_opener};
use crate::model::Span;

const CLOSERS: [char; 9] = ['"', '\u{201d}', '\u{2019}', '\'', ')', ']', '\u{bb}', '*', '_'];
const QUOTES: [char; 5] = ['"', '\u{201d}', '\u{2019}', '\'', '\u{bb}'];
const OPENERS: [char; 15] =
    ['"', '\u{201c}', '\u{2018}', '\'', '(', '[', '\u{ab}', '*', '_', '\u{bf}', '\u{a1}', '–', '—', '-', ' '];
const TERMINATORS: [char; 7] = ['.', '!', '?', '\u{2026}', '\u{203d}', '\u{3002}', '\u{ff01}'];
/// What opens a sentence beside letters and figures.
const SYMBOLS: [char; 6] = ['$', '£', '€', '#', '@', '•'];
/// How far back or ahead a judgement looks, in bytes: keeps the work linear.
const WINDOW: usize = 160;

/// The sentences of a stretch of running text, in order, without the white space around them. Line breaks count as
/// spaces. Together they hold every character that is not white space.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    // One byte for one byte: offsets stay.
    let flat = text.replace(['\n', '\r', '\t', '\u{b}', '\u{c}'], " ");
    let mut out = Vec::new();
    let mut start = 0;
    for end in candidates(&flat) {
        if end > start && is_boundary(&flat, end) {
            push(&mut out, &flat, Span::new(start, end));
            start = end;
        }
    }
    push(&mut out, &flat, Span::new(start, flat.len()));
    out
}

fn push(out: &mut Vec<Span>, text: &str, span: Span) {
    let span = trimmed(text, span);
    if !span.is_empty() {
        out.push(span);
    }
}

/// A span without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, span.start + words.trim_end().len())
}

/// A sentence without the marks of notes at its end: `… he said.[12]`.
pub(super) fn without_notes(sentence: &str) -> &str {
    let mut rest = sentence;
    while let Some(open) = rest.strip_suffix(']').and_then(|inside| inside.rfind('[')) {
        let mark = &rest[open + 1..rest.len() - 1];
        if open == 0 || mark.is_empty() || mark.len() > 3 || !mark.bytes().all(|b| b.is_ascii_alphanumeric()) {
            break;
        }
        rest = &rest[..open];
    }
    rest
}

fn candidates(text: &str) -> BTreeSet<usize> {
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut found: BTreeSet<usize> = segmenter.segment_str(text).collect();
    // Terminator, closing marks, white space: the place after the white space.
    let mut seen_terminator = false;
    let mut seen_space = false;
    for (i, c) in text.char_indices() {
        if seen_terminator && c.is_whitespace() {
            seen_space = true;
        } else if seen_space {
            found.insert(i);
            (seen_terminator, seen_space) = (TERMINATORS.contains(&c), false);
        } else {
            // The mark of a note (".[12] ") is passed over.
            let passes = CLOSERS.contains(&c) || c == '[' || c.is_ascii_digit();
            seen_terminator = TERMINATORS.contains(&c) || (seen_terminator && passes);
        }
    }
    found
}

/// Whether a sentence ends before byte `at` and another starts there.
fn is_boundary(text: &str, at: usize) -> bool {
    let left = without_notes(window_before(text, at).trim_end());
    let right = window_after(text, at).trim_start();
    let body = left.trim_end_matches(CLOSERS);
    let closers = &left[body.len()..];
    let core = right.trim_start_matches(OPENERS);
    let (Some(last), Some(first)) = (body.chars().next_back(), core.chars().next()) else { return false };
    if !TERMINATORS.contains(&last) || !(first.is_alphanumeric() || SYMBOLS.contains(&first)) {
        return false;
    }
    let spaced = text[..at].ends_with(char::is_whitespace);
    if first.is_lowercase() || (!spaced && !right.starts_with(OPENERS) && last == '.') {
        return false;
    }
    let quoted = closers.contains(QUOTES);
    if quoted && is_attribution(core) {
        return false;
    }
    if body.ends_with("..") || last == '\u{2026}' {
        return ellipsis_ends(body, right, core);
    }
    match last {
        '.' => point_ends(body, closers, core, right.starts_with(OPENERS)),
        '!' | '?' => !is_exclaiming_name(body.rsplit(' ').next().unwrap_or_default()) || is_opener(word(core)),
        _ => true,
    }
}

/// After "…" a sentence ends where the words trail off, not where something is left out: "the … United States".
fn ellipsis_ends(body: &str, right: &str, core: &str) -> bool {
    let trails_off = !body.trim_end_matches(['.', '\u{2026}', ' ']).is_empty()
        && !body.trim_end_matches(['.', '\u{2026}']).ends_with(char::is_whitespace);
    is_opener(word(core)) || right.starts_with(OPENERS) || trails_off
}

fn point_ends(body: &str, closers: &str, core: &str, opens_quote: bool) -> bool {
    let stem = &body[..body.len() - 1];
    let token = stem.rsplit(char::is_whitespace).next().unwrap_or_default();
    let token = token.trim_start_matches(OPENERS).rsplit(['–', '—', '/']).next().unwrap_or_default();
    let next = word(core);
    let figure = core.starts_with(|c: char| c.is_ascii_digit());
    let opener = is_opener(next) && !core[next.len()..].starts_with('.');
    if closers.contains(QUOTES) {
        return !matches!(abbreviation(token), Some(Abbreviation::BeforeName));
    }
    match abbreviation(token.rsplit('-').next().unwrap_or(token)).or_else(|| abbreviation(token)) {
        Some(Abbreviation::BeforeName | Abbreviation::Never) => false,
        Some(Abbreviation::BeforeNumber | Abbreviation::Date) => !figure,
        Some(Abbreviation::Place) => opener || opens_quote,
        Some(Abbreviation::Other) => {
            opens_quote && !closers.contains(')')
                || opener
                || !(figure || continues_time(next) && is_clock_half(token)) && opens_with_one_name(core, next)
        }
        None if is_initial(token) => opener || opens_quote,
        None if is_dotted(token) => opener || opens_quote || figure,
        None => true,
    }
}

/// One capitalised word and then a lower-case one reads as a new sentence ("Shares rose"); two capitalised words read as a
/// name that goes on ("Chief Executive").
fn opens_with_one_name(core: &str, next: &str) -> bool {
    let rest = core[next.len()..].trim_start_matches(['’', '\'', ',']).trim_start();
    let second = word(rest);
    next.starts_with(char::is_uppercase) && second.starts_with(char::is_lowercase)
}

fn is_clock_half(token: &str) -> bool {
    matches!(token, "a.m" | "p.m" | "A.M" | "P.M")
}

/// "J", "J.R": the initials of a name.
fn is_initial(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// Letters with points between them: "U.S", "J.R.R".
fn is_dotted(token: &str) -> bool {
    token.contains('.')
        && token.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Whether words after a quotation say who spoke and nothing more: "Tanaka asked.", "President Rojas said in Bogota.".
fn is_attribution(core: &str) -> bool {
    let mut words = core.split_whitespace();
    for (i, raw) in words.by_ref().take(6).enumerate() {
        let bare = raw.trim_end_matches([',', '.', ';', ':']);
        if i > 0 && SPEECH_VERBS.contains(&bare) {
            return bare.len() < raw.len() && !raw.ends_with(':')
                || words.next().is_some_and(|w| ADVERBIALS.contains(&w));
        }
        let name_like =
            bare.starts_with(char::is_uppercase) || matches!(bare, "de" | "da" | "van" | "von" | "al" | "the");
        if !name_like || bare.len() < raw.len() && abbreviation(bare).is_none() {
            return false;
        }
    }
    false
}

const SPEECH_VERBS: [&str; 22] = [
    "said",
    "says",
    "asked",
    "asks",
    "added",
    "adds",
    "told",
    "replied",
    "shouted",
    "cried",
    "insisted",
    "wondered",
    "wrote",
    "warned",
    "declared",
    "quipped",
    "joked",
    "yelled",
    "demanded",
    "answered",
    "responded",
    "exclaimed",
];
const ADVERBIALS: [&str; 8] = ["in", "on", "at", "after", "during", "before", "later", "by"];

/// The leading word: letters, digits, and what joins them.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    &text[..end]
}

fn window_before(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(WINDOW);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

fn window_after(text: &str, at: usize) -> &str {
    let mut to = (at + WINDOW).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[at..to]
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn boundaries_of_the_table() {
        let cases = include_str!("../../tests/data/segment/boundaries.txt").lines();
        let cases: Vec<&str> = cases.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(cases.len() >= 150);
        let wrong: Vec<_> = cases
            .iter()
            .map(|case| (case, case.replace(" ‖ ", " ")))
            .map(|(case, text)| (case.split(" ‖ ").collect::<Vec<_>>(), split(&text).join(" ‖ ")))
            .filter(|(expected, found)| expected.join(" ‖ ") != *found)
            .map(|(_, found)| found)
            .collect();
        assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    }

    #[test]
    fn line_breaks_are_spaces() {
        assert_eq!(split("The road\nis closed.\nIt opens\r\nsoon."), ["The road\nis closed.", "It opens\r\nsoon."]);
    }

    #[test]
    fn nothing_is_lost() {
        assert_eq!(split("  …  "), ["…"]);
        assert!(split(" \n ").is_empty());
    }
}
