//! The named credential's page.

use jiff::ZonedDateTime;
use model::guide::link::Link;
use model::guide::{credential_sighting, named_credential, portal};
use model::onboarding::{
    CredentialAction, CredentialKnown, NamedCredential, Onboarding, OperationWay,
    RegistrationProof, RegistrationWay, Reminder, Sighting, Verdict,
};
use model::provenance::Provenance;

use crate::workflow::snapshot::{
    LeftOver, NamedCredentialPage, OrgToTypeView, ReminderView, SightingView, UnderWayView,
};

pub(super) fn page(onboarding: &Onboarding, now: &ZonedDateTime) -> NamedCredentialPage {
    let credential = &onboarding.facts.named_credential;
    let registered = onboarding.facts.registered.as_ref();
    let way = match registered.map(|registered| &registered.proof) {
        Some(RegistrationProof::Verified { .. }) => RegistrationWay::Api,
        Some(RegistrationProof::Attested(_)) | None => RegistrationWay::Portal,
    };
    let actions = [
        CredentialAction::Add,
        CredentialAction::Rotate,
        CredentialAction::Revoke,
    ];
    let operation = credential.operation.as_ref();
    let told = credential.known.map(|known| match known {
        CredentialKnown::Attested(said) => (Provenance::Attested, said.at),
        CredentialKnown::Verified { at } => (Provenance::Verified, at),
    });
    NamedCredentialPage {
        available: registered.is_some(),
        way,
        declined: credential.declined.is_some(),
        state: credential.state,
        provenance: told.map(|(provenance, _)| provenance),
        told_at: told.map(|(_, at)| at),
        renewed_at: credential.renewed_at,
        name: credential.name.clone(),
        actions: actions
            .into_iter()
            .filter(|action| operation.is_none() && action.can_start_from(credential.state))
            .collect(),
        under_way: operation.map(|operation| UnderWayView {
            action: operation.action,
            way: operation.way,
        }),
        left: left_over(credential),
        sighting: credential.sighting.as_ref().map(sighting),
        org_to_type: onboarding.org_to_type().map(|org| OrgToTypeView {
            text: org.text.to_owned(),
            is_name: org.is_name,
        }),
        reminder: reminder(credential, now),
        what: named_credential::WHAT,
        what_a_look_is: credential_sighting::WHAT,
        how_to_call: named_credential::HOW_TO_CALL,
        permission: named_credential::PERMISSION,
        add_notes: named_credential::ADD_NOTES,
        rotate_notes: named_credential::ROTATE_NOTES,
        revoke_notes: named_credential::REVOKE_NOTES,
        open_section: portal::OPEN_NAMED_CREDENTIALS,
        can_open: [Link::GcisPortal, Link::NamedCredentials]
            .into_iter()
            .filter(|link| onboarding.can_open(*link))
            .collect(),
    }
}

fn left_over(credential: &NamedCredential) -> LeftOver {
    let operation = credential.operation.as_ref();
    // What a person began in the portal, only a person can say the end of.
    let at_gcis = operation.is_some_and(|begun| begun.way == OperationWay::Api);
    if at_gcis || credential.is_to_be_seen() {
        LeftOver::ToResume
    } else if credential.can_look_again() {
        LeftOver::CanLookAgain
    } else {
        LeftOver::Nothing
    }
}

fn sighting(sighting: &Sighting) -> SightingView {
    let (seen, unclear) = match sighting.verdict {
        Verdict::Verified(seen) => (Some(seen), None),
        Verdict::CannotTell(unclear) => (None, Some(unclear)),
    };
    let words = match sighting.verdict {
        Verdict::Verified(seen) => credential_sighting::seen(sighting.action, seen),
        Verdict::CannotTell(unclear) => credential_sighting::why(unclear),
    };
    SightingView {
        action: sighting.action,
        looked_at: sighting.looked_at,
        seen,
        unclear,
        words,
        what_to_do: unclear.map(credential_sighting::what_to_do),
        detail: sighting.detail.clone(),
        row: sighting.row.clone(),
        external_new: sighting.external_new.clone(),
        external_gone: sighting.external_gone.clone(),
    }
}

fn reminder(credential: &NamedCredential, now: &ZonedDateTime) -> ReminderView {
    let due = credential.due(now);
    ReminderView {
        days: credential.reminder.days,
        default_days: Reminder::DEFAULT_DAYS,
        due_on: due.map(|due| due.on.to_string()),
        due_in: due.map(|due| due.days),
    }
}
