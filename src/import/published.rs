//! When a source was published, as far as it can be known.

use std::time::SystemTime;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::model::{DateBasis, PublicationDate};
use crate::text::Filed;

/// Years looked back for a day without a year.
const YEARS: i16 = 8;

/// The date of publication. `written` is a full date found in the file; `filed` a day whose year is not written; `modified`
/// when the file was last changed. A day without a year is taken for the last such day before the file was changed, and so
/// is assumed, too.
pub(super) fn published(written: Option<Date>, filed: Option<Filed>, modified: Option<Date>) -> PublicationDate {
    let (basis, date) = match (written, modified) {
        (Some(date), _) => return PublicationDate { date, basis: DateBasis::Metadata },
        (None, Some(date)) => (DateBasis::FileModified, date),
        (None, None) => (DateBasis::Today, Zoned::now().date()),
    };
    PublicationDate { date: filed.and_then(|filed| last_before(filed, date)).unwrap_or(date), basis }
}

/// The last such day that is not after `limit`, on the weekday the report names if there is one.
fn last_before(filed: Filed, limit: Date) -> Option<Date> {
    let days = (0..=YEARS).filter_map(|years| Date::new(limit.year() - years, filed.month, filed.day).ok());
    let days: Vec<Date> = days.filter(|date| *date <= limit).collect();
    let agrees = |date: &&Date| filed.weekday.is_some_and(|weekday| date.weekday() == weekday);
    days.iter().find(agrees).or(days.first()).copied()
}

/// The local day of a moment.
pub(super) fn day_of(time: SystemTime) -> Option<Date> {
    Some(Timestamp::try_from(time).ok()?.to_zoned(TimeZone::system()).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    #[test]
    fn the_best_known_date_wins() {
        let modified = Some(date(2025, 9, 1));
        let filed = |month, day, weekday| Some(Filed { month, day, weekday });
        let found = published(Some(date(2024, 1, 2)), filed(8, 16, None), modified);
        assert_eq!((found.date, found.is_assumed()), (date(2024, 1, 2), false));
        let found = published(None, filed(8, 16, None), modified);
        assert_eq!((found.date, found.basis), (date(2025, 8, 16), DateBasis::FileModified));
        assert_eq!(published(None, filed(12, 24, None), modified).date, date(2024, 12, 24));
        assert_eq!(published(None, filed(2, 29, None), modified).date, date(2024, 2, 29));
        // 16 August was a Friday in 2024 and a Saturday in 2025.
        assert_eq!(published(None, filed(8, 16, Some(Weekday::Friday)), modified).date, date(2024, 8, 16));
        assert_eq!(published(None, None, modified).date, date(2025, 9, 1));
        assert_eq!(published(None, None, None).basis, DateBasis::Today);
    }
}
