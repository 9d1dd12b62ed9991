//! A trace of what happens, for tests that drive the real window from outside.
//!
//! With `COUNTERPOINT_TRACE=PATH` in the environment, one line is appended to PATH for each event: `second frame`,
//! `widget NAME X Y` (centre of a button, in points, whenever it moves), `dialog requested KIND`,
//! `dialog returned KIND OUTCOME`, `loaded N`, `failed PATH`, `comparison done contradictions=K pairs=N`, `saved PATH`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;

use egui::{Id, Pos2};

/// Where the lines go; nowhere without the variable.
#[derive(Debug, Default)]
pub(super) struct Trace {
    file: Option<File>,
    frames: u64,
    widgets: BTreeMap<String, Pos2>,
}

/// Where [`located`] leaves the centres of buttons for [`Trace::frame`].
fn memory_id() -> Id {
    Id::unique("centres of buttons")
}

/// Notes the centre of a button of a frame.
pub(super) fn located(ui: &egui::Ui, name: &str, response: &egui::Response) {
    ui.ctx().data_mut(|data| {
        let centres = data.get_temp_mut_or_default::<BTreeMap<String, Pos2>>(memory_id());
        centres.insert(name.to_owned(), response.rect.center());
    });
}

impl Trace {
    /// The trace that the environment asks for. A file that cannot be written is reported once, and nothing is traced.
    pub(super) fn from_env() -> Self {
        let file = std::env::var_os("COUNTERPOINT_TRACE").and_then(|path| {
            let opened = std::fs::OpenOptions::new().create(true).append(true).open(&path);
            opened.map_err(|error| log::error!("COUNTERPOINT_TRACE={}: {error}", path.display())).ok()
        });
        Self { file, ..Self::default() }
    }

    /// Appends a line.
    pub(super) fn line(&mut self, line: impl std::fmt::Display) {
        if let Some(file) = &mut self.file
            && let Err(error) = writeln!(file, "{line}")
        {
            log::error!("the trace cannot be written: {error}");
            self.file = None;
        }
    }

    /// To be called at the end of every frame.
    pub(super) fn frame(&mut self, ctx: &egui::Context) {
        if self.file.is_none() {
            return;
        }
        self.frames += 1;
        let centres: BTreeMap<String, Pos2> = ctx.data_mut(|data| data.remove_temp(memory_id())).unwrap_or_default();
        for (name, centre) in &centres {
            if self.frames > 1 && self.widgets.get(name) != Some(centre) {
                self.line(format_args!("widget {name} {:.0} {:.0}", centre.x, centre.y));
                self.widgets.insert(name.clone(), *centre);
            }
        }
        if self.frames == 2 {
            self.line("second frame");
        }
    }
}
