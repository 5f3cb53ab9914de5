//! The pages of the GCIS group.

use model::dialog::{DialogField, Kept};
use model::guide::link::Link;
use model::guide::portal::CONNECT_TENANT;
use model::onboarding::{Mismatch, Onboarding, Registered, RegistrationAttempt, RegistrationProof};

use super::credentials::plain_value;
use super::registration;
use crate::workflow::fields::field_name;
use crate::workflow::portal::can_take_back;
use crate::workflow::snapshot::{
    CredentialsAtGcis, PortalPage, PortalRow, RegisterPage, RegisteredView,
};

pub(super) fn register(onboarding: &Onboarding, portal: PortalPage) -> RegisterPage {
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
        connect_tenant: CONNECT_TENANT,
        rows: rows.map(|field| portal_row(field, onboarding)).collect(),
        portal,
        can_open: onboarding.can_open(Link::GcisPortal),
        outcome_unknown: match registered {
            None => {
                let attempt = onboarding.facts.attempt.as_ref();
                attempt.is_some_and(RegistrationAttempt::is_unknown)
            }
            Some(_) => onboarding.facts.replacement_is_unknown(),
        },
        existing: registration::existing(onboarding),
        gcis_found: registration::gcis_found(onboarding),
        registered: registered.map(|registered| {
            let (at, instance_id) = match &registered.proof {
                RegistrationProof::Attested(said) => (said.at, None),
                RegistrationProof::Verified { instance_id, at } => (*at, Some(instance_id.clone())),
            };
            RegisteredView {
                provenance: registered.standing().0,
                at,
                instance_id,
                tenant: registered.tenant.name.clone(),
                taken_over: onboarding.facts.taken_over.is_some(),
                updated_at: registered.updated.map(|said| said.at),
                adopted_at: registered.adopted.as_ref().map(|adopted| adopted.at),
                credentials: credentials(registered, onboarding),
                can_take_back: can_take_back(onboarding),
                mismatch: registered.mismatch.map(Mismatch::says),
            }
        }),
        can_replace: connected.is_some()
            && registered
                .zip(onboarding.registration_basis())
                .is_some_and(|(registered, now)| {
                    matches!(registered.proof, RegistrationProof::Verified { .. })
                        && (registered.basis != now
                            || registered.credentials_unknown()
                            || onboarding.facts.replaced_unseen())
                        && registered.basis.differs_in_sign_in_alone(&now)
                }),
        changed_since: registered
            .zip(onboarding.registration_basis())
            .map_or_else(Vec::new, |(registered, now)| {
                registered.basis.differs_from(&now)
            }),
    }
}

fn credentials(registered: &Registered, onboarding: &Onboarding) -> CredentialsAtGcis {
    if onboarding.facts.replaced_unseen() {
        CredentialsAtGcis::ReplacedUnseen
    } else if registered.credentials_unknown() {
        CredentialsAtGcis::Unknown
    } else {
        CredentialsAtGcis::Given
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
