//! A statement as a quotation: its own words, with those that decide underlined, and thinly those that differ.

use egui::text::{LayoutJob, TextFormat};
use egui::{Stroke, Ui};

use crate::gui::theme::{self, Theme, Tone, font};
use crate::model::Span;

/// What is marked in a quotation; spans in the statement.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marked<'a> {
    /// What decides: a strong line on a tint.
    pub(super) deciding: &'a [Span],
    /// What the other side words otherwise: a thin line.
    pub(super) differing: &'a [Span],
}

/// The words of a statement, marked. Nothing is added, left out or altered, save that line breaks become spaces.
pub(super) fn quotation_job(text: &str, marked: Marked<'_>, tone: Tone, theme: &Theme, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        font_id: font::quotation(),
        color: theme.ink,
        line_height: Some(theme::QUOTATION_LINE),
        ..TextFormat::default()
    };
    let deciding =
        TextFormat { background: tone.tint, underline: Stroke::new(theme::STRONG_LINE, tone.full), ..plain.clone() };
    let differing = TextFormat { underline: theme.difference_stroke(), ..plain.clone() };
    let spans = || marked.deciding.iter().chain(marked.differing);
    let mut cuts: Vec<usize> = spans().flat_map(|s| [s.start, s.end]).chain([0, text.len()]).collect();
    cuts.retain(|&cut| text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    for piece in cuts.windows(2) {
        let span = Span::new(piece[0], piece[1]);
        let within = |spans: &[Span]| spans.iter().any(|s| s.contains(span));
        let words = span.of(text).replace(['\n', '\r'], " ");
        let format = match () {
            () if within(marked.deciding) => &deciding,
            () if within(marked.differing) => &differing,
            () => &plain,
        };
        job.append(&words, 0.0, format.clone());
    }
    job
}

/// The quotation beside a bar in the colour of its mark.
pub(super) fn quotation_ui(ui: &mut Ui, text: &str, marked: Marked<'_>, tone: Tone) {
    let theme = Theme::of(ui);
    let indent = theme::EDGE + theme::UNIT;
    let width = ui.available_width() - indent;
    let job = quotation_job(text, marked, tone, theme, width);
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
    fn the_words_stay_as_they_are_and_a_line_under_deciding_ones_hides_the_one_under_differing_ones() {
        let text = "Talks “in Moscow” ended";
        let at = text.find("Moscow").unwrap();
        let spans = [Span::new(at, at + 6), Span::new(at, at + 3)];
        let marked = Marked { deciding: &spans, differing: &[Span::new(at, text.len())] };
        let job = quotation_job(text, marked, theme::LIGHT.contradiction, &theme::LIGHT, 200.0);
        assert_eq!(job.text, text);
        let underlined = |width: f32| -> String {
            let under = job.sections.iter().filter(|s| s.format.underline.width == width);
            under.map(|s| &text[s.byte_range.start.0..s.byte_range.end.0]).collect()
        };
        assert_eq!(underlined(theme::STRONG_LINE), "Moscow");
        assert_eq!(underlined(theme::HAIRLINE), "” ended");
        assert_eq!(underlined(0.0), "Talks “in ");
    }
}
