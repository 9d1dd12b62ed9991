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
    let mut source = structure(document);
    find_mentions(&mut source);
    source
}

/// The first half of [`segment`]: blocks and statements, without mentions.
pub fn structure(document: Arc<Document>) -> Source {
    let blocks = blocks::blocks(&document);
    let statements = statements::statements(&document.text, &blocks);
    Source { document, blocks, statements }
}

/// The second half of [`segment`]: what the statements speak of.
pub fn find_mentions(source: &mut Source) {
    mentions::fill(&source.document, &mut source.statements);
}
