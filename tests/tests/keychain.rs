//! The vault over the real Secret Service, in each state that a desktop can have it in.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use acceptance::desktop::{Keyring, inside};
use model::onboarding::Keep;
use onboarding::vault::{Vault, VaultError};
use secrecy::{ExposeSecret, SecretString};

const OWNER: &str = "an-onboarding";
const KEY: &str = "password/1";

/// Runs a test's steps on a runtime that does not wait, at its end, for a keychain that still asks.
fn run(steps: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(steps);
    runtime.shutdown_background();
}

async fn store(secret: &str) -> Result<(), VaultError> {
    Vault::new()
        .store(OWNER, KEY, SecretString::from(secret), Keep::Keychain)
        .await
}

async fn read() -> Result<String, VaultError> {
    let secret = Vault::new().read(OWNER, KEY, Keep::Keychain).await?;
    Ok(secret.expose_secret().to_owned())
}

#[test]
fn keeps_replaces_and_removes_a_secret() {
    inside(
        Keyring::Unlocked,
        "keeps_replaces_and_removes_a_secret",
        || {
            run(async {
                assert_eq!(read().await, Err(VaultError::NotFound));
                store("first ä€ \" value").await.unwrap();
                assert_eq!(read().await.unwrap(), "first ä€ \" value");
                store("second").await.unwrap();
                assert_eq!(read().await.unwrap(), "second");
                Vault::new().remove(OWNER, KEY).await.unwrap();
                assert_eq!(read().await, Err(VaultError::NotFound));
                Vault::new().remove(OWNER, KEY).await.unwrap();
            });
        },
    );
}

#[test]
fn tells_that_the_keychain_is_locked() {
    inside(Keyring::Locked, "tells_that_the_keychain_is_locked", || {
        run(async { assert_eq!(store("value").await, Err(VaultError::Locked)) });
    });
}

#[test]
fn tells_that_there_is_no_keychain() {
    inside(Keyring::Absent, "tells_that_there_is_no_keychain", || {
        run(async {
            assert!(matches!(store("value").await, Err(VaultError::Missing(_))));
            assert!(matches!(read().await, Err(VaultError::Missing(_))));
        });
    });
}

#[test]
#[ignore = "long: waits as long as a person may take to answer"]
fn does_not_wait_for_ever_for_an_answer() {
    inside(
        Keyring::Asking,
        "does_not_wait_for_ever_for_an_answer",
        || {
            run(async { assert_eq!(store("value").await, Err(VaultError::Locked)) });
        },
    );
}
