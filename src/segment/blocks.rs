//! What each line of plain text is: heading, bullet, row, question, caption, byline, furniture, or running text.

use super::labels::{bullet, colon_label, is_short_value, row_label};
use super::lines::{Line, lines};
use super::sentences::{sentences, without_notes};
use super::tables::{is_head, is_row, is_rule};
use crate::model::{Block, BlockKind, Document};
use crate::text::boilerplate::{announces_other_stories, is_boilerplate, is_caption, is_key_point_header};
use crate::text::{dateline, opening};

/// A heading has at most so many words.
const HEADING_WORDS: usize = 22;

/// The blocks of a document, in order: those the format marks, refined, else those of its lines.
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    if document.blocks.is_empty() { plain(&document.text) } else { refined(&document.text, &document.blocks) }
}

/// Marked blocks are believed, but running text may turn out to be furniture, a caption or a question.
fn refined(text: &str, marked: &[Block]) -> Vec<Block> {
    let opening = opening(text, marked.first().map_or(0, |block| block.span.start));
    let mut out: Vec<Block> = Vec::with_capacity(marked.len());
    for block in marked {
        let words = block.span.of(text);
        let kind = match block.kind {
            _ if opening.apart.contains(&block.span) => BlockKind::Byline,
            BlockKind::Paragraph => match prose(words, false, None, None) {
                BlockKind::Heading => BlockKind::Paragraph,
                kind => kind,
            },
            BlockKind::Heading if words.ends_with('?') => BlockKind::Question,
            BlockKind::Heading | BlockKind::ListItem | BlockKind::Caption if is_boilerplate(words) => {
                BlockKind::Boilerplate
            }
            kind => kind,
        };
        out.push(Block { span: block.span, kind });
    }
    out
}

/// The blocks of a text without marked blocks.
fn plain(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let opening = opening(text, 0);
    let mut out: Vec<Block> = Vec::with_capacity(lines.len());
    let mut list = None;
    for (i, line) in lines.iter().enumerate() {
        let words = line.span.of(text);
        let neighbour = |step: isize| {
            let other = i.checked_add_signed(step).and_then(|j| lines.get(j))?;
            (other.group == line.group).then(|| other.span.of(text))
        };
        if list.is_some_and(|group| group != line.group) {
            list = None;
        }
        let kind = if opening.apart.contains(&line.span) {
            BlockKind::Byline
        } else if is_row(words) {
            row(words, neighbour(-1), neighbour(1))
        } else if is_key_point_header(words) && neighbour(1).is_some_and(|next| next.split_whitespace().count() > 4) {
            list = Some(line.group);
            BlockKind::Boilerplate
        } else if list.is_some() {
            BlockKind::TableRow
        } else {
            let other_stories = out.last().is_some_and(|block| {
                block.kind == BlockKind::Boilerplate && announces_other_stories(block.span.of(text))
                    || is_linked(&out, &lines, i, text)
            });
            prose(words, other_stories, neighbour(-1), neighbour(1))
        };
        out.push(Block { span: line.span, kind });
    }
    out
}

/// Whether the line goes on with a list of titles of other stories: the line before it is one, in the same group.
fn is_linked(out: &[Block], lines: &[Line], i: usize, text: &str) -> bool {
    let titles = out.iter().rev().zip(lines[..i].iter().rev());
    let before =
        titles.take_while(|(block, line)| block.kind == BlockKind::Boilerplate && line.group + 1 >= lines[i].group);
    before.take(30).any(|(block, _)| announces_other_stories(block.span.of(text)))
}

fn row(line: &str, previous: Option<&str>, next: Option<&str>) -> BlockKind {
    let first = !previous.is_some_and(|line| is_row(line) || is_rule(line));
    if is_rule(line) || first && is_head(line, next) { BlockKind::Boilerplate } else { BlockKind::TableRow }
}

/// What a line is that belongs to no table. `other_stories`: whether titles of other stories are being listed.
pub(super) fn prose(line: &str, other_stories: bool, previous: Option<&str>, next: Option<&str>) -> BlockKind {
    let item = bullet(line);
    let words = line[item.unwrap_or_default()..].trim_start();
    if is_boilerplate(words) || is_rule(line) {
        BlockKind::Boilerplate
    } else if is_caption(words) {
        BlockKind::Caption
    } else if other_stories && !ends_sentence(words) {
        BlockKind::Boilerplate
    } else if item.is_some() {
        BlockKind::ListItem
    } else if is_label_row(words, previous, next) {
        BlockKind::TableRow
    } else if words.ends_with('?') && sentences(words).len() == 1 {
        BlockKind::Question
    } else if is_heading(words) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// "Size: 18,400 acres": a label and a figure, or a label and a few words beside such a line.
fn is_label_row(line: &str, previous: Option<&str>, next: Option<&str>) -> bool {
    let has_figure = |line: &str| {
        colon_label(line).is_some_and(|label| {
            let value = &line[label.value..];
            is_short_value(value) && value.starts_with(|c: char| c.is_ascii_digit() || "$£€~".contains(c))
        })
    };
    let has_words = |line: &str| row_label(line).is_some_and(|label| is_short_value(&line[label.value..]));
    let has_name = |line: &str| colon_label(line).is_some_and(|label| is_short_value(&line[label.value..]));
    let beside = |test: &dyn Fn(&str) -> bool| [previous, next].into_iter().flatten().any(test);
    has_figure(line) || has_words(line) && beside(&has_figure) || has_name(line) && beside(&has_name)
}

fn ends_sentence(line: &str) -> bool {
    let bare = without_notes(line).trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']']);
    bare.ends_with(['.', '!', '?', '\u{2026}', ';'])
}

fn is_heading(line: &str) -> bool {
    !ends_sentence(line)
        && dateline(line).is_none()
        && line.split_whitespace().count() <= HEADING_WORDS
        && line.chars().any(char::is_alphabetic)
        && !line.starts_with(char::is_lowercase)
        && (line.split_whitespace().count() <= 14 || sentences(line).len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_article() {
        use BlockKind::{Boilerplate, Heading, ListItem, Paragraph, Question, TableRow};
        let text = "Bridge closed for repairs\n\nThe bridge was closed on Monday. It is old.\n\nWhat happens next?\n\
                    Engineers will look at it.\n\nWidth: 12 metres\nSpan: 40 metres\n\n- It was built in 1911.\n- Subscribe to our newsletter\n\n\
                    | Year | Cars |\n|---|---|\n| 2020 | 4,000 |\n\nYou may also like\n\nTen bridges to see\n\nLeave a Comment";
        let kinds: Vec<_> = plain(text).into_iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [
                Heading,
                Paragraph,
                Question,
                Paragraph,
                TableRow,
                TableRow,
                ListItem,
                Boilerplate,
                Boilerplate,
                Boilerplate,
                TableRow,
                Boilerplate,
                Boilerplate,
                Boilerplate
            ]
        );
    }
}
