//! The registration of a connector instance.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Adopted, Mismatch, RegistrationBasis, Tenant};
use crate::provenance::{Attested, Provenance};

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
    /// On whose word it rests that GCIS has what is recorded here, and since when. What a person
    /// entered in the portal later is that person's word, although GCIS answered before.
    pub fn standing(&self) -> (Provenance, Timestamp) {
        match (&self.updated, &self.proof) {
            (Some(said), _) | (None, RegistrationProof::Attested(said)) => {
                (Provenance::Attested, said.at)
            }
            (None, RegistrationProof::Verified { at, .. }) => (Provenance::Verified, *at),
        }
    }

    /// Whether nobody here knows with which credentials GCIS runs it.
    pub fn credentials_unknown(&self) -> bool {
        let adopted = self.adopted.as_ref();
        adopted.is_some_and(|adopted| !adopted.credentials_given)
    }

    /// Whether it rests on the person's word alone: GCIS never named it.
    pub fn is_attested_alone(&self) -> bool {
        matches!(self.proof, RegistrationProof::Attested(_)) && self.adopted.is_none()
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

impl RegistrationProof {
    /// Since when it is known.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Attested(said) => said.at,
            Self::Verified { at, .. } => *at,
        }
    }
}
