//! Secrets as a person enters them: tidied, remarked on, kept where the person agreed to.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::field::SecretField;
use model::onboarding::{Keep, StoredSecret};
use model::remark::{self, Remark};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::vault::VaultError;

/// Remarks that speak of two values: they go once either of the two is entered anew.
const OF_TWO: [Code; 3] = [
    Code::KeyAndSecretSwapped,
    Code::KeyAndSecretAlike,
    Code::TokenInPassword,
];

impl Workspace {
    /// Keeps a secret where the person agreed to. The record learns a new generation first: a
    /// crash in between leaves a fact to be rechecked, never a fact that is out of date unnoticed.
    pub async fn store_secret(
        &self,
        id: Uuid,
        field: SecretField,
        secret: SecretString,
        keep: Keep,
    ) -> Result<Snapshot, Problem> {
        let tidied = remark::tidy(field, secret.expose_secret());
        let remarks = tidied.remarks.into_iter().map(Remark::code).collect();
        let secret = SecretString::from(tidied.value.into_owned());
        if secret.expose_secret().is_empty() {
            return Err(problem(Code::SecretEmpty).at_field(field.key()));
        }
        let _hold = self.hold(id)?;
        if self.load(id)?.is_kept_by_move(field) {
            return Err(problem(Code::MoveKeepsBoth).at_field(field.key()));
        }
        let stored = StoredSecret {
            generation: Uuid::new_v4(),
            stored_at: Timestamp::now(),
            keep,
            remarks,
        };
        let mut before = None;
        let mut was_in_keychain = false;
        self.edit(id, "secret_stored", field.key(), |onboarding| {
            was_in_keychain = onboarding.in_keychain(field);
            if was_in_keychain || keep == Keep::Keychain {
                onboarding.facts.in_keychain.insert(field);
            }
            before = onboarding.secrets.insert(field, stored);
            Ok(())
        })?;
        let kept = self
            .vault
            .store(&id.to_string(), field.key(), secret.clone(), keep)
            .await;
        match kept {
            Ok(()) => {
                if was_in_keychain && keep == Keep::ThisRun {
                    self.clear_keychain(id, field).await?;
                }
                self.remark_on_two(id, field, &secret).await
            }
            Err(error) => {
                // A keychain that waits for a person may take the value later and give it up again,
                // so what it holds is not known any more; after any other failure it holds what it
                // held.
                let is_known = error != VaultError::Unanswered;
                self.edit(id, "secret_not_stored", field.key(), |onboarding| {
                    match before.filter(|_| is_known) {
                        Some(before) => onboarding.secrets.insert(field, before),
                        None => onboarding.secrets.remove(&field),
                    };
                    if is_known && !was_in_keychain {
                        onboarding.facts.in_keychain.remove(&field);
                    }
                    Ok(())
                })?;
                let problem = Problem::from(error).at_field(field.key());
                Err(self.note_problem(id, "secret_not_stored", problem))
            }
        }
    }

    /// Removes what an earlier choice left in the keychain. Where that cannot be done now the record
    /// goes on saying so.
    async fn clear_keychain(&self, id: Uuid, field: SecretField) -> Result<(), Problem> {
        let owner = id.to_string();
        let cleared = self.vault.clear_keychain(&owner, field.key()).await;
        if cleared.is_err() {
            self.note(id, "secret_left_in_keychain", field.key());
            return Ok(());
        }
        self.edit(id, "secret_left_keychain", field.key(), |onboarding| {
            onboarding.facts.in_keychain.remove(&field);
            Ok(())
        })?;
        Ok(())
    }

    /// Compares a value just stored with the one that belongs to it, where that is at hand. A
    /// value that cannot be read is no reason to stop: it is only not compared.
    async fn remark_on_two(
        &self,
        id: Uuid,
        field: SecretField,
        value: &SecretString,
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let other = partner(field);
        if !onboarding.secrets.contains_key(&other) {
            return self.open(id);
        }
        let other_value = self.read_secret(&onboarding, other).await.ok();
        let found = other_value.and_then(|other_value| {
            let (value, other) = (value.expose_secret(), other_value.expose_secret());
            match field {
                SecretField::Password => remark::about_password_and_token(value, other),
                SecretField::SecurityToken => remark::about_password_and_token(other, value),
                SecretField::ConsumerKey | SecretField::EcaConsumerKey => {
                    remark::about_key_and_secret(value, other)
                }
                SecretField::ConsumerSecret | SecretField::EcaConsumerSecret => {
                    remark::about_key_and_secret(other, value)
                }
            }
        });
        let saved = self.edit(id, "secret_compared", field.key(), |onboarding| {
            for one in [field, other] {
                if let Some(stored) = onboarding.secrets.get_mut(&one) {
                    stored.remarks.retain(|code| !OF_TWO.contains(code));
                }
            }
            // The token behind the password is a matter of the password, whichever came last.
            let place = match found {
                Some(Remark::TokenInPassword) => SecretField::Password,
                _ => field,
            };
            if let Some(stored) = onboarding.secrets.get_mut(&place) {
                stored.remarks.extend(found.map(Remark::code));
            }
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }
}

/// The value that a value belongs to.
fn partner(field: SecretField) -> SecretField {
    match field {
        SecretField::Password => SecretField::SecurityToken,
        SecretField::SecurityToken => SecretField::Password,
        SecretField::ConsumerKey => SecretField::ConsumerSecret,
        SecretField::ConsumerSecret => SecretField::ConsumerKey,
        SecretField::EcaConsumerKey => SecretField::EcaConsumerSecret,
        SecretField::EcaConsumerSecret => SecretField::EcaConsumerKey,
    }
}
