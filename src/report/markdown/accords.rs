//! Agreements, by claim.

use super::super::escape::escape;
use super::super::phrases::capitalised;
use super::super::view::{Accord, Quote};
use super::Page;
use crate::model::Strength;

impl Page<'_, '_> {
    pub(super) fn agreements(&self, out: &mut String) {
        let all = self.view.accords();
        let clear = all.iter().filter(|a| a.strength == Strength::Clear).count();
        *out += "\n## Agreements\n";
        if clear == 0 {
            *out += "\nNone found.\n";
        }
        for (index, accord) in all.iter().enumerate() {
            if index == clear {
                *out += "\n## Possible agreements\n";
            }
            self.accord(out, accord);
        }
    }

    fn accord(&self, out: &mut String, accord: &Accord) {
        let line = |quote: &Quote| {
            let hedge = if quote.strength > accord.strength { "*(possible)* " } else { "" };
            format!("{hedge}{}", self.quotation(quote, "  "))
        };
        let mut lines: Vec<String> = accord.quotes.iter().map(line).collect();
        let reasons = accord.reasons.iter().map(|because| escape(because));
        let words: Vec<String> = std::iter::once(accord.voices()).chain(reasons).chain(accord.decisions()).collect();
        lines.push(format!("*{}*", capitalised(words.join("; "))));
        *out += &format!("\n- {}\n", lines.join("  \n  "));
    }
}
