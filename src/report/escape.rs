//! Text of a source as Markdown that shows exactly this text and nothing else.

use crate::model::Span;

/// `text` on one line, such that a Markdown viewer shows its characters and no markup: no link, image, heading, list,
/// table cell, HTML or formula can come of it, wherever in a line it is put. White space is folded; control characters
/// and those that turn the direction of text are shown by their number.
pub(super) fn escape(text: &str) -> String {
    escape_marking(text, &[])
}

/// As [`escape`], with the words at `marks` (ascending, not touching) in bold where Markdown allows bold to begin and end
/// there.
pub(super) fn escape_marking(text: &str, marks: &[Span]) -> String {
    let marks: Vec<Span> =
        marks.iter().filter_map(|&mark| trim(text, mark)).filter(|&mark| may_be_bold(text, mark)).collect();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut gap = false;
    for (at, c) in text.char_indices() {
        if marks.iter().any(|m| m.end == at) {
            out.push_str("**");
        }
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && !out.is_empty() {
            out.push(' ');
        }
        let starts = marks.iter().any(|m| m.start == at);
        let at_start = out.is_empty();
        if starts {
            out.push_str("**");
        }
        push(&mut out, c, at_start, &text[at + c.len_utf8()..]);
    }
    if marks.iter().any(|m| m.end == text.len()) {
        out.push_str("**");
    }
    escape_list_number(out)
}

fn push(out: &mut String, c: char, at_start: bool, rest: &str) {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '^' | '$' | '#' => out.extend(['\\', c]),
        '<' => out.push_str("&lt;"),
        // An entity, because tables split at a pipe even where a backslash precedes it in some viewers.
        '|' => out.push_str("&#124;"),
        '&' if rest.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric()) => out.push_str("&amp;"),
        '>' | '+' | '-' | '=' | ':' if at_start => out.extend(['\\', c]),
        // Viewers make links of bare addresses.
        ':' if rest.starts_with("//") => out.push_str("\\:"),
        '.' if ends_with_www(out) => out.push_str("\\."),
        c if c.is_control() || is_direction_control(c) => {
            out.push_str(&format!("\\[U+{:04X}\\]", u32::from(c)));
        }
        c => out.push(c),
    }
}

fn ends_with_www(out: &str) -> bool {
    out.len() >= 3 && out.as_bytes()[out.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// Embeddings, overrides and isolates: they reach beyond the words they stand in.
pub(super) fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// "1. " or "1) " at the start would begin a list.
fn escape_list_number(mut text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(text.as_bytes().get(digits), Some(b'.' | b')')) {
        text.insert(digits, '\\');
    }
    text
}

/// The span without white space at its ends; `None` if nothing is left or it does not lie in the text.
fn trim(text: &str, span: Span) -> Option<Span> {
    let words = text.get(span.start..span.end)?;
    let start = span.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then(|| Span::new(start, end))
}

/// Whether `**` before and after the span is read as bold: the outer neighbour is white space or punctuation, or the
/// inner one is neither (CommonMark, left- and right-flanking runs).
fn may_be_bold(text: &str, span: Span) -> bool {
    // Fewer than CommonMark takes for punctuation: what is in doubt is not made bold.
    let parts = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "“”‘’«»–—…".contains(c);
    let outer = |c: Option<char>| c.is_none_or(parts);
    let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words = span.of(text);
    (outer(text[..span.start].chars().next_back()) || inner(words.chars().next()))
        && (outer(text[span.end..].chars().next()) || inner(words.chars().next_back()))
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a viewer shows, and the tags it sees.
    fn view(markdown: &str) -> (String, Vec<String>) {
        let (mut shown, mut tags) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => shown.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => tags.push(format!("{other:?}")),
            }
        }
        (shown, tags)
    }

    #[test]
    fn hostile_text_stays_text() {
        for text in include_str!("../../tests/data/report/hostile.txt").lines().filter(|l| !l.is_empty()) {
            let (shown, tags) = view(&escape(text));
            assert_eq!((shown.as_str(), tags), (text.trim(), vec![]), "{}", escape(text));
        }
    }

    #[test]
    fn prose_stays_readable() {
        let text = "Mr. Smith-Jones (62) paid 1.5 million; \"no more,\" he said.";
        assert_eq!(escape(text), text);
        assert_eq!(escape("a\n  b\u{2028}c"), "a b c");
        assert_eq!(escape("\u{202E}x\u{7}"), "\\[U+202E\\]x\\[U+0007\\]");
    }

    #[test]
    fn decisive_words_are_bold() {
        let text = "in Moscow, on Tuesday";
        assert_eq!(escape_marking(text, &[Span::new(3, 9)]), "in **Moscow**, on Tuesday");
        assert_eq!(escape_marking(text, &[Span::new(14, 21)]), "in Moscow, on **Tuesday**");
        assert_eq!(escape_marking(text, &[Span::new(10, 11)]), text, "white space alone");
        assert_eq!(escape_marking(text, &[Span::new(10, 99)]), text, "outside");
        assert_eq!(escape_marking("about $1.3bn.", &[Span::new(6, 12)]), "about **\\$1.3bn**.");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_shown_as_it_is(text in "[\\PC \\n]{0,60}") {
            let text: String = text.chars().filter(|&c| !is_direction_control(c)).collect();
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (shown, tags) = view(&escape(&text));
            proptest::prop_assert_eq!(&shown, &folded);
            proptest::prop_assert!(tags.is_empty(), "{:?} from {:?}", tags, escape(&text));
        }

        #[test]
        fn bold_never_shows_its_marks(text in "[a-zA-Z0-9 .,*$“”é-]{1,30}", start in 0usize..30, len in 0usize..30) {
            let (shown, tags) = view(&escape_marking(&text, &[Span::new(start, start + len)]));
            proptest::prop_assert_eq!(shown, text.split_whitespace().collect::<Vec<_>>().join(" "));
            proptest::prop_assert!(tags.iter().all(|t| t.contains("Strong")), "{tags:?}");
        }
    }
}
