//! Secrets of this run, gone when the program ends.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<HashMap<String, SecretString>>);

impl Memory {
    pub(super) fn store(&self, name: String, secret: SecretString) {
        self.entries().insert(name, secret);
    }

    pub(super) fn read(&self, name: &str) -> Option<SecretString> {
        self.entries().get(name).cloned()
    }

    pub(super) fn remove(&self, name: &str) {
        self.entries().remove(name);
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<String, SecretString>> {
        // A map of independent entries has no half-made state to fear.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
