//! The pages of the GCIS group.

use model::catalogue::login_history;
use model::dialog::{DialogField, Kept};
use model::guide::link::Link;
use model::guide::{named_credential, portal};
use model::onboarding::{
    CredentialAction, CredentialKnown, CredentialState, Evidence, Mismatch, Onboarding,
    RegistrationAttempt, RegistrationProof, RegistrationWay,
};
use model::provenance::Provenance;

use super::credentials::plain_value;
use super::diagnosis::explained;
use super::registration;
use crate::workflow::fields::field_name;
use crate::workflow::snapshot::{
    EvidenceView, NamedCredentialPage, PortalEndView, PortalRow, RegisterPage, RegisteredView,
};

/// Login History's word for a sign-in that got in (Object Reference, `LoginHistory`).
const SUCCESS: &str = "Success";

pub(super) fn register(onboarding: &Onboarding) -> RegisterPage {
    let fields = &onboarding.fields;
    let rows = onboarding.dialog().into_iter();
    let connected = onboarding.current_connection();
    let registered = onboarding.facts.registered.as_ref();
    RegisterPage {
        connected_as: connected.map(|connection| connection.value.clone()),
        connected_at: connected.map(|connection| connection.at),
        last_verified: registration::last_verified(onboarding),
        way: fields.registration,
        tenant: fields.tenant.clone(),
        tenant_fit: registration::tenant_fit(onboarding),
        connect_tenant: portal::CONNECT_TENANT,
        rows: rows.map(|field| portal_row(field, onboarding)).collect(),
        open_dialog: portal::OPEN_DIALOG,
        save: portal::SAVE,
        portal_address: portal::ADDRESS,
        can_open: onboarding.can_open(Link::GcisPortal),
        after: portal::AFTER_REGISTRATION,
        words_may_differ: portal::WORDS_MAY_DIFFER,
        outcome_unknown: registered.is_none()
            && onboarding
                .facts
                .attempt
                .as_ref()
                .is_some_and(RegistrationAttempt::is_unknown),
        existing: registration::existing(onboarding),
        gcis_found: registration::gcis_found(onboarding),
        portal_end: onboarding
            .facts
            .portal_end
            .as_ref()
            .map(|end| PortalEndView {
                ending: end.ending,
                at: end.at,
                explained: end
                    .codes
                    .iter()
                    .map(|code| explained(*code, onboarding))
                    .collect(),
            }),
        evidence: onboarding
            .facts
            .evidence
            .as_ref()
            .map(|evidence| evidence_view(evidence, onboarding)),
        registered: registered.map(|registered| {
            let (provenance, at, instance_id) = match &registered.proof {
                RegistrationProof::Attested(said) => (Provenance::Attested, said.at, None),
                RegistrationProof::Verified { instance_id, at } => {
                    (Provenance::Verified, *at, Some(instance_id.clone()))
                }
            };
            RegisteredView {
                provenance,
                at,
                instance_id,
                tenant: registered.tenant.name.clone(),
                updated_at: registered.updated.map(|said| said.at),
                adopted_at: registered.adopted.as_ref().map(|adopted| adopted.at),
                credentials_unknown: registered.credentials_unknown(),
                mismatch: registered.mismatch.map(Mismatch::says),
            }
        }),
        can_replace: connected.is_some()
            && registered
                .zip(onboarding.registration_basis())
                .is_some_and(|(registered, now)| {
                    matches!(registered.proof, RegistrationProof::Verified { .. })
                        && (registered.basis != now || registered.credentials_unknown())
                        && registered.basis.differs_in_sign_in_alone(&now)
                }),
        changed_since: registered
            .zip(onboarding.registration_basis())
            .map_or_else(Vec::new, |(registered, now)| {
                registered.basis.differs_from(&now)
            }),
    }
}

fn evidence_view(evidence: &Evidence, onboarding: &Onboarding) -> EvidenceView {
    let refused = evidence
        .seen
        .as_ref()
        .filter(|sign_in| sign_in.status != SUCCESS);
    let status = refused.and_then(|sign_in| login_history::of_words(&sign_in.status));
    EvidenceView {
        looked_at: evidence.looked_at,
        seen: evidence.seen.clone(),
        explained: status.map(|status| explained(status.code, onboarding)),
    }
}

/// A field to copy into the portal, as the portal labels it.
fn portal_row(dialog: DialogField, onboarding: &Onboarding) -> PortalRow {
    let (field, value, secret) = match dialog.kept(onboarding.route) {
        Kept::Plain(field) => (
            field_name(field),
            Some(plain_value(field, onboarding)),
            None,
        ),
        Kept::Secret(field) => (field.key(), None, Some(field)),
    };
    PortalRow {
        label: dialog.label(),
        field,
        value,
        secret,
    }
}

pub(super) fn credential(onboarding: &Onboarding) -> NamedCredentialPage {
    let credential = &onboarding.facts.named_credential;
    let registered = onboarding.facts.registered.as_ref();
    let actions = [
        CredentialAction::Add,
        CredentialAction::Rotate,
        CredentialAction::Revoke,
    ];
    let state: CredentialState = credential.state;
    NamedCredentialPage {
        available: registered.is_some(),
        way: match registered.map(|registered| &registered.proof) {
            Some(RegistrationProof::Verified { .. }) => RegistrationWay::Api,
            Some(RegistrationProof::Attested(_)) | None => RegistrationWay::Portal,
        },
        declined: credential.declined.is_some(),
        state,
        provenance: credential.known.map(|known| match known {
            CredentialKnown::Attested(_) => Provenance::Attested,
            CredentialKnown::Verified { .. } => Provenance::Verified,
        }),
        renewed_at: credential.renewed_at,
        name: credential.name.clone(),
        actions: actions
            .into_iter()
            .filter(|action| action.can_start_from(state))
            .collect(),
        under_way: credential.operation.is_some(),
        what: named_credential::WHAT,
        how_to_call: named_credential::HOW_TO_CALL,
        permission: named_credential::PERMISSION,
        add_notes: named_credential::ADD_NOTES,
        rotate_notes: named_credential::ROTATE_NOTES,
        revoke_notes: named_credential::REVOKE_NOTES,
        open_section: portal::OPEN_NAMED_CREDENTIALS,
    }
}
