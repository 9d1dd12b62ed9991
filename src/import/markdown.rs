//! Markdown: the text stays as it was read, marks included; blocks point into it.

use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::{Importer, Parsed};
use crate::model::{Block, BlockKind, Span};
use crate::text::written_date;

/// The importer of Markdown.
pub(super) struct Markdown;

impl Importer for Markdown {
    fn name(&self) -> &'static str {
        "Markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown", "mdown", "mkd"]
    }

    fn import(&self, text: String) -> Parsed {
        let mut walk = Walk { text: &text, ..Walk::default() };
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
            walk.event(&event, range);
        }
        let Walk { blocks, metadata, .. } = walk;
        let mut parsed = Parsed { blocks, ..Parsed::default() };
        for line in metadata.lines() {
            read_metadata(line, &mut parsed);
        }
        if parsed.title.is_none() {
            let heading = parsed.blocks.iter().find(|block| block.kind == BlockKind::Heading);
            parsed.title = heading.map(|block| block.span.of(&text).trim_matches(['*', '_', '`']).to_owned());
        }
        parsed.text = text;
        parsed
    }
}

/// Where the walk through the document stands.
#[derive(Default)]
struct Walk<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// Inline content seen since the last block ended.
    open: Option<Span>,
    /// Start of the list items around, innermost last; `None` once the marker has been given to a block.
    items: Vec<Option<usize>>,
    /// Whether a block is taken whole, so that what is in it does not count.
    whole: bool,
    in_metadata: bool,
    metadata: String,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle)) => {
                self.in_metadata = true;
            }
            Event::End(TagEnd::MetadataBlock(_)) => self.in_metadata = false,
            Event::Text(text) if self.in_metadata => self.metadata.push_str(text),
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => self.take_whole(range, BlockKind::Boilerplate),
            Event::Start(Tag::TableHead) => self.take_whole(range, BlockKind::Boilerplate),
            Event::Start(Tag::TableRow) => self.take_whole(range, BlockKind::TableRow),
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::TableHead | TagEnd::TableRow) => {
                self.whole = false;
            }
            _ if self.whole || self.in_metadata => {}
            Event::Start(Tag::Item) => {
                self.close(BlockKind::ListItem);
                self.items.push(Some(range.start));
            }
            Event::End(TagEnd::Item) => {
                self.close(BlockKind::ListItem);
                self.items.pop();
            }
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => self.close(BlockKind::ListItem),
            Event::End(TagEnd::Heading(_)) => self.close(BlockKind::Heading),
            Event::End(TagEnd::Paragraph) => {
                let kind = if self.items.is_empty() { BlockKind::Paragraph } else { BlockKind::ListItem };
                self.close(kind);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_)) | Event::End(_) | Event::Rule => {}
            _ => self.inline(range.into()),
        }
    }

    fn inline(&mut self, span: Span) {
        self.open = Some(self.open.map_or(span, |open| open.union(span)));
    }

    fn take_whole(&mut self, range: Range<usize>, kind: BlockKind) {
        self.close(BlockKind::Paragraph);
        self.push(range.into(), kind);
        self.whole = true;
    }

    /// Ends the block whose inline content was seen. The first block of a list item has the item's marker, too.
    fn close(&mut self, kind: BlockKind) {
        let Some(mut span) = self.open.take() else { return };
        if let Some(start) = self.items.last_mut().and_then(Option::take) {
            span.start = span.start.min(start);
        }
        self.push(span, kind);
    }

    fn push(&mut self, span: Span, kind: BlockKind) {
        let words = span.of(self.text);
        let start = span.start + (words.len() - words.trim_start().len());
        let span = Span::new(start, start + words.trim().len());
        let after_last = self.blocks.last().is_none_or(|last| last.span.end <= span.start);
        if !span.is_empty() && after_last {
            self.blocks.push(Block { span, kind });
        }
    }
}

/// One "key: value" line of the metadata at the head of the file. (Nested values are of no use here.)
fn read_metadata(line: &str, parsed: &mut Parsed) {
    let Some((key, value)) = line.split_once(':') else { return };
    let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
    if value.is_empty() {
        return;
    }
    let slot = match key.trim().to_lowercase().as_str() {
        "title" | "headline" => &mut parsed.title,
        "author" | "authors" | "byline" => &mut parsed.author,
        "publisher" | "site" | "source" | "publication" => &mut parsed.publisher,
        "url" | "canonical" | "canonical_url" | "link" | "address" => &mut parsed.address,
        "date" | "published" | "pubdate" | "date_published" => {
            parsed.published = parsed.published.or_else(|| written_date(value).map(|(_, date)| date));
            return;
        }
        _ => return,
    };
    slot.get_or_insert_with(|| value.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_point_into_the_text_as_read() {
        let text = "---\ntitle: \"Storm *shuts* harbour\"\nauthor: Ann Lee\ndate: 2025-05-02\n---\n\n# Storm shuts harbour #\n\n\
                    The *harbour* was closed\non Monday. See [more](https://example.org).\n\n- Boats **wait**\n  - nested one\n- Ferries run\n\n\
                    1. First\n\n   Second paragraph.\n\n> Quoted words.\n\n| Port | Boats |\n|------|-------|\n| Lunde | 12 |\n\n```\ncode\n```\n\n\
                    Setext\n======\n\nLast.\n";
        let parsed = Markdown.import(text.to_owned());
        let read: Vec<_> = parsed.blocks.iter().map(|block| (block.kind, block.span.of(text))).collect();
        assert_eq!(
            read,
            [
                (BlockKind::Heading, "Storm shuts harbour"),
                (BlockKind::Paragraph, "The *harbour* was closed\non Monday. See [more](https://example.org)."),
                (BlockKind::ListItem, "- Boats **wait**"),
                (BlockKind::ListItem, "- nested one"),
                (BlockKind::ListItem, "- Ferries run"),
                (BlockKind::ListItem, "1. First"),
                (BlockKind::ListItem, "Second paragraph."),
                (BlockKind::Paragraph, "Quoted words."),
                (BlockKind::Boilerplate, "| Port | Boats |"),
                (BlockKind::TableRow, "| Lunde | 12 |"),
                (BlockKind::Boilerplate, "```\ncode\n```"),
                (BlockKind::Heading, "Setext"),
                (BlockKind::Paragraph, "Last."),
            ]
        );
        assert_eq!(parsed.title.as_deref(), Some("Storm *shuts* harbour"));
        assert_eq!(
            (parsed.author.as_deref(), parsed.published),
            (Some("Ann Lee"), Some(jiff::civil::date(2025, 5, 2)))
        );
    }
}
