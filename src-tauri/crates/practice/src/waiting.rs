//! What waits: it can be told that it has waited longer.

use jiff::{SignedDuration, Timestamp};

use crate::world::Saved;

impl Saved {
    /// Brings everything that waits nearer by this much: apps that take effect, locked users and operations
    /// of GCIS. No clock is moved, so
    /// that the moments which the services tell stay true.
    pub(crate) fn wait(&mut self, time: SignedDuration) {
        for org in self.orgs.values_mut() {
            for user in org.users_mut() {
                if let Some(until) = &mut user.locked_until {
                    sooner(until, time);
                }
            }
            for app in &mut org.made.connected_apps {
                sooner(&mut app.takes_effect, time);
            }
        }
        for operation in &mut self.operations {
            operation.hurry(|due| sooner(due, time));
        }
    }
}

/// What would lie before all time has come anyway.
fn sooner(moment: &mut Timestamp, time: SignedDuration) {
    *moment = moment.checked_sub(time).unwrap_or(Timestamp::MIN);
}
