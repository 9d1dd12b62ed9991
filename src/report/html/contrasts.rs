//! Contradictions, what looks like one and is none, what the reader dismissed, and the reader's notes.

use super::super::phrases::{capitalised, decision, ruling};
use super::super::view::Contrast;
use super::markup::text;
use super::{Page, Section, contradiction, entry};
use crate::model::Strength;

impl Page<'_, '_> {
    /// Clear ones, then possible ones.
    pub(super) fn contradictions(&self) -> [Section; 2] {
        let all = self.view.contradictions();
        let (clear, possible): (Vec<_>, Vec<_>) = all.iter().partition(|c| c.strength == Strength::Clear);
        let list = |contrasts: &[&Contrast], first: usize| -> String {
            contrasts.iter().zip(first..).map(|(c, number)| self.contrast(number, c)).collect()
        };
        let found = if clear.is_empty() { "<p>None found.</p>\n".to_owned() } else { list(&clear, 1) };
        let mut maybe = list(&possible, clear.len() + 1);
        if !maybe.is_empty() {
            maybe.insert_str(0, "<p>Right at least five times in ten, or hedged on one side: worth a look.</p>\n");
        }
        [
            Section::new("contradictions", "Contradictions", Some(clear.len()), found),
            Section::new("possible", "Possible contradictions", Some(possible.len()), maybe),
        ]
    }

    pub(super) fn contradictions_within(&self) -> Section {
        let all = self.view.contradictions_within();
        let body = all.iter().zip(1..).map(|(contrast, number)| self.contrast(number, contrast)).collect();
        Section::new("within", "Contradictions within one source", Some(all.len()), body)
    }

    fn contrast(&self, number: usize, contrast: &Contrast) -> String {
        let (class, glyph) = contradiction(contrast.strength);
        let mut body = format!("<p class=\"judgement\">{}</p>\n{}", text(&contrast.judgement()), self.sides(contrast));
        if contrast.pairs.len() > 1 {
            body += "<details class=\"reasons\">\n<summary>Found between paragraphs</summary>\n<ul>\n";
            for reason in &contrast.reasons {
                body += &format!("<li>{}: {}</li>\n", text(&self.view.between(reason)), text(&reason.because));
            }
            body += "</ul>\n</details>\n";
        }
        for (pair, standing) in &contrast.pairs {
            if let Some(note) = standing.decision.map(|d| text(&d.note)).filter(|note| !note.is_empty()) {
                let place = text(&self.view.pair_place(pair));
                body += &format!("<p><strong>Reader’s note on {place}:</strong> {note}</p>\n");
            }
        }
        entry(class, glyph, &format!("{number}. {}", text(&contrast.title())), &body)
    }

    /// The quotations, side against side.
    fn sides(&self, contrast: &Contrast) -> String {
        let sides: Vec<String> = contrast
            .sides
            .iter()
            .map(|side| {
                let quotes = side.iter().map(|quote| self.quotation(quote, quote.strength > contrast.strength));
                format!("<div class=\"side\">\n{}</div>\n", quotes.collect::<String>())
            })
            .collect();
        let class = if sides.len() == 1 { "sides one" } else { "sides" };
        format!("<div class=\"{class}\">\n{}</div>\n", sides.join("<p class=\"against\">against</p>\n"))
    }

    /// What looks like a difference and is none.
    pub(super) fn compatible(&self) -> Section {
        let all = self.view.compatible();
        let told = |contrast: &Contrast| {
            let mut words: Vec<String> = contrast.reasons.iter().skip(1).map(|r| r.because.clone()).collect();
            words.extend(contrast.pairs.iter().find_map(|(_, s)| decision(s)).map(str::to_owned));
            let more = if words.is_empty() {
                String::new()
            } else {
                format!("<p class=\"judgement\">{}</p>\n", text(&capitalised(words.join("; "))))
            };
            entry("related", "~", &text(&contrast.title()), &(more + &self.sides(contrast)))
        };
        let body = all.iter().map(told).collect();
        Section::new("compatible", "Different, but no contradiction", Some(all.len()), body)
    }

    pub(super) fn dismissed(&self) -> Section {
        let all = self.view.dismissed();
        let told = all.iter().map(|(pair, _)| {
            let ends = [pair.alignment.left, pair.alignment.right];
            let quotes: String = ends.iter().map(|&at| self.quotation(&self.view.quote(at, []), false)).collect();
            let reasons = self.view.because(pair);
            format!("<li>{quotes}<p class=\"judgement\">{}</p></li>\n", text(&capitalised(reasons.join("; "))))
        });
        let list: String = told.collect();
        let body = if list.is_empty() { list } else { format!("<ul>\n{list}</ul>\n") };
        Section::new("dismissed", "Dismissed by the reader", Some(all.len()), body)
    }

    /// Every note, with the pair it was made on; contradictions carry theirs above, too.
    pub(super) fn notes(&self) -> Section {
        let all = self.view.noted();
        let told = all.iter().map(|(pair, decision)| {
            let ruled = decision.ruling.map_or_else(String::new, |r| format!(" ({})", ruling(r)));
            let place = text(&self.view.pair_place(pair));
            format!("<li><strong>{place}:</strong> {}{ruled}</li>\n", text(&decision.note))
        });
        let list: String = told.collect();
        let body = if list.is_empty() { list } else { format!("<ul>\n{list}</ul>\n") };
        Section::new("notes", "Reader’s notes", Some(all.len()), body)
    }
}
