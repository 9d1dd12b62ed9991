//! Statements to alignments: candidates, similarity, matching.

use crate::model::{Alignment, Cancel, Cancelled, Source, SourceId, StatementRef};

/// Vectors of the statements of each source, in order, as [`SentenceEncoder`](crate::neural::SentenceEncoder) gives them;
/// empty vectors for statements that carry no claim.
pub type Embeddings = Vec<Vec<Vec<f32>>>;

/// Aligns every two sources. The result does not depend on the number of threads.
///
/// # Errors
/// [`Cancelled`] once `cancel` is raised.
pub fn align(
    sources: &[Source],
    _embeddings: Option<&Embeddings>,
    cancel: &Cancel,
) -> Result<Vec<Alignment>, Cancelled> {
    let mut alignments = Vec::new();
    for (i, a) in sources.iter().enumerate() {
        for (j, b) in sources.iter().enumerate().skip(i + 1) {
            cancel.check()?;
            for x in &a.statements {
                for y in &b.statements {
                    let words = |s: &str| {
                        s.to_lowercase()
                            .split_whitespace()
                            .map(str::to_owned)
                            .collect::<std::collections::BTreeSet<_>>()
                    };
                    let (p, q) = (words(a.text_of(x)), words(b.text_of(y)));
                    let similarity = p.intersection(&q).count() as f32 / p.union(&q).count() as f32;
                    if similarity > 0.3 {
                        alignments.push(Alignment {
                            left: StatementRef { source: SourceId(i as u32), statement: x.id },
                            right: StatementRef { source: SourceId(j as u32), statement: y.id },
                            similarity,
                            cosine: None,
                        });
                    }
                }
            }
        }
    }
    Ok(alignments)
}
