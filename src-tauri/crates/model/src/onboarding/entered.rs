//! What a person entered: fields in the record, and where each secret is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::catalogue::Code;
use crate::host::Rewritten;

/// What the person typed, kept as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fields {
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name, where it is one.
    pub sandbox_name: String,
    /// The service user's Username.
    pub username: String,
    /// The Login URL, normalised to a bare host.
    pub login_url: String,
    /// What became of the words typed for it. They themselves are not kept: the address of a page
    /// can carry a session.
    pub login_url_rewritten: Rewritten,
    /// The Event Endpoint, exactly as typed.
    pub event_endpoint: String,
    /// The tenant that this connector serves.
    pub tenant: Option<Tenant>,
    /// How the connector is registered, once the person has said it.
    pub registration: Option<RegistrationWay>,
}

/// A GCIS tenant. The id is opaque; it is unknown where the name was typed from the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Tenant {
    /// The id that GCIS gave, if it was GCIS that named the tenant.
    pub id: Option<String>,
    /// The name, as GCIS or its portal shows it.
    pub name: String,
    /// Velocity or Junifer, as GCIS words it.
    pub product: Option<String>,
    /// Production or test, as GCIS words it.
    pub environment: Option<String>,
}

/// The two ways to register behind one screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum RegistrationWay {
    /// The portal's own clicks, guided.
    Portal,
    /// The HTTP contract proposed by this project.
    Api,
}

/// That a secret is stored, and which one. A new value gets a new generation, so that what was
/// established with the old one can be told apart without keeping either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredSecret {
    /// Names this value, reveals nothing of it.
    pub generation: Uuid,
    /// When it was stored.
    pub stored_at: Timestamp,
    /// Where it is.
    pub keep: Keep,
    /// What was unusual about it when it was entered; nothing of the value itself.
    #[serde(default)]
    pub remarks: Vec<Code>,
}

/// Where a secret is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Keep {
    /// The operating system's keychain.
    Keychain,
    /// The memory of this run; gone when the program ends.
    ThisRun,
}
