//! Salesforce: sign-in and what is asked after it.
//!
//! A token is used for the questions of one run and then dropped; it is never revoked, since
//! sessions are shared per user and the connector lives on the same one.

mod failure;
mod gate;
mod host;
mod named_credentials;
mod preflight;
mod sign_in;
mod signature;
mod wire;

pub use failure::{Refusal, SalesforceError};
pub use gate::Gate;
pub use named_credentials::{Looker, enter};
pub use preflight::{Expectations, Outcome, Progress, Selection, Watch, questions, verify};

use sign_in::{Session, sign_in};
