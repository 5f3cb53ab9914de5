//! The operating system's keychain.
//!
//! The store is built for each call: a store that could not be opened once must not stay closed
//! for the life of the program. Calls run on a blocking thread with a time limit, since a locked
//! keychain waits for a person.

use std::sync::Arc;
use std::time::Duration;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

use super::VaultError;

const SERVICE: &str = "connector-setup";

/// How long a person has to answer the system's prompt before the window says what it waits for.
const UNLOCK_TIME: Duration = Duration::from_secs(30);

#[cfg(target_os = "linux")]
type Store = zbus_secret_service_keyring_store::Store;
#[cfg(target_os = "macos")]
type Store = apple_native_keyring_store::keychain::Store;
#[cfg(windows)]
type Store = windows_native_keyring_store::Store;

#[derive(Debug)]
pub(super) struct Keychain;

impl Keychain {
    pub(super) async fn store(&self, name: String, secret: SecretString) -> Result<(), VaultError> {
        on_blocking_thread(name, move |entry| {
            entry.set_password(secret.expose_secret())
        })
        .await
    }

    pub(super) async fn read(&self, name: String) -> Result<SecretString, VaultError> {
        on_blocking_thread(name, |entry| entry.get_password().map(SecretString::from)).await
    }

    pub(super) async fn remove(&self, name: String) -> Result<(), VaultError> {
        on_blocking_thread(name, Entry::delete_credential).await
    }
}

async fn on_blocking_thread<T: Send + 'static>(
    name: String,
    call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, VaultError> {
    let work = tokio::task::spawn_blocking(move || {
        let store: Arc<Store> = Store::new()?;
        let entry = store.build(SERVICE, &name, None)?;
        call(&entry)
    });
    match tokio::time::timeout(UNLOCK_TIME, work).await {
        Err(_) => Err(VaultError::Locked),
        Ok(Err(join)) => Err(VaultError::Failed(join.to_string())),
        Ok(Ok(result)) => result.map_err(|error| said(&error)),
    }
}

/// The keychain's errors by what a person can do about them. Its words hold no secret: the store
/// crates report D-Bus and OS errors only.
fn said(error: &Error) -> VaultError {
    match error {
        Error::NoEntry => VaultError::NotFound,
        // On Linux, NoResult means that no collection could be unlocked or made.
        Error::NoStorageAccess(_) => VaultError::Locked,
        Error::PlatformFailure(inner) if no_service(&inner.to_string()) => {
            VaultError::Missing(inner.to_string())
        }
        Error::NoDefaultStore => VaultError::Missing(String::new()),
        Error::PlatformFailure(inner) => VaultError::Failed(inner.to_string()),
        _ => VaultError::Failed("the entry could not be used".to_owned()),
    }
}

/// No session bus, or a bus on which nothing offers the Secret Service.
fn no_service(words: &str) -> bool {
    [
        "ServiceUnknown",
        "not provided by any",
        "No such file",
        "Failed to connect",
        "autolaunch",
    ]
    .iter()
    .any(|sign| words.contains(sign))
}
