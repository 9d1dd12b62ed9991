//! Every colour, font size and distance of the window.
//!
//! Colours are those of Okabe and Ito ("Color Universal Design", 2008), which stay apart for all three dichromacies.
//! No other file of the window holds a literal colour, size or spacing.

pub mod font;
mod sizes;

use egui::{Color32, CornerRadius, Margin, Stroke, TextStyle, Vec2, Visuals};

use super::Mark;
pub use sizes::*;

/// The name of the family for emphasis in the interface.
pub const SEMIBOLD: &str = "sans-semibold";
/// The name of the family for reading.
pub const SERIF: &str = "serif";
/// The name of the family for headings in reading text.
pub const SERIF_SEMIBOLD: &str = "serif-semibold";

/// The three strengths of one mark's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Ticks, ribbons, frames, glyphs. At least 3:1 on paper, save for the yellow of "possible" in the light theme,
    /// which is always drawn with a dash or a glyph in [`Tone::text`].
    pub full: Color32,
    /// Behind words; opaque. Text on it keeps 4.5:1.
    pub tint: Color32,
    /// Words and small glyphs in this colour: 4.5:1 on paper, panel and tint.
    pub text: Color32,
}

/// The colours of one theme.
#[derive(Debug)]
pub struct Theme {
    /// Whether light words stand on a dark ground.
    pub dark: bool,
    /// Behind reading text and in text fields.
    pub paper: Color32,
    /// Shelf, inspector, bars.
    pub panel: Color32,
    /// Menus, dialogs, notices.
    pub raised: Color32,
    /// Behind what can be pressed.
    pub button: Color32,
    /// Behind what can be pressed, under the pointer.
    pub button_hovered: Color32,
    /// Behind the row that is chosen in a list.
    pub chosen: Color32,
    /// Text; also the frame of what is selected.
    pub ink: Color32,
    /// Quieter text: headings, boilerplate, origin lines. 4.5:1 on paper and panel.
    pub quiet: Color32,
    /// Lines between parts.
    pub line: Color32,
    /// Behind selected characters.
    pub text_selection: Color32,
    /// Errors, as words. 4.5:1 on panel and raised.
    pub error: Color32,
    /// Over the window while a dialog is open or files hover.
    pub veil: Color32,
    /// Agreement.
    pub agreement: Tone,
    /// Clear contradiction.
    pub contradiction: Tone,
    /// Possible contradiction; its lines are dashed.
    pub possible: Tone,
    /// Related, but neither; its lines are dotted.
    pub related: Tone,
    /// Said by one source alone; its areas are hatched.
    pub only_here: Tone,
}

/// Opaque mixture: `percent` of `over` on `ground`.
const fn mix(ground: Color32, over: Color32, percent: u32) -> Color32 {
    const fn channel(a: u8, b: u8, percent: u32) -> u8 {
        ((a as u32 * (100 - percent) + b as u32 * percent + 50) / 100) as u8
    }
    Color32::from_rgb(
        channel(ground.r(), over.r(), percent),
        channel(ground.g(), over.g(), percent),
        channel(ground.b(), over.b(), percent),
    )
}

const fn tone(paper: Color32, full: Color32, percent: u32, text: Color32) -> Tone {
    Tone { full, tint: mix(paper, full, percent), text }
}

const LIGHT_PAPER: Color32 = Color32::from_rgb(0xfe, 0xfd, 0xfb);
const DARK_PAPER: Color32 = Color32::from_rgb(0x1a, 0x1b, 0x1d);

/// The light theme.
pub static LIGHT: Theme = Theme {
    dark: false,
    paper: LIGHT_PAPER,
    panel: Color32::from_rgb(0xf5, 0xf3, 0xef),
    raised: Color32::from_rgb(0xff, 0xff, 0xff),
    button: Color32::from_rgb(0xe8, 0xe5, 0xde),
    button_hovered: Color32::from_rgb(0xdc, 0xd8, 0xcf),
    chosen: Color32::from_rgb(0xe6, 0xe2, 0xd9),
    ink: Color32::from_rgb(0x1c, 0x1b, 0x19),
    quiet: Color32::from_rgb(0x5f, 0x5c, 0x55),
    line: Color32::from_rgb(0xdb, 0xd7, 0xcf),
    text_selection: Color32::from_rgb(0xdc, 0xd5, 0xc2),
    error: Color32::from_rgb(0xa3, 0x1d, 0x1d),
    veil: Color32::from_rgba_premultiplied(0x0e, 0x0d, 0x0c, 0x80),
    agreement: tone(LIGHT_PAPER, Color32::from_rgb(0x00, 0x72, 0xb2), 13, Color32::from_rgb(0x00, 0x5f, 0x96)),
    contradiction: tone(LIGHT_PAPER, Color32::from_rgb(0xd5, 0x5e, 0x00), 16, Color32::from_rgb(0x9c, 0x42, 0x00)),
    possible: tone(LIGHT_PAPER, Color32::from_rgb(0xe6, 0x9f, 0x00), 18, Color32::from_rgb(0x7d, 0x53, 0x00)),
    related: tone(LIGHT_PAPER, Color32::from_rgb(0x7a, 0x77, 0x70), 12, Color32::from_rgb(0x5f, 0x5c, 0x55)),
    only_here: tone(LIGHT_PAPER, Color32::from_rgb(0x8c, 0x89, 0x83), 12, Color32::from_rgb(0x5f, 0x5c, 0x55)),
};

/// The dark theme. Marks are lighter than in the light theme, of the same hues, to keep their contrast.
pub static DARK: Theme = Theme {
    dark: true,
    paper: DARK_PAPER,
    panel: Color32::from_rgb(0x23, 0x24, 0x27),
    raised: Color32::from_rgb(0x2b, 0x2c, 0x30),
    button: Color32::from_rgb(0x36, 0x38, 0x3c),
    button_hovered: Color32::from_rgb(0x42, 0x44, 0x49),
    chosen: Color32::from_rgb(0x36, 0x38, 0x3c),
    ink: Color32::from_rgb(0xe9, 0xe6, 0xe0),
    quiet: Color32::from_rgb(0xa9, 0xa6, 0x9f),
    line: Color32::from_rgb(0x3a, 0x3c, 0x40),
    text_selection: Color32::from_rgb(0x4c, 0x4a, 0x42),
    error: Color32::from_rgb(0xff, 0x9b, 0x92),
    veil: Color32::from_rgba_premultiplied(0x00, 0x00, 0x00, 0xa0),
    agreement: tone(DARK_PAPER, Color32::from_rgb(0x2f, 0x95, 0xd0), 18, Color32::from_rgb(0x7a, 0xc3, 0xef)),
    contradiction: tone(DARK_PAPER, Color32::from_rgb(0xe8, 0x74, 0x1c), 18, Color32::from_rgb(0xff, 0xa6, 0x66)),
    possible: tone(DARK_PAPER, Color32::from_rgb(0xe6, 0x9f, 0x00), 16, Color32::from_rgb(0xf2, 0xc1, 0x4e)),
    related: tone(DARK_PAPER, Color32::from_rgb(0x8c, 0x8a, 0x85), 16, Color32::from_rgb(0xb5, 0xb2, 0xab)),
    only_here: tone(DARK_PAPER, Color32::from_rgb(0x7d, 0x7b, 0x77), 16, Color32::from_rgb(0xb5, 0xb2, 0xab)),
};

impl Theme {
    /// The theme that is in force here.
    pub fn of(ui: &egui::Ui) -> &'static Theme {
        Self::get(ui.visuals().dark_mode)
    }

    /// The dark or the light theme.
    pub fn get(dark: bool) -> &'static Theme {
        if dark { &DARK } else { &LIGHT }
    }

    /// The colours of a mark.
    pub fn tone(&self, mark: Mark) -> Tone {
        match mark {
            Mark::Contradiction => self.contradiction,
            Mark::Possible => self.possible,
            Mark::Agreement => self.agreement,
            Mark::Related => self.related,
            Mark::OnlyHere => self.only_here,
        }
    }

    /// The frame of what is selected.
    pub fn selection_stroke(&self) -> Stroke {
        Stroke::new(FRAME_LINE, self.ink)
    }

    /// An ordinary line between parts.
    pub fn line_stroke(&self) -> Stroke {
        Stroke::new(HAIRLINE, self.line)
    }

    /// The line under words that the other side of a pair does not have.
    pub fn difference_stroke(&self) -> Stroke {
        Stroke::new(HAIRLINE, self.quiet)
    }

    /// The frame of what is visible, in the overview.
    pub fn visible_stroke(&self) -> Stroke {
        Stroke::new(HAIRLINE, self.quiet)
    }

    /// Over what is visible, in the overview.
    pub fn visible_fill(&self) -> Color32 {
        const SHARE: f32 = 0.05;
        self.ink.gamma_multiply(SHARE)
    }

    /// A ribbon that is neither selected nor under the pointer.
    pub fn faint(&self, mark: Mark) -> Color32 {
        const SHARE: f32 = 0.6;
        self.tone(mark).tint.gamma_multiply(SHARE)
    }

    /// The line and the dot of an event of the timeline: in a neutral colour, or in that of its conflict.
    pub fn event(&self, mark: Option<Mark>) -> Color32 {
        mark.map_or(self.quiet, |mark| self.tone(mark).full)
    }

    /// The ground of an event that lasts. Ink on it keeps 4.5:1.
    pub fn event_fill(&self, mark: Option<Mark>) -> Color32 {
        const SHARE: u32 = 30;
        mix(self.paper, self.event(mark), SHARE)
    }

    fn visuals(&self) -> Visuals {
        let mut v = if self.dark { Visuals::dark() } else { Visuals::light() };
        let radius = CornerRadius::same(RADIUS);
        v.panel_fill = self.panel;
        v.window_fill = self.raised;
        v.window_stroke = self.line_stroke();
        v.window_corner_radius = CornerRadius::same(2 * RADIUS);
        v.menu_corner_radius = CornerRadius::same(RADIUS + 2);
        v.extreme_bg_color = self.paper;
        v.text_edit_bg_color = Some(self.paper);
        v.faint_bg_color = self.panel;
        v.code_bg_color = self.button;
        v.hyperlink_color = self.agreement.text;
        v.error_fg_color = self.error;
        v.warn_fg_color = self.possible.text;
        v.weak_text_color = Some(self.quiet);
        v.selection.bg_fill = self.text_selection;
        v.selection.stroke = Stroke::new(HAIRLINE, self.ink);
        v.text_cursor.stroke = Stroke::new(STRONG_LINE, self.ink);
        let widgets = [
            (&mut v.widgets.noninteractive, self.panel, self.line, self.ink),
            (&mut v.widgets.inactive, self.button, self.line, self.ink),
            (&mut v.widgets.hovered, self.button_hovered, self.quiet, self.ink),
            (&mut v.widgets.active, self.chosen, self.ink, self.ink),
            (&mut v.widgets.open, self.button_hovered, self.line, self.ink),
        ];
        for (widget, fill, border, text) in widgets {
            widget.weak_bg_fill = fill;
            widget.bg_fill = fill;
            widget.bg_stroke = Stroke::new(HAIRLINE, border);
            widget.fg_stroke = Stroke::new(HAIRLINE, text);
            widget.corner_radius = radius;
            widget.expansion = 0.0;
        }
        v
    }
}

/// Gives the window its colours, text sizes and distances, for both themes.
pub fn install(ctx: &egui::Context) {
    for (egui_theme, theme) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.style_mut_of(egui_theme, |style| {
            style.visuals = theme.visuals();
            style.text_styles = [
                (TextStyle::Small, font::small()),
                (TextStyle::Body, font::body()),
                (TextStyle::Button, font::body()),
                (TextStyle::Heading, font::title()),
                (TextStyle::Monospace, font::body()),
            ]
            .into();
            style.spacing.item_spacing = Vec2::new(2.0 * UNIT, 1.5 * UNIT);
            style.spacing.button_padding = Vec2::new(2.5 * UNIT, UNIT);
            style.spacing.interact_size = Vec2::new(10.0 * UNIT, 7.0 * UNIT);
            style.spacing.window_margin = Margin::same((4.0 * UNIT) as i8);
            style.spacing.menu_margin = Margin::same((1.5 * UNIT) as i8);
            style.spacing.text_edit_width = 80.0 * UNIT;
            style.spacing.tooltip_width = 80.0 * UNIT;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as in WCAG 2.1.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |c: Color32| {
            let linear = |v: u8| {
                let v = f32::from(v) / 255.0;
                if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
        };
        let (x, y) = (luminance(a), luminance(b));
        (x.max(y) + 0.05) / (x.min(y) + 0.05)
    }

    #[test]
    fn words_keep_their_contrast_on_every_ground() {
        for theme in [&LIGHT, &DARK] {
            for ground in [theme.paper, theme.panel, theme.raised, theme.button, theme.chosen] {
                assert!(contrast(theme.ink, ground) >= 7.0);
                assert!(contrast(theme.quiet, ground) >= 4.5, "quiet on {ground:?}: {}", contrast(theme.quiet, ground));
            }
            for mark in Mark::ALL {
                let tone = theme.tone(mark);
                assert!(contrast(theme.ink, tone.tint) >= 4.5, "ink on the tint of {mark:?}");
                assert!(contrast(theme.quiet, tone.tint) >= 4.5, "quiet on the tint of {mark:?}");
                for ground in [theme.paper, theme.panel, theme.raised, tone.tint] {
                    let c = contrast(tone.text, ground);
                    assert!(c >= 4.5, "{mark:?} as words on {ground:?}, dark {}: {c}", theme.dark);
                }
                if (mark, theme.dark) != (Mark::Possible, false) {
                    assert!(contrast(tone.full, theme.paper) >= 3.0, "{mark:?} as a line: {tone:?}");
                }
            }
            assert!(contrast(theme.error, theme.raised) >= 4.5 && contrast(theme.error, theme.panel) >= 4.5);
        }
    }
}
