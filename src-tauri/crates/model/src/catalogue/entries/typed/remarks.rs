//! What is remarked on values typed; a remark warns and never blocks.

use crate::Route;
use crate::catalogue::{Entry, Remedy, Retry};
use crate::guide::link::Link;

pub(in crate::catalogue) const SANDBOX_HOST: Entry = Entry::new(
    "sandbox_host",
    Retry::AfterEdit,
    "This host looks like a sandbox’s, and the onboarding is for production",
    &[
        Remedy::new("Check the Login URL.").at(Link::MyDomain),
        Remedy::new(
            "If you mean the sandbox, start an onboarding for it. Verify asks the org \
             which of the two it is.",
        ),
    ],
);

pub(in crate::catalogue) const PRODUCTION_HOST: Entry = Entry::new(
    "production_host",
    Retry::AfterEdit,
    "This host does not look like a sandbox’s, and the onboarding is for a sandbox",
    &[
        Remedy::new(
            "Use test.salesforce.com or the sandbox’s own My Domain host, for example \
             yourcompany--uat.sandbox.my.salesforce.com.",
        )
        .at(Link::MyDomain)
        .on(Route::ConnectedApp),
        Remedy::new(
            "Use the sandbox’s own My Domain host, for example \
             yourcompany--uat.sandbox.my.salesforce.com.",
        )
        .at(Link::MyDomain)
        .on(Route::ExternalClientApp),
        Remedy::new(
            "If the sandbox has this host, go on: Verify asks the org which of the two \
             it is.",
        ),
    ],
);

pub(in crate::catalogue) const SANDBOX_USERNAME: Entry = Entry::new(
    "sandbox_username",
    Retry::AfterEdit,
    "The Username looks like a sandbox’s, and the Login URL is for production",
    &[Remedy::new(
        "In a sandbox, a name such as .uat stands behind the domain; in production \
             nothing does. Check the Username and the Login URL.",
    )
    .at(Link::Users)],
);

pub(in crate::catalogue) const PRODUCTION_USERNAME: Entry = Entry::new(
    "production_username",
    Retry::AfterEdit,
    "The Username looks like production’s, and the Login URL is a sandbox’s",
    &[Remedy::new(
        "Add the sandbox’s name behind the Username, as a user that was copied \
             into a sandbox has it. If this one was created there without it, go on.",
    )
    .at(Link::Users)],
);

pub(in crate::catalogue) const SANDBOX_NAME_ABSENT: Entry = Entry::new(
    "sandbox_name_absent",
    Retry::AfterEdit,
    "The Username does not end in the name of this onboarding’s sandbox",
    &[Remedy::new(
        "Add the sandbox’s name behind the Username, as a user that was copied \
             into a sandbox has it. If this one was created there without it, go on.",
    )
    .at(Link::Users)],
);

pub(in crate::catalogue) const WHITE_SPACE_REMOVED: Entry = Entry::new(
    "white_space_removed",
    Retry::Never,
    "White space was taken out of the value",
    &[Remedy::new(
        "If other text was copied along with it, copy the value alone: a key, a \
             secret or a token has no white space.",
    )],
);

pub(in crate::catalogue) const LINE_BREAK_REMOVED: Entry = Entry::new(
    "line_break_removed",
    Retry::Never,
    "A line break or tab was taken out of the password",
    &[Remedy::new(
        "If other text was copied along with it, copy the password alone.",
    )],
);

pub(in crate::catalogue) const INVISIBLE_REMOVED: Entry = Entry::new(
    "invisible_removed",
    Retry::Never,
    "Characters that nobody sees were taken out of the value",
    &[Remedy::new(
        "If the sign-in fails, type the value by hand: they came along with a \
             copied text.",
    )],
);

pub(in crate::catalogue) const PASSWORD_INVISIBLE: Entry = Entry::new(
    "password_invisible",
    Retry::AfterEdit,
    "The password begins or ends with a space, or holds a character that nobody sees",
    &[Remedy::new(
        "If they came along with a copied text, enter the password without them. \
             It is kept as it is, since a password may have them.",
    )],
);

pub(in crate::catalogue) const TOKEN_IN_PASSWORD: Entry = Entry::new(
    "token_in_password",
    Retry::AfterEdit,
    "The password ends with the security token",
    &[Remedy::new(
        "Enter the password alone: the token has a field of its own and is put behind \
             the password when signing in.",
    )],
);

pub(in crate::catalogue) const KEY_LOOKS_LIKE_SECRET: Entry = Entry::new(
    "key_looks_like_secret",
    Retry::AfterEdit,
    "The Consumer Key looks like a Consumer Secret",
    &[
        Remedy::new("Copy the key again; it usually begins with 3MVG9. If this is the key, go on.")
            .at(Link::AppManager),
    ],
);

pub(in crate::catalogue) const SECRET_LOOKS_LIKE_KEY: Entry =
    Entry::new(
        "secret_looks_like_key",
        Retry::AfterEdit,
        "The Consumer Secret looks like a Consumer Key",
        &[Remedy::new(
            "Copy the secret again; it stands below the key. If this is the secret, go on.",
        )
        .at(Link::AppManager)],
    );

pub(in crate::catalogue) const KEY_AND_SECRET_SWAPPED: Entry = Entry::new(
    "key_and_secret_swapped",
    Retry::AfterEdit,
    "Consumer Key and Consumer Secret look swapped",
    &[
        Remedy::new("Enter each in the other’s field. The key usually begins with 3MVG9.")
            .at(Link::AppManager),
    ],
);

pub(in crate::catalogue) const KEY_AND_SECRET_ALIKE: Entry = Entry::new(
    "key_and_secret_alike",
    Retry::AfterEdit,
    "Consumer Key and Consumer Secret are the same value",
    &[Remedy::new("Copy each again; the key usually begins with 3MVG9.").at(Link::AppManager)],
);

pub(in crate::catalogue) const KEY_UNUSUAL: Entry = Entry::new(
    "key_unusual",
    Retry::AfterEdit,
    "The Consumer Key has not the usual form",
    &[Remedy::new(
        "Check that it was copied whole; if it was, go on. It usually begins with \
             3MVG9 and has 80 characters or more.",
    )
    .at(Link::AppManager)],
);

pub(in crate::catalogue) const SECRET_UNUSUAL: Entry = Entry::new(
    "secret_unusual",
    Retry::AfterEdit,
    "The Consumer Secret has not the usual form",
    &[Remedy::new(
        "Check that it was copied whole; if it was, go on. It is usually 64 \
             digits and letters from A to F, or in older apps a long number.",
    )
    .at(Link::AppManager)],
);

pub(in crate::catalogue) const TOKEN_UNUSUAL: Entry = Entry::new(
    "token_unusual",
    Retry::AfterEdit,
    "The security token has not the usual form",
    &[Remedy::new(
        "Check that it was copied whole from the mail; if it was, go on. It is \
             usually 24 or 25 letters and digits.",
    )],
);
