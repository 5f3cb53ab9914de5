//! GCIS's client secret: kept while its addresses are, and removed with them.

use model::catalogue::{Code, Problem};
use model::onboarding::Keep;
use secrecy::{ExposeSecret, SecretString};

use super::connection::{GCIS_CLIENT_SECRET, MACHINE};
use super::machine::MachineSettingsView;
use super::problem::problem;
use super::workspace::Workspace;
use crate::records::Settings;
use crate::vault::VaultError;

impl Workspace {
    /// Keeps GCIS's client secret where the person agreed to.
    pub async fn store_gcis_secret(
        &self,
        secret: SecretString,
        keep: Keep,
    ) -> Result<MachineSettingsView, Problem> {
        let trimmed = SecretString::from(secret.expose_secret().trim());
        if trimmed.expose_secret().is_empty() {
            return Err(problem(Code::SecretEmpty).at_field("gcis_client_secret"));
        }
        let mut kept = Settings::load(&self.data_folder)?;
        if kept.gcis_api.is_empty() || kept.gcis_token.is_empty() {
            return Err(problem(Code::GcisNotConfigured).at_field("gcis_api"));
        }
        let addresses = (kept.gcis_api.clone(), kept.gcis_token.clone());
        let was_in_keychain = kept.secret_in_keychain();
        if keep == Keep::Keychain {
            kept.gcis_secret_in_keychain = true;
            kept.save(&self.data_folder)?;
        }
        let stored = self
            .vault
            .store(MACHINE, GCIS_CLIENT_SECRET, trimmed, keep)
            .await;
        // The keychain may have waited for a person; the settings may have changed meanwhile.
        let mut kept = Settings::load(&self.data_folder)?;
        match &stored {
            Ok(()) if addresses == (kept.gcis_api.clone(), kept.gcis_token.clone()) => {
                kept.gcis_secret_in_keychain = was_in_keychain || keep == Keep::Keychain;
                kept.gcis_secret = Some(keep);
            }
            Ok(()) => {}
            // It may take the value later and give it up again: what it holds is not known.
            Err(VaultError::Unanswered) => kept.gcis_secret = None,
            Err(_) => kept.gcis_secret_in_keychain = was_in_keychain,
        }
        kept.save(&self.data_folder)?;
        stored?;
        self.clear_unused_secret().await?;
        self.settings()
    }

    /// Removes what the settings have no use for any more. Where the keychain cannot be asked now
    /// they go on saying so, and the next change tries again.
    pub(super) async fn clear_unused_secret(&self) -> Result<(), Problem> {
        let kept = Settings::load(&self.data_folder)?;
        if kept.gcis_secret.is_none() {
            self.vault.forget(MACHINE, GCIS_CLIENT_SECRET);
        }
        if !kept.secret_in_keychain() || kept.gcis_secret == Some(Keep::Keychain) {
            return Ok(());
        }
        let cleared = self.vault.clear_keychain(MACHINE, GCIS_CLIENT_SECRET).await;
        match cleared {
            Ok(()) => {
                let mut kept = Settings::load(&self.data_folder)?;
                kept.gcis_secret_in_keychain = false;
                Ok(kept.save(&self.data_folder)?)
            }
            Err(error) => {
                tracing::warn!(%error, "the API's client secret was left in the keychain");
                Ok(())
            }
        }
    }
}
