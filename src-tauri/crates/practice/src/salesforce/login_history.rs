//! What each sign-in leaves in the user's login history.

use std::net::Ipv4Addr;

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
    pub(crate) const fn address(self) -> Ipv4Addr {
        match self {
            Self::Desk => Ipv4Addr::new(198, 51, 100, 7),
            Self::GcisCheck => Ipv4Addr::new(203, 0, 113, 24),
            Self::GcisConnector => Ipv4Addr::new(203, 0, 113, 25),
        }
    }
}

/// Who signed in, by which app.
pub(super) struct Who {
    pub(super) org_key: String,
    pub(super) user_id: String,
    pub(super) application: String,
}

/// Writes a row, in *Login History*'s words.
pub(super) fn remember(world: &mut World, who: &Who, source: Source, status: &str) {
    let login = Login {
        id: world.random.record_id(RecordId::LOGIN),
        time: world.now,
        source_ip: source.address().to_string(),
        status: status.to_owned(),
        user_id: who.user_id.clone(),
        application: who.application.clone(),
    };
    if let Some(org) = world.saved.orgs.get_mut(&who.org_key) {
        org.remember_login(login);
    }
}
