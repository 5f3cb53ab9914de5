//! GCIS by the HTTP contract that this project proposes.
//!
//! No public API for connectors is known; this module speaks to one only where the machine's
//! settings name it, and in practice.

mod client;
mod failure;
mod instances;
mod named_credential;
mod tenants;
mod wire;

pub use client::{ApiCredentials, Gcis};
pub use failure::GcisError;
pub use instances::{Instance, NewInstance};
pub use named_credential::{CredentialReading, OperationState};
