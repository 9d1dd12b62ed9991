//! When a source was published, as far as it can be known.

use std::time::SystemTime;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::model::{DateBasis, PublicationDate};

/// The date of publication. `written` is a full date found in the file; `day` a month and day whose year is not written;
/// `modified` when the file was last changed. A day without a year is taken for the last such day before the file was
/// changed, and so is no better known than that.
pub(super) fn published(written: Option<Date>, day: Option<(i8, i8)>, modified: Option<Date>) -> PublicationDate {
    let today = || Zoned::now().date();
    let (basis, date) = match (written, modified) {
        (Some(date), _) => return PublicationDate { date, basis: DateBasis::Metadata },
        (None, Some(date)) => (DateBasis::FileModified, date),
        (None, None) => (DateBasis::Today, today()),
    };
    PublicationDate { date: day.and_then(|day| last_before(day, date)).unwrap_or(date), basis }
}

/// The last such day that is not after `limit`; 29 February looks back to a leap year.
fn last_before((month, day): (i8, i8), limit: Date) -> Option<Date> {
    (0..=8).filter_map(|years| Date::new(limit.year() - years, month, day).ok()).find(|date| *date <= limit)
}

/// The local day of a moment.
pub(super) fn day_of(time: SystemTime) -> Option<Date> {
    Some(Timestamp::try_from(time).ok()?.to_zoned(TimeZone::system()).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_best_known_date_wins() {
        let modified = Some(date(2025, 9, 1));
        let found = published(Some(date(2024, 1, 2)), Some((8, 16)), modified);
        assert_eq!((found.date, found.is_assumed()), (date(2024, 1, 2), false));
        let found = published(None, Some((8, 16)), modified);
        assert_eq!((found.date, found.basis), (date(2025, 8, 16), DateBasis::FileModified));
        assert_eq!(published(None, Some((12, 24)), modified).date, date(2024, 12, 24));
        assert_eq!(published(None, Some((2, 29)), modified).date, date(2024, 2, 29));
        assert_eq!(published(None, None, modified).date, date(2025, 9, 1));
        assert_eq!(published(None, None, None).basis, DateBasis::Today);
    }
}
