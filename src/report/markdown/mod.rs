//! Markdown for people: contradictions first, each with both quotations and the reason.
//!
//! Everything that comes from a source or from the reader passes through [`escape`], so the structure of a report
//! depends on what was found and never on what an article says.

mod pairs;
mod sources;

use super::escape::escape;
use super::{Options, ReportFormat, warnings};
use crate::model::{Comparison, Pair, Relation, Review, Ruling, SourceId, Standing, Strength};

/// See the [module](self).
pub(super) struct Markdown;

impl ReportFormat for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn description(&self) -> &'static str {
        "a report for people, with quotations and reasons"
    }

    fn render(&self, comparison: &Comparison, review: &Review, options: &Options) -> String {
        let view = View::new(comparison, review);
        let mut out = String::new();
        view.title(&mut out, options);
        view.sources(&mut out);
        view.warnings(&mut out);
        view.summary(&mut out);
        view.contradictions(&mut out);
        view.agreements(&mut out);
        view.related(&mut out);
        view.only_here(&mut out);
        view.dismissed(&mut out);
        view.notes(&mut out);
        view.colophon(&mut out);
        out
    }
}

/// The comparison as the reader left it.
struct View<'a> {
    comparison: &'a Comparison,
    review: &'a Review,
    pairs: Vec<(&'a Pair, Standing<'a>)>,
}

impl<'a> View<'a> {
    fn new(comparison: &'a Comparison, review: &'a Review) -> Self {
        let pairs = comparison.pairs.iter().map(|pair| (pair, comparison.standing(pair, review))).collect();
        Self { comparison, review, pairs }
    }

    /// Pairs that stand so, in reading order.
    fn standing(&self, relation: Relation, strength: Strength) -> impl Iterator<Item = (&'a Pair, Standing<'a>)> + '_ {
        self.pairs.iter().copied().filter(move |(_, s)| s.relation == Some(relation) && s.strength == strength)
    }

    fn title(&self, out: &mut String, options: &Options) {
        let count = self.comparison.sources.len();
        let noun = if count == 1 { "report" } else { "reports" };
        *out += &format!("# Comparison of {count} {noun}\n\nMade on {} with Counterpoint.\n", long_date(options.date));
    }

    fn warnings(&self, out: &mut String) {
        let warnings = warnings(self.comparison);
        if warnings.is_empty() {
            return;
        }
        *out += "\n## Warnings\n\n";
        for warning in warnings {
            *out += &format!("- {}\n", escape(&warning));
        }
    }

    /// One row for every two sources, then what only one source says.
    fn summary(&self, out: &mut String) {
        *out += "\n## Summary\n\n\
                 | Sources | Contradictions | Possible contradictions | Agreements | Possible agreements |\n\
                 |:--|--:|--:|--:|--:|\n";
        let columns = [
            (Relation::Contradiction, Strength::Clear),
            (Relation::Contradiction, Strength::Possible),
            (Relation::Agreement, Strength::Clear),
            (Relation::Agreement, Strength::Possible),
        ];
        let ids: Vec<SourceId> = (0..self.comparison.sources.len() as u32).map(SourceId).collect();
        for (i, &a) in ids.iter().enumerate() {
            for &b in &ids[i + 1..] {
                let between = |pair: &Pair| (pair.alignment.left.source, pair.alignment.right.source);
                let counts = columns.map(|(relation, strength)| {
                    let met = |pair: &Pair| between(pair) == (a, b) || between(pair) == (b, a);
                    self.standing(relation, strength).filter(|(pair, _)| met(pair)).count().to_string()
                });
                *out += &format!("| {} and {} | {} |\n", a.letter(), b.letter(), counts.join(" | "));
            }
        }
        *out += "\nStatements that make a claim, and how many of them have no counterpart in any other source:\n\n\
                 | Source | Statements | Only in this source |\n|:--|--:|--:|\n";
        for &id in &ids {
            let statements = self.comparison.source(id).statements.iter();
            let claims = statements.filter(|s| s.kind.carries_claim()).count();
            let only = self.comparison.only_here(id, self.review).len();
            *out += &format!("| {} | {claims} | {only} |\n", id.letter());
        }
    }

    fn colophon(&self, out: &mut String) {
        let model = if self.comparison.settings.use_model {
            "statements were aligned by shared words and by the sentence encoder, and judged with the entailment model"
        } else {
            "statements were aligned by shared words alone, without the sentence encoder and the entailment model"
        };
        *out += &format!(
            "\n---\n\nCounterpoint {}: {model}. Letters and paragraph numbers point into the files named above; every \
             block of a text counts as a paragraph, headings and list items too. Quotations are given word for word. \
             What the program found was not checked by a person unless it says so.\n",
            env!("CARGO_PKG_VERSION")
        );
    }
}

/// "2 December 2025".
fn long_date(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// How the reader ruled, for the line below a pair.
fn ruling_words(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Confirmed => "confirmed by the reader",
        Ruling::Dismissed => "dismissed by the reader",
        Ruling::Relabelled(Relation::Contradiction) => "called a contradiction by the reader",
        Ruling::Relabelled(Relation::Agreement) => "called an agreement by the reader",
        Ruling::Relabelled(Relation::Related) => "called related by the reader",
        Ruling::Relabelled(Relation::Unrelated) => "called unrelated by the reader",
    }
}
