//! The two libraries: whether they are there, and how they are told what to do.

use std::collections::BTreeMap;
use std::ffi::OsString;

use super::folder::Folder;
use crate::Trouble;
use crate::programs::clean;

/// By name alone: the loader knows the folder that is right for the machine.
const LIBRARIES: &str = "libsocket_wrapper.so:libnss_wrapper.so";
const PRELOAD: &str = "LD_PRELOAD";

/// The most bytes of one read or write. The default is a network packet's 1500; but a read that gives less than there
/// is, is taken by tokio for the last one, and it would wait for ever for the rest.
const LARGEST: &str = "32768";

pub(super) fn variables(folder: &Folder) -> BTreeMap<&'static str, OsString> {
    BTreeMap::from([
        (PRELOAD, LIBRARIES.into()),
        ("NSS_WRAPPER_HOSTS", folder.hosts().into()),
        ("SOCKET_WRAPPER_DIR", folder.sockets().into()),
        // Every client and server is 127.0.0.1.
        ("SOCKET_WRAPPER_DEFAULT_IFACE", "1".into()),
        ("SOCKET_WRAPPER_MTU", LARGEST.into()),
    ])
}

/// The loader only warns where a library is missing, and the names would lead to the real Salesforce.
pub(super) fn check() -> Result<(), Trouble> {
    let mut probe = clean("true");
    let output = probe
        .env(PRELOAD, LIBRARIES)
        .output()
        .map_err(Trouble::told("true"))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if complaint.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "Salesforce's names cannot be led to this computer without libnss-wrapper and libsocket-wrapper (so on Debian \
         and Ubuntu; `cargo xtask test` installs them): {}",
        complaint.trim()
    )))
}
