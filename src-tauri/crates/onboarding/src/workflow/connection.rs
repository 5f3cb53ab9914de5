//! What is needed to talk to a service: the secrets, the client, and where it may go.

use std::path::PathBuf;
use std::sync::PoisonError;

use model::catalogue::{Code, Problem};
use model::field::SecretField;
use model::{Environment, Onboarding, Route};
use secrecy::SecretString;

use super::problem::problem;
use super::workspace::Workspace;
use crate::credentials::Credentials;
use crate::gcis::ApiCredentials;
use crate::net::{Client, ClientSettings, GcisAddresses, Names, Proxy, Reach};
use crate::records::{ProxySetting, Settings};
use crate::vault::VaultError;

/// Whose secrets belong to the machine and to no onboarding.
pub(super) const MACHINE: &str = "machine";
/// The entry of GCIS's client secret.
pub(super) const GCIS_CLIENT_SECRET: &str = "gcis_client_secret";

impl Workspace {
    pub(super) async fn read_secret(
        &self,
        onboarding: &Onboarding,
        field: SecretField,
    ) -> Result<SecretString, Problem> {
        let gone = || {
            problem(Code::SecretGone)
                .with_detail(field.label())
                .at_field(field.key())
        };
        let stored = onboarding.secrets.get(&field).ok_or_else(gone)?;
        let owner = onboarding.id.to_string();
        match self.vault.read(&owner, field.key(), stored.keep).await {
            Err(VaultError::NotFound) => Err(gone()),
            other => Ok(other?),
        }
    }

    /// What the onboarding's route signs in with.
    pub(super) async fn credentials(
        &self,
        onboarding: &Onboarding,
    ) -> Result<Credentials, Problem> {
        let read = |field| self.read_secret(onboarding, field);
        Ok(match onboarding.route {
            Route::ConnectedApp => Credentials::Password {
                username: onboarding.fields.username.clone(),
                password: read(SecretField::Password).await?,
                security_token: read(SecretField::SecurityToken).await?,
                consumer_key: read(SecretField::ConsumerKey).await?,
                consumer_secret: read(SecretField::ConsumerSecret).await?,
            },
            Route::ExternalClientApp => Credentials::Client {
                consumer_key: read(SecretField::EcaConsumerKey).await?,
                consumer_secret: read(SecretField::EcaConsumerSecret).await?,
            },
        })
    }

    /// Removes a secret from wherever it may be. Where the keychain was never handed it, a keychain
    /// that cannot be asked is no error.
    pub(super) async fn remove_secret(
        &self,
        onboarding: &Onboarding,
        field: SecretField,
    ) -> Result<(), Problem> {
        let owner = onboarding.id.to_string();
        let removed = self.vault.remove(&owner, field.key()).await;
        match removed {
            Err(error) if onboarding.in_keychain(field) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The namespace of Gentrack's package, if this machine's settings name one.
    pub(super) fn package_namespace(&self) -> Result<String, Problem> {
        Ok(Settings::load(&self.data_folder)?.package_namespace)
    }

    /// What may be reached for an environment, and the client that reaches it.
    pub(super) fn connection(&self, environment: Environment) -> Result<(Client, Reach), Problem> {
        if environment == Environment::Practice {
            let practice = self.practice.read().unwrap_or_else(PoisonError::into_inner);
            let services = practice
                .as_ref()
                .ok_or_else(|| problem(Code::PracticeOff))?;
            // A proxy has no business between this program and its own practice services.
            let settings = ClientSettings {
                proxy: Proxy::Direct,
                trust_files: Vec::new(),
                names: Names::Practice,
            };
            return Ok((
                Client::new(&settings)?,
                Reach::Practice(services.origins.clone()),
            ));
        }
        let settings = Settings::load(&self.data_folder)?;
        let gcis = GcisAddresses::new(&settings.gcis_api, &settings.gcis_token);
        let proxy = match &settings.proxy {
            ProxySetting::System => Proxy::System,
            ProxySetting::Direct => Proxy::Direct,
            ProxySetting::Custom(address) => Proxy::Custom(address.clone()),
        };
        let client = ClientSettings {
            proxy,
            trust_files: self.trust_files(&settings),
            names: Names::System,
        };
        Ok((Client::new(&client)?, Reach::Live { environment, gcis }))
    }

    /// The files with further roots to trust: this machine's, and the one named for this run.
    fn trust_files(&self, settings: &Settings) -> Vec<PathBuf> {
        let of_settings = Some(&settings.trust_file).filter(|file| !file.is_empty());
        let of_settings = of_settings.map(PathBuf::from);
        of_settings
            .into_iter()
            .chain(self.trust_file.clone())
            .collect()
    }

    pub(super) async fn api_credentials(
        &self,
        environment: Environment,
    ) -> Result<ApiCredentials, Problem> {
        if environment == Environment::Practice {
            let practice = self.practice.read().unwrap_or_else(PoisonError::into_inner);
            let services = practice
                .as_ref()
                .ok_or_else(|| problem(Code::PracticeOff))?;
            return Ok(ApiCredentials {
                client_id: services.gcis_client_id.clone(),
                client_secret: services.gcis_client_secret.clone(),
            });
        }
        let settings = Settings::load(&self.data_folder)?;
        let Some(keep) = settings
            .gcis_secret
            .filter(|_| !settings.gcis_api.is_empty())
        else {
            return Err(problem(Code::GcisNotConfigured));
        };
        let secret = match self.vault.read(MACHINE, GCIS_CLIENT_SECRET, keep).await {
            Err(VaultError::NotFound) => return Err(problem(Code::GcisNotConfigured)),
            other => other?,
        };
        Ok(ApiCredentials {
            client_id: settings.gcis_client_id,
            client_secret: secret,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_named_for_this_run_is_trusted_beside_the_machines_own() {
        let machine = |file: &str| Settings {
            trust_file: file.to_owned(),
            ..Settings::default()
        };
        let workspace = |file: Option<&str>| {
            Workspace::new(PathBuf::from("data")).trusting(file.map(PathBuf::from))
        };
        for (own, named, trusted) in [
            ("", None, &[][..]),
            ("own.pem", None, &["own.pem"][..]),
            ("", Some("run.pem"), &["run.pem"]),
            ("own.pem", Some("run.pem"), &["own.pem", "run.pem"]),
        ] {
            let files = workspace(named).trust_files(&machine(own));
            assert_eq!(files, trusted.iter().map(PathBuf::from).collect::<Vec<_>>());
        }
    }
}
