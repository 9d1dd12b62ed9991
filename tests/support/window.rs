//! The pair view, or the whole window, without a screen.

use std::sync::Arc;

use counterpoint::gui::state::{Effect, News, Options};
use counterpoint::gui::views::pair::{PairView, pair_view_ui};
use counterpoint::gui::views::{Views, window_ui};
use counterpoint::gui::{Command, Commands, State, fonts, theme};
use counterpoint::model::Comparison;
use egui_kittest::Harness;

use super::cpu_renderer::CpuRenderer;

/// Fonts and colours.
pub(crate) fn set_up(ctx: &egui::Context) {
    fonts::install(ctx);
    theme::install(ctx);
}

/// The state, the view, and the commands on their way from one to the other.
#[derive(Default)]
pub(crate) struct Window {
    pub(crate) state: State,
    pub(crate) view: PairView,
    pub(crate) commands: Commands,
    /// All parts of the window; without it the pair view alone is shown.
    pub(crate) views: Option<Views>,
}

impl Window {
    /// A window that shows a comparison.
    pub(crate) fn new(comparison: Comparison) -> Self {
        let comparison = Arc::new(comparison);
        let mut state = State::new(Options::default());
        let mut effects = Vec::new();
        for source in &comparison.sources {
            let news =
                News::Read(source.document.origin.file_name.clone().into(), Ok(Box::new((*source.document).clone())));
            effects = state.handle(Command::News(news));
        }
        assert!(effects.is_empty());
        for effect in state.handle(Command::CompareAgain) {
            if let Effect::Compare(job, items) = effect {
                let items = items.into_iter().map(|(id, _)| id).collect();
                state.handle(Command::News(News::Compared(job, items, Arc::clone(&comparison))));
            }
        }
        assert!(state.comparison().is_some(), "the comparison is shown");
        Self { state, ..Self::default() }
    }

    /// All of the window around a comparison.
    pub(crate) fn whole(comparison: Comparison) -> Self {
        Self { views: Some(Views::default()), ..Self::new(comparison) }
    }

    /// One frame.
    pub(crate) fn ui(&mut self, ui: &mut egui::Ui) {
        for command in self.commands.take() {
            self.state.handle(command);
        }
        if let Some(views) = &mut self.views {
            window_ui(ui, &self.state, views, &mut self.commands);
            if !self.commands.is_empty() {
                ui.ctx().request_repaint();
            }
            return;
        }
        let around = theme::Theme::of(ui).panel;
        ui.ctx().layer_painter(egui::LayerId::background()).rect_filled(ui.ctx().content_rect(), 0.0, around);
        pair_view_ui(ui, &self.state, &mut self.view, &mut self.commands);
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    /// Opens it, so many points wide and high.
    pub(crate) fn open<'a>(self, width: f32, height: f32, theme: egui::Theme) -> Harness<'a, Self> {
        let mut harness = Harness::builder()
            .with_size(egui::vec2(width, height))
            .with_theme(theme)
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .with_context_setup(set_up)
            .renderer(CpuRenderer::default())
            .build_ui_state(|ui, window: &mut Self| window.ui(ui), self);
        harness.run();
        harness
    }
}
