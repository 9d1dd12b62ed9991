//! Plain text to lines: what a person would call a line, with hard-wrapped lines joined.

use super::sentences::trimmed;
use crate::model::Span;

/// One line of text, or several that a fixed width broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Without the white space around it.
    pub(super) span: Span,
    /// Number of its group; groups are parted by blank lines.
    pub(super) group: usize,
}

/// No text is wrapped wider than this, in characters.
const WIDEST: usize = 100;
/// Nor narrower.
const NARROWEST: usize = 50;

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let (mut number, mut at) = (0, 0);
    for raw in text.split_inclusive('\n').chain(std::iter::once("")) {
        let span = trimmed(text, Span::new(at, at + raw.len()));
        at += raw.len();
        if !span.is_empty() {
            group.push(span);
        } else if !group.is_empty() {
            out.extend(unwrapped(text, &group).into_iter().map(|span| Line { span, group: number }));
            group.clear();
            number += 1;
        }
    }
    out
}

/// Joins the lines of a group where a line ended only because the next word did not fit.
fn unwrapped(text: &str, group: &[Span]) -> Vec<Span> {
    let width = |span: &Span| span.of(text).chars().count();
    let widest = group.iter().map(width).max().unwrap_or_default();
    if !(NARROWEST..=WIDEST).contains(&widest) || group.iter().any(|span| stands_alone(span.of(text))) {
        return group.to_vec();
    }
    let fits = |line: &Span, next: &Span| {
        let first_word = next.of(text).split_whitespace().next().unwrap_or_default().chars().count();
        width(line) + 1 + first_word <= widest.saturating_sub(2)
    };
    let runs_on = |line: &Span, next: &Span| {
        !line.of(text).ends_with(['.', '!', '?', '"', '\u{201d}', ':']) || next.of(text).starts_with(char::is_lowercase)
    };
    let wrapped = group.windows(2).all(|pair| !fits(&pair[0], &pair[1]))
        && group.windows(2).any(|pair| runs_on(&pair[0], &pair[1]))
        && group.len() > 1;
    if !wrapped {
        return group.to_vec();
    }
    group.first().zip(group.last()).map(|(first, last)| vec![first.union(*last)]).unwrap_or_default()
}

fn stands_alone(line: &str) -> bool {
    super::labels::bullet(line).is_some() || line.starts_with('|') || crate::text::boilerplate::is_boilerplate(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        lines(text).into_iter().map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn wrapped_lines_are_one() {
        let text = "The bridge over the river was closed on Monday after\ninspectors found cracks in two of its main supports.\n";
        assert_eq!(read(text), [text.trim()]);
    }

    #[test]
    fn short_lines_stay() {
        let text = "The Lowland Post\r\nBridge closed\r\n\r\nIt will open in May.";
        assert_eq!(read(text), ["The Lowland Post", "Bridge closed", "It will open in May."]);
        assert_eq!(lines(text)[2].group, 1);
    }
}
