//! Contradictions, what looks like one and is none, what the reader dismissed, and the reader's notes.

use super::super::escape::escape;
use super::super::phrases::{capitalised, decision, ruling};
use super::super::view::Contrast;
use super::Page;
use crate::model::Strength;

impl Page<'_, '_> {
    pub(super) fn contradictions(&self, out: &mut String) {
        let all = self.view.contradictions();
        let clear = all.iter().filter(|c| c.strength == Strength::Clear).count();
        *out += "\n## Contradictions\n";
        if clear == 0 {
            *out += "\nNone found.\n";
        }
        for (index, contrast) in all.iter().enumerate() {
            if index == clear {
                *out += "\n## Possible contradictions\n\n\
                         Right at least five times in ten, or hedged on one side: worth a look.\n";
            }
            self.contrast(out, index + 1, contrast);
        }
    }

    pub(super) fn contradictions_within(&self, out: &mut String) {
        let all = self.view.contradictions_within();
        if all.is_empty() {
            return;
        }
        *out += "\n## Contradictions within one source\n";
        for (index, contrast) in all.iter().enumerate() {
            self.contrast(out, index + 1, contrast);
        }
    }

    /// A contradiction in full: what differs, the quotations side by side with the words that decide in bold, how sure it
    /// is, and what the reader decided.
    fn contrast(&self, out: &mut String, number: usize, contrast: &Contrast) {
        *out += &format!("\n### {number}. {}\n\n{}\n", escape(&contrast.title()), contrast.judgement());
        for (index, side) in contrast.sides.iter().enumerate() {
            if index > 0 {
                *out += "\nagainst\n";
            }
            for (index, quote) in side.iter().enumerate() {
                let parted = if index > 0 { "\n>\n" } else { "\n" };
                let hedge = if quote.strength > contrast.strength { "*(possible)* " } else { "" };
                *out += &format!("{parted}> {hedge}{}", self.quotation(quote, "> "));
            }
            *out += "\n";
        }
        if contrast.pairs.len() > 1 {
            *out += "\nFound between paragraphs\n\n";
            for reason in &contrast.reasons {
                *out += &format!("- {}: {}\n", self.view.between(reason), escape(&reason.because));
            }
        }
        for (pair, standing) in &contrast.pairs {
            if let Some(note) = standing.decision.map(|d| escape(&d.note)).filter(|note| !note.is_empty()) {
                *out += &format!("\nReader's note on {}: {note}\n", self.view.pair_place(pair));
            }
        }
    }

    /// What looks like a difference and is none.
    pub(super) fn compatible(&self, out: &mut String) {
        let all = self.view.compatible();
        if all.is_empty() {
            return;
        }
        *out += "\n## Different, but no contradiction\n";
        for contrast in all {
            let mut lines: Vec<String> =
                contrast.sides.iter().flatten().map(|quote| self.quotation(quote, "  ")).collect();
            let mut words: Vec<String> = contrast.reasons.iter().map(|r| escape(&r.because)).collect();
            words.extend(contrast.pairs.iter().find_map(|(_, s)| decision(s)).map(str::to_owned));
            lines.push(format!("*{}*", capitalised(words.join("; "))));
            *out += &format!("\n- {}\n", lines.join("  \n  "));
        }
    }

    pub(super) fn dismissed(&self, out: &mut String) {
        for (index, (pair, _)) in self.view.dismissed().into_iter().enumerate() {
            if index == 0 {
                *out += "\n## Dismissed by the reader\n";
            }
            let ends = [pair.alignment.left, pair.alignment.right];
            let mut lines: Vec<String> =
                ends.iter().map(|&at| self.quotation(&self.view.quote(at, []), "  ")).collect();
            let reasons: Vec<String> = self.view.because(pair).iter().map(|because| escape(because)).collect();
            if !reasons.is_empty() {
                lines.push(format!("*{}*", capitalised(reasons.join("; "))));
            }
            *out += &format!("\n- {}\n", lines.join("  \n  "));
        }
    }

    /// Every note, with the pair it was made on; contradictions carry theirs above, too.
    pub(super) fn notes(&self, out: &mut String) {
        for (index, (pair, decision)) in self.view.noted().into_iter().enumerate() {
            if index == 0 {
                *out += "\n## Reader's notes\n\n";
            }
            let ruled = decision.ruling.map_or_else(String::new, |r| format!(" ({})", ruling(r)));
            *out += &format!("- **{}:** {}{ruled}\n", self.view.pair_place(pair), escape(&decision.note));
        }
    }
}
