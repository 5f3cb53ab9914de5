//! Moving a live connector to the external client app.

use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const NOTHING_TO_MOVE: Entry = Entry::new(
    "nothing_to_move",
    Retry::Never,
    "There is no connector on the connected app to move",
    &[Remedy::new(
        "Register the connector first, or say that it runs already. One that signs in by the external \
         client app has nothing to move.",
    )],
);

pub(in crate::catalogue) const MOVE_IS_ON: Entry = Entry::new(
    "move_is_on",
    Retry::AfterChange,
    "The connector is being moved, so the way of signing in stays",
    &[Remedy::new(
        "Open Move the connector and choose Go back to return to the other way: it knows what GCIS \
         has.",
    )],
);

pub(in crate::catalogue) const ROUTE_IN_USE: Entry = Entry::new(
    "route_in_use",
    Retry::AfterChange,
    "GCIS signs in by the other way now, so its credentials and the choice stay",
    &[
        Remedy::new(
            "Open Move the connector to leave the connected app: the connector goes on while the new \
             way is set up, and nothing of the old one is lost.",
        ),
        Remedy::new("If the choice here is not the way that GCIS signs in, choose that way again."),
    ],
);

pub(in crate::catalogue) const MOVE_KEEPS_BOTH: Entry = Entry::new(
    "move_keeps_both",
    Retry::AfterChange,
    "The stored credentials of the other way are kept until the move is over",
    &[Remedy::new(
        "Once the connected app is retired they can be removed. Until then GCIS may be signing in \
         with them, and they are the way back.",
    )],
);

pub(in crate::catalogue) const MOVE_OUTCOME_UNKNOWN: Entry = Entry::new(
    "move_outcome_unknown",
    Retry::AfterChange,
    "It is not known which credentials GCIS has now",
    &[
        Remedy::new(
            "Open the instance in the portal under My Connectors, see what it shows, and say here how \
             the save ended.",
        )
        .at(Link::GcisPortal),
        Remedy::new(
            "If it was sent through the API, give it to GCIS once more: the same request goes out under \
             its own key, so GCIS answers for it and does nothing twice.",
        ),
    ],
);

pub(in crate::catalogue) const MOVE_NOT_READY: Entry = Entry::new(
    "move_not_ready",
    Retry::AfterChange,
    "GCIS does not have the new key and secret yet",
    &[Remedy::new(
        "Give them to GCIS first. Until then it signs in by the connected app.",
    )],
);

pub(in crate::catalogue) const MOVE_NOT_SEEN: Entry = Entry::new(
    "move_not_seen",
    Retry::AfterEdit,
    "Salesforce has not shown that GCIS signs in by the new app alone",
    &[
        Remedy::new("Look in Login History once more: it can lag behind by a few minutes.")
            .at(Link::LoginHistory),
        Remedy::new("If you know it otherwise, type the words that stand beside the button."),
    ],
);

pub(in crate::catalogue) const MOVE_ENDED: Entry = Entry::new(
    "move_ended",
    Retry::Never,
    "The connected app is retired: there is nothing to go back to",
    &[Remedy::new(
        "If the connector has to return to it, unblock the app in Salesforce and set the connector up \
         anew in another onboarding.",
    )],
);
