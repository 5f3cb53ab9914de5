//! Clients that nobody here wrote, as they are published: for Salesforce `jsforce` (npm) and `simple-salesforce`
//! (`PyPI`), for any described API `schemathesis` (`PyPI`).
//!
//! They are installed into `target/clients` when they are first asked for, at the versions and with the checksums that
//! `tests/clients` holds. The scripts for Salesforce read what `connectorctl practice --json` says from `PRACTICE`, and
//! print one line of JSON.
//!
//! For another version, change `package.json` or `requirements.in` there and make the locks anew, in their folders:
//! `npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts`, and
//! `pip-compile --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --strip-extras requirements.in`.

pub(crate) mod install;
mod jsforce;
mod python;
mod schemathesis;
mod script;
mod simple_salesforce;

pub use jsforce::Jsforce;
pub use schemathesis::Schemathesis;
pub use script::{PRACTICE, answer};
pub use simple_salesforce::SimpleSalesforce;
