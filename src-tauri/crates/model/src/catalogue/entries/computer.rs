//! This computer: records, practice, clipboard.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const RECORD_MISSING: Entry = Entry::new(
    "record_missing",
    Retry::Never,
    "This onboarding is no longer on this computer",
    &[Remedy::new(
        "Go back to the list; it may have been removed in another window.",
    )],
);

pub(in crate::catalogue) const RECORD_DAMAGED: Entry = Entry::new(
    "record_damaged",
    Retry::Never,
    "The file of this onboarding cannot be read",
    &[Remedy::new(
        "Restore it from a backup, or begin a new onboarding. The file was left as it is.",
    )],
);

pub(in crate::catalogue) const RECORD_NEWER: Entry = Entry::new(
    "record_newer",
    Retry::AfterChange,
    "This onboarding was saved by a newer version of Connector Setup",
    &[Remedy::new(
        "Install the newer version to open it. Nothing was changed.",
    )],
);

pub(in crate::catalogue) const SETTINGS_DAMAGED: Entry = Entry::new(
    "settings_damaged",
    Retry::AfterChange,
    "The settings of this computer cannot be read",
    &[Remedy::new(
        "Move the file named under Details to another place, then enter proxy, certificate file \
         and GCIS API anew under Settings. Your onboardings are not affected.",
    )],
);

pub(in crate::catalogue) const REFUSALS_DAMAGED: Entry = Entry::new(
    "refusals_damaged",
    Retry::AfterChange,
    "How often Salesforce refused a user cannot be read, so no password was sent",
    &[
        Remedy::new(
            "Check in Salesforce that the user is not locked: the count that guards it starts \
             anew.",
        )
        .at(Link::Users),
        Remedy::new("Move the file named under Details to another place, then verify again."),
    ],
);

pub(in crate::catalogue) const COMPUTER_FILE_NEWER: Entry = Entry::new(
    "computer_file_newer",
    Retry::AfterChange,
    "A newer version of Connector Setup has used this computer",
    &[Remedy::new(
        "Install the newer version. The file named under Details was left as it is.",
    )],
);

pub(in crate::catalogue) const DISK_FAILED: Entry = Entry::new(
    "disk_failed",
    Retry::AfterChange,
    "The change could not be saved on this computer",
    &[Remedy::new(
        "Check free space and permissions of the folder named under Details, then \
             try again.",
    )],
);

pub(in crate::catalogue) const FOLDER_NOT_EMPTY: Entry = Entry::new(
    "folder_not_empty",
    Retry::AfterEdit,
    "The folder has something in it, so nothing was written to it",
    &[Remedy::new(
        "Name a folder that is empty or not there yet, or move what is in this one.",
    )],
);

pub(in crate::catalogue) const PRACTICE_OFF: Entry = Entry::new(
    "practice_off",
    Retry::Now,
    "The practice services are not running",
    &[Remedy::new("Close the onboarding and open it again.")],
);

pub(in crate::catalogue) const PRACTICE_RUN: Entry = Entry::new(
    "practice_run",
    Retry::AfterChange,
    "This run is for practice alone, so no real service is reached",
    &[
        Remedy::new(
            "Close Connector Setup and start it without --practice to open this onboarding.",
        ),
        Remedy::new("Or open an onboarding of practice."),
    ],
);

pub(in crate::catalogue) const COMMAND_INCOMPLETE: Entry = Entry::new(
    "command_incomplete",
    Retry::AfterEdit,
    "The command is not complete, or not understood",
    &[Remedy::new(
        "Change what is named under Details; the command with --help says what there is.",
    )],
);

pub(in crate::catalogue) const ALREADY_RUNNING: Entry = Entry::new(
    "already_running",
    Retry::Later,
    "This is already running",
    &[Remedy::new("Wait until it has ended.")],
);

pub(in crate::catalogue) const RUNNING_ELSEWHERE: Entry = Entry::new(
    "running_elsewhere",
    Retry::Later,
    "Another window or command is working on this onboarding",
    &[Remedy::new(
        "Wait until it has ended, or end it there, then try again. Nothing was sent.",
    )],
);

pub(in crate::catalogue) const NOTHING_TO_OPEN: Entry = Entry::new(
    "nothing_to_open",
    Retry::AfterEdit,
    "This page cannot be opened from here",
    &[Remedy::new(
        "Use the words for Quick Find beside it. Links work once your My Domain \
             host is the Login URL; practice has some of the pages.",
    )],
);

pub(in crate::catalogue) const CLIPBOARD_FAILED: Entry = Entry::new(
    "clipboard_failed",
    Retry::Now,
    "The clipboard did not take the value",
    &[Remedy::new("Select the text and copy it by hand.")],
);

pub(in crate::catalogue) const INTERNAL: Entry = Entry::new(
    "internal",
    Retry::Now,
    "Something went wrong inside Connector Setup",
    &[Remedy::new("Try again. What you entered is kept.")],
);
