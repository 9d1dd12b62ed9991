//! Rows of tables: cells between pipes or tabs.

/// Whether a line is a row between pipes, or cells parted by tabs.
pub(super) fn is_row(line: &str) -> bool {
    (line.starts_with('|') && line.matches('|').count() >= 2)
        || line.contains(" | ") && line.matches(" | ").count() >= 2
        || line.contains('\t')
}

/// Whether a row is the rule under a head: "|---|:--|".
pub(super) fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | '=') || c.is_whitespace())
}

/// The cells of a row, without the white space around them.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.trim_matches('|').split(['|', '\t']).map(str::trim)
}

/// Whether the first row of a table names columns rather than holding values: it is followed by a rule, or by a row of
/// figures where it has none.
pub(super) fn is_head(row: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    if is_rule(next) {
        return true;
    }
    let figures = |row: &str| cells(row).skip(1).filter(|cell| is_figure(cell)).count();
    let years = cells(row).skip(1).all(is_year);
    (figures(row) == 0 || years) && figures(next) > 0
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) && cell.bytes().all(|b| b.is_ascii_digit())
}

/// A number with at most a sign, a currency and a unit.
fn is_figure(cell: &str) -> bool {
    let bare = cell.trim_start_matches(|c: char| "+-−–~<>$£€¥ (".contains(c));
    bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.split_whitespace().count() <= 2
        && !is_year(cell)
        && bare.chars().filter(|c| c.is_alphabetic()).count() <= 8
}

/// Byte range of the row without the pipes at its ends.
pub(super) fn inside(row: &str) -> std::ops::Range<usize> {
    let start = row.len() - row.trim_start_matches(['|', ' ', '\t']).len();
    let end = row.trim_end_matches(['|', ' ', '\t']).len();
    start..end.max(start)
}

/// Length in bytes of the first cell and the mark after it, where a row has exactly two cells: it labels the second.
pub(super) fn row_label(row: &str) -> Option<usize> {
    let mark = row.find(['|', '\t'])?;
    (!row[mark + 1..].contains(['|', '\t']) && !row[mark + 1..].trim().is_empty()).then_some(mark + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_rules() {
        assert!(is_rule("|---|:--:|") && !is_rule("| a | b |"));
        assert!(is_head("| Topic | Details |", Some("|---|---|")));
        assert!(is_head("| £m | Q1 2024 | Change |", Some("| Sales | 12.1 | +3% |")));
        assert!(!is_head("| Sales | 12.1 | +3% |", Some("| Costs | 9.0 | +1% |")));
    }

    #[test]
    fn two_cells_are_label_and_value() {
        let row = "| Place | The talks are in Oslo. |";
        let inside = &row[inside(row)];
        assert_eq!(inside, "Place | The talks are in Oslo.");
        assert_eq!(row_label(inside).map(|end| inside[end..].trim()), Some("The talks are in Oslo."));
        assert_eq!(row_label("Sales | 12.1 | +3%"), None);
    }
}
