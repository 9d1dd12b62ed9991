//! Datelines: where and when a report was filed, before its first words.

use std::sync::LazyLock;

use regex::Regex;

/// The dateline of a paragraph: "OSLO, May 3 (Agency) - ".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dateline<'a> {
    /// Length in bytes, dash and white space included; the report goes on there.
    pub len: usize,
    /// The agency in brackets.
    pub agency: Option<&'a str>,
}

#[expect(clippy::expect_used, reason = "the pattern is part of the program; the tests of this file compile it")]
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    // A place (in capitals, or any place that an agency in brackets follows), perhaps a region and a date; a dash.
    let caps = r"\p{Lu}[\p{Lu}.'’\-]+(?:[ /]\p{Lu}[\p{Lu}.'’\-]*){0,4}";
    let name = r"\p{Lu}[\p{L}.'’\-]+(?: \p{Lu}[\p{L}.'’\-]+){0,3}";
    let region = r"(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3})?";
    let date = r"(?:,? (?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8})(?:,? \d{4})?)?";
    let agency = |name: &str| format!(r"\((?P<{name}>[^()]{{2,40}})\)");
    let (first, second) = (agency("after_caps"), agency("after_name"));
    let dash = r" ?(?:--|[—–]|- )\s*";
    Regex::new(&format!(r"^(?:{caps}{region}{date},?(?: {first})?|{name}{region}{date},? {second}){dash}"))
        .expect("pattern compiles")
});

/// The dateline at the start of a paragraph, if words that can be a sentence follow it.
pub fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    let found = DATELINE.captures(paragraph)?;
    let len = found.get(0)?.end();
    let rest = &paragraph[len..];
    let first = rest.trim_start_matches(['"', '\u{201c}', '\u{2018}', '\'']).chars().next()?;
    if !(first.is_uppercase() || first.is_ascii_digit()) || rest.split_whitespace().nth(2).is_none() {
        return None;
    }
    let agency = found.name("after_caps").or_else(|| found.name("after_name")).map(|agency| agency.as_str());
    Some(Dateline { len, agency })
}

#[cfg(test)]
mod tests {
    use super::dateline;

    #[test]
    fn datelines_end_before_the_report() {
        for (text, rest, agency) in [
            (
                "OSLO, May 3 (Northern Press) - Talks opened on Monday.",
                "Talks opened on Monday.",
                Some("Northern Press"),
            ),
            ("PORT LUNDE – The harbour closed early.", "The harbour closed early.", None),
            ("BERGEN, Norway (NP) — “We are ready,” she said.", "“We are ready,” she said.", Some("NP")),
            ("Bergen, Norway (NP) -- Snow fell all day.", "Snow fell all day.", Some("NP")),
            ("NEW YORK, N.Y., 4 June 2024 (NP) - It rained all day.", "It rained all day.", Some("NP")),
        ] {
            let found = dateline(text).unwrap();
            assert_eq!((&text[found.len..], found.agency), (rest, agency));
        }
    }

    #[test]
    fn dashes_in_sentences_are_no_datelines() {
        for text in [
            "NATO – the alliance – met.",
            "The minister – a doctor – left the room.",
            "COVID-19 cases rose again.",
            "UN - no.",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
