//! Salesforce: sign-in and what is asked after it.
//!
//! A token is used for the questions of one run and then dropped; it is never revoked, since
//! sessions are shared per user and the connector lives on the same one.

mod failure;
mod preflight;
mod questions;
mod sign_in;
mod wire;

pub use failure::SalesforceError;
pub use preflight::{Expectations, Outcome, Progress, verify};
pub use questions::{Identity, Organization, identity, organization};
pub use sign_in::{Credentials, Session, sign_in, versions};
