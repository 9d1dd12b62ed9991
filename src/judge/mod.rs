//! Alignments to findings to verdicts: the same-event gate, then one checker a file, then [`combine`].

mod combine;

pub use combine::combine;

use crate::model::{Alignment, Source, Verdict};

/// Judges one alignment.
pub fn judge(_sources: &[Source], alignment: &Alignment) -> Verdict {
    combine(alignment, Vec::new())
}
