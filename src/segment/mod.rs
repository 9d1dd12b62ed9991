//! Document to statements.
//!
//! ```text
//! text -> lines (hard-wrapped ones joined) -> blocks (what each line is) -> statements (sentences, rows, labels) -> mentions
//! ```
//!
//! [`blocks`] decides what can carry a claim, by the shape of a line, its neighbours, and the patterns of
//! `resources/lexicon/boilerplate.txt`; blocks that the format itself marks are only refined. [`sentences`] finds where
//! sentences end. Everything stays readable: blocks cover all text but white space and markup.

mod blocks;
mod labels;
mod lines;
mod mentions;
mod sentences;
mod statements;
mod tables;

use std::sync::Arc;

use crate::model::{Document, Source};

/// Finds the statements of a document and what they speak of. Never fails: what it cannot make sense of stays readable.
pub fn segment(document: Arc<Document>) -> Source {
    let blocks = blocks::blocks(&document);
    let mut statements = statements::statements(&document.text, &blocks);
    mentions::fill(&document, &mut statements);
    Source { document, blocks, statements }
}
