//! A few words of a statement to name its claim by.

/// Most characters of a title, the ellipsis aside.
const LONGEST: usize = 80;

/// The first words of a statement, as they stand; an ellipsis where they end before it does.
pub(super) fn title(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}
