//! The signature of the sign-in's answer.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// What the signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signature {
    /// The answer was signed with the app's secret and is as it was sent.
    Good,
    /// It was signed with another secret, or was changed.
    Differs,
    /// There is none.
    Missing,
}

/// Compares `signature` with base64(HMAC-SHA256(`consumer_secret`, `id` + `issued_at`)), in
/// constant time (help.salesforce.com, `remoteaccess_oauth_username_password_flow`).
pub(super) fn read(
    consumer_secret: &SecretString,
    id: &str,
    issued_at: &str,
    signature: &str,
) -> Signature {
    if signature.is_empty() {
        return Signature::Missing;
    }
    let Ok(given) = STANDARD.decode(signature) else {
        return Signature::Differs;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(consumer_secret.expose_secret().as_bytes())
    else {
        return Signature::Differs;
    };
    mac.update(id.as_bytes());
    mac.update(issued_at.as_bytes());
    match mac.verify_slice(&given) {
        Ok(()) => Signature::Good,
        Err(_) => Signature::Differs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "https://login.salesforce.com/id/00D000000000001/005000000000001";
    const AT: &str = "1278448384422";
    /// Made with `openssl dgst -sha256 -hmac s3cret -binary | base64` over id and time.
    const SIGNED: &str = "U4DQlbD4Ye5UCjie5dTMds2BemMkwJtqxnQdCP+A9CI=";

    #[test]
    fn only_the_apps_own_secret_over_the_same_words_makes_the_signature() {
        let secret = SecretString::from("s3cret");
        assert_eq!(read(&secret, ID, AT, SIGNED), Signature::Good);
        let other = SecretString::from("another");
        assert_eq!(read(&other, ID, AT, SIGNED), Signature::Differs);
        assert_eq!(
            read(&secret, ID, "1278448384423", SIGNED),
            Signature::Differs
        );
        assert_eq!(
            read(&secret, &ID.replace("01", "02"), AT, SIGNED),
            Signature::Differs
        );
        assert_eq!(read(&secret, ID, AT, "not base64!"), Signature::Differs);
        assert_eq!(read(&secret, ID, AT, ""), Signature::Missing);
    }
}
