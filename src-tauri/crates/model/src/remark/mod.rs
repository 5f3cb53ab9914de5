//! Remarks on the values typed: they warn and never block.
//!
//! What keys, secrets and tokens look like is general knowledge and nowhere promised, so nothing
//! is refused for its looks. A remark is a name without a value: it holds no part of a secret.

mod pair;
mod shape;
mod tidy;
mod username;

pub use pair::{about_host, about_key_and_secret, about_password_and_token};
pub use tidy::{Tidied, tidy};
pub use username::{Surroundings, about_username};

use crate::catalogue::Code;

/// Something worth telling about a value. To keep one, keep its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remark {
    /// A sandbox's host in an onboarding for production.
    SandboxHost,
    /// A production org's host in an onboarding for a sandbox.
    ProductionHost,
    /// A sandbox's Username with a host for production.
    SandboxUsername,
    /// A Username of production with a sandbox's host.
    ProductionUsername,
    /// The Username does not end in the sandbox's name.
    SandboxNameAbsent,
    /// White space was removed from a key, a secret or a token.
    WhiteSpaceRemoved,
    /// A line break or a tab was removed from a password.
    LineBreakRemoved,
    /// Characters that nobody sees were removed.
    InvisibleRemoved,
    /// A password holds what can hardly be seen, and keeps it.
    PasswordInvisible,
    /// The password ends with the security token.
    TokenInPassword,
    /// What was entered as key has the looks of a secret.
    KeyLooksLikeSecret,
    /// What was entered as secret has the looks of a key.
    SecretLooksLikeKey,
    /// Each has the other's looks.
    KeyAndSecretSwapped,
    /// One value was entered twice.
    KeyAndSecretAlike,
    /// A key of unusual length or beginning.
    KeyUnusual,
    /// A secret of unusual length or characters.
    SecretUnusual,
    /// A token of unusual length or characters.
    TokenUnusual,
}

impl Remark {
    /// The catalogue's code, with the words and the fix.
    pub fn code(self) -> Code {
        match self {
            Self::SandboxHost => Code::SandboxHost,
            Self::ProductionHost => Code::ProductionHost,
            Self::SandboxUsername => Code::SandboxUsername,
            Self::ProductionUsername => Code::ProductionUsername,
            Self::SandboxNameAbsent => Code::SandboxNameAbsent,
            Self::WhiteSpaceRemoved => Code::WhiteSpaceRemoved,
            Self::LineBreakRemoved => Code::LineBreakRemoved,
            Self::InvisibleRemoved => Code::InvisibleRemoved,
            Self::PasswordInvisible => Code::PasswordInvisible,
            Self::TokenInPassword => Code::TokenInPassword,
            Self::KeyLooksLikeSecret => Code::KeyLooksLikeSecret,
            Self::SecretLooksLikeKey => Code::SecretLooksLikeKey,
            Self::KeyAndSecretSwapped => Code::KeyAndSecretSwapped,
            Self::KeyAndSecretAlike => Code::KeyAndSecretAlike,
            Self::KeyUnusual => Code::KeyUnusual,
            Self::SecretUnusual => Code::SecretUnusual,
            Self::TokenUnusual => Code::TokenUnusual,
        }
    }
}
