//! Verdicts on given pairs of statements, outside any article.

use std::sync::Arc;

use super::Engine;
use crate::model::{Cancel, Cancelled, Document, Origin, Settings, Source, Strength, Verdict};
use crate::{align, judge, model::Relation, segment};

/// What is said of a given pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The verdict, [`Relation::Unrelated`] among them.
    pub verdict: Verdict,
    /// Cosine similarity of the sentence embeddings; `None` without the model.
    pub cosine: Option<f32>,
}

impl Engine {
    /// Judges each pair as if the two were the only statements of two reports.
    ///
    /// # Errors
    /// [`Cancelled`] once `cancel` is raised.
    pub fn judge_pairs(
        &self,
        pairs: &[(String, String)],
        _settings: &Settings,
        cancel: &Cancel,
    ) -> Result<Vec<PairVerdict>, Cancelled> {
        pairs
            .iter()
            .map(|(a, b)| {
                let sources = [lone_statement(a), lone_statement(b)];
                let alignment = align::align(&sources, None, cancel)?.into_iter().next();
                Ok(match alignment {
                    Some(found) => PairVerdict { verdict: judge::judge(&sources, &found), cosine: found.cosine },
                    None => PairVerdict { verdict: unrelated(), cosine: None },
                })
            })
            .collect()
    }
}

fn unrelated() -> Verdict {
    Verdict { relation: Relation::Unrelated, strength: Strength::Clear, confidence: 1.0, findings: Vec::new() }
}

fn lone_statement(text: &str) -> Source {
    segment::segment(Arc::new(Document {
        title: String::new(),
        origin: Origin::default(),
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    }))
}
