//! GCIS by the HTTP contract that this project proposes (`gcis-connectors.openapi.yaml`).
//!
//! No public API for connectors is known; this module speaks to one only where the machine's
//! settings name it, and in practice.

mod change;
mod client;
mod credentials;
mod failure;
mod instances;
mod named_credential;
mod segment;
mod tenants;
mod wire;

pub use client::{ApiCredentials, Gcis};
pub use credentials::{Proposal, Replacement};
pub use failure::{GcisError, Refusal};
pub use instances::NewInstance;
pub use named_credential::{CredentialReading, OperationReading, OperationState};
pub use wire::{Check, CheckStatus, Instance, InstanceStatus};
