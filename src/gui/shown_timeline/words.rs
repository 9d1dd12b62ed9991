//! The few words that tell what an event is about.

/// Most words on either side of the time.
const WORDS: usize = 5;
/// Longest text, in characters.
const LONGEST: usize = 36;

/// A few words of a statement around the time at `start..end`: those before it, or those after it if the time opens its
/// clause or what it dates (`of`) stands there.
pub(super) fn around(statement: &str, start: usize, end: usize, of: &str) -> String {
    let before = statement.get(..start).unwrap_or_default();
    let after = statement.get(end..).unwrap_or_default();
    let before = last_clause(before);
    let after = first_clause(after);
    let (left, right): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let names = |words: &[&str]| !of.is_empty() && words.iter().any(|word| is_form(word, of));
    let near = &left[left.len().saturating_sub(WORDS)..];
    let far = &right[..right.len().min(WORDS)];
    let use_right = match (names(near), names(far)) {
        (true, false) => false,
        (false, true) => true,
        _ => near.len() < 3 && far.len() > near.len(),
    };
    if use_right { clipped_end(far, right.len() > far.len()) } else { clipped_start(near, left.len() > near.len()) }
}

/// Whether a word is a form of a noun: "talks" of "talk".
fn is_form(word: &str, of: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let stem: String = of.chars().take(of.chars().count().saturating_sub(1).max(3)).collect();
    word.starts_with(&stem)
}

fn last_clause(text: &str) -> &str {
    let text = text.trim_end_matches([',', ' ', '\n', '–', '—', '-', '(']);
    let at = text.rfind([';', ':', '—', '“', '”', '\n']).map_or(0, |at| at + 1);
    text.get(at..).map_or(text, |rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

fn first_clause(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '$');
    let at = text.find([';', ':', '—', '“', '”', '\n']).unwrap_or(text.len());
    text[..at].trim_end_matches(['.', ',', ' ', '!'])
}

fn clipped_end(words: &[&str], more: bool) -> String {
    let mut words = words.to_vec();
    let mut cut = more;
    while words.len() > 1 && words.join(" ").chars().count() > LONGEST {
        words.pop();
        cut = true;
    }
    let text = words.join(" ");
    let text = text.trim_end_matches([',', '.']);
    if cut { format!("{text}…") } else { text.to_owned() }
}

fn clipped_start(words: &[&str], more: bool) -> String {
    let mut words = words;
    let mut cut = more;
    while words.len() > 1 && words.join(" ").chars().count() > LONGEST {
        words = &words[1..];
        cut = true;
    }
    let text = words.join(" ");
    if cut { format!("…{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::around;

    fn words(statement: &str, time: &str, of: &str) -> String {
        let start = statement.find(time).unwrap();
        around(statement, start, start + time.len(), of)
    }

    #[test]
    fn the_words_that_say_what_is_dated() {
        for (statement, time, of, expected) in [
            ("The war in Arvenia began in 2014, when rebels rose.", "in 2014", "war", "The war in Arvenia began"),
            ("Since 2014 the region has known no peace.", "Since 2014", "", "the region has known no…"),
            ("They want an end to the nearly two-year-old conflict.", "nearly two-year-old", "conflict", "conflict"),
            ("On Tuesday, envoys met.", "On Tuesday", "", "envoys met"),
            (
                "Officials of the two sides said that the talks held on Monday failed.",
                "on Monday",
                "talk",
                "…said that the talks held",
            ),
            ("In 2014.", "In 2014", "", ""),
        ] {
            assert_eq!(words(statement, time, of), expected, "{statement}");
        }
    }
}
