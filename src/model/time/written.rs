//! Writing times no finer than they were given.

use std::fmt;

use jiff::civil::Date;

use super::{TimePrecision, TimeSpan};

impl TimePrecision {
    /// A date in ISO 8601 as far as this precision goes: "2014", "2025-12", "2025-12-02".
    pub fn iso(self, date: Date) -> String {
        let format = match self {
            Self::Day | Self::Week => "%Y-%m-%d",
            Self::Month | Self::Quarter => "%Y-%m",
            Self::Year | Self::Decade => "%Y",
        };
        date.strftime(format).to_string()
    }
}

/// For a reader: "2 Dec 2025", "15–17 Jun 2026", "Jul–Sep 2025", "2014", "1990s". An open end is an ellipsis.
impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            let end = |date: Option<Date>| {
                date.map_or_else(|| "…".to_owned(), |d| Self { to: Some(d), from: Some(d), ..*self }.to_string())
            };
            return write!(f, "{} – {}", end(self.from), end(self.to));
        };
        let (same_year, same_month) = (from.year() == to.year(), from.first_of_month() == to.first_of_month());
        match self.precision {
            TimePrecision::Day | TimePrecision::Week => match () {
                () if from == to => write!(f, "{}", to.strftime("%-d %b %Y")),
                () if same_month => write!(f, "{}–{}", from.strftime("%-d"), to.strftime("%-d %b %Y")),
                () if same_year => write!(f, "{} – {}", from.strftime("%-d %b"), to.strftime("%-d %b %Y")),
                () => write!(f, "{} – {}", from.strftime("%-d %b %Y"), to.strftime("%-d %b %Y")),
            },
            TimePrecision::Month | TimePrecision::Quarter => match () {
                () if same_month => write!(f, "{}", to.strftime("%b %Y")),
                () if same_year => write!(f, "{}–{}", from.strftime("%b"), to.strftime("%b %Y")),
                () => write!(f, "{} – {}", from.strftime("%b %Y"), to.strftime("%b %Y")),
            },
            TimePrecision::Decade if from.year() % 10 == 0 && to.year() == from.year() + 9 => {
                write!(f, "{}s", from.year())
            }
            TimePrecision::Year | TimePrecision::Decade if same_year => write!(f, "{}", from.year()),
            TimePrecision::Year | TimePrecision::Decade => write!(f, "{}–{}", from.year(), to.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn no_finer_than_it_was_given() {
        let span = |precision, from, to| TimeSpan { from: Some(from), to: Some(to), precision }.to_string();
        let day = date(2026, 6, 15);
        for (written, expected) in [
            (span(TimePrecision::Day, day, day), "15 Jun 2026"),
            (span(TimePrecision::Day, day, date(2026, 6, 17)), "15–17 Jun 2026"),
            (span(TimePrecision::Week, date(2026, 6, 29), date(2026, 7, 5)), "29 Jun – 5 Jul 2026"),
            (span(TimePrecision::Day, date(2025, 12, 31), date(2026, 1, 1)), "31 Dec 2025 – 1 Jan 2026"),
            (span(TimePrecision::Month, date(2026, 6, 1), date(2026, 6, 30)), "Jun 2026"),
            (span(TimePrecision::Quarter, date(2025, 7, 1), date(2025, 9, 30)), "Jul–Sep 2025"),
            (span(TimePrecision::Quarter, date(2025, 12, 1), date(2026, 3, 21)), "Dec 2025 – Mar 2026"),
            (span(TimePrecision::Year, date(2014, 1, 1), date(2014, 12, 31)), "2014"),
            (span(TimePrecision::Year, date(2023, 11, 20), date(2024, 5, 3)), "2023–2024"),
            (span(TimePrecision::Decade, date(1990, 1, 1), date(1999, 12, 31)), "1990s"),
            (span(TimePrecision::Decade, date(2006, 5, 22), date(2016, 8, 3)), "2006–2016"),
        ] {
            assert_eq!(written, expected);
        }
        let open = TimeSpan { from: Some(day), to: None, precision: TimePrecision::Year };
        assert_eq!(open.to_string(), "2026 – …");
    }

    #[test]
    fn iso_stops_where_the_precision_does() {
        let day = date(2025, 12, 2);
        let written = [TimePrecision::Day, TimePrecision::Month, TimePrecision::Year].map(|p| p.iso(day));
        assert_eq!(written, ["2025-12-02", "2025-12", "2025"]);
    }
}
