//! The matrix: what every source says of each claim that more than one of them speaks of.

use super::super::escape::escape;
use super::super::phrases::{capitalised, status};
use super::Page;
use crate::model::{Claim, ClaimStanding, SourceId};

/// Most sources whose columns a page still holds.
const COLUMNS: usize = 6;
/// Most characters of a cell; beyond, the matrix is told as a list.
const CELL: usize = 40;

impl<'a> Page<'_, 'a> {
    pub(super) fn matrix(&self, out: &mut String) {
        let claims = self.view.shared_claims();
        if claims.is_empty() {
            return;
        }
        *out += "\n## Who says what\n\n\
                 What more than one source speaks of, in reading order; numbers are paragraphs.\n\n";
        let cells: Vec<Vec<Option<String>>> = claims
            .iter()
            .map(|(_, standing)| self.view.sources.iter().map(|&source| self.view.cell(standing, source)).collect())
            .collect();
        let longest = cells.iter().flatten().flatten().map(|cell| cell.chars().count()).max();
        if self.view.sources.len() <= COLUMNS && longest.unwrap_or_default() <= CELL {
            self.table(out, &claims, &cells);
        } else {
            self.list(out, &claims, &cells);
        }
    }

    fn table(&self, out: &mut String, claims: &[&(&'a Claim, ClaimStanding)], cells: &[Vec<Option<String>>]) {
        let letters: Vec<String> = self.view.sources.iter().copied().map(SourceId::letter).collect();
        *out += &format!("| Claim | Status | {} |\n|:--|:--|{}\n", letters.join(" | "), ":--|".repeat(letters.len()));
        for ((claim, standing), cells) in claims.iter().zip(cells) {
            let cells: Vec<&str> = cells.iter().map(|cell| cell.as_deref().unwrap_or("silent")).collect();
            *out += &format!("| {} | {} | {} |\n", escape(self.view.title(claim)), status(standing), cells.join(" | "));
        }
    }

    fn list(&self, out: &mut String, claims: &[&(&'a Claim, ClaimStanding)], cells: &[Vec<Option<String>>]) {
        for ((claim, standing), cells) in claims.iter().zip(cells) {
            let spoken = self.view.sources.iter().zip(cells);
            let spoken = spoken.filter_map(|(id, cell)| Some(format!("{} {}", id.letter(), cell.as_ref()?)));
            *out += &format!(
                "- **{}**  \n  {}: {}\n",
                escape(self.view.title(claim)),
                capitalised(status(standing)),
                spoken.collect::<Vec<_>>().join("; ")
            );
        }
    }
}
