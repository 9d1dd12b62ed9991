//! The timeline: who dates what, in the order of time.

use super::super::escape::escape;
use super::Page;

impl Page<'_, '_> {
    pub(super) fn timeline(&self, out: &mut String) {
        let dates = self.view.dates();
        if dates.is_empty() {
            return;
        }
        *out += "\n## Timeline\n\nDates as the sources give them, in the order of time.\n\n";
        for date in &dates {
            *out += &format!("- **{}**\n", date.label);
            for (quote, events) in &date.said {
                *out += &format!("  - {}\n", self.quotation(quote, "    "));
                for remark in self.view.remarks(events) {
                    *out += &format!("    - {}\n", escape(&remark));
                }
            }
        }
    }
}
