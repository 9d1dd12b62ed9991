//! Words: tokens, folding and stems.
//!
//! [`words()`] is the one tokenizer of the program (the encoder's own sub-word tokenizer aside): similarity, mentions and
//! word diffs all speak of the same words. [`diff()`] tells which of them only one of two texts has. [`opening()`] reads what stands above an article (title, byline, date), [`dateline()`]
//! what stands before its first words; import takes provenance from them, segment keeps them apart.

pub mod boilerplate;
mod dateline;
mod diff;
mod fold;
mod opening;
mod words;
mod written_date;

pub use dateline::{Dateline, dateline};
pub use diff::{WordDiff, diff};
pub use fold::fold;
pub use opening::{Filed, Opening, opening};
pub use words::{Word, stem, word_spans, words};
pub use written_date::{written_date, written_day};
