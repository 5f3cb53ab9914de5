//! The registration of a connector instance.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Adopted, Mismatch, RegistrationBasis, SignIn, Tenant};
use crate::catalogue::Code;
use crate::provenance::Attested;

/// A registration on its way: on disk before the request leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationAttempt {
    /// Sent as Idempotency-Key and as the instance's reference.
    pub key: Uuid,
    /// The payload it belongs to.
    pub basis: RegistrationBasis,
    /// The tenant it is for.
    pub tenant: Tenant,
    /// When it was begun.
    pub at: Timestamp,
    /// When GCIS was asked what became of it and showed nothing. The key stays: should the request
    /// still be on its way, the same key makes the same instance.
    #[serde(default)]
    pub looked_up_at: Option<Timestamp>,
}

impl RegistrationAttempt {
    /// Whether GCIS has to be asked before anything is sent again.
    pub fn is_unknown(&self) -> bool {
        self.looked_up_at.is_none()
    }
}

/// The registered connector instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Registered {
    /// What it was registered with, or has been updated to.
    pub basis: RegistrationBasis,
    /// The tenant it serves.
    pub tenant: Tenant,
    /// How it is known.
    pub proof: RegistrationProof,
    /// The person entered changed values in the portal.
    #[serde(default)]
    pub updated: Option<Attested>,
    /// It was there before and was adopted.
    #[serde(default)]
    pub adopted: Option<Adopted>,
    /// Org and tenant were not of the same kind, and the person was told so.
    #[serde(default)]
    pub mismatch: Option<Mismatch>,
}

impl Registered {
    /// Whether nobody here knows with which credentials GCIS runs it.
    pub fn credentials_unknown(&self) -> bool {
        let adopted = self.adopted.as_ref();
        adopted.is_some_and(|adopted| !adopted.credentials_given)
    }
}

/// How a registration is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum RegistrationProof {
    /// A person saw it saved in the portal.
    Attested(Attested),
    /// GCIS answered with the instance's id.
    Verified {
        /// The id.
        #[serde(rename = "instanceId")]
        instance_id: String,
        /// When GCIS answered.
        at: Timestamp,
    },
}

/// Other credentials on their way to a registered instance: on disk before the request leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementAttempt {
    /// Sent as Idempotency-Key.
    pub key: Uuid,
    /// What the instance is to work with.
    pub basis: RegistrationBasis,
    /// When GCIS last replaced credentials before it, by its own clock: a later time tells that
    /// this one was carried out.
    pub before: Option<Timestamp>,
}

/// How a save in the portal ended, on the person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PortalEnd {
    /// Saved, refused, or not known.
    pub ending: PortalEnding,
    /// When the person said so.
    pub at: Timestamp,
    /// The latest sign-in of this program before it, by Salesforce's clock: what GCIS did for this
    /// save came later.
    pub since: Option<Timestamp>,
    /// What the portal's words mean, best first; the words themselves are not kept.
    #[serde(default)]
    pub codes: Vec<Code>,
}

/// The three ways in which a save in the portal can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum PortalEnding {
    /// The instance stands in the portal's list.
    Saved,
    /// The portal said no.
    Refused,
    /// Neither was seen.
    DontKnow,
}

/// What Login History showed when it was looked at after a save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// When it was looked at.
    pub looked_at: Timestamp,
    /// The newest sign-in from elsewhere since then; nothing where none is shown.
    pub seen: Option<SignIn>,
}
