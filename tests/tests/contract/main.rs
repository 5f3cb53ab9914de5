//! The GCIS contract, `gcis-connectors.openapi.yaml`: our client and the practice GCIS are both held to it.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod client;
mod document;
mod examples;
mod exchange;
mod judge;
mod recorder;
mod refusals;
mod schemathesis;
mod stage;
mod stranger;
mod token;
mod tolerant;
mod walk;
