//! Where a pane stands, and how it glides to where it should stand.

/// Scroll position of a pane, in points from the top of its first row.
#[derive(Clone, Debug, Default)]
pub(super) struct Scroll {
    offset: f64,
    viewport: f32,
    content: f64,
    glide: Option<Glide>,
}

/// A movement under way.
#[derive(Clone, Copy, Debug)]
struct Glide {
    from: f64,
    to: f64,
    /// Seconds, on the clock given to [`Scroll::step`].
    started: f64,
}

impl Scroll {
    /// Distance of the top of the viewport from the top of the content.
    pub(super) fn offset(&self) -> f64 {
        self.offset
    }

    /// Height of what is seen at once.
    pub(super) fn viewport(&self) -> f32 {
        self.viewport
    }

    /// The largest offset.
    pub(super) fn max(&self) -> f64 {
        (self.content - f64::from(self.viewport)).max(0.0)
    }

    /// Takes the sizes of this frame and keeps the offset within them.
    pub(super) fn resize(&mut self, viewport: f32, content: f64) {
        self.viewport = viewport;
        self.content = content;
        self.offset = self.offset.clamp(0.0, self.max());
    }

    /// Goes there at once; ends any glide.
    pub(super) fn set(&mut self, offset: f64) {
        self.glide = None;
        self.offset = offset.clamp(0.0, self.max());
    }

    /// Follows content that moved by `by` above the viewport, so that what is seen stays where it is.
    pub(super) fn shift(&mut self, by: f64) {
        self.offset += by;
        if let Some(glide) = &mut self.glide {
            glide.from += by;
            glide.to += by;
        }
    }

    /// Starts to glide.
    pub(super) fn glide_to(&mut self, to: f64, now: f64) {
        let to = to.clamp(0.0, self.max());
        self.glide = ((to - self.offset).abs() >= 0.5).then_some(Glide { from: self.offset, to, started: now });
    }

    /// Corrects where a glide ends.
    pub(super) fn redirect(&mut self, to: f64) {
        let to = to.clamp(0.0, self.max());
        if let Some(glide) = &mut self.glide {
            glide.to = to;
        }
    }

    /// Whether it is under way.
    pub(super) fn is_gliding(&self) -> bool {
        self.glide.is_some()
    }

    /// Where it is, or is going to be.
    pub(super) fn destination(&self) -> f64 {
        self.glide.map_or(self.offset, |glide| glide.to)
    }

    /// Moves on with a glide of `duration` seconds (0: at once). Fast at first, then slower.
    pub(super) fn step(&mut self, now: f64, duration: f64) {
        let Some(glide) = self.glide else { return };
        let t = if duration > 0.0 { ((now - glide.started) / duration).clamp(0.0, 1.0) } else { 1.0 };
        let eased = 1.0 - (1.0 - t).powi(3);
        self.offset = glide.from + (glide.to - glide.from) * eased;
        if t >= 1.0 {
            self.glide = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scroll;

    fn scroll() -> Scroll {
        let mut scroll = Scroll::default();
        scroll.resize(100.0, 1000.0);
        scroll
    }

    #[test]
    fn stays_within_the_content() {
        let mut scroll = scroll();
        scroll.set(5000.0);
        assert_eq!(scroll.offset(), 900.0);
        scroll.resize(100.0, 400.0);
        assert_eq!(scroll.offset(), 300.0);
        scroll.resize(100.0, 50.0);
        assert_eq!((scroll.offset(), scroll.max()), (0.0, 0.0));
    }

    #[test]
    fn glides_in_time_and_then_rests() {
        let mut scroll = scroll();
        scroll.glide_to(500.0, 10.0);
        scroll.step(10.05, 0.2);
        assert!(scroll.offset() > 125.0 && scroll.offset() < 500.0, "fast at first: {}", scroll.offset());
        scroll.step(10.21, 0.2);
        assert!(scroll.offset() == 500.0 && !scroll.is_gliding());
    }

    #[test]
    fn a_correction_above_moves_the_glide_along() {
        let mut scroll = scroll();
        scroll.glide_to(500.0, 0.0);
        scroll.shift(30.0);
        scroll.step(1.0, 0.2);
        assert_eq!(scroll.offset(), 530.0);
    }
}
