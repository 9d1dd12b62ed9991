//! Verdicts on given pairs of statements, outside any article.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Engine, embed};
use crate::judge::Judge;
use crate::model::{
    Alignment, Cancel, Cancelled, Directions, Document, Origin, PublicationDate, Relation, Settings, Source, SourceId,
    Span, StatementId, StatementKind, StatementRef, Strength, Verdict,
};
use crate::neural::NeuralError;
use crate::{align, segment};

/// What is said of a given pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The verdict, [`Relation::Unrelated`] among them.
    pub verdict: Verdict,
    /// Cosine similarity of the sentence embeddings; `None` without the encoder.
    pub cosine: Option<f32>,
    /// What the entailment model says of the two texts; `None` where it was not run.
    pub entailment: Directions,
}

impl Engine {
    /// Judges each pair as if the two were the only statements of two reports published on one day. With the models,
    /// the entailment model is asked about every pair: whoever gives a pair asks about it.
    ///
    /// # Errors
    /// The outer one once `cancel` is raised, the inner one if a model is asked for and cannot be run.
    pub fn judge_pairs(
        &self,
        pairs: &[(String, String)],
        published: PublicationDate,
        settings: &Settings,
        cancel: &Cancel,
    ) -> Result<Result<Vec<PairVerdict>, NeuralError>, Cancelled> {
        let _saved_at_the_end = self.memory.save_when_dropped();
        let mut verdicts = Vec::with_capacity(pairs.len());
        for (a, b) in pairs {
            cancel.check()?;
            let sources = [lone_statement(a, published), lone_statement(b, published)];
            match self.judge_pair(&sources, settings, cancel)? {
                Ok(verdict) => verdicts.push(verdict),
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(verdicts))
    }

    fn judge_pair(
        &self,
        sources: &[Source; 2],
        settings: &Settings,
        cancel: &Cancel,
    ) -> Result<Result<PairVerdict, NeuralError>, Cancelled> {
        let embeddings = if settings.encodes() {
            match embed::embeddings(&*self.encoder, sources, cancel, &|_, _| {})? {
                Ok(embeddings) => Some(embeddings),
                Err(error) => return Ok(Err(error)),
            }
        } else {
            None
        };
        let first = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
        let asked = BTreeSet::from([(first(0), first(1))]);
        let alignments = align::align(sources, embeddings.as_ref(), &asked, cancel)?;
        let Some(&found) = alignments.first() else {
            return Ok(Ok(PairVerdict { verdict: unrelated(), cosine: None, entailment: Directions::default() }));
        };
        let judge = Judge::new(sources).without(settings.ablate);
        let mut asked = [found];
        if settings.entails()
            && let Err(error) = judge.consult(&mut asked, &*self.entailment)
        {
            return Ok(Err(error));
        }
        let [Alignment { cosine, entailment, .. }] = asked;
        Ok(Ok(PairVerdict { verdict: judge.judge(&asked[0]), cosine, entailment }))
    }
}

fn unrelated() -> Verdict {
    Verdict { relation: Relation::Unrelated, strength: Strength::Clear, confidence: 1.0, reasons: Vec::new() }
}

/// A source that says one thing: a given text is judged whole, however many sentences it has.
fn lone_statement(text: &str, published: PublicationDate) -> Source {
    let mut source = segment::structure(Arc::new(Document {
        title: String::new(),
        origin: Origin { published: Some(published), ..Origin::default() },
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    }));
    // Whoever gave the text reads the spans of the verdict in it, white space around it included.
    let whole = Span::new(0, text.len());
    if let Some(first) = source.statements.first_mut().filter(|first| first.span != whole) {
        (first.span, first.kind) = (whole, StatementKind::Sentence);
        source.statements.truncate(1);
    }
    segment::find_mentions(&mut source);
    source
}
