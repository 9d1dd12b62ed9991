//! HTML for people: one file that holds its style and needs nothing else, neither scripts nor a network.
//!
//! The same entries as in Markdown, folding, in the colours of the window by light and dark, with rules for paper. Tags
//! are written here and in the files of the sections, by hand; whatever comes from a source or from the reader passes
//! through [`markup`]. Attributes hold nothing but names of this program, numbers and letters of sources.

mod claims;
mod contrasts;
mod markup;
mod sources;

use super::phrases::{counted, long_date};
use super::view::Quote;
use super::{GENERATOR, ReportFormat, View};
use crate::model::Strength;
use markup::{marked, text};

/// See the [module](self).
pub(super) struct Html;

impl ReportFormat for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn title(&self) -> &'static str {
        "HTML"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn description(&self) -> &'static str {
        "a page for people, to read in a browser or to print"
    }

    fn gives_context(&self) -> bool {
        true
    }

    fn text(&self, view: &View<'_>) -> String {
        let page = Page { view };
        let mut sections = page.sections();
        sections.retain(|section| !section.body.is_empty());
        let title = counted(view.sources.len(), "report", "reports");
        let contents: String = sections.iter().map(Section::entry).collect();
        let body: String = sections.iter().map(Section::html).collect();
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"{GENERATOR}\">\n\
             <title>Comparison of {title}</title>\n<style>\n{}</style>\n</head>\n<body>\n\
             <header>\n<h1>Comparison of {title}</h1>\n<p class=\"made\">{}</p>\n</header>\n\
             <nav aria-label=\"Contents\">\n<ul>\n{contents}</ul>\n</nav>\n<main>\n{body}</main>\n\
             <footer>\n<p>Counterpoint {}: {}</p>\n</footer>\n</body>\n</html>\n",
            include_str!("style.css"),
            page.made(),
            env!("CARGO_PKG_VERSION"),
            text(&view.colophon()),
        )
    }
}

/// A part of the page under a heading of its own.
struct Section {
    /// Names it in the page.
    id: &'static str,
    heading: &'static str,
    /// How many entries it has, if that is of interest.
    count: Option<usize>,
    /// HTML; empty if there is nothing to tell.
    body: String,
}

impl Section {
    fn new(id: &'static str, heading: &'static str, count: Option<usize>, body: String) -> Self {
        Self { id, heading, count, body }
    }

    /// Its line in the contents.
    fn entry(&self) -> String {
        let count = self.count.map_or_else(String::new, |count| format!(" ({count})"));
        format!("<li><a href=\"#{}\">{}{count}</a></li>\n", self.id, self.heading)
    }

    fn html(&self) -> String {
        let Self { id, heading, body, .. } = self;
        format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">\n<h2 id=\"{id}-heading\">{heading}</h2>\n{body}</section>\n"
        )
    }
}

/// A report that is being written.
struct Page<'v, 'a> {
    view: &'v View<'a>,
}

impl Page<'_, '_> {
    /// Everything that there may be, in reading order.
    fn sections(&self) -> Vec<Section> {
        let mut all = vec![self.sources(), self.warnings(), self.summary()];
        all.extend(self.contradictions());
        all.extend([self.contradictions_within(), self.matrix(), self.timeline()]);
        if !self.view.options.scope.is_differences() {
            all.push(self.echo());
            all.extend(self.agreements());
            all.extend([self.compatible(), self.only_here()]);
        }
        all.extend([self.dismissed(), self.notes(), self.files()]);
        all
    }

    /// When it was made, and what it leaves out.
    fn made(&self) -> String {
        let mut words = format!("Made on {} with Counterpoint.", long_date(self.view.options.date));
        for remark in self.view.left_out() {
            words += &format!(" {}", text(&remark));
        }
        words
    }

    fn warnings(&self) -> Section {
        let warnings: String = self.view.warnings().iter().map(|w| format!("<li>{}</li>\n", text(w))).collect();
        let body = if warnings.is_empty() { warnings } else { format!("<ul>\n{warnings}</ul>\n") };
        Section::new("warnings", "Warnings", None, body)
    }

    /// A quotation with the words that decide marked, between its neighbours if the report gives context.
    fn quotation(&self, quote: &Quote, possible: bool) -> String {
        let context = |words: Option<&str>| {
            words.map_or_else(String::new, |words| format!("<span class=\"context\">{}</span>", text(words)))
        };
        let parts = [context(quote.before), marked(quote.words, &quote.marks), context(quote.after)];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let possible = if possible { " (possible)" } else { "" };
        format!(
            "<figure><blockquote><p dir=\"auto\">{}</p></blockquote><figcaption>{}, paragraph {}{possible}</figcaption></figure>\n",
            parts.join(" "),
            letter(&quote.at.source.letter()),
            quote.paragraph
        )
    }
}

/// The badge of a source.
fn letter(letter: &str) -> String {
    format!("<span class=\"letter\">{letter}</span>")
}

/// An entry that folds: its heading, and what is below it.
fn entry(class: &str, glyph: &str, heading: &str, body: &str) -> String {
    format!(
        "<details open class=\"entry {class}\">\n<summary><span class=\"glyph\" aria-hidden=\"true\">{glyph}</span> \
         <h3>{heading}</h3></summary>\n{body}</details>\n"
    )
}

/// Class and glyph of a contradiction.
fn contradiction(strength: Strength) -> (&'static str, &'static str) {
    match strength {
        Strength::Clear => ("clear", "≠"),
        Strength::Possible => ("possible", "?"),
    }
}
