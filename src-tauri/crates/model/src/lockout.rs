//! When to stop trying a password, before Salesforce locks the user.
//!
//! An org may lock a user after as few as three wrong tries, and those of the portal count too
//! (Metadata API, `MaxLoginAttempts`: 3, 5, 10 or no limit; lockouts of 15 minutes and more).

use jiff::{SignedDuration, Timestamp};

use crate::diagnosis::words::{PAUSE_AFTER, PAUSE_MINUTES};

/// Until when no further try should be made, if the count asks for a pause at all.
pub fn paused_until(refusals: u32, last: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let until = last + SignedDuration::from_mins(i64::from(PAUSE_MINUTES));
    (refusals >= PAUSE_AFTER && now < until).then_some(until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_refusal_pauses_for_a_quarter_of_an_hour() {
        let last = Timestamp::UNIX_EPOCH;
        let after = |minutes| last + SignedDuration::from_mins(minutes);
        for (refusals, now, paused) in [
            (0, 0, false),
            (1, 0, false),
            (2, 0, true),
            (2, 14, true),
            (2, 15, false),
            (7, 1, true),
        ] {
            let until = paused_until(refusals, last, after(now));
            assert_eq!(until, paused.then_some(after(15)), "{refusals} after {now}");
        }
    }
}
