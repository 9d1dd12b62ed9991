//! A comparison and the reader's decisions to text: one file per format, one visible ordered list.
//!
//! `(&Comparison, &Review, &Options) -> String`. A format reads the comparison as the reader sees it, through
//! [`Comparison::standing`]: what the reader dismissed is listed as dismissed, what was relabelled counts as what the
//! reader called it.
//!
//! ```text
//! Comparison -> narrow (the chosen sources) -> View (contrasts, accords, dates: each told once) -> text of a format
//! ```

mod csv;
mod escape;
mod html;
mod json;
mod markdown;
mod narrow;
mod options;
mod phrases;
mod view;

use crate::model::{Comparison, Review, Source};

pub use json::verdict_line;
pub use options::{Options, Scope};
pub use view::View;

/// A form of report.
pub trait ReportFormat: Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// What it is called in the window.
    fn title(&self) -> &'static str;

    /// How names of its files end, without the dot.
    fn extension(&self) -> &'static str;

    /// One line that helps to choose.
    fn description(&self) -> &'static str;

    /// Whether it can give the sentences around a quotation.
    fn gives_context(&self) -> bool {
        false
    }

    /// The text of a report on what is in view.
    fn text(&self, view: &View<'_>) -> String;

    /// The report on a comparison as the reader left it.
    fn render(&self, comparison: &Comparison, review: &Review, options: &Options) -> String {
        let comparison = narrow::narrow(comparison, options);
        self.text(&View::new(&comparison, review, options))
    }
}

/// Every format, the usual one first.
pub const FORMATS: &[&dyn ReportFormat] = &[&markdown::Markdown, &html::Html, &csv::Csv, &json::Json];

/// Name and version of this program, as reports give it.
pub const GENERATOR: &str = concat!("counterpoint ", env!("CARGO_PKG_VERSION"));

/// The format called `name`.
pub fn by_name(name: &str) -> Option<&'static dyn ReportFormat> {
    FORMATS.iter().copied().find(|f| f.name() == name)
}

/// The format of files whose names end in `extension`.
pub fn by_extension(extension: &str) -> Option<&'static dyn ReportFormat> {
    FORMATS.iter().copied().find(|f| f.extension().eq_ignore_ascii_case(extension))
}

/// What the reader should know: of the comparison, then of how each source was read.
pub fn warnings(comparison: &Comparison) -> Vec<String> {
    warnings_of(comparison, comparison.sources.iter())
}

/// What the reader should know of the comparison and of these sources.
fn warnings_of<'a>(comparison: &Comparison, sources: impl Iterator<Item = &'a Source>) -> Vec<String> {
    let mut all = comparison.warnings.clone();
    for source in sources {
        for warning in &source.document.warnings {
            let text = format!("{}: {warning}", source.document.origin.file_name);
            // A stage may have raised it to a warning of the whole comparison already.
            if !all.contains(&text) && !all.contains(warning) {
                all.push(text);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions_are_unique() {
        for (i, a) in FORMATS.iter().enumerate() {
            for b in &FORMATS[i + 1..] {
                assert!(a.name() != b.name() && a.extension() != b.extension());
            }
            assert_eq!(by_name(a.name()).map(ReportFormat::extension), Some(a.extension()));
        }
    }
}
