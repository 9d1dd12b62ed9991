//! Words in little room: what does not fit is left out from the end of a word on, never from its middle.

use std::sync::Arc;

use egui::Galley;
use egui::epaint::text::FontsView;
use egui::text::{ByteIndex, LayoutJob};

const ELLIPSIS: &str = "…";

/// Lays out a job of one paragraph that has `wrap.max_rows` lines at most. What there is no room for gives way to an
/// ellipsis behind the last word that fits; where not even one does, within it.
pub fn whole_words(fonts: &mut FontsView<'_>, job: LayoutJob) -> Arc<Galley> {
    let galley = fonts.layout_job(job.clone());
    if !galley.elided {
        return galley;
    }
    // The last glyph is the ellipsis.
    let seen = galley.rows.iter().map(|row| row.glyphs.len()).sum::<usize>().saturating_sub(1);
    let Some(end) = end_of_words(&job.text, seen) else { return galley };
    let cut = fonts.layout_job(shortened(job, end));
    if cut.elided { galley } else { cut }
}

/// Where the last whole word among the first `seen` characters ends, in bytes, without what only leads on to the next.
fn end_of_words(text: &str, seen: usize) -> Option<usize> {
    let (end, next) = text.char_indices().nth(seen)?;
    let words = &text[..if next.is_whitespace() { end } else { text[..end].rfind(char::is_whitespace)? }];
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—…".contains(c));
    (!words.is_empty()).then_some(words.len())
}

/// The job with its text cut off at a byte, and an ellipsis there.
fn shortened(mut job: LayoutJob, end: usize) -> LayoutJob {
    job.text.truncate(end);
    job.sections.retain(|section| section.byte_range.start.0 < end);
    if let Some(last) = job.sections.last_mut() {
        last.byte_range.end = ByteIndex(last.byte_range.end.0.min(end));
        let mut format = last.format.clone();
        format.underline = egui::Stroke::NONE;
        job.append(ELLIPSIS, 0.0, format);
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_the_last_whole_one_does() {
        let text = "The talks, held in Varna, ended";
        for (seen, shown) in
            [(40, None), (3, Some("The")), (7, Some("The")), (9, Some("The")), (12, Some("The talks")), (2, None)]
        {
            assert_eq!(end_of_words(text, seen).map(|end| &text[..end]), shown, "{seen}");
        }
        assert_eq!(end_of_words("Zürich’s Übung", 11), Some("Zürich’s".len()));
    }

    #[test]
    fn what_is_cut_off_takes_its_sections_with_it() {
        let mut job = LayoutJob::default();
        let strong = egui::TextFormat { underline: (1.0, egui::Color32::RED).into(), ..egui::TextFormat::default() };
        job.append("The talks ", 0.0, egui::TextFormat::default());
        job.append("in Varna", 0.0, strong);
        job.append(" ended", 0.0, egui::TextFormat::default());
        let job = shortened(job, "The talks in".len());
        let pieces: Vec<&str> =
            job.sections.iter().map(|s| &job.text[s.byte_range.start.0..s.byte_range.end.0]).collect();
        assert_eq!(pieces, ["The talks ", "in", "…"]);
    }
}
