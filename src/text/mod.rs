//! Words: tokens, folding and stems.
//!
//! [`words`] is the one tokenizer of the program (the encoder's own sub-word tokenizer aside): similarity, mentions and
//! word diffs all speak of the same words.

mod fold;
mod opening;
mod words;

pub use fold::fold;
pub use opening::{Opening, opening};
pub use words::{Word, stem, word_spans, words};
