//! Salesforce clients that nobody here wrote, as they are published: `jsforce` (npm) and `simple-salesforce` (`PyPI`).
//!
//! They are installed into `target/clients` when they are first asked for, at the versions and with the checksums that
//! `tests/clients` holds. Their scripts read what `connectorctl practice --json` says from `PRACTICE`, and print one
//! line of JSON.

mod install;
mod jsforce;
mod script;
mod simple_salesforce;

pub use jsforce::Jsforce;
pub use script::{PRACTICE, answer};
pub use simple_salesforce::SimpleSalesforce;
