//! Secrets: in the operating system's keychain, or in the memory of this run.
//!
//! Values go in and come out as [`SecretString`]; nothing here prints, serialises or lists one.

mod keychain;
mod memory;
mod patience;

use model::onboarding::Keep;
use secrecy::SecretString;
use thiserror::Error;

/// Why a secret could not be stored or had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VaultError {
    /// No keychain service runs on this computer.
    #[error("no keychain service: {0}")]
    Missing(String),
    /// The keychain is locked.
    #[error("the keychain is locked")]
    Locked,
    /// The keychain did not answer in time: it may wait for a person, and act once it is unlocked.
    #[error("the keychain did not answer in time")]
    Unanswered,
    /// The keychain refused for another reason.
    #[error("the keychain failed: {0}")]
    Failed(String),
    /// There is no such entry.
    #[error("no such entry")]
    NotFound,
}

/// The secrets of this machine.
#[derive(Debug)]
pub struct Vault {
    keychain: keychain::Keychain,
    memory: memory::Memory,
}

impl Vault {
    /// Opens nothing yet: the keychain is asked at the first use, and asked again after a
    /// failure, so that one that was started meanwhile is found.
    pub fn new() -> Self {
        Self {
            keychain: keychain::Keychain::default(),
            memory: memory::Memory::default(),
        }
    }

    /// Stores a secret under an owner and a key, replacing what was there.
    pub async fn store(
        &self,
        owner: &str,
        key: &str,
        secret: SecretString,
        keep: Keep,
    ) -> Result<(), VaultError> {
        let name = entry_name(owner, key);
        match keep {
            Keep::Keychain => {
                self.keychain.store(name.clone(), secret).await?;
                self.memory.remove(&name);
                Ok(())
            }
            Keep::ThisRun => {
                self.memory.store(name, secret);
                Ok(())
            }
        }
    }

    /// Reads a secret from where it is kept.
    pub async fn read(
        &self,
        owner: &str,
        key: &str,
        keep: Keep,
    ) -> Result<SecretString, VaultError> {
        let name = entry_name(owner, key);
        match keep {
            Keep::Keychain => self.keychain.read(name).await,
            Keep::ThisRun => self.memory.read(&name).ok_or(VaultError::NotFound),
        }
    }

    /// Whether this run's memory holds a secret.
    pub fn holds(&self, owner: &str, key: &str) -> bool {
        self.memory.read(&entry_name(owner, key)).is_some()
    }

    /// Removes an entry from the keychain and leaves what this run's memory holds, waiting for a
    /// few seconds at most; that it was not there is no error.
    pub async fn clear_keychain(&self, owner: &str, key: &str) -> Result<(), VaultError> {
        let removed = self.keychain.remove_soon(entry_name(owner, key)).await;
        no_entry_is_fine(removed)
    }

    /// Forgets what this run's memory holds.
    pub fn forget(&self, owner: &str, key: &str) {
        self.memory.remove(&entry_name(owner, key));
    }

    /// Removes a secret from wherever it may be; that it was not there is no error.
    pub async fn remove(&self, owner: &str, key: &str) -> Result<(), VaultError> {
        let name = entry_name(owner, key);
        self.memory.remove(&name);
        no_entry_is_fine(self.keychain.remove(name).await)
    }
}

impl Default for Vault {
    fn default() -> Self {
        Self::new()
    }
}

fn no_entry_is_fine(removed: Result<(), VaultError>) -> Result<(), VaultError> {
    match removed {
        Ok(()) | Err(VaultError::NotFound) => Ok(()),
        Err(other) => Err(other),
    }
}

fn entry_name(owner: &str, key: &str) -> String {
    format!("{owner}/{key}")
}
