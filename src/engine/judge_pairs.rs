//! Verdicts on given pairs of statements, outside any article.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Engine, embed};
use crate::judge::Judge;
use crate::model::{
    Cancel, Cancelled, Document, Origin, PublicationDate, Relation, Settings, Source, SourceId, StatementId,
    StatementRef, Strength, Verdict,
};
use crate::neural::NeuralError;
use crate::{align, segment};

/// What is said of a given pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The verdict, [`Relation::Unrelated`] among them.
    pub verdict: Verdict,
    /// Cosine similarity of the sentence embeddings; `None` without the model.
    pub cosine: Option<f32>,
}

impl Engine {
    /// Judges each pair as if the two were the only statements of two reports published on one day.
    ///
    /// # Errors
    /// The outer one once `cancel` is raised, the inner one if the model is asked for and cannot be run.
    pub fn judge_pairs(
        &self,
        pairs: &[(String, String)],
        published: PublicationDate,
        settings: &Settings,
        cancel: &Cancel,
    ) -> Result<Result<Vec<PairVerdict>, NeuralError>, Cancelled> {
        let mut verdicts = Vec::with_capacity(pairs.len());
        for (a, b) in pairs {
            let sources = [lone_statement(a, published), lone_statement(b, published)];
            let embeddings = if settings.use_model {
                let encoded = match self.encoder() {
                    Ok(encoder) => embed::embeddings(&*encoder, &sources, cancel, &|_, _| {})?,
                    Err(error) => Err(error),
                };
                match encoded {
                    Ok(embeddings) => Some(embeddings),
                    Err(error) => return Ok(Err(error)),
                }
            } else {
                None
            };
            let judge = Judge::new(&sources);
            let first = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
            let asked = BTreeSet::from([(first(0), first(1))]);
            verdicts.push(match align::align(&sources, embeddings.as_ref(), &asked, cancel)?.first() {
                Some(found) => PairVerdict { verdict: judge.judge(found), cosine: found.cosine },
                None => PairVerdict { verdict: unrelated(), cosine: None },
            });
        }
        Ok(Ok(verdicts))
    }
}

fn unrelated() -> Verdict {
    Verdict { relation: Relation::Unrelated, strength: Strength::Clear, confidence: 1.0, findings: Vec::new() }
}

fn lone_statement(text: &str, published: PublicationDate) -> Source {
    segment::segment(Arc::new(Document {
        title: String::new(),
        origin: Origin { published: Some(published), ..Origin::default() },
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    }))
}
