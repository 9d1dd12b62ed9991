//! Lines that are no part of a story, recognised by the patterns of `resources/lexicon/boilerplate.txt`.

use std::sync::LazyLock;

use regex::{RegexSet, RegexSetBuilder};

/// No line longer than this, in bytes, is furniture as a whole.
const LONGEST: usize = 240;

static BOILERPLATE: LazyLock<RegexSet> = LazyLock::new(|| section("boilerplate"));
static OTHER_STORIES: LazyLock<RegexSet> = LazyLock::new(|| section("other-stories"));
static CAPTION: LazyLock<RegexSet> = LazyLock::new(|| section("caption"));
static KEY_POINTS: LazyLock<RegexSet> = LazyLock::new(|| section("key-point-header"));

fn section(name: &str) -> RegexSet {
    let heading = format!("[{name}]");
    let patterns = include_str!("../../resources/lexicon/boilerplate.txt")
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.starts_with("[") || line.len() > 40)
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| format!("^(?:{line})$"));
    #[expect(clippy::expect_used, reason = "the patterns are part of the program; a test compiles them all")]
    RegexSetBuilder::new(patterns)
        .case_insensitive(true)
        .size_limit(1 << 26)
        .dfa_size_limit(1 << 26)
        .build()
        .expect("patterns compile")
}

/// Page furniture: "Leave a Comment", "RELATED: …", a file name, a credit.
pub fn is_boilerplate(line: &str) -> bool {
    line.len() <= LONGEST && BOILERPLATE.is_match(line)
}

/// Furniture after which titles of other stories follow.
pub fn announces_other_stories(line: &str) -> bool {
    line.len() <= LONGEST && OTHER_STORIES.is_match(line)
}

/// Words that go with a picture.
pub fn is_caption(line: &str) -> bool {
    line.len() <= LONGEST && CAPTION.is_match(line)
}

/// The head of a "label value" list: "Key Point Details".
pub fn is_key_point_header(line: &str) -> bool {
    line.len() <= LONGEST && KEY_POINTS.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_patterns_that_compile() {
        for set in [&BOILERPLATE, &OTHER_STORIES, &CAPTION, &KEY_POINTS] {
            assert!(!set.is_empty());
        }
    }

    #[test]
    fn lines_are_told_apart() {
        let read = |line: &str| (is_boilerplate(line), is_caption(line));
        for line in include_str!("../../tests/data/segment/lines.txt").lines() {
            let Some((kind, text)) = line.split_once('\t') else { continue };
            let expected = match kind {
                "boilerplate" => (true, false),
                "caption" => (false, true),
                "text" => (false, false),
                other => panic!("unknown kind {other}"),
            };
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
