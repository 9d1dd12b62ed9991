//! A comparison and the reader's decisions to text: one file per format, one visible ordered list.
//!
//! `(&Comparison, &Review, &Options) -> String`. A format reads the comparison as the reader sees it, through
//! [`Comparison::standing`]: what the reader dismissed is listed as dismissed, what was relabelled counts as what the
//! reader called it.

mod escape;
mod json;
mod markdown;

use jiff::civil::Date;

use crate::model::{Comparison, Review};

pub use json::verdict_line;

/// A form of report.
pub trait ReportFormat: Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// How names of its files end, without the dot.
    fn extension(&self) -> &'static str;

    /// One line that helps to choose.
    fn description(&self) -> &'static str;

    /// The whole report.
    fn render(&self, comparison: &Comparison, review: &Review, options: &Options) -> String;
}

/// What a report needs to know beside the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day the report is made.
    pub date: Date,
}

impl Options {
    /// A report made today.
    pub fn today() -> Self {
        Self { date: jiff::Zoned::now().date() }
    }
}

/// Every format, the usual one first.
pub const FORMATS: &[&dyn ReportFormat] = &[&markdown::Markdown, &json::Json];

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
    let mut all = comparison.warnings.clone();
    for source in &comparison.sources {
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
