//! The settings of this machine, as they cross to the window.

use model::catalogue::{Code, Problem};
use model::onboarding::Keep;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use super::connection::{GCIS_CLIENT_SECRET, MACHINE};
use super::destinations::refuse_unconfirmed;
use super::problem::problem;
use super::workspace::Workspace;
use crate::net::{Client, ClientSettings, https};
use crate::records::{ProxySetting, Settings};

/// How connections leave this machine, and where GCIS's API is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MachineSettings {
    /// Which proxy to use.
    pub proxy: ProxyChoice,
    /// The proxy's address; used with [`ProxyChoice::Custom`] alone.
    pub proxy_address: String,
    /// A PEM file with one more root to trust; empty for none.
    pub trust_file: String,
    /// The namespace of Gentrack's package, if Gentrack told it; empty for none.
    pub package_namespace: String,
    /// GCIS's API address, as Gentrack gave it; empty for none.
    pub gcis_api: String,
    /// GCIS's token address.
    pub gcis_token: String,
    /// The client ID for it.
    pub gcis_client_id: String,
}

/// Which proxy to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum ProxyChoice {
    /// As the system says.
    System,
    /// None at all.
    Direct,
    /// The address entered here.
    Custom,
}

/// The settings and whether the API's client secret is stored; never the secret.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct MachineSettingsView {
    /// The settings.
    pub settings: MachineSettings,
    /// Where GCIS's client secret is kept, if it is.
    pub gcis_secret: Option<Keep>,
    /// The keychain may still hold a client secret that is not in use any more.
    pub gcis_secret_left: bool,
    /// Where records and trail are kept.
    pub data_folder: String,
}

impl Workspace {
    /// The settings of this machine.
    pub fn settings(&self) -> Result<MachineSettingsView, Problem> {
        let kept = Settings::load(&self.data_folder)?;
        Ok(self.view(kept))
    }

    /// Checks and keeps the settings; a refusal changes nothing. A place that secrets did not travel
    /// to or through before is kept only if it is among the names `confirmed`; where one is not, the
    /// problem names it ([`Code::DestinationNew`]).
    pub async fn save_settings(
        &self,
        typed: &MachineSettings,
        confirmed: &[String],
    ) -> Result<MachineSettingsView, Problem> {
        let before = Settings::load(&self.data_folder)?;
        let mut kept = before.clone();
        kept.proxy = match typed.proxy {
            ProxyChoice::System => ProxySetting::System,
            ProxyChoice::Direct => ProxySetting::Direct,
            ProxyChoice::Custom => ProxySetting::Custom(proxy_address(&typed.proxy_address)?),
        };
        typed.trust_file.trim().clone_into(&mut kept.trust_file);
        if !kept.trust_file.is_empty() {
            Client::new(&ClientSettings {
                trust_files: vec![kept.trust_file.clone().into()],
                ..ClientSettings::default()
            })
            .map_err(|_| problem(Code::TrustInvalid).at_field("trust_file"))?;
        }
        kept.package_namespace = namespace(&typed.package_namespace)?;
        let api = https_address(&typed.gcis_api, "gcis_api")?;
        let token = https_address(&typed.gcis_token, "gcis_token")?;
        if (&api, &token) != (&kept.gcis_api, &kept.gcis_token) {
            // A secret belongs to the addresses it was entered for.
            kept.gcis_secret_in_keychain = kept.secret_in_keychain();
            kept.gcis_secret = None;
        }
        kept.gcis_api = api;
        kept.gcis_token = token;
        typed
            .gcis_client_id
            .trim()
            .clone_into(&mut kept.gcis_client_id);
        refuse_unconfirmed(&before, &kept, confirmed)?;
        kept.save(&self.data_folder)?;
        self.clear_unused_secret().await?;
        self.settings()
    }

    fn view(&self, kept: Settings) -> MachineSettingsView {
        // What was kept for an earlier run only is gone with it.
        let gcis_secret = kept.gcis_secret.filter(|keep| {
            *keep == Keep::Keychain || self.vault.holds(MACHINE, GCIS_CLIENT_SECRET)
        });
        let gcis_secret_left =
            kept.secret_in_keychain() && kept.gcis_secret != Some(Keep::Keychain);
        let (proxy, proxy_address) = match kept.proxy {
            ProxySetting::System => (ProxyChoice::System, String::new()),
            ProxySetting::Direct => (ProxyChoice::Direct, String::new()),
            ProxySetting::Custom(address) => (ProxyChoice::Custom, address),
        };
        MachineSettingsView {
            settings: MachineSettings {
                proxy,
                proxy_address,
                trust_file: kept.trust_file,
                package_namespace: kept.package_namespace,
                gcis_api: kept.gcis_api,
                gcis_token: kept.gcis_token,
                gcis_client_id: kept.gcis_client_id,
            },
            gcis_secret,
            gcis_secret_left,
            data_folder: self.data_folder.display().to_string(),
        }
    }
}

/// Reads a proxy's address. A password in it would be kept in clear, so none is taken.
fn proxy_address(typed: &str) -> Result<String, Problem> {
    let refused = || problem(Code::ProxyInvalid).at_field("proxy_address");
    let url = Url::parse(typed.trim()).map_err(|_| refused())?;
    let plain = url.username().is_empty() && url.password().is_none();
    if matches!(url.scheme(), "http" | "https") && url.has_host() && plain {
        Ok(url.to_string())
    } else {
        Err(refused())
    }
}

/// Reads a package's namespace, or nothing (Metadata API Developer Guide: up to 15 letters, digits
/// and underscores).
fn namespace(typed: &str) -> Result<String, Problem> {
    let typed = typed.trim();
    let is_namespace =
        typed.len() <= 15 && typed.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_namespace {
        Ok(typed.to_owned())
    } else {
        Err(problem(Code::NamespaceInvalid).at_field("package_namespace"))
    }
}

/// Reads an https address, or nothing.
fn https_address(typed: &str, field: &'static str) -> Result<String, Problem> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    match https(typed) {
        Some(url) => Ok(url.to_string()),
        None => Err(problem(Code::GcisAddressInvalid).at_field(field)),
    }
}
