//! Named credentials: what stands in the way of changing one, and the reminder.

use crate::catalogue::{Entry, Remedy, Retry};

pub(in crate::catalogue) const CREDENTIAL_OTHER_STATE: Entry = Entry::new(
    "credential_other_state",
    Retry::AfterChange,
    "GCIS has the named credential in another state",
    &[Remedy::new(
        "Look at where it stands now, and decide anew: somebody may have changed it in the \
         portal.",
    )],
);

pub(in crate::catalogue) const ORG_NAME_DIFFERS: Entry = Entry::new(
    "org_name_differs",
    Retry::AfterEdit,
    "This is not the name of the Salesforce org",
    &[Remedy::new(
        "Type the org’s name as it stands under Connected as. Nothing was changed. If the name is \
         not the one you expect, you may have the wrong onboarding open.",
    )],
);

pub(in crate::catalogue) const REMINDER_OUT_OF_BOUNDS: Entry = Entry::new(
    "reminder_out_of_bounds",
    Retry::AfterEdit,
    "The reminder needs a whole number of days from 7 to 730",
    &[Remedy::new(
        "Enter for example 180 for about half a year, or switch the reminder off.",
    )],
);

pub(in crate::catalogue) const NOTHING_TO_REMIND: Entry = Entry::new(
    "nothing_to_remind",
    Retry::AfterChange,
    "There is no rotation to be reminded of",
    &[Remedy::new(
        "Add the named credential first, and choose after how many days to be reminded.",
    )],
);
