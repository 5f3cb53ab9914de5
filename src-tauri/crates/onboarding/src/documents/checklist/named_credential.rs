//! API calls to Gentrack: the named credential.

use model::guide::link::Link;
use model::guide::{named_credential, portal};
use model::onboarding::{CredentialKnown, CredentialState};

use super::Sheet;
use super::blocks::{heading, numbered, points, text};
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>) -> Section {
    Section {
        title: "Named credential (optional)".to_owned(),
        blocks: vec![
            text(named_credential::WHAT),
            numbered(portal::OPEN_NAMED_CREDENTIALS),
            Block::Items(vec![state(sheet)]),
            heading("Add"),
            points(named_credential::ADD_NOTES.iter().copied()),
            text(named_credential::PERMISSION),
            sheet.pages(&[Link::NamedCredentials, Link::PermissionSets]),
            heading("Rotate"),
            points(named_credential::ROTATE_NOTES.iter().copied()),
            heading("Revoke"),
            points(named_credential::REVOKE_NOTES.iter().copied()),
            text(named_credential::HOW_TO_CALL),
        ],
    }
}

fn state(sheet: Sheet<'_>) -> Item {
    let onboarding = sheet.onboarding();
    let credential = onboarding.map(|onboarding| &onboarding.facts.named_credential);
    let (done, state) = match credential {
        Some(credential) if credential.declined.is_some() => (true, "not wanted"),
        Some(credential) => match credential.state {
            CredentialState::NotEnabled => (false, ""),
            CredentialState::Adding => (false, "being added"),
            CredentialState::Active => (true, "active"),
            CredentialState::Rotating => (false, "being rotated"),
            CredentialState::Revoking => (false, "being revoked"),
            CredentialState::Revoked => (true, "revoked"),
            CredentialState::Failed => (false, "the last operation failed"),
        },
        None => (false, ""),
    };
    let known = credential.filter(|credential| credential.declined.is_none());
    let who = match known.and_then(|credential| credential.known) {
        Some(CredentialKnown::Attested(_)) => "Attested: seen in the portal.",
        Some(CredentialKnown::Verified { .. }) => "Verified: GCIS said so.",
        None => "",
    };
    Item::new(done, "Named credential", state).with_note(who)
}
