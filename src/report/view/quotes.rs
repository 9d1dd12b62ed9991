//! Words of a source as a report quotes them.

use super::View;
use crate::model::{Span, StatementKind, StatementRef, Strength};

/// A statement, where it stands, and the words of it that decide.
#[derive(Clone, Debug)]
pub(crate) struct Quote<'a> {
    /// The statement.
    pub(crate) at: StatementRef,
    /// The paragraph it stands in, counted from 1.
    pub(crate) paragraph: u32,
    /// Its words, without a bullet.
    pub(crate) words: &'a str,
    /// The words that decide: ascending, parted by at least a character, in [`Quote::words`].
    pub(crate) marks: Vec<Span>,
    /// How surely it differs or agrees, where it is one of several.
    pub(crate) strength: Strength,
    /// The sentence before it, if the report gives context.
    pub(crate) before: Option<&'a str>,
    /// The sentence after it, if the report gives context.
    pub(crate) after: Option<&'a str>,
}

impl Quote<'_> {
    /// Where it stands, as a reader finds it: "A, paragraph 3".
    pub(crate) fn place(&self) -> String {
        format!("{}, paragraph {}", self.at.source.letter(), self.paragraph)
    }
}

impl<'a> View<'a> {
    /// A statement as a quotation, with these words of it marked (spans in the statement).
    pub(crate) fn quote(&self, at: StatementRef, marks: impl IntoIterator<Item = Span>) -> Quote<'a> {
        let (words, skipped) = self.words(at);
        let neighbour = |by: i64| self.options.context.then(|| self.neighbour(at, by)).flatten();
        Quote {
            at,
            paragraph: self.paragraph(at),
            words,
            marks: merged(marks.into_iter().map(|mark| {
                let inside = |byte: usize| byte.max(skipped) - skipped;
                Span::new(inside(mark.start), inside(mark.end))
            })),
            strength: Strength::Clear,
            before: neighbour(-1),
            after: neighbour(1),
        }
    }

    /// The paragraph a statement stands in, counted from 1.
    pub(crate) fn paragraph(&self, at: StatementRef) -> u32 {
        self.comparison.source(at.source).paragraph_of(self.comparison.statement(at))
    }

    /// The words of a statement without its bullet, and how many bytes that leaves out.
    pub(crate) fn words(&self, at: StatementRef) -> (&'a str, usize) {
        let text = self.comparison.text(at);
        let bullet = self.comparison.statement(at).label.filter(|l| !l.of(text).contains(char::is_alphanumeric));
        let skipped = bullet.map_or(0, |bullet| bullet.end.min(text.len()));
        (text.get(skipped..).unwrap_or(text), skipped)
    }

    /// The statement next to another, unless it is page furniture or a heading, which is no context of a sentence.
    fn neighbour(&self, at: StatementRef, by: i64) -> Option<&'a str> {
        let source = self.comparison.source(at.source);
        let index = usize::try_from(i64::from(at.statement.0) + by).ok()?;
        let next = source.statements.get(index)?;
        let told = !matches!(next.kind, StatementKind::Boilerplate | StatementKind::Heading);
        told.then(|| self.words(StatementRef { source: at.source, statement: next.id }).0)
    }
}

/// Spans in order, those that touch or overlap made one; empty ones are gone.
pub(super) fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.filter(|span| !span.is_empty()).collect();
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut() {
            Some(last) if span.start <= last.end => *last = last.union(span),
            _ => all.push(span),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_touch_are_one() {
        let spans = [(4, 6), (0, 2), (2, 3), (5, 9), (9, 9)].map(|(a, b)| Span::new(a, b));
        assert_eq!(merged(spans.into_iter()), [Span::new(0, 3), Span::new(4, 9)]);
    }
}
