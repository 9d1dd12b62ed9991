//! The sources with their provenance, which of them carry the same copy, and what only one of them says.

use super::super::phrases::published;
use super::markup::text;
use super::{Page, Section, letter};

impl Page<'_, '_> {
    /// What a reader needs to know them by.
    pub(super) fn sources(&self) -> Section {
        let mut body = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Sources\">\n<table>\n<thead><tr>\
                        <th scope=\"col\">Source</th><th scope=\"col\">Title</th><th scope=\"col\">Publisher and author</th>\
                        <th scope=\"col\">Published</th><th scope=\"col\">File</th></tr></thead>\n<tbody>\n"
            .to_owned();
        for &id in &self.view.sources {
            let document = &self.view.comparison.source(id).document;
            let origin = &document.origin;
            let author = origin.author.as_deref().map(|author| format!("by {author}"));
            let by: Vec<&str> = origin.publisher.as_deref().into_iter().chain(author.as_deref()).collect();
            body += &format!(
                "<tr><td>{}</td><th scope=\"row\" class=\"title\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                letter(&id.letter()),
                text(&document.title),
                text(&by.join(", ")),
                origin.published.map(|date| text(&published(date))).unwrap_or_default(),
                text(&origin.file_name),
            );
        }
        Section::new("sources", "Sources", None, body + "</tbody>\n</table>\n</div>\n")
    }

    /// What was found, counted as it is told below; then what becomes of the statements of each source.
    pub(super) fn summary(&self) -> Section {
        let lines: String = self.view.in_short().iter().map(|line| format!("<li>{}</li>\n", text(line))).collect();
        let mut body = format!(
            "<ul>\n{lines}</ul>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Statements of each \
             source\">\n<table>\n<caption>What becomes of the statements of each source</caption>\n\
             <thead><tr><th scope=\"col\">Source</th>"
        );
        for column in ["Statements", "Contradicted", "Possibly contradicted", "Agreed with", "Only in this source"] {
            body += &format!("<th scope=\"col\" class=\"count\">{column}</th>");
        }
        body += "</tr></thead>\n<tbody>\n";
        for &id in &self.view.sources {
            let counts: String =
                self.view.counts(id).iter().map(|count| format!("<td class=\"count\">{count}</td>")).collect();
            body += &format!("<tr><th scope=\"row\">{}</th>{counts}</tr>\n", letter(&id.letter()));
        }
        Section::new("summary", "Summary", None, body + "</tbody>\n</table>\n</div>\n")
    }

    pub(super) fn echo(&self) -> Section {
        let groups = self.view.copies();
        let mut body = String::new();
        for (letters, passages) in &groups {
            body += &format!("<h3 class=\"own\">{}</h3>\n<ul>\n", text(letters));
            for passage in passages {
                let quotes: String = passage.iter().map(|quote| self.quotation(quote, false)).collect();
                body += &format!("<li>{quotes}</li>\n");
            }
            body += "</ul>\n";
        }
        if !groups.is_empty() {
            let what = "Sources that carry the same passages in nearly the same words. They count as one.";
            body.insert_str(0, &format!("<p>{what}</p>\n"));
        }
        Section::new("same-copy", "The same copy", Some(groups.len()), body)
    }

    pub(super) fn only_here(&self) -> Section {
        let mut body = String::new();
        for &id in &self.view.sources {
            let only = self.view.comparison.only_here(id, self.view.review);
            let told = if !self.view.comparison.source(id).document.is_english() {
                "<p>Not judged: the text is not in English.</p>\n".to_owned()
            } else if only.is_empty() {
                "<p>Nothing.</p>\n".to_owned()
            } else {
                let quotes =
                    only.iter().map(|&at| format!("<li>{}</li>\n", self.quotation(&self.view.quote(at, []), false)));
                format!("<ul>\n{}</ul>\n", quotes.collect::<String>())
            };
            let count = only.len();
            body += &format!(
                "<details open>\n<summary><h3>Only in {} ({count})</h3></summary>\n{told}</details>\n",
                letter(&id.letter())
            );
        }
        Section::new("only-in-one", "Only in one source", None, body)
    }

    /// What it takes to check that a file is the one that was read.
    pub(super) fn files(&self) -> Section {
        let mut body = "<ul>\n".to_owned();
        for &id in &self.view.sources {
            let origin = &self.view.comparison.source(id).document.origin;
            let address = origin.address.as_deref().map_or_else(String::new, |a| format!("<br>{}", text(a)));
            body += &format!(
                "<li>{} {} ({} bytes){address}<br><span class=\"hash\">SHA-256 {}</span></li>\n",
                letter(&id.letter()),
                text(&origin.file_name),
                origin.bytes,
                text(&origin.sha256)
            );
        }
        Section::new("files", "Files", None, body + "</ul>\n")
    }
}
