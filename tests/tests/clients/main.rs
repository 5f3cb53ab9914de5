//! Clients that nobody here wrote, unmodified, sign in to the practice Salesforce and ask it things.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod jsforce;
mod mapping;
mod simple_salesforce;

use std::path::PathBuf;

/// A script beside these tests.
fn script(name: &str) -> PathBuf {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").unwrap();
    PathBuf::from(folder)
        .join("tests/clients/scripts")
        .join(name)
}
