//! The settings of this machine, as they cross to the window.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Whether GCIS's client secret is stored.
    pub gcis_secret_stored: bool,
    /// Where records and trail are kept.
    pub data_folder: String,
}
