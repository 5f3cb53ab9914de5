//! The operating system's keychain.
//!
//! The store is built for each call: a store that could not be opened once must not stay closed
//! for the life of the program. Calls run on a blocking thread with a time limit, since a locked
//! keychain waits for a person.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

use super::VaultError;
use super::patience::{Unanswered, patiently};

const SERVICE: &str = "connector-setup";

/// How long a person has to answer the system's prompt before the window says what it waits for.
const UNLOCK_TIME: Duration = Duration::from_secs(30);

/// How long is waited for what nobody asked for in so many words.
const SOON: Duration = Duration::from_secs(5);

#[cfg(target_os = "linux")]
type Store = zbus_secret_service_keyring_store::Store;
#[cfg(target_os = "macos")]
type Store = apple_native_keyring_store::keychain::Store;
#[cfg(windows)]
type Store = windows_native_keyring_store::Store;

#[derive(Debug, Default)]
pub(super) struct Keychain {
    /// Whose turn it is at each entry.
    turns: Mutex<HashMap<String, Arc<Mutex<()>>>>,
}

impl Keychain {
    /// Stores a secret. After [`VaultError::Unanswered`] the keychain may take it when a person
    /// unlocks it later; it is removed again then, and what it replaced is gone.
    pub(super) async fn store(&self, name: String, secret: SecretString) -> Result<(), VaultError> {
        let entry = name.clone();
        let undo = move |stored: Result<(), Error>| {
            if stored.is_ok()
                && let Err(error) = at_entry(&entry, Entry::delete_credential)
            {
                tracing::warn!(error = %said(&error), "a value left behind was not removed");
            }
        };
        let store = move |entry: &Entry| entry.set_password(secret.expose_secret());
        self.ask(name, UNLOCK_TIME, store, undo).await
    }

    pub(super) async fn read(&self, name: String) -> Result<SecretString, VaultError> {
        let read = |entry: &Entry| entry.get_password().map(SecretString::from);
        self.ask(name, UNLOCK_TIME, read, drop).await
    }

    pub(super) async fn remove(&self, name: String) -> Result<(), VaultError> {
        self.ask(name, UNLOCK_TIME, Entry::delete_credential, drop)
            .await
    }

    /// The same for one whose removal nobody asked for in so many words: a person is not kept
    /// waiting for it.
    pub(super) async fn remove_soon(&self, name: String) -> Result<(), VaultError> {
        self.ask(name, SOON, Entry::delete_credential, drop).await
    }

    async fn ask<T: Send + 'static>(
        &self,
        name: String,
        limit: Duration,
        call: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
        undo: impl FnOnce(Result<T, Error>) + Send + 'static,
    ) -> Result<T, VaultError> {
        let turn = self.turn(&name);
        let call = move || at_entry(&name, call);
        match patiently(limit, turn, call, undo).await {
            Err(Unanswered::TimedOut) => Err(VaultError::Unanswered),
            Err(Unanswered::Died(why)) => Err(VaultError::Failed(why)),
            Ok(result) => result.map_err(|error| said(&error)),
        }
    }

    fn turn(&self, name: &str) -> Arc<Mutex<()>> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(turns.entry(name.to_owned()).or_default())
    }
}

fn at_entry<T>(name: &str, call: impl FnOnce(&Entry) -> Result<T, Error>) -> Result<T, Error> {
    let store: Arc<Store> = Store::new()?;
    let entry = store.build(SERVICE, name, None)?;
    call(&entry)
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
