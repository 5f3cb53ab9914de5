//! Which check asks what, and what reads the answers.

use model::catalogue::Check;

use super::ask::{Ask, Permission};
use super::judge::{self, Judge};

/// A check that is answered after sign-in.
pub(super) struct Registered {
    pub(super) check: Check,
    pub(super) asks: &'static [Ask],
    pub(super) judge: Judge,
}

/// The checks after sign-in, in the order they are shown.
pub(super) const REGISTRY: [Registered; 14] = [
    Registered {
        check: Check::Rest,
        asks: &[Ask::Organization],
        judge: judge::rest,
    },
    Registered {
        check: Check::Identity,
        asks: &[Ask::User],
        judge: judge::identity,
    },
    Registered {
        check: Check::Environment,
        asks: &[Ask::Organization],
        judge: judge::environment,
    },
    Registered {
        check: Check::Edition,
        asks: &[Ask::Organization],
        judge: judge::edition,
    },
    Registered {
        check: Check::User,
        asks: &[Ask::User],
        judge: judge::user,
    },
    Registered {
        check: Check::ApiAccess,
        asks: &[Ask::May(Permission::ApiEnabled), Ask::User],
        judge: judge::api_access,
    },
    Registered {
        check: Check::PasswordExpiry,
        asks: &[Ask::May(Permission::PasswordNeverExpires)],
        judge: judge::password_expiry,
    },
    Registered {
        check: Check::Permissions,
        asks: &[
            Ask::May(Permission::ModifyAllData),
            Ask::May(Permission::ApiUserOnly),
        ],
        judge: judge::permissions,
    },
    Registered {
        check: Check::CredentialRight,
        asks: &[
            Ask::May(Permission::ManageNamedCredentials),
            Ask::May(Permission::CustomizeApplication),
        ],
        judge: judge::credential_right,
    },
    Registered {
        check: Check::ApiCalls,
        asks: &[Ask::Limits],
        judge: judge::api_calls,
    },
    Registered {
        check: Check::Package,
        asks: &[Ask::Packages, Ask::PackageNames],
        judge: judge::package,
    },
    Registered {
        check: Check::NamedCredentials,
        asks: &[Ask::NamedCredentials],
        judge: judge::credentials,
    },
    Registered {
        check: Check::SignIns,
        asks: &[Ask::SignIns],
        judge: judge::sign_ins_check,
    },
    Registered {
        check: Check::Elsewhere,
        asks: &[],
        judge: judge::elsewhere,
    },
];

/// The event endpoint, asked on the person's explicit wish only: a GET may run code of the package.
pub(super) const ENDPOINT: Registered = Registered {
    check: Check::Endpoint,
    asks: &[Ask::Endpoint],
    judge: judge::endpoint,
};
