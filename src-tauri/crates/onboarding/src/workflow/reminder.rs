//! The reminder to rotate the named credential.

use std::path::PathBuf;

use jiff::{Timestamp, ZonedDateTime};
use model::catalogue::{Code, Problem};
use model::onboarding::Reminder;
use uuid::Uuid;

use super::file_name::of_onboarding;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::documents::{Rotation, rotation_reminder};
use crate::records::write_document;

/// Where a reminder was saved.
#[derive(Debug, Clone)]
pub struct SavedReminder {
    /// The folder.
    pub folder: PathBuf,
    /// The calendar file.
    pub file: PathBuf,
}

impl Workspace {
    /// After how many days a person wants to be reminded to rotate; nothing for no reminder. At
    /// least a week and at most two years.
    pub fn set_rotation_reminder(&self, id: Uuid, days: Option<u32>) -> Result<Snapshot, Problem> {
        let out_of_bounds = || problem(Code::ReminderOutOfBounds).at_field("reminder_days");
        let days = match days {
            None => None,
            Some(days) => {
                let days = u16::try_from(days).map_err(|_| out_of_bounds())?;
                if !Reminder::BOUNDS.contains(&days) {
                    return Err(out_of_bounds());
                }
                Some(days)
            }
        };
        let word = days.map_or_else(|| "off".to_owned(), |days| format!("{days} days"));
        self.say(id, "rotation_reminder", &word, |onboarding| {
            onboarding.facts.named_credential.reminder = Reminder { days };
        })
    }

    /// Saves the next rotation as a calendar file in a folder, which need not exist yet. It takes
    /// the place of an earlier one: in a calendar, both are the same event.
    pub fn save_rotation_reminder(
        &self,
        id: Uuid,
        folder: PathBuf,
    ) -> Result<SavedReminder, Problem> {
        let onboarding = self.load(id)?;
        let due = onboarding.facts.named_credential.due(&ZonedDateTime::now());
        let due = due.ok_or_else(|| problem(Code::NothingToRemind))?;
        let reminder = rotation_reminder(&Rotation {
            onboarding: &onboarding,
            on: due.on,
            written_at: Timestamp::now(),
        });
        let name = of_onboarding(&onboarding, "rotate-named-credential");
        let file = folder.join(format!("{name}.ics"));
        write_document(&file, reminder.as_bytes()).map_err(|error| {
            let detail = format!("{}: {error}", folder.display());
            problem(Code::DiskFailed).with_detail(detail)
        })?;
        self.note(id, "rotation_reminder_saved", "");
        Ok(SavedReminder { folder, file })
    }
}
