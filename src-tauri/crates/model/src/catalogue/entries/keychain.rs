//! The keychain.

use crate::catalogue::{Entry, Remedy, Retry};

pub(in crate::catalogue) const KEYCHAIN_MISSING: Entry = Entry::new(
    "keychain_missing",
    Retry::AfterChange,
    "This computer has no keychain service running",
    &[
        Remedy::new(
            "If this is Linux, install and start a Secret Service, for example gnome-keyring \
             or KWallet, then store the value again.",
        )
        .copy("sudo apt-get install gnome-keyring"),
        Remedy::new("Or keep the value only until you close the program."),
    ],
);

pub(in crate::catalogue) const KEYCHAIN_LOCKED: Entry = Entry::new(
    "keychain_locked",
    Retry::AfterChange,
    "The keychain is locked",
    &[
        Remedy::new(
            "Unlock it: answer the system’s prompt, or open your password manager \
             app. Then store the value again.",
        ),
        Remedy::new("Or keep the value only until you close the program."),
    ],
);

pub(in crate::catalogue) const KEYCHAIN_FAILED: Entry = Entry::new(
    "keychain_failed",
    Retry::Now,
    "The keychain did not take or give the value",
    &[
        Remedy::new(
            "Try again. If it stays so, sign out of your desktop session and in \
             again.",
        ),
        Remedy::new("Or keep the value only until you close the program."),
    ],
);

pub(in crate::catalogue) const SECRET_GONE: Entry = Entry::new(
    "secret_gone",
    Retry::AfterEdit,
    "A stored value is no longer in the keychain",
    &[Remedy::new("Enter it again on the Credentials page.")],
);

pub(in crate::catalogue) const LEFT_IN_KEYCHAIN: Entry = Entry::new(
    "left_in_keychain",
    Retry::AfterChange,
    "The keychain may still hold an earlier value of this",
    &[
        Remedy::new(
            "Unlock the keychain, then enter the value here once more: the earlier one is removed.",
        ),
        Remedy::new("If this onboarding is removed, that value is removed with it."),
    ],
);
