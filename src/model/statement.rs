//! Statements: the units that are aligned and judged.

use serde::{Deserialize, Serialize};

use super::{Block, Document, Mentions, Span};
use std::sync::Arc;

/// Index of a source in its comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceId(pub u32);

impl SourceId {
    /// The letter the reader sees: A, B, … Z, AA, AB, …
    pub fn letter(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.0 + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

/// Index of a statement in its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StatementId(pub u32);

/// Names one statement of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StatementRef {
    /// The source.
    pub source: SourceId,
    /// The statement in it.
    pub statement: StatementId,
}

/// A document with the structure that [`segment`](crate::segment) found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The text and its provenance.
    pub document: Arc<Document>,
    /// All blocks, in reading order, not overlapping; what lies between them is white space or markup.
    pub blocks: Vec<Block>,
    /// All statements, in reading order; `StatementId` is the index.
    pub statements: Vec<Statement>,
}

impl Source {
    /// The words of a statement, exactly as they stand in the document.
    pub fn text_of(&self, statement: &Statement) -> &str {
        statement.span.of(&self.document.text)
    }

    /// The number of the paragraph a statement stands in, counted from 1 as a reader counts: headings, list items and
    /// every other block are counted, too.
    pub fn paragraph_of(&self, statement: &Statement) -> u32 {
        statement.block + 1
    }
}

/// One sentence, heading, list item, …: a slice of its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its index in the source.
    pub id: StatementId,
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is; decides whether it can carry a claim.
    pub kind: StatementKind,
    /// Index of its block in [`Source::blocks`].
    pub block: u32,
    /// A leading label or bullet ("Location of Talks", "•"), in the statement.
    pub label: Option<Span>,
    /// What it speaks of. All spans in it point into the statement.
    pub mentions: Mentions,
}

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// A sentence of running text.
    Sentence,
    /// A title or heading.
    Heading,
    /// A point of a list.
    ListItem,
    /// A row of a table or a "label value" line.
    TableCell,
    /// Words that go with a picture.
    Caption,
    /// A question; asks, and so claims nothing.
    Question,
    /// Page furniture and bylines.
    Boilerplate,
}

impl StatementKind {
    /// Whether statements of this kind are aligned and judged.
    pub fn carries_claim(self) -> bool {
        !matches!(self, Self::Question | Self::Boilerplate)
    }
}

#[cfg(test)]
mod tests {
    use super::SourceId;

    #[test]
    fn letters_go_on_after_z() {
        let letters = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(|i| SourceId(i).letter());
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
