//! What to look at after a sign-in that Salesforce refused without a reason.

use jiff::Timestamp;
use jiff::civil::Date;
use model::catalogue::{Code, login_history};
use model::diagnosis::{self, Known, Look, Token, words};
use model::field::SecretField;
use model::guide::dates;
use model::guide::link::Link;
use model::onboarding::Onboarding;
use model::remark::{Remark, Surroundings, about_username};
use model::{Environment, Route};

use crate::workflow::snapshot::{DiagnosisView, ExplainedView, LookView, StatusOption};

/// The diagnosis, where the last sign-in was refused without a reason and nothing was changed
/// since.
pub(super) fn view(
    onboarding: &Onboarding,
    refusals: u32,
    now: Timestamp,
    today: Date,
) -> Option<DiagnosisView> {
    let verification = onboarding.facts.verification.as_ref()?;
    let refused = verification
        .findings
        .iter()
        .any(|finding| finding.code == Code::AuthenticationFailure);
    if !refused || verification.basis != onboarding.sign_in_basis() {
        return None;
    }
    let mut looks = diagnosis::look_at(&known(onboarding, refusals, now, today));
    let question = looks.pop()?;
    let chosen = onboarding.facts.history_status.as_deref();
    let chosen = chosen.and_then(login_history::of_id);
    Some(DiagnosisView {
        looks: looks
            .iter()
            .map(|look| look_view(look, onboarding))
            .collect(),
        question: look_view(&question, onboarding),
        statuses: login_history::ALL
            .iter()
            .map(|status| StatusOption {
                id: status.id,
                words: status.words,
            })
            .collect(),
        chosen: chosen.map(|status| status.id),
        answer: chosen.map(|status| explained(status.code, onboarding)),
        lockout: match onboarding.route {
            Route::ConnectedApp => words::LOCKOUT,
            Route::ExternalClientApp => "",
        },
    })
}

/// An entry of the catalogue with the fixes of the onboarding's route.
pub(in crate::workflow) fn explained(code: Code, onboarding: &Onboarding) -> ExplainedView {
    let entry = code.entry();
    ExplainedView {
        code: entry.name,
        summary: entry.summary,
        retry: entry.retry,
        fixes: entry.fixes(onboarding.route, |link| onboarding.can_open(link)),
    }
}

fn known(onboarding: &Onboarding, refusals: u32, now: Timestamp, today: Date) -> Known {
    let secrets = &onboarding.secrets;
    let remarks = |field| {
        let stored = secrets.get(&field);
        stored.map_or(&[][..], |stored| stored.remarks.as_slice())
    };
    let key = match onboarding.route {
        Route::ConnectedApp => SecretField::ConsumerKey,
        Route::ExternalClientApp => SecretField::EcaConsumerKey,
    };
    Known {
        host: onboarding.login_host(),
        username_suffix_fits: username_suffix_fits(onboarding),
        token: token(onboarding),
        key_may_be_of_other_app: remarks(key).contains(&Code::KeyUnusual),
        signed_in_before: onboarding.facts.pinned_org.is_some(),
        refusals_in_a_row: refusals.max(1),
        app_age: onboarding.facts.app_saved.and_then(|saved| {
            let minutes = now.duration_since(saved.at).as_mins();
            u32::try_from(minutes).ok()
        }),
        password_flow_days_left: dates::password_flow_days_left(today),
        ..Known::new(onboarding.route, onboarding.environment)
    }
}

fn token(onboarding: &Onboarding) -> Token {
    let stored_at = |field| {
        onboarding
            .secrets
            .get(&field)
            .map(|stored| stored.stored_at)
    };
    match (
        stored_at(SecretField::SecurityToken),
        stored_at(SecretField::Password),
    ) {
        (None, _) => Token::Missing,
        (Some(token), Some(password)) if password > token => Token::OlderThanPassword,
        (Some(_), _) => Token::Stored,
    }
}

/// Whether the Username ends as it does in this environment; nothing where that cannot be told.
fn username_suffix_fits(onboarding: &Onboarding) -> Option<bool> {
    let fields = &onboarding.fields;
    let host = onboarding.login_host();
    let around = Surroundings {
        environment: onboarding.environment,
        host: host.as_ref(),
        domain: &fields.domain,
        sandbox_name: &fields.sandbox_name,
    };
    let of_suffix = [
        Remark::SandboxUsername,
        Remark::ProductionUsername,
        Remark::SandboxNameAbsent,
    ];
    let remarks = about_username(&fields.username, &around);
    let strange = remarks.iter().any(|remark| of_suffix.contains(remark));
    let can_tell = onboarding.environment == Environment::Sandbox || !fields.domain.is_empty();
    (strange || can_tell).then_some(!strange)
}

fn look_view(look: &Look, onboarding: &Onboarding) -> LookView {
    LookView {
        what: look.what,
        why: look.why.clone().into_owned(),
        link: look.link,
        page: look.link.map(Link::title),
        quick_find: look.quick_find,
        can_open: look.link.is_some_and(|link| onboarding.can_open(link)),
    }
}
