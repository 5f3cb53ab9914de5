//! The rules: one function per step, all of the same shape.

use crate::guide::{next, prerequisites};
use crate::journey::{Status, Step, StepId};
use crate::onboarding::{
    CredentialKnown, CredentialState, PortalEnding, RegistrationAttempt, RegistrationProof,
    RegistrationWay, UserInUse,
};
use crate::provenance::{Attested, Provenance};
use crate::{Onboarding, Route};

/// The steps of an onboarding as they are now, in the order of the walk.
pub fn steps(onboarding: &Onboarding) -> Vec<Step> {
    StepId::ALL
        .into_iter()
        .map(|id| step(id, onboarding))
        .collect()
}

/// The step to go on with: the first of the walk that is not complete and can start. An optional
/// one counts until the person has said that it is not wanted.
pub fn next(steps: &[Step]) -> Option<StepId> {
    let open =
        |step: &&Step| !matches!(step.status, Status::Completed { .. } | Status::CannotStart);
    steps.iter().find(open).map(|step| step.id)
}

fn step(id: StepId, onboarding: &Onboarding) -> Step {
    let (status, note) = match id {
        StepId::Prerequisites => prerequisites(onboarding),
        StepId::Route => route(onboarding),
        StepId::App => app(onboarding),
        StepId::ServiceUser => service_user(onboarding),
        StepId::Credentials => credentials(onboarding),
        StepId::Verify => verify(onboarding),
        StepId::Register => register(onboarding),
        StepId::NamedCredential => named_credential(onboarding),
        StepId::WhatNext => what_next(onboarding),
        StepId::Checklist => checklist(onboarding),
    };
    Step {
        id,
        title: id.title(onboarding.route),
        group: id.group(),
        optional: id == StepId::NamedCredential,
        status,
        note,
    }
}

type Reading = (Status, String);

fn attested(said: Attested, note: &str) -> Reading {
    let status = Status::Completed {
        provenance: Provenance::Attested,
        at: said.at,
    };
    (status, note.to_owned())
}

fn counted(done: usize, total: usize, of_what: &str) -> Reading {
    if done == 0 {
        (Status::NotStarted, String::new())
    } else {
        (Status::InProgress, format!("{done} of {total} {of_what}"))
    }
}

fn prerequisites(onboarding: &Onboarding) -> Reading {
    let said = &onboarding.facts.prerequisites;
    let all = prerequisites::ALL;
    let confirmed: Vec<&Attested> = all.iter().filter_map(|p| said.get(p.id)).collect();
    match confirmed.iter().max_by_key(|said| said.at) {
        Some(last) if confirmed.len() == all.len() => attested(**last, "All confirmed"),
        _ => counted(confirmed.len(), all.len(), "confirmed"),
    }
}

fn ticked(onboarding: &Onboarding, ids: &[&str]) -> usize {
    ids.iter()
        .filter(|id| onboarding.facts.done.contains_key(**id))
        .count()
}

fn route(onboarding: &Onboarding) -> Reading {
    let facts = &onboarding.facts.route;
    match facts.chosen {
        Some(chosen) => attested(chosen, onboarding.route.title()),
        None if facts.dialog.is_empty() && facts.app.is_none() => {
            (Status::NotStarted, String::new())
        }
        None => (Status::InProgress, "Not chosen yet".to_owned()),
    }
}

fn app(onboarding: &Onboarding) -> Reading {
    let (saved, note) = match onboarding.route {
        Route::ConnectedApp => (onboarding.facts.app_saved, "Form saved"),
        Route::ExternalClientApp => (onboarding.facts.eca_ready, "App set up"),
    };
    if let Some(saved) = saved {
        return attested(saved, note);
    }
    let ids = onboarding.route.guide().app_items();
    counted(ticked(onboarding, &ids), ids.len(), "settings done")
}

fn service_user(onboarding: &Onboarding) -> Reading {
    let facts = &onboarding.facts;
    let (ready, note) = match onboarding.route {
        Route::ConnectedApp => (facts.user_ready, "User created, token at hand"),
        Route::ExternalClientApp => (facts.eca_user_ready, "User created"),
    };
    // A password or a token that is reset stops whatever signs in with the old one; an external
    // client app uses neither.
    let asks = onboarding.route == Route::ConnectedApp;
    if asks && facts.user_in_use == Some(UserInUse::Yes) {
        let why = "A connector already uses this user: create another one";
        return (Status::Problem, why.to_owned());
    }
    if let Some(ready) = ready {
        return attested(ready, note);
    }
    let ids = onboarding.route.guide().user_items();
    let done = ticked(onboarding, &ids);
    if done == 0 && asks && facts.user_in_use.is_some() {
        return (Status::InProgress, "First question answered".to_owned());
    }
    counted(done, ids.len(), "done")
}

fn credentials(onboarding: &Onboarding) -> Reading {
    let missing = onboarding.missing_credentials();
    if missing.is_empty() {
        let stored = onboarding
            .secrets
            .values()
            .map(|stored| stored.stored_at)
            .max();
        let at = stored.unwrap_or(onboarding.changed_at);
        let status = Status::Completed {
            provenance: Provenance::Recorded,
            at,
        };
        return (status, "All entered".to_owned());
    }
    let fields = &onboarding.fields;
    let nothing_typed = onboarding.secrets.is_empty()
        && fields.username.is_empty()
        && fields.event_endpoint.is_empty();
    let status = if nothing_typed {
        Status::NotStarted
    } else {
        Status::InProgress
    };
    let note = if nothing_typed {
        String::new()
    } else {
        format!("Still empty: {}", missing.join(", "))
    };
    (status, note)
}

fn changed(labels: &[&str]) -> String {
    format!("Changed since: {}", labels.join(", "))
}

fn verify(onboarding: &Onboarding) -> Reading {
    if !onboarding.credentials_complete() {
        return (
            Status::CannotStart,
            "After the credentials are entered".to_owned(),
        );
    }
    let Some(verification) = &onboarding.facts.verification else {
        return (Status::NotStarted, String::new());
    };
    let differs = verification.basis.differs_from(&onboarding.sign_in_basis());
    match &verification.connection {
        Some(_) if !differs.is_empty() => (Status::NeedsRecheck, changed(&differs)),
        Some(connection) => {
            let status = Status::Completed {
                provenance: Provenance::Verified,
                at: connection.at,
            };
            let org = &connection.value;
            let name = if org.org_name.is_empty() {
                &org.org_id
            } else {
                &org.org_name
            };
            (status, format!("Connected to {name}"))
        }
        None if !differs.is_empty() => (Status::NotStarted, changed(&differs)),
        None => {
            let blocking = verification
                .findings
                .iter()
                .find(|finding| finding.blocks());
            let why = blocking.map_or("Sign-in was not verified", |finding| {
                finding.entry().summary
            });
            (Status::Problem, why.to_owned())
        }
    }
}

fn register(onboarding: &Onboarding) -> Reading {
    let facts = &onboarding.facts;
    if let Some(registered) = &facts.registered {
        if facts.replacement_is_unknown() {
            let why = "The last replacement had no clear answer: look before trying again";
            return (Status::Problem, why.to_owned());
        }
        if facts.replaced_unseen() {
            let why = "Cannot tell which credentials GCIS has: replace them again";
            return (Status::NeedsRecheck, why.to_owned());
        }
        let now = onboarding.registration_basis();
        let differs = now
            .map(|now| registered.basis.differs_from(&now))
            .unwrap_or_default();
        if !differs.is_empty() {
            let note = if registered.credentials_unknown() {
                format!("Differs from the instance: {}", differs.join(", "))
            } else {
                changed(&differs)
            };
            return (Status::NeedsRecheck, note);
        }
        let note = match &registered.proof {
            RegistrationProof::Attested(_) if facts.taken_over.is_some() => {
                "Existing instance taken over".to_owned()
            }
            RegistrationProof::Attested(_) => "Saved in the portal".to_owned(),
            RegistrationProof::Verified { instance_id, .. } if registered.credentials_unknown() => {
                format!("Instance {instance_id}, adopted: its credentials are not known here")
            }
            RegistrationProof::Verified { instance_id, .. } if registered.updated.is_some() => {
                format!("Instance {instance_id}, updated in the portal")
            }
            RegistrationProof::Verified { instance_id, .. } => format!("Instance {instance_id}"),
        };
        let (provenance, at) = registered.standing();
        return (Status::Completed { provenance, at }, note);
    }
    if facts
        .attempt
        .as_ref()
        .is_some_and(RegistrationAttempt::is_unknown)
    {
        let why = "The last attempt had no clear answer: look before trying again";
        return (Status::Problem, why.to_owned());
    }
    if onboarding.current_connection().is_none() {
        return (Status::CannotStart, "After sign-in is verified".to_owned());
    }
    let way = onboarding.fields.registration;
    let end = facts.portal_end.as_ref().map(|end| end.ending);
    match end.filter(|_| way == Some(RegistrationWay::Portal)) {
        Some(PortalEnding::Refused) => {
            return (Status::Problem, "The portal refused to save it".to_owned());
        }
        Some(PortalEnding::DontKnow) => {
            let note = "Not known whether the portal saved it";
            return (Status::InProgress, note.to_owned());
        }
        Some(PortalEnding::Saved) | None => {}
    }
    if onboarding.existing_instance().is_some() {
        let why = "This org is connected to this tenant already: adopt the instance or not";
        return (Status::InProgress, why.to_owned());
    }
    if onboarding.gcis_refusal().is_some() {
        let why = "GCIS did not take these credentials: see what it found";
        return (Status::InProgress, why.to_owned());
    }
    match (way, &onboarding.fields.tenant) {
        (None, None) => (Status::NotStarted, String::new()),
        (_, None) => (Status::InProgress, "Tenant not chosen yet".to_owned()),
        (_, Some(tenant)) => (Status::InProgress, format!("Tenant {}", tenant.name)),
    }
}

fn named_credential(onboarding: &Onboarding) -> Reading {
    let credential = &onboarding.facts.named_credential;
    if let Some(declined) = credential.declined {
        return attested(declined, "Not wanted");
    }
    if onboarding.facts.registered.is_none() {
        return (Status::CannotStart, "After registration".to_owned());
    }
    let settled = |note: &str| match credential.known {
        Some(CredentialKnown::Attested(said)) => match credential.seen() {
            Some(seen) => (
                Status::Completed {
                    provenance: Provenance::Verified,
                    at: seen.looked_at,
                },
                format!("{note}, seen in Salesforce"),
            ),
            None => attested(said, note),
        },
        Some(CredentialKnown::Verified { at }) => (
            Status::Completed {
                provenance: Provenance::Verified,
                at,
            },
            note.to_owned(),
        ),
        None => (Status::InProgress, note.to_owned()),
    };
    match credential.state {
        CredentialState::NotEnabled => (Status::NotStarted, String::new()),
        CredentialState::Adding => (Status::InProgress, "Being added".to_owned()),
        CredentialState::Rotating => (Status::InProgress, "Being rotated".to_owned()),
        CredentialState::Revoking => (Status::InProgress, "Being revoked".to_owned()),
        CredentialState::Active => settled("Active"),
        CredentialState::Revoked => settled("Revoked"),
        CredentialState::Failed => (Status::Problem, "The last operation failed".to_owned()),
    }
}

fn what_next(onboarding: &Onboarding) -> Reading {
    let facts = &onboarding.facts;
    if facts.registered.is_none() {
        return (Status::CannotStart, "After registration".to_owned());
    }
    let tasks = next::tasks(facts.named_credential.declined.is_none());
    let said: Vec<_> = tasks.map(|task| facts.done.get(task.id)).collect();
    let done = said.iter().flatten().count();
    match said.iter().flatten().max_by_key(|said| said.at) {
        Some(last) if done == said.len() => attested(**last, "All done"),
        _ => counted(done, said.len(), "done"),
    }
}

fn checklist(onboarding: &Onboarding) -> Reading {
    match onboarding.facts.checklist_saved {
        Some(at) if onboarding.changed_at > at => (
            Status::NeedsRecheck,
            "Changed since it was saved".to_owned(),
        ),
        Some(at) => {
            let status = Status::Completed {
                provenance: Provenance::Recorded,
                at,
            };
            (status, "Saved".to_owned())
        }
        None => (Status::NotStarted, String::new()),
    }
}
