//! What each sign-in leaves in the user's login history.

use crate::org::Login;
use crate::record_id::RecordId;
use crate::world::World;

/// Where a sign-in comes from. GCIS has addresses of its own, so that its sign-ins can be told from the desk's.
///
/// The addresses are from the ranges kept for documentation (RFC 5737).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Source {
    /// A program on this machine.
    #[default]
    Desk,
    /// GCIS, trying credentials out.
    GcisCheck,
    /// GCIS, signing in for a connector that is being saved.
    GcisConnector,
}

impl Source {
    const fn address(self) -> &'static str {
        match self {
            Self::Desk => "198.51.100.7",
            Self::GcisCheck => "203.0.113.24",
            Self::GcisConnector => "203.0.113.25",
        }
    }
}

/// Writes a row, in *Login History*'s words, for the user of the org with this key.
pub(super) fn remember(world: &mut World, org_key: &str, source: Source, status: &str) {
    let login = Login {
        id: world.random.record_id(RecordId::LOGIN),
        time: world.now,
        source_ip: source.address().to_owned(),
        status: status.to_owned(),
    };
    if let Some(org) = world.saved.orgs.get_mut(org_key) {
        org.remember_login(login);
    }
}
