//! The menu of a statement: what can be done with its words.

use egui::{Pos2, Response};

use super::article::VisibleRow;
use super::scene::Scene;
use crate::model::StatementId;

/// Opens on a secondary click on a row.
pub(super) fn row_menu(
    response: &Response,
    scene: &Scene<'_>,
    side: usize,
    row: &VisibleRow,
    under: impl Fn(Pos2) -> Option<StatementId>,
) {
    let key = response.id.with("statement");
    let ctx = &response.ctx;
    if response.secondary_clicked() {
        let statement = response.interact_pointer_pos().and_then(under);
        ctx.data_mut(|data| data.insert_temp(key, statement));
    }
    response.context_menu(|ui| {
        let statement: Option<StatementId> = ctx.data(|data| data.get_temp(key)).flatten();
        if let Some(statement) = statement
            && ui.button("Copy Statement").clicked()
        {
            ctx.copy_text(scene.comparison.text(scene.at(side, statement)).to_owned());
            ui.close();
        }
        if ui.button("Copy Paragraph").clicked() {
            ctx.copy_text(row.span.of(&scene.source(side).document.text).to_owned());
            ui.close();
        }
    });
}
