//! What is said about trying again.

/// After so many refusals in a row for one username, Verify pauses.
pub const PAUSE_AFTER: u32 = 2;

/// How long Verify pauses, in minutes: the shortest time a lockout lasts (Metadata API Developer
/// Guide, `PasswordPolicies.lockoutInterval`).
pub const PAUSE_MINUTES: u32 = 15;

/// How long a new connected app can take to work, in minutes, by Salesforce's own notice.
pub const APP_WAIT_MINUTES: u32 = 10;

/// Why attempts are dear (Metadata API Developer Guide, `PasswordPolicies.maxLoginAttempts`: 3, 5,
/// 10 or no limit).
pub const LOCKOUT: &str = "An org can lock a user after as few as 3 wrong attempts, and the \
     portal’s attempts count too.";

/// What is said when Verify pauses.
pub const PAUSE: &str = "Verify waits 15 minutes after two refusals in a row, so that the user is \
     not locked out; a try whose answer was not had counts as one. Go on earlier only if you have seen in Salesforce that the user is unlocked.";

/// What is said while a new connected app is not known yet.
pub const WAIT: &str = "A new connected app takes 2 to 10 minutes to work. Until then Salesforce \
     answers as it does to a mistyped Consumer Key, so compare the key while you wait.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_say_the_numbers_that_count() {
        assert!(PAUSE.contains(&format!("{PAUSE_MINUTES} minutes")));
        assert_eq!(PAUSE_AFTER, 2);
        assert!(PAUSE.contains("two refusals"));
        assert!(WAIT.contains(&format!("to {APP_WAIT_MINUTES} minutes")));
    }
}
