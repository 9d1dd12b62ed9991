//! Verdicts on given pairs of statements, outside any article.

use std::sync::Arc;

use super::{Engine, embed, read};
use crate::judge::{self, Judge};
use crate::model::{
    Alignment, Answers, Cancel, Cancelled, Document, Origin, PublicationDate, Settings, Source, SourceId, Span,
    StatementId, StatementKind, StatementRef, Verdict,
};
use crate::neural::NeuralError;
use crate::{align, segment};

/// What is said of a given pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The verdict; the two may be unrelated, too.
    pub verdict: Verdict,
    /// Cosine similarity of the sentence embeddings; `None` without the encoder.
    pub cosine: Option<f32>,
    /// What the relation model says of the two texts; `None` where it was not run.
    pub answers: Answers,
}

impl Engine {
    /// Judges each pair as if the two were the only statements of two reports published on one day. With the models,
    /// the relation model is asked about every pair: whoever gives a pair asks about it.
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
        let found = align::candidates(sources, embeddings.as_ref(), cancel)?.into_iter().next();
        let (similarity, cosine) =
            found.map_or((0.0, None), |found| (found.alignment.similarity, found.alignment.cosine));
        let judge = Judge::new(sources).without(settings.ablate);
        let mut alignment =
            Alignment { cosine, dissent: judge::EXPECTED_DISSENT, ..Alignment::new(first(0), first(1), similarity) };
        if settings.reads() {
            let read = read::both_orders(&*self.relation, &[judge.passages(&alignment)]).and_then(|answers| {
                alignment.answers = answers.into_iter().next().unwrap_or_default();
                judge.find_words(&mut alignment, &*self.relation)
            });
            if let Err(error) = read {
                return Ok(Err(error));
            }
        }
        let Alignment { cosine, answers, .. } = alignment;
        Ok(Ok(PairVerdict { verdict: judge.judge(&alignment), cosine, answers }))
    }
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
