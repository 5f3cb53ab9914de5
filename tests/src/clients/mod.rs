//! Salesforce clients that nobody here wrote, as they are published: `jsforce` (npm) and `simple-salesforce` (`PyPI`).
//!
//! They are installed into `target/clients` when they are first asked for, at the versions and with the checksums that
//! `tests/clients` holds. Their scripts read what `connectorctl practice --json` says from `PRACTICE`, and print one
//! line of JSON.
//!
//! For another version, change `package.json` or `requirements.in` there and make the locks anew, in their folders:
//! `npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts`, and
//! `pip-compile --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --strip-extras requirements.in`.

mod install;
mod jsforce;
mod script;
mod simple_salesforce;

pub use jsforce::Jsforce;
pub use script::{PRACTICE, answer};
pub use simple_salesforce::SimpleSalesforce;
