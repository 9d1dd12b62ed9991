//! The pair view: two articles side by side as prose, what they share and where they conflict marked in place.
//!
//! A frame goes: [`scene`] gathers what is to be shown, [`frame`] divides the room, each [`article`] lays out the rows
//! that are in view ([`rows`], [`heights`], [`text`]), [`ribbons`] join what is aligned, [`article_ui`] paints the rows
//! and takes the pointer, [`overview`] shows both articles end to end, and [`sync`] moves one pane along with the other.
//! [`reveal`] brings a new selection into view.

mod anchors;
mod article;
mod article_ui;
mod frame;
mod header;
mod heights;
mod keys;
mod lines;
mod menu;
mod overview;
mod paint;
mod reveal;
mod ribbon;
mod ribbons;
mod rows;
mod scene;
mod scroll;
mod sync;
mod text;

#[cfg(test)]
mod fixture;

use egui::{Rangef, Sense, Ui};

use crate::gui::theme::{self, Theme};
use crate::gui::{Command, Commands, State};
use anchors::Anchors;
use article::Article;
use article_ui::REGIONS;
use frame::Frame;
use overview::Ticks;
use scene::Scene;

/// What the pair view keeps between frames: layouts and scroll offsets, never state of the program.
#[derive(Default)]
pub struct PairView {
    /// [`State::revision`] that the fields below were made for.
    revision: Option<u64>,
    /// The text of each article, to tell whether it is another one.
    texts: [Option<std::sync::Arc<str>>; 2],
    articles: [Article; 2],
    anchors: Anchors,
    ticks: Option<(f32, Ticks)>,
    /// [`State::reveal`] that was followed.
    revealed: u64,
    /// [`State::region`] of the last frame.
    region: Option<crate::gui::state::Region>,
    /// The pair that the pointer was over.
    hovered: Option<usize>,
}

/// Shows the two panes of [`State::shown`] in the space that is left.
pub fn pair_view_ui(ui: &mut Ui, state: &State, view: &mut PairView, commands: &mut Commands) {
    let Some(scene) = Scene::new(state) else { return };
    view.refresh(&scene);
    let (rect, _) = ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, Theme::of(ui).paper);
    let preferred = REGIONS.iter().position(|&region| region == state.region()).unwrap_or_default();
    let narrow = ui.ctx().content_rect().width() < theme::NARROW;
    let frame = Frame::new(rect, narrow.then_some(preferred));

    view.place(ui, &scene, &frame, preferred);
    let moved = view.region.replace(state.region()).is_some_and(|before| before != state.region());
    keys::panes_ui(ui, &scene, &frame, moved, commands);
    keys::copy_selected(ui, &scene);
    let mut scrolled = keys::scroll_by_keys(ui, &scene, &mut view.articles);
    view.lay_out(ui, &scene, &frame);

    if !narrow {
        ribbons::ribbons_ui(ui, &scene, &frame, &view.articles);
    }
    let mut hovered = None;
    for side in keys::sides(&frame) {
        let article = &mut view.articles[side];
        let touched = article_ui::article_ui(ui, &scene, side, &frame.panes[side], article, commands);
        hovered = hovered.or(touched.hovered);
        if let Some(to) = touched.scrolled {
            scrolled = Some((side, article.scroll.offset()));
            article.scroll.set(to);
        }
        if let Some(statement) = touched.focused {
            let mut ends = [None; 2];
            ends[side] = Some(statement);
            reveal::reveal(ui, &mut view.articles, scene.sources(), ends, side);
        }
    }
    scrolled = view.overview(ui, &scene, &frame).or(scrolled);
    header::headers_ui(ui, &scene, &frame, commands);

    if let Some((side, before)) = scrolled {
        if state.options().scroll_locked && !narrow {
            sync::follow(&view.anchors, side, &mut view.articles, scene.sources(), before);
        }
        ui.ctx().request_repaint();
    }
    if hovered != view.hovered {
        view.hovered = hovered;
        commands.send(Command::Hover(hovered));
    }
}

impl PairView {
    /// Follows another comparison, other sources, other filters.
    fn refresh(&mut self, scene: &Scene<'_>) {
        if self.revision == Some(scene.state.revision()) {
            return;
        }
        self.revision = Some(scene.state.revision());
        for side in 0..2 {
            let source = scene.source(side);
            let text = &source.document.text;
            let same = self.texts[side].as_ref().is_some_and(|old| std::sync::Arc::ptr_eq(old, text));
            if !same || !self.articles[side].is_of(source) {
                self.articles[side] = Article::new(source);
                self.texts[side] = Some(std::sync::Arc::clone(text));
            }
        }
        self.anchors = sync::anchors(scene.comparison, scene.shown);
        self.ticks = None;
    }

    /// Takes the sizes of this frame and scrolls to what is newly selected.
    fn place(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame, preferred: usize) {
        for side in keys::sides(frame) {
            let pane = &frame.panes[side];
            self.articles[side].resize(ui, pane.column.span(), pane.body.height());
        }
        if self.revealed != scene.state.reveal() {
            self.revealed = scene.state.reveal();
            let mut ends = scene.selected;
            if let Some(only) = frame.alone {
                ends[1 - only] = None;
            }
            reveal::reveal(ui, &mut self.articles, scene.sources(), ends, preferred);
        }
        for (article, source) in self.articles.iter_mut().zip(scene.sources()) {
            reveal::glide(ui, article, source);
        }
    }

    fn lay_out(&mut self, ui: &Ui, scene: &Scene<'_>, frame: &Frame) {
        for side in keys::sides(frame) {
            let pane = &frame.panes[side];
            let origin = egui::pos2(pane.column.min, pane.body.top());
            self.articles[side].lay_out(ui, scene.source(side), origin);
        }
    }

    /// Shows the overview; scrolls where the reader points, and returns which pane that was and whence.
    fn overview(&mut self, ui: &mut Ui, scene: &Scene<'_>, frame: &Frame) -> Option<(usize, f64)> {
        let height = frame.overview.height();
        if self.ticks.as_ref().is_none_or(|(of, _)| *of != height) {
            self.ticks = Some((height, Ticks::new(scene.comparison, scene.shown, height)));
        }
        let (_, ticks) = self.ticks.as_ref()?;
        let visible = [0, 1].map(|side| {
            if frame.alone.is_some_and(|only| only != side) {
                return None;
            }
            let (article, source) = (&self.articles[side], scene.source(side));
            let top = article.scroll.offset();
            let bottom = top + f64::from(article.scroll.viewport());
            Some(Rangef::new(article.share_at(source, top), article.share_at(source, bottom)))
        });
        let (side, share) = overview::overview_ui(ui, frame.overview, ticks, visible)?;
        let side = frame.alone.unwrap_or(side);
        let article = &mut self.articles[side];
        let before = article.scroll.offset();
        let middle = f64::from(article.scroll.viewport()) / 2.0;
        article.scroll.set(article.y_at_share(scene.source(side), share) - middle);
        (article.scroll.offset() != before).then_some((side, before))
    }
}
