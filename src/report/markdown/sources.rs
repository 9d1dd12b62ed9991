//! The sources with their provenance, and what only one of them says.

use super::super::escape::escape;
use super::{View, long_date};
use crate::model::{DateBasis, PublicationDate, Source, SourceId};

impl View<'_> {
    pub(super) fn sources(&self, out: &mut String) {
        *out += "\n## Sources\n";
        for (i, source) in self.comparison.sources.iter().enumerate() {
            *out += &format!("\n### {}: {}\n\n", SourceId(i as u32).letter(), escape(&source.document.title));
            for (name, value) in provenance(source) {
                *out += &format!("- {name}: {value}\n");
            }
        }
    }

    pub(super) fn only_here(&self, out: &mut String) {
        *out += "\n## Only in one source\n";
        for (i, source) in self.comparison.sources.iter().enumerate() {
            let id = SourceId(i as u32);
            *out += &format!("\n### Only in {}\n\n", id.letter());
            if !source.document.is_english() {
                *out += "Not judged: the text is not in English.\n";
                continue;
            }
            let only = self.comparison.only_here(id, self.review);
            if only.is_empty() {
                *out += "Nothing.\n";
            }
            for at in only {
                let paragraph = source.paragraph_of(self.comparison.statement(at));
                *out += &format!("- Paragraph {paragraph}: {}\n", escape(self.words(at).0));
            }
        }
    }
}

/// What is known of a source, escaped.
fn provenance(source: &Source) -> Vec<(&'static str, String)> {
    let origin = &source.document.origin;
    let known = [
        ("Publisher", origin.publisher.as_deref().map(escape)),
        ("Author", origin.author.as_deref().map(escape)),
        ("Published", origin.published.map(published)),
        ("Address", origin.address.as_deref().map(escape)),
        ("File", Some(format!("{} ({} bytes)", escape(&origin.file_name), origin.bytes))),
        ("SHA-256", Some(escape(&origin.sha256))),
    ];
    known.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn published(date: PublicationDate) -> String {
    let basis = match date.basis {
        DateBasis::Reader => "set by the reader",
        DateBasis::Metadata => "as the source says",
        DateBasis::FileModified => "assumed: the date of the file",
        DateBasis::Today => "assumed: the day it was opened",
    };
    format!("{} ({basis})", long_date(date.date))
}
