//! The matrix, the timeline and the agreements.

use super::super::phrases::{ASSUMED, capitalised, conflicts_with, status};
use super::super::view::Accord;
use super::markup::text;
use super::{Page, Section, entry, letter};
use crate::model::{ClaimStanding, SourceId, Stance, Strength};

impl Page<'_, '_> {
    /// What every source says of each claim that more than one of them speaks of.
    pub(super) fn matrix(&self) -> Section {
        let claims = self.view.shared_claims();
        let mut body = String::new();
        if !claims.is_empty() {
            body += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who says what\">\n<table>\n<caption>What \
                     more than one source speaks of, in reading order; numbers are paragraphs.</caption>\n\
                     <thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Status</th>";
            for source in &self.view.sources {
                body += &format!("<th scope=\"col\">{}</th>", letter(&source.letter()));
            }
            body += "</tr></thead>\n<tbody>\n";
            for (claim, standing) in &claims {
                let title = text(self.view.title(claim));
                let cells: String = self.view.sources.iter().map(|&source| self.cell_html(standing, source)).collect();
                let status = status(standing);
                body += &format!("<tr><th scope=\"row\" class=\"title\">{title}</th><td>{status}</td>{cells}</tr>\n");
            }
            body += "</tbody>\n</table>\n</div>\n";
        }
        Section::new("matrix", "Who says what", Some(claims.len()), body)
    }

    fn cell_html(&self, standing: &ClaimStanding, source: SourceId) -> String {
        let stance = standing.cells.iter().find(|cell| cell.source == source).map(|cell| cell.stance);
        let (Some(stance), Some(words)) = (stance, self.view.cell(standing, source)) else {
            return "<td class=\"quiet\">silent</td>".to_owned();
        };
        let (class, glyph) = match stance {
            Stance::Conflicts => ("conflicts", "≠"),
            Stance::Possible => ("possible", "?"),
            Stance::Agrees => ("agrees", "✓"),
            Stance::OnlyHere => ("alone", "▨"),
        };
        let glyph = format!("<span class=\"glyph\" aria-hidden=\"true\">{glyph}</span>");
        format!("<td class=\"stance {class}\">{glyph} {words}</td>")
    }

    /// Who dates what, in the order of time.
    pub(super) fn timeline(&self) -> Section {
        let dates = self.view.dates();
        let mut body = String::new();
        for date in &dates {
            let assumed = if date.assumed { format!(", {ASSUMED}") } else { String::new() };
            let label = text(&date.label);
            body += &format!("<li><strong>{label}</strong><span class=\"quiet\">{assumed}</span>\n<ul>\n");
            for said in &date.said {
                body += &format!("<li class=\"agrees\">{}", self.quotation(&said.quote, false));
                for (strength, other) in &said.conflicts {
                    let (class, glyph) = super::contradiction(*strength);
                    let glyph = format!("<span class=\"glyph\" aria-hidden=\"true\">{glyph}</span>");
                    body +=
                        &format!("<p class=\"{class}\">{glyph} {} {}</p>\n", conflicts_with(*strength), text(other));
                }
                if said.assumed {
                    body += &format!("<p class=\"quiet\">{}</p>\n", capitalised(ASSUMED));
                }
                body += "</li>\n";
            }
            body += "</ul></li>\n";
        }
        if !dates.is_empty() {
            body = format!(
                "<p>Dates as the sources give them, in the order of time.</p>\n<ol class=\"timeline\">\n{body}</ol>\n"
            );
        }
        Section::new("timeline", "Timeline", Some(dates.len()), body)
    }

    /// Clear ones, then possible ones.
    pub(super) fn agreements(&self) -> [Section; 2] {
        let all = self.view.accords();
        let (clear, possible): (Vec<_>, Vec<_>) = all.iter().partition(|a| a.strength == Strength::Clear);
        let list = |accords: &[&Accord]| accords.iter().map(|accord| self.accord(accord)).collect::<String>();
        let found = if clear.is_empty() { "<p>None found.</p>\n".to_owned() } else { list(&clear) };
        [
            Section::new("agreements", "Agreements", Some(clear.len()), found),
            Section::new("possible-agreements", "Possible agreements", Some(possible.len()), list(&possible)),
        ]
    }

    fn accord(&self, accord: &Accord) -> String {
        let mut words = vec![accord.voices()];
        words.extend(accord.reasons.iter().cloned());
        words.extend(accord.decisions());
        let quotes = accord.quotes.iter().map(|quote| self.quotation(quote, quote.strength > accord.strength));
        let glyph = if accord.strength == Strength::Clear { "✓" } else { "✓?" };
        entry("agrees", glyph, &text(&capitalised(words.join("; "))), &quotes.collect::<String>())
    }
}
