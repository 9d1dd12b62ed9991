//! The line that says where a source comes from.

use crate::model::Document;

/// Publisher (else file name), date, and what the reader should know of either: "Daily Post · 2 Dec 2025".
pub fn origin_line(document: &Document) -> String {
    let origin = &document.origin;
    let mut parts = vec![origin.publisher.clone().unwrap_or_else(|| origin.file_name.clone())];
    if let Some(published) = origin.published {
        let assumed = if published.is_assumed() { " (assumed)" } else { "" };
        parts.push(format!("{}{assumed}", published.date.strftime("%-d\u{a0}%b\u{a0}%Y")));
    }
    if !document.is_english() {
        parts.push("not in English: shown without verdicts".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::origin_line;
    use crate::model::{DateBasis, Document, PublicationDate};

    #[test]
    fn says_what_is_known_and_how() {
        let mut document: Document = crate::import::paste("talks.txt", "Talks began.").unwrap();
        document.language = "en".to_owned();
        document.origin.published = None;
        assert_eq!(origin_line(&document), "talks.txt");
        let date = jiff::civil::date(2025, 12, 2);
        document.origin.publisher = Some("Daily Post".to_owned());
        document.origin.published = Some(PublicationDate { date, basis: DateBasis::FileModified });
        assert_eq!(origin_line(&document), "Daily Post · 2\u{a0}Dec\u{a0}2025 (assumed)");
        document.language = "de".to_owned();
        assert!(origin_line(&document).ends_with("not in English: shown without verdicts"));
    }
}
