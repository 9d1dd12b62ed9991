//! Text of a source as HTML that shows exactly this text and nothing else.

use super::super::escape::is_direction_control;
use crate::model::Span;

/// `text` with white space folded, fit for the content of an element and for a quoted attribute. Control characters and
/// those that turn the direction of text are shown by their number.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push(&mut out, text);
    out.trim_end().to_owned()
}

/// As [`text`], with the words at `marks` (ascending, not touching) in `<mark>`.
pub(super) fn marked(text: &str, marks: &[Span]) -> String {
    let (mut out, mut done) = (String::with_capacity(2 * text.len()), 0);
    for mark in marks {
        let words = mark.of(text);
        if words.trim().is_empty() || mark.start < done {
            continue;
        }
        push(&mut out, &text[done..mark.start]);
        if words.starts_with(char::is_whitespace) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        out += "<mark>";
        push(&mut out, words.trim());
        out += "</mark>";
        if words.ends_with(char::is_whitespace) {
            out.push(' ');
        }
        done = mark.end;
    }
    push(&mut out, &text[done..]);
    out.trim_end().to_owned()
}

/// Appends text; white space becomes one space, and none at the start or after another.
fn push(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '"' => *out += "&quot;",
            '\'' => *out += "&#39;",
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if c.is_control() || is_direction_control(c) => *out += &format!("[U+{:04X}]", u32::from(c)),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_comes_out_as_text() {
        assert_eq!(
            text("<script>alert('x') & \"y\"</script>"),
            "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;"
        );
        assert_eq!(text(" a\n\tb\u{202E}c\0 "), "a b[U+202E]c[U+0000]");
    }

    #[test]
    fn marks_stand_around_words() {
        let spans = |all: &[(usize, usize)]| all.iter().map(|&(a, b)| Span::new(a, b)).collect::<Vec<_>>();
        assert_eq!(marked("in Moscow now", &spans(&[(2, 9)])), "in <mark>Moscow</mark> now");
        assert_eq!(marked("in Moscow now", &spans(&[(0, 2), (3, 10)])), "<mark>in</mark> <mark>Moscow</mark> now");
        assert_eq!(marked("<b>", &spans(&[(0, 1), (9, 12)])), "<mark>&lt;</mark>b&gt;");
        assert_eq!(marked("née", &spans(&[(2, 3)])), "née", "off a character's boundary");
    }
}
