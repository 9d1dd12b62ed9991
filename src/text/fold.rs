//! Folding: the form under which spellings of one word meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without diacritics (NFKD, combining marks dropped), typographic apostrophes made plain.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '\u{2019}' | '\u{2018}' | '\u{2bc}') { '\'' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_case_marks_and_apostrophes() {
        assert_eq!(fold("Académico’s"), "academico's");
        assert_eq!(fold("Zürich"), "zurich");
    }
}
