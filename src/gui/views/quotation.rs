//! A statement as a quotation: its own words, with those that decide underlined.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Stroke, Ui};

use crate::gui::theme::{self, Theme, Tone, font};
use crate::model::Span;

/// The words of a statement, with those at `spans` underlined. Nothing is added, left out or altered, save that line
/// breaks become spaces.
pub(super) fn quotation_job(text: &str, spans: &[Span], tone: Tone, ink: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        font_id: font::quotation(),
        color: ink,
        line_height: Some(theme::QUOTATION_LINE),
        ..TextFormat::default()
    };
    let deciding =
        TextFormat { background: tone.tint, underline: Stroke::new(theme::STRONG_LINE, tone.full), ..plain.clone() };
    let mut cuts: Vec<usize> = spans.iter().flat_map(|s| [s.start, s.end]).chain([0, text.len()]).collect();
    cuts.retain(|&cut| text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    for piece in cuts.windows(2) {
        let span = Span::new(piece[0], piece[1]);
        let decides = spans.iter().any(|s| s.contains(span));
        let words = span.of(text).replace(['\n', '\r'], " ");
        job.append(&words, 0.0, if decides { deciding.clone() } else { plain.clone() });
    }
    job
}

/// The quotation beside a bar in the colour of its mark.
pub(super) fn quotation_ui(ui: &mut Ui, text: &str, spans: &[Span], tone: Tone) {
    let theme = Theme::of(ui);
    let indent = theme::EDGE + theme::UNIT;
    let width = ui.available_width() - indent;
    let job = quotation_job(text, spans, tone, theme.ink, width);
    let inner = egui::Frame::new().inner_margin(egui::Margin { left: indent as i8, ..Default::default() });
    let response = inner.show(ui, |ui| ui.add(egui::Label::new(job).wrap())).response;
    let bar =
        egui::Rect::from_min_size(response.rect.min, egui::vec2(theme::STRONG_LINE * 1.5, response.rect.height()));
    ui.painter().rect_filled(bar, 0.0, tone.full);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stay_as_they_are_and_the_deciding_ones_are_underlined() {
        let text = "Talks “in Moscow” ended";
        let at = text.find("Moscow").unwrap();
        let spans = [Span::new(at, at + 6), Span::new(at, at + 3)];
        let job = quotation_job(text, &spans, theme::LIGHT.contradiction, Color32::BLACK, 200.0);
        assert_eq!(job.text, text);
        let underlined: String = job
            .sections
            .iter()
            .filter(|s| s.format.underline != Stroke::NONE)
            .map(|s| &text[s.byte_range.start.0..s.byte_range.end.0])
            .collect();
        assert_eq!(underlined, "Moscow");
    }
}
