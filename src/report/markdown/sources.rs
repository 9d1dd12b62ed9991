//! The sources with their provenance, which of them carry the same copy, and what only one of them says.

use super::super::escape::escape;
use super::super::phrases::published;
use super::Page;
use crate::model::Source;

impl Page<'_, '_> {
    /// A line a source: what a reader needs to know it by.
    pub(super) fn sources(&self, out: &mut String) {
        *out += "\n## Sources\n\n";
        for &id in &self.view.sources {
            let source = self.view.comparison.source(id);
            let origin = &source.document.origin;
            let known = [
                origin.publisher.as_deref().map(escape),
                origin.author.as_deref().map(|author| format!("by {}", escape(author))),
                origin.published.map(published),
                Some(escape(&origin.file_name)),
            ];
            let known: Vec<String> = known.into_iter().flatten().collect();
            *out += &format!("- **{}:** {}  \n  {}\n", id.letter(), escape(&source.document.title), known.join("; "));
        }
    }

    /// What it takes to check that a file is the one that was read.
    pub(super) fn files(&self, out: &mut String) {
        *out += "\n## Files\n\n";
        for &id in &self.view.sources {
            let source = self.view.comparison.source(id);
            *out += &format!("- **{}:** {}\n", id.letter(), provenance(source).join("  \n  "));
        }
    }

    pub(super) fn echo(&self, out: &mut String) {
        for (index, (letters, passages)) in self.view.copies().into_iter().enumerate() {
            if index == 0 {
                *out += "\n## The same copy\n\nSources that carry the same passages in nearly the same words. They count \
                         as one.\n";
            }
            *out += &format!("\n### {letters}\n");
            for passage in passages {
                let lines: Vec<String> = passage.iter().map(|quote| self.quotation(quote, "  ")).collect();
                *out += &format!("\n- {}\n", lines.join("  \n  "));
            }
        }
    }

    pub(super) fn only_here(&self, out: &mut String) {
        *out += "\n## Only in one source\n";
        for &id in &self.view.sources {
            *out += &format!("\n### Only in {}\n\n", id.letter());
            if !self.view.comparison.source(id).document.is_english() {
                *out += "Not judged: the text is not in English.\n";
                continue;
            }
            let only = self.view.comparison.only_here(id, self.view.review);
            if only.is_empty() {
                *out += "Nothing.\n";
            }
            for at in only {
                *out += &format!("- Paragraph {}: {}\n", self.view.paragraph(at), escape(self.view.words(at).0));
            }
        }
    }
}

/// Where a source was read from, escaped.
fn provenance(source: &Source) -> Vec<String> {
    let origin = &source.document.origin;
    let mut lines = vec![format!("{} ({} bytes)", escape(&origin.file_name), origin.bytes)];
    lines.extend(origin.address.as_deref().map(escape));
    lines.push(format!("SHA-256 {}", escape(&origin.sha256)));
    lines
}
