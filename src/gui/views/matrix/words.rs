//! The words of a cell: so much of a statement as its lines hold, from a little before the words that decide.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Galley, Stroke, Ui};

use crate::gui::shown_claims::{leading_pair, mark_of_stance};
use crate::gui::theme::{self, Theme, font};
use crate::gui::widgets::whole_words;
use crate::gui::{Mark, State};
use crate::model::{ClaimId, Comparison, SourceId, Span, StatementRef};

/// More layouts than any view needs at once; beyond it all are dropped and those in view made again.
const KEPT: usize = 2000;
/// Share of the room in a cell, 0 to 1, that may lie before the words that decide.
const BEFORE: f32 = 0.3;

/// Characters that are laid out beyond those that there is surely no room for.
const AMPLE: usize = 24;

/// What a cell shows of a source that speaks.
#[derive(Clone)]
pub(super) struct CellWords {
    /// How the source stands.
    pub(super) mark: Mark,
    /// Number of its statements.
    pub(super) count: usize,
    /// Whether two of them contradict each other.
    pub(super) disputes_itself: bool,
    /// The words.
    pub(super) galley: Arc<Galley>,
}

/// How much room words have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// Width of a line.
    pub(super) width: f32,
    /// Number of lines.
    pub(super) lines: usize,
}

/// What layouts depend on beside their text.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    room: [Room; 2],
    pixels_per_point: f32,
    dark: bool,
}

/// Layouts of titles and cells.
#[derive(Default)]
pub(super) struct Words {
    key: Option<Key>,
    /// A layout that egui keeps only as long as the font atlas that our layouts point into.
    probe: Option<Arc<Galley>>,
    titles: HashMap<ClaimId, Arc<Galley>>,
    cells: HashMap<(ClaimId, SourceId), CellWords>,
    /// Mean width of a character.
    char_width: f32,
}

impl Words {
    /// Drops the layouts that are stale; `room` is that for the words of a claim and of a cell.
    pub(super) fn begin(&mut self, ui: &Ui, state: &State, room: [Room; 2]) {
        // The letters of English text in about their frequencies, so that the mean width is that of prose.
        const PROBE: &str = "those who heard of it there agreed to differ on the rain in Spain";
        let probe = ui.fonts_mut(|f| f.layout_no_wrap(PROBE.to_owned(), font::reading_quiet(), Theme::of(ui).ink));
        self.char_width = probe.size().x / PROBE.len() as f32;
        let key = Key {
            revision: state.revision(),
            room,
            pixels_per_point: ui.pixels_per_point(),
            dark: ui.visuals().dark_mode,
        };
        let same_fonts = self.probe.as_ref().is_some_and(|old| Arc::ptr_eq(old, &probe));
        if !same_fonts || self.key.as_ref() != Some(&key) || self.titles.len() + self.cells.len() > KEPT {
            self.titles.clear();
            self.cells.clear();
        }
        (self.probe, self.key) = (Some(probe), Some(key));
    }

    /// The title of a claim.
    pub(super) fn title(&mut self, ui: &Ui, comparison: &Comparison, claim: ClaimId, room: Room) -> Arc<Galley> {
        let galley = self.titles.entry(claim).or_insert_with(|| {
            let text = comparison.claims[claim.0 as usize].title.replace(['\n', '\r', '\t'], " ");
            let format = TextFormat {
                font_id: font::body(),
                color: Theme::of(ui).ink,
                line_height: Some(theme::CELL_LINE),
                ..TextFormat::default()
            };
            let mut job = LayoutJob::single_section(text, format);
            (job.wrap.max_width, job.wrap.max_rows) = (room.width, room.lines);
            ui.fonts_mut(|f| whole_words(f, job))
        });
        Arc::clone(galley)
    }

    /// What a source says of a claim; `None` if it is silent.
    pub(super) fn cell(
        &mut self,
        ui: &Ui,
        state: &State,
        comparison: &Comparison,
        (claim, source): (ClaimId, SourceId),
        room: Room,
    ) -> Option<CellWords> {
        if let Some(words) = self.cells.get(&(claim, source)) {
            return Some(words.clone());
        }
        let cell = state.claims().cell(claim, source)?;
        let mark = mark_of_stance(cell.stance);
        let (count, disputes_itself) = (cell.statements.len(), cell.disputes_itself);
        let (at, deciding) = said(state, comparison, claim, source).unwrap_or((*cell.statements.first()?, None));
        // Lines end before a word that does not fit: on average they lose half a word of six letters.
        let most = room.lines as f32 * (room.width / self.char_width.max(1.0) - 3.0);
        let (start, text) = excerpt(comparison.text(at), deciding, most.max(0.0) as usize);
        let job = job(&text, start, deciding, mark, Theme::of(ui), room);
        let galley = ui.fonts_mut(|f| whole_words(f, job));
        let words = CellWords { mark, count, disputes_itself, galley };
        self.cells.insert((claim, source), words.clone());
        Some(words)
    }
}

/// The statement by which a source stands in a claim, with its words that decide.
pub(super) fn said(
    state: &State,
    comparison: &Comparison,
    claim: ClaimId,
    source: SourceId,
) -> Option<(StatementRef, Option<Span>)> {
    let pair = &comparison.pairs[leading_pair(comparison, state.review(), claim, Some(source))?];
    let relation = comparison.standing(pair, state.review()).relation;
    let reason = pair.verdict.reasons.iter().find(|reason| Some(pair.verdict.argued_by(reason)) == relation);
    let (left, right) = (pair.alignment.left, pair.alignment.right);
    let (at, span) =
        if left.source == source { (left, reason.map(|r| r.left)) } else { (right, reason.map(|r| r.right)) };
    Some((at, span.filter(|span| !span.is_empty())))
}

/// What of a statement is shown in room for so many characters: from its beginning if the deciding words are in the first
/// part of that room, else from a word a little before them. Returns where it starts, too.
fn excerpt(text: &str, deciding: Option<Span>, room: usize) -> (usize, String) {
    let before = (room as f32 * BEFORE) as usize;
    let from = deciding.filter(|span| span.end <= text.len()).map_or(0, |span| {
        // Without need nothing is cut off.
        if text[..span.end].chars().count() <= room.saturating_sub(1) {
            return 0;
        }
        let wanted = text[..span.start].char_indices().rev().nth(before.saturating_sub(1)).map_or(0, |(at, _)| at);
        let word = text[wanted..span.start].find(char::is_whitespace).map_or(span.start, |space| wanted + space + 1);
        if wanted == 0 { 0 } else { word }
    });
    // What is beyond the lines is not laid out only to be cut off.
    let ample = 3 * room + AMPLE;
    let to = text[from..].char_indices().nth(ample).map_or(text.len(), |(at, _)| from + at);
    (from, text[from..to].replace(['\n', '\r', '\t'], " "))
}

fn job(text: &str, start: usize, deciding: Option<Span>, mark: Mark, theme: &Theme, room: Room) -> LayoutJob {
    let tone = theme.tone(mark);
    let plain = TextFormat {
        font_id: font::reading_quiet(),
        color: if mark == Mark::OnlyHere { theme.quiet } else { theme.ink },
        line_height: Some(theme::CELL_LINE),
        ..TextFormat::default()
    };
    let strong = TextFormat { color: tone.text, underline: Stroke::new(theme::HAIRLINE, tone.full), ..plain.clone() };
    let mut job = LayoutJob::default();
    (job.wrap.max_width, job.wrap.max_rows) = (room.width, room.lines);
    let mut add = |piece: &str, format: &TextFormat| {
        if !piece.is_empty() {
            job.append(piece, 0.0, format.clone());
        }
    };
    add(if start > 0 { "…" } else { "" }, &plain);
    let within = |byte: usize| byte.saturating_sub(start).min(text.len());
    let cuts = deciding.map_or([0, 0], |span| [within(span.start), within(span.end)]);
    let cuts = if cuts.iter().all(|&cut| text.is_char_boundary(cut)) { cuts } else { [0, 0] };
    add(&text[..cuts[0]], &plain);
    add(&text[cuts[0]..cuts[1]], &strong);
    add(&text[cuts[1]..], &plain);
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "The delegations, who had travelled for two days, met at the old customs house in Varna on Monday.";

    fn of(words: &str) -> Option<Span> {
        let at = TEXT.find(words).unwrap();
        Some(Span::new(at, at + words.len()))
    }

    #[test]
    fn an_excerpt_begins_a_little_before_the_words_that_decide() {
        let (start, shown) = excerpt(TEXT, of("Varna"), 40);
        assert!(start > 0 && shown.starts_with("house in Varna"), "{shown}");
        let (_, shown) = excerpt(TEXT, of("Varna"), 4);
        assert!(shown.starts_with("Varna"), "{shown}");
    }

    #[test]
    fn nothing_is_cut_off_without_need() {
        assert_eq!(excerpt(TEXT, of("two days"), 60).0, 0);
        assert_eq!(excerpt(TEXT, of("Monday"), 200).0, 0);
        assert_eq!(excerpt(TEXT, None, 10).0, 0);
    }

    #[test]
    fn the_words_that_decide_are_marked_in_the_excerpt() {
        let deciding = of("Varna");
        let (start, shown) = excerpt(TEXT, deciding, 40);
        let job = job(&shown, start, deciding, Mark::Contradiction, &theme::LIGHT, Room { width: 100.0, lines: 2 });
        let marked: String = job
            .sections
            .iter()
            .filter(|s| s.format.underline.width > 0.0)
            .map(|s| &job.text[s.byte_range.start.0..s.byte_range.end.0])
            .collect();
        assert_eq!(marked, "Varna");
        assert!(job.text.starts_with('…'));
    }
}
