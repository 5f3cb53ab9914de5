//! How long something is waited for, and how often it is looked at meanwhile.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// How long something is waited for, and how soon it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// The first pause; each further one is twice as long, up to [`Patience::LONGEST_PAUSE`].
    pub first_pause: Duration,
    /// The whole wait.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            first_pause: Duration::from_secs(1),
            longest: Duration::from_mins(1),
        }
    }
}

impl Patience {
    /// However long a service asks to wait, it is looked at again after this time.
    pub const LONGEST_PAUSE: Duration = Duration::from_secs(8);

    /// The pause after so many looks. What a service `asked` for counts, within bounds; nothing
    /// outlasts the time that is `left`.
    pub(super) fn pause(&self, looks: u32, asked: Option<Duration>, left: Duration) -> Duration {
        let doubled = self.first_pause.saturating_mul(1 << looks.min(8));
        let wanted = asked.map_or(doubled, |asked| asked.max(self.first_pause));
        wanted.min(Self::LONGEST_PAUSE).min(left)
    }

    /// When a wait that begins now ends.
    pub(super) fn until(&self) -> Timestamp {
        let now = Timestamp::now();
        let wait = SignedDuration::try_from(self.longest).unwrap_or_default();
        now.checked_add(wait).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Duration = Duration::from_mins(1);

    fn pauses(asked: Option<u64>) -> Vec<u64> {
        let asked = asked.map(Duration::from_secs);
        let pause = |looks| Patience::default().pause(looks, asked, LEFT).as_secs();
        (0..6).map(pause).collect()
    }

    #[test]
    fn pauses_widen_up_to_a_bound() {
        assert_eq!(pauses(None), [1, 2, 4, 8, 8, 8]);
    }

    #[test]
    fn what_the_service_asks_for_counts_within_bounds() {
        assert_eq!(pauses(Some(3)), [3; 6]);
        assert_eq!(
            pauses(Some(0)),
            [1; 6],
            "a service cannot make this program hurry"
        );
        assert_eq!(pauses(Some(3600)), [8; 6], "nor have it wait for an hour");
    }

    #[test]
    fn no_pause_outlasts_the_time_that_is_left() {
        let left = Duration::from_millis(300);
        assert_eq!(Patience::default().pause(3, None, left), left);
        assert_eq!(Patience::default().pause(0, Some(LEFT), left), left);
    }
}
