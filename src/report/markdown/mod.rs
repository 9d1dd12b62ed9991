//! Markdown for people: what is disputed first, each dispute once with all its quotations and the reason.
//!
//! Everything that comes from a source or from the reader passes through [`escape`], so the structure of a report
//! depends on what was found and never on what an article says.

mod accords;
mod contrasts;
mod matrix;
mod sources;
mod timeline;

use super::escape::{escape, escape_marking};
use super::phrases::{counted, long_date};
use super::view::Quote;
use super::{ReportFormat, View};

/// See the [module](self).
pub(super) struct Markdown;

impl ReportFormat for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn title(&self) -> &'static str {
        "Markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn description(&self) -> &'static str {
        "a report for people, with quotations and reasons"
    }

    fn gives_context(&self) -> bool {
        true
    }

    fn text(&self, view: &View<'_>) -> String {
        let whole = !view.options.scope.is_differences();
        let page = Page { view };
        let mut out = String::new();
        page.title(&mut out);
        page.sources(&mut out);
        page.warnings(&mut out);
        page.summary(&mut out);
        page.contradictions(&mut out);
        page.contradictions_within(&mut out);
        page.matrix(&mut out);
        page.timeline(&mut out);
        if whole {
            page.echo(&mut out);
            page.agreements(&mut out);
            page.compatible(&mut out);
            page.only_here(&mut out);
        }
        page.dismissed(&mut out);
        page.notes(&mut out);
        page.files(&mut out);
        page.colophon(&mut out);
        out
    }
}

/// A report that is being written.
struct Page<'v, 'a> {
    view: &'v View<'a>,
}

impl Page<'_, '_> {
    fn title(&self, out: &mut String) {
        *out += &format!("# Comparison of {}\n", counted(self.view.sources.len(), "report", "reports"));
        *out += &format!("\nMade on {} with Counterpoint.", long_date(self.view.options.date));
        for remark in self.view.left_out() {
            *out += &format!(" {remark}");
        }
        *out += "\n";
    }

    fn warnings(&self, out: &mut String) {
        let warnings = self.view.warnings();
        if warnings.is_empty() {
            return;
        }
        *out += "\n## Warnings\n\n";
        for warning in warnings {
            *out += &format!("- {}\n", escape(&warning));
        }
    }

    /// What was found, counted as it is told below; then what becomes of the statements of each source.
    fn summary(&self, out: &mut String) {
        *out += "\n## Summary\n\n";
        for line in self.view.in_short() {
            *out += &format!("- {line}\n");
        }
        *out += "\n| Source | Statements | Contradicted | Possibly contradicted | Agreed with | Only in this source |\n\
                 |:--|--:|--:|--:|--:|--:|\n";
        for &id in &self.view.sources {
            let counts = self.view.counts(id).map(|count| count.to_string());
            *out += &format!("| {} | {} |\n", id.letter(), counts.join(" | "));
        }
    }

    /// A quotation with its place and, if the report gives context, its neighbours; every line but the first is begun
    /// with `indent`.
    fn quotation(&self, quote: &Quote, indent: &str) -> String {
        let mut lines = vec![format!("**{}:** {}", quote.place(), escape_marking(quote.words, &quote.marks))];
        for (name, words) in [("Before it", quote.before), ("After it", quote.after)] {
            lines.extend(words.map(|words| format!("{name}: {}", escape(words))));
        }
        lines.join(&format!("  \n{indent}"))
    }

    fn colophon(&self, out: &mut String) {
        *out += &format!("\n---\n\nCounterpoint {}: {}\n", env!("CARGO_PKG_VERSION"), self.view.colophon());
    }
}
