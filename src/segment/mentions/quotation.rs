//! Quotations and who speaks in them.
//!
//! First the marks: an opening mark is matched with its closing one, in the same statement or in one soon after; what may be
//! an apostrophe opens nothing unless a mark closes it. Then the speaker, from an attribution in the statement, in one that
//! the same quotation runs through, or in the statement before.

mod marks;

use super::attribution;
use crate::model::{Attribution, EntityKind, EntityMention, Quotation, Span};
use crate::text;

/// Quotations of each statement of a document, in reading order; the speaker may stand in a neighbouring statement.
pub(super) fn find(texts: &[&str], entities: &[Vec<EntityMention>]) -> Vec<Vec<Quotation>> {
    let pieces = marks::find(texts);
    let mut out: Vec<Vec<Quotation>> = vec![Vec::new(); texts.len()];
    let attributions: Vec<Vec<Attribution>> = texts
        .iter()
        .zip(&pieces)
        .enumerate()
        .map(|(i, (text, here))| {
            let near = !here.is_empty() || pieces.get(i + 1).is_some_and(|next| !next.is_empty());
            if near { attribution::find(text) } else { Vec::new() }
        })
        .collect();
    let context = Context { texts, entities, attributions };
    let mut last: Option<(usize, String)> = None;
    for (i, here) in pieces.iter().enumerate() {
        for piece in here {
            let said = context.in_statement(i, piece.span).or_else(|| {
                // The quotation runs on: whoever speaks where it began or where it ends speaks here.
                (piece.first..=piece.last).filter(|&j| j != i).find_map(|j| context.anyone(j))
            });
            let speaker = said.or_else(|| {
                let whole = covers(texts[i], piece.span);
                let before = i.checked_sub(1)?;
                match &last {
                    Some((at, name)) if whole && *at == before => Some(name.clone()),
                    _ if whole && texts[before].trim_end().ends_with(':') => context.anyone(before),
                    _ => None,
                }
            });
            let words = text::word_spans(piece.span.of(texts[i])).len();
            let attributed = speaker.is_some() || context.attributed(i, piece.span);
            let scare = words <= 2 && !attributed && piece.first == piece.last;
            if let Some(name) = &speaker {
                last = Some((i, name.clone()));
            }
            out[i].push(Quotation { span: piece.span, speaker, scare });
        }
    }
    out
}

/// Whether a quotation is all that a statement holds.
fn covers(text: &str, span: Span) -> bool {
    let outside = |part: &str| !part.chars().any(char::is_alphanumeric);
    outside(&text[..span.start]) && outside(&text[span.end..])
}

/// What the speaker of a quotation is looked for in.
struct Context<'a> {
    texts: &'a [&'a str],
    entities: &'a [Vec<EntityMention>],
    attributions: Vec<Vec<Attribution>>,
}

impl Context<'_> {
    /// Who is said in statement `i` to say the words at `span`.
    fn in_statement(&self, i: usize, span: Span) -> Option<String> {
        self.saying(i, span).find_map(|a| self.name(i, a))
    }

    /// Whether anybody, named or not, is said in statement `i` to say the words at `span`.
    fn attributed(&self, i: usize, span: Span) -> bool {
        self.saying(i, span).next().is_some()
    }

    fn saying(&self, i: usize, span: Span) -> impl Iterator<Item = &Attribution> {
        // Words that are themselves quoted name nobody: "I told them".
        self.attributions
            .get(i)
            .into_iter()
            .flatten()
            .filter(move |a| !span.overlaps(a.cue) && a.content.overlaps(span))
    }

    /// Who is said in statement `i` to say anything.
    fn anyone(&self, i: usize) -> Option<String> {
        self.attributions.get(i)?.iter().find(|a| !self.inside_quotation(i, a)).and_then(|a| self.name(i, a))
    }

    fn inside_quotation(&self, i: usize, attribution: &Attribution) -> bool {
        let before = &self.texts[i][..attribution.cue.start];
        before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
    }

    /// The name of the speaker of an attribution; a pronoun is resolved to the person named last before it.
    fn name(&self, i: usize, attribution: &Attribution) -> Option<String> {
        let span = attribution.speaker?;
        let words = span.of(self.texts[i]);
        match text::fold(words).as_str() {
            "he" | "she" | "who" => self.person_before(i, span.start),
            "it" | "they" | "we" | "i" | "you" | "nobody" => None,
            _ => Some(self.named(i, attribution, span).unwrap_or(words).to_owned()),
        }
    }

    /// The name among the words for a speaker: "his opposite number, Miguel Antas, admitted".
    fn named(&self, i: usize, attribution: &Attribution, speaker: Span) -> Option<&str> {
        let end = if speaker.end <= attribution.cue.start { attribution.cue.start } else { speaker.end };
        let words = Span::new(speaker.start, end);
        let text = self.texts[i];
        let owns = |e: &EntityMention| text[e.span.end..].starts_with("'s") || text[e.span.end..].starts_with("’s");
        let inside = || self.entities.get(i).into_iter().flatten().filter(|e| words.contains(e.span) && !owns(e));
        let person = inside().find(|e| e.kind == EntityKind::Person);
        person.or_else(|| inside().find(|e| e.kind == EntityKind::Organisation)).map(|e| e.span.of(text))
    }

    /// The last person named before a place in statement `i`, or in the two statements before.
    fn person_before(&self, i: usize, at: usize) -> Option<String> {
        let person = |e: &&EntityMention| e.kind == EntityKind::Person;
        let here = self.entities.get(i)?.iter().rev().filter(|e| e.span.end <= at).find(person).map(|e| (i, e));
        let (j, entity) = here.or_else(|| {
            (i.saturating_sub(2)..i).rev().find_map(|j| {
                // The subject of the statement before is meant more often than whoever else it names.
                self.entities.get(j)?.iter().find(person).map(|e| (j, e))
            })
        })?;
        Some(entity.span.of(self.texts[j]).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::super::entity;
    use super::super::table::{self, Failures, rows};

    #[test]
    fn table_of_examples() {
        let table = rows("quotation");
        assert!(table.len() >= 40, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let texts: Vec<&str> = row[0].split('¦').map(str::trim).collect();
            let entities = entity::find(&texts);
            let mut found = Vec::new();
            for (i, list) in super::find(&texts, &entities).iter().enumerate() {
                for q in list {
                    let scare = if q.scare { "~" } else { "" };
                    let speaker = q.speaker.as_deref().unwrap_or("-");
                    found.push(format!("{i}: {scare}{} @ {speaker}", q.span.of(texts[i])));
                }
            }
            failures.check(&row, &found);
        }
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_any_text(texts in proptest::collection::vec(table::any_text(), 0..5)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let entities = entity::find(&texts);
            for (text, list) in texts.iter().zip(super::find(&texts, &entities)) {
                for q in list {
                    table::in_bounds(text, q.span);
                }
            }
        }
    }
}
