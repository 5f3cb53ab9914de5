//! The settings of this machine. They are no part of a record: an imported onboarding cannot
//! bring an address along.

use std::path::{Path, PathBuf};

use model::onboarding::Keep;
use serde::{Deserialize, Serialize};

use super::{Content, RecordError, file};

/// The settings of this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Which proxy to use.
    pub proxy: ProxySetting,
    /// A PEM file with one more root to trust; empty for none.
    pub trust_file: String,
    /// The namespace of Gentrack's package; empty where it is not known.
    pub package_namespace: String,
    /// GCIS's API address; empty for none.
    pub gcis_api: String,
    /// GCIS's token address; empty for none.
    pub gcis_token: String,
    /// The client ID for it.
    pub gcis_client_id: String,
    /// Where its client secret was put, if it was entered.
    pub gcis_secret: Option<Keep>,
    /// Whether the keychain was handed a client secret and its removal is not confirmed.
    pub gcis_secret_in_keychain: bool,
}

/// Which proxy to use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "address")]
pub enum ProxySetting {
    /// As the system says.
    #[default]
    System,
    /// None at all.
    Direct,
    /// This one.
    Custom(String),
}

impl Settings {
    /// Reads the settings; none saved yet means the defaults.
    pub fn load(data_folder: &Path) -> Result<Self, RecordError> {
        match file::read(&path(data_folder), Content::Settings) {
            Err(RecordError::Missing) => Ok(Self::default()),
            other => other,
        }
    }

    /// Whether the keychain may hold a client secret, be it the one in use or an earlier one.
    pub fn secret_in_keychain(&self) -> bool {
        self.gcis_secret_in_keychain || self.gcis_secret == Some(Keep::Keychain)
    }

    /// Saves the settings, whole or not at all.
    pub fn save(&self, data_folder: &Path) -> Result<(), RecordError> {
        file::replace(&path(data_folder), self)
    }
}

fn path(data_folder: &Path) -> PathBuf {
    data_folder.join("settings.json")
}
