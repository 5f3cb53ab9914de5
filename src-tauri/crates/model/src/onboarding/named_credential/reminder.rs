//! When to rotate again. Gentrack names no interval; the default here is a common one, and a
//! person's to change.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::ZonedDateTime;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CredentialState, NamedCredential};

/// When a person wants to be reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// So many days after it was last added or rotated; nothing where no reminder is wanted.
    pub days: Option<u16>,
}

impl Default for Reminder {
    fn default() -> Self {
        Self {
            days: Some(Self::DEFAULT_DAYS),
        }
    }
}

impl Reminder {
    /// Until somebody says otherwise.
    pub const DEFAULT_DAYS: u16 = 180;
    /// From a week to two years.
    pub const BOUNDS: RangeInclusive<u16> = 7..=730;
}

/// When the next rotation is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// Days from today: zero today, less once it is past.
    pub days: i32,
}

impl NamedCredential {
    /// When the next rotation is due; nothing while there is none to rotate or no reminder is
    /// wanted.
    pub fn due(&self, now: &ZonedDateTime) -> Option<Due> {
        let days = self.reminder.days?;
        let is_there = matches!(
            self.state,
            CredentialState::Active | CredentialState::Rotating | CredentialState::Revoking
        );
        let renewed_at = self.renewed_at.filter(|_| is_there)?;
        let renewed = now.time_zone().to_datetime(renewed_at).date();
        let on = renewed.checked_add(i64::from(days).days()).ok()?;
        let left = now.date().until(on).ok()?.get_days();
        Some(Due { on, days: left })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;

    fn active_since(renewed_at: &str) -> NamedCredential {
        NamedCredential {
            state: CredentialState::Active,
            renewed_at: Some(renewed_at.parse::<Timestamp>().unwrap()),
            ..NamedCredential::default()
        }
    }

    fn on(year: i16, month: i8, day: i8) -> ZonedDateTime {
        let noon = date(year, month, day).at(12, 0, 0, 0);
        TimeZone::UTC.to_zoned_datetime(noon).unwrap()
    }

    #[test]
    fn it_is_due_half_a_year_after_it_was_last_made_new() {
        let credential = active_since("2026-01-01T10:00:00Z");
        for (today, days) in [
            (on(2026, 1, 1), 180),
            (on(2026, 6, 29), 1),
            (on(2026, 6, 30), 0),
            (on(2026, 7, 10), -10),
        ] {
            let due = credential.due(&today).unwrap();
            assert_eq!((due.on, due.days), (date(2026, 6, 30), days));
        }
    }

    #[test]
    fn the_day_is_the_one_on_this_desks_calendar() {
        let credential = active_since("2026-01-01T23:30:00Z");
        let here = on(2026, 1, 5).with_time_zone(TimeZone::fixed(jiff::tz::offset(10)));
        assert_eq!(credential.due(&here).unwrap().on, date(2026, 7, 1));
    }

    #[test]
    fn nothing_is_due_where_none_is_there_or_no_reminder_is_wanted() {
        let today = on(2027, 1, 1);
        let mut credential = active_since("2026-01-01T10:00:00Z");
        credential.state = CredentialState::Revoked;
        assert_eq!(credential.due(&today), None);
        credential.state = CredentialState::Active;
        credential.reminder.days = None;
        assert_eq!(credential.due(&today), None);
        assert_eq!(NamedCredential::default().due(&today), None);
    }

    #[test]
    fn an_older_record_without_a_reminder_has_the_default_one() {
        let credential = NamedCredential::default();
        assert_eq!(credential.reminder.days, Some(180));
        assert!(Reminder::BOUNDS.contains(&Reminder::DEFAULT_DAYS));
    }
}
