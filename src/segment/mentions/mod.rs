//! Mentions: what each statement speaks of.
//!
//! Each file finds one kind and knows nothing of the others; this one runs them in order and settles overlaps. Kinds that
//! need the whole document (names and who speaks in a quotation) see all statements at once.

mod attribution;
mod bound;
mod entity;
mod hedge;
mod lexer;
mod negation;
mod noun;
mod number;
mod place;
mod quantity;
mod quotation;
mod role;
#[cfg(test)]
mod table;
mod time;
mod token;

use crate::model::{Document, EntityKind, Mentions, Statement};

/// Fills the mentions of all statements of a document that carry a claim.
pub(super) fn fill(document: &Document, statements: &mut [Statement]) {
    let published = document.origin.published;
    let texts: Vec<&str> = statements.iter().map(|s| s.span.of(&document.text)).collect();
    let entities = entity::find(&texts);
    let quotations = quotation::find(&texts, &entities);
    for (((statement, text), mut entities), quotations) in
        statements.iter_mut().zip(texts).zip(entities).zip(quotations)
    {
        if !statement.kind.carries_claim() {
            continue;
        }
        let times = time::find(text, published);
        let mut quantities = quantity::find(text);
        quantities.retain(|q| !times.iter().any(|t| t.span.overlaps(q.span)));
        let mut places = place::find(text);
        // A name that nothing shows to be a person's or an organisation's gives way to a place.
        entities.retain(|e| e.kind != EntityKind::Other || !places.iter().any(|p| p.span.overlaps(e.span)));
        places.retain(|p| !entities.iter().any(|e| e.span.overlaps(p.span)));
        statement.mentions = Mentions {
            quantities,
            times,
            places,
            entities,
            negations: negation::find(text),
            hedges: hedge::find(text),
            attributions: attribution::find(text),
            quotations,
        };
    }
    let mut places: Vec<_> = statements
        .iter_mut()
        .map(|statement| (statement.span.of(&document.text), &mut statement.mentions.places))
        .collect();
    place::settle(&mut places);
}
