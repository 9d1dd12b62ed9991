//! Fonts by use: one sans in three sizes and one weight for emphasis, one serif for reading.

use egui::{FontFamily, FontId};

use super::{SEMIBOLD, SERIF, SERIF_SEMIBOLD};

const SMALL: f32 = 12.0;
const BODY: f32 = 14.0;
const TITLE: f32 = 20.0;
const READING: f32 = 16.0;
const READING_TITLE: f32 = 22.0;
const DISPLAY: f32 = 34.0;

/// Notes, counts, origin lines.
pub fn small() -> FontId {
    FontId::new(SMALL, FontFamily::Proportional)
}

/// Headings of panels.
pub fn small_strong() -> FontId {
    FontId::new(SMALL, FontFamily::Name(SEMIBOLD.into()))
}

/// Labels, buttons, fields.
pub fn body() -> FontId {
    FontId::new(BODY, FontFamily::Proportional)
}

/// What stands out in the interface.
pub fn body_strong() -> FontId {
    FontId::new(BODY, FontFamily::Name(SEMIBOLD.into()))
}

/// Titles of dialogs and of states with nothing else to show.
pub fn title() -> FontId {
    FontId::new(TITLE, FontFamily::Name(SEMIBOLD.into()))
}

/// The program's name on the start screen.
pub fn display() -> FontId {
    FontId::new(DISPLAY, FontFamily::Name(SERIF_SEMIBOLD.into()))
}

/// Text of the sources.
pub fn reading() -> FontId {
    FontId::new(READING, FontFamily::Name(SERIF.into()))
}

/// Headings in the sources.
pub fn reading_heading() -> FontId {
    FontId::new(READING, FontFamily::Name(SERIF_SEMIBOLD.into()))
}

/// Titles of the sources.
pub fn reading_title() -> FontId {
    FontId::new(READING_TITLE, FontFamily::Name(SERIF_SEMIBOLD.into()))
}

/// Boilerplate and captions in the sources.
pub fn reading_quiet() -> FontId {
    FontId::new(BODY, FontFamily::Name(SERIF.into()))
}

/// Quotations in the inspector.
pub fn quotation() -> FontId {
    FontId::new(BODY + 1.0, FontFamily::Name(SERIF.into()))
}
