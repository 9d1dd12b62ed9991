//! The window: the only egui code.
