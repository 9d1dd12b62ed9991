//! The timeline: who dates what, in the order of time.

use super::super::escape::escape;
use super::super::phrases;
use super::Page;

impl Page<'_, '_> {
    pub(super) fn timeline(&self, out: &mut String) {
        let dates = self.view.dates();
        if dates.is_empty() {
            return;
        }
        *out += "\n## Timeline\n\nDates as the sources give them, in the order of time.\n\n";
        for date in &dates {
            let assumed = if date.assumed { format!(", {}", phrases::ASSUMED) } else { String::new() };
            *out += &format!("- **{}**{assumed}\n", date.label);
            for said in &date.said {
                *out += &format!("  - {}\n", self.quotation(&said.quote, "    "));
                for (strength, other) in &said.conflicts {
                    *out += &format!("    - {} {}\n", phrases::conflicts_with(*strength), escape(other));
                }
                if said.assumed {
                    *out += &format!("    - {}\n", phrases::capitalised(phrases::ASSUMED));
                }
            }
        }
    }
}
