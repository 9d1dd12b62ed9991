//! The sample reports that the program brings along (`resources/samples`).

use crate::import;
use crate::model::Document;

const FILES: &[(&str, &[u8])] = &[
    ("harbour-courier.txt", include_bytes!("../../resources/samples/peace-talks/harbour-courier.txt")),
    ("inland-herald.md", include_bytes!("../../resources/samples/peace-talks/inland-herald.md")),
    ("lakeside-review.html", include_bytes!("../../resources/samples/peace-talks/lakeside-review.html")),
];

/// The sample reports, each with its name, or with what is wrong with it.
pub(super) fn documents() -> impl Iterator<Item = (&'static str, Result<Document, import::ImportError>)> {
    FILES.iter().map(|(name, bytes)| (*name, import::read_bytes(name, bytes)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_sample_is_read_and_is_english() {
        for (name, document) in super::documents() {
            assert!(document.unwrap().is_english(), "{name}");
        }
    }
}
