//! From the aggregate to the picture.

use jiff::civil::Date;
use model::catalogue::Check;
use model::field::{Field, SecretField};
use model::guide::link::Link;
use model::guide::{
    Setting, Task, Value, connected_app, dates, named_credential, portal, prerequisites,
    service_user,
};
use model::host::SalesforceHost;
use model::onboarding::{
    CredentialAction, CredentialKnown, CredentialState, Onboarding, RegistrationAttempt,
    RegistrationProof, RegistrationWay,
};
use model::provenance::Provenance;
use model::{endpoint, journey};

use super::{
    CheckRow, ConnectedAppPage, CredentialsPage, DialogRow, NamedCredentialPage, PortalRow,
    PrerequisiteRow, RegisterPage, RegisteredView, SecretStatus, ServiceUserPage, SettingKind,
    SettingRow, Snapshot, TaskRow, VerifyPage, finding_view,
};

/// The picture of an onboarding on a given day.
pub fn snapshot(onboarding: &Onboarding, today: Date) -> Snapshot {
    let steps = journey::steps(onboarding);
    let days = dates::PASSWORD_FLOW_ENDS
        .since(today)
        .map_or(0, |span| span.get_days());
    Snapshot {
        id: onboarding.id,
        name: onboarding.name.clone(),
        environment: onboarding.environment,
        route: onboarding.route,
        route_title: onboarding.route.title(),
        days_until_flow_ends: days,
        flow_ends_on: dates::PASSWORD_FLOW_ENDS.to_string(),
        next: journey::next(&steps),
        steps,
        domain: onboarding.fields.domain.clone(),
        sandbox_name: onboarding.fields.sandbox_name.clone(),
        prerequisites: prerequisite_rows(onboarding),
        connected_app: connected_app_page(onboarding),
        service_user: service_user_page(onboarding),
        credentials: credentials_page(onboarding),
        verify: verify_page(onboarding),
        register: register_page(onboarding),
        named_credential: named_credential_page(onboarding),
    }
}

fn prerequisite_rows(onboarding: &Onboarding) -> Vec<PrerequisiteRow> {
    let said = &onboarding.facts.prerequisites;
    prerequisites::ALL
        .iter()
        .map(|p| PrerequisiteRow {
            id: p.id,
            title: p.title,
            detail: p.detail,
            ask: p.ask,
            by: said.get(p.id).map(|said| said.by),
            at: said.get(p.id).map(|said| said.at),
        })
        .collect()
}

fn setting_kind(value: Value) -> SettingKind {
    match value {
        Value::Text(_) => SettingKind::Text,
        Value::Choose(_) => SettingKind::Choose,
        Value::Checked => SettingKind::Checked,
        Value::Unchecked => SettingKind::Unchecked,
        Value::Blank => SettingKind::Blank,
        Value::Generated => SettingKind::Generated,
        Value::Default => SettingKind::Default,
    }
}

fn setting_rows(settings: &[Setting], onboarding: &Onboarding) -> Vec<SettingRow> {
    settings
        .iter()
        .map(|setting| SettingRow {
            id: setting.id,
            label: setting.label,
            value: setting.value.words(&onboarding.places()),
            kind: setting_kind(setting.value),
            note: setting.note,
            done: onboarding.facts.done.contains_key(setting.id),
        })
        .collect()
}

fn task_rows(tasks: &[Task], onboarding: &Onboarding) -> Vec<TaskRow> {
    tasks
        .iter()
        .map(|task| TaskRow {
            id: task.id,
            title: task.title,
            detail: task.detail,
            link: task.link,
            page: task.link.map(Link::title),
            quick_find: task.link.and_then(Link::quick_find),
            can_open: task
                .link
                .is_some_and(|link| onboarding.link_address(link).is_some()),
            done: onboarding.facts.done.contains_key(task.id),
        })
        .collect()
}

fn connected_app_page(onboarding: &Onboarding) -> ConnectedAppPage {
    ConnectedAppPage {
        why: connected_app::WHY,
        settings: setting_rows(connected_app::SETTINGS, onboarding),
        leave_as_they_are: connected_app::LEAVE_AS_THEY_ARE,
        warning: connected_app::WARNING,
        key_and_secret: connected_app::KEY_AND_SECRET,
        creation_blocked: connected_app::CREATION_BLOCKED,
        can_open: onboarding.link_address(Link::AppManager).is_some(),
        saved_at: onboarding.facts.app_saved.map(|said| said.at),
    }
}

fn service_user_page(onboarding: &Onboarding) -> ServiceUserPage {
    ServiceUserPage {
        in_use_why: service_user::IN_USE,
        in_use: onboarding.facts.user_in_use,
        before: task_rows(service_user::BEFORE, onboarding),
        settings: setting_rows(service_user::SETTINGS, onboarding),
        can_open: onboarding.link_address(Link::Users).is_some(),
        review: task_rows(service_user::REVIEW, onboarding),
        token: task_rows(service_user::TOKEN, onboarding),
        link_missing: service_user::LINK_MISSING,
        ready_at: onboarding.facts.user_ready.map(|said| said.at),
    }
}

fn credentials_page(onboarding: &Onboarding) -> CredentialsPage {
    let fields = &onboarding.fields;
    let secret = |field: SecretField, hint| DialogRow::Secret {
        field,
        label: field.label(),
        hint,
        stored: onboarding
            .secrets
            .get(&field)
            .filter(|_| !onboarding.gone.contains(&field))
            .map(|stored| SecretStatus {
                keep: stored.keep,
                stored_at: stored.stored_at,
            }),
    };
    let plain = |field, label, hint, value: &str| DialogRow::Plain {
        field,
        label,
        hint,
        value: value.to_owned(),
    };
    let tenant = fields
        .tenant
        .as_ref()
        .map_or("", |tenant| tenant.name.as_str());
    CredentialsPage {
        rows: vec![
            plain(
                Field::Username,
                "Username",
                "Username for the service account",
                &fields.username,
            ),
            secret(SecretField::Password, "Password for the service account"),
            secret(
                SecretField::SecurityToken,
                "Security token generated for the service account",
            ),
            secret(
                SecretField::ConsumerKey,
                "Unique identifier for the connected app",
            ),
            secret(
                SecretField::ConsumerSecret,
                "Secret generated for the connected app",
            ),
            plain(
                Field::LoginUrl,
                "Login URL",
                "The URL of your Salesforce Sales Cloud instance",
                &fields.login_url,
            ),
            plain(
                Field::EventEndpoint,
                "Event Endpoint",
                "The Apex REST API path events will be published to",
                &fields.event_endpoint,
            ),
            plain(
                Field::Tenant,
                "Tenant",
                "The tenant that will be connected to this connector instance",
                tenant,
            ),
        ],
        missing: onboarding.missing_credentials(),
        endpoint_url: endpoint_url(onboarding),
        default_login_url: onboarding.environment.default_login_url(),
        proposed_username: onboarding.places().fill(service_user::USERNAME),
        tenant_note: portal::TENANT_NOTE,
    }
}

/// The endpoint's full address. On `login` or `test` the org's own host is not known, so the
/// address is only shown for a My Domain host.
fn endpoint_url(onboarding: &Onboarding) -> Option<String> {
    let typed = endpoint::check(&onboarding.fields.event_endpoint).ok()?;
    let host = onboarding.login_host()?;
    if host.is_my_domain() {
        Some(endpoint::full_url(&host, typed))
    } else {
        let domain = onboarding.environment.salesforce_domain();
        let placeholder =
            SalesforceHost::parse(&format!("yourdomain.my.{domain}"), onboarding.environment);
        placeholder
            .ok()
            .map(|host| endpoint::full_url(&host, typed).replace("yourdomain", "[your My Domain]"))
    }
}

fn verify_page(onboarding: &Onboarding) -> VerifyPage {
    let verification = onboarding.facts.verification.as_ref();
    let connected = onboarding.current_connection();
    VerifyPage {
        checks: Check::VERIFICATION
            .into_iter()
            .map(|check| CheckRow {
                check,
                title: check.title(),
            })
            .collect(),
        findings: verification.map_or_else(Vec::new, |run| {
            run.findings
                .iter()
                .map(|finding| finding_view(finding, onboarding))
                .collect()
        }),
        at: verification.map(|run| run.at),
        connected_as: connected.map(|connection| connection.value.clone()),
        changed_since: verification.map_or_else(Vec::new, |run| {
            run.basis.differs_from(&onboarding.sign_in_basis())
        }),
        passed: connected.is_some(),
        host: onboarding.login_host().map(|host| host.to_string()),
    }
}

fn register_page(onboarding: &Onboarding) -> RegisterPage {
    let fields = &onboarding.fields;
    let text = |label, value: &str| PortalRow {
        label,
        value: Some(value.to_owned()),
        secret: None,
    };
    let secret = |field: SecretField| PortalRow {
        label: field.label(),
        value: None,
        secret: Some(field),
    };
    let tenant = fields
        .tenant
        .as_ref()
        .map_or("", |tenant| tenant.name.as_str());
    let connected = onboarding.current_connection();
    let registered = onboarding.facts.registered.as_ref();
    RegisterPage {
        connected_as: connected.map(|connection| connection.value.clone()),
        connected_at: connected.map(|connection| connection.at),
        way: fields.registration,
        tenant: fields.tenant.clone(),
        rows: vec![
            text("Username", &fields.username),
            secret(SecretField::Password),
            secret(SecretField::SecurityToken),
            secret(SecretField::ConsumerKey),
            secret(SecretField::ConsumerSecret),
            text("Login URL", &fields.login_url),
            text("Event Endpoint", &fields.event_endpoint),
            text("Tenant", tenant),
        ],
        open_dialog: portal::OPEN_DIALOG,
        save: portal::SAVE,
        portal_address: portal::ADDRESS,
        can_open: onboarding.link_address(Link::GcisPortal).is_some(),
        after: portal::AFTER_REGISTRATION,
        words_may_differ: portal::WORDS_MAY_DIFFER,
        outcome_unknown: registered.is_none()
            && onboarding
                .facts
                .attempt
                .as_ref()
                .is_some_and(RegistrationAttempt::is_unknown),
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
            }
        }),
        changed_since: registered
            .zip(onboarding.registration_basis())
            .map_or_else(Vec::new, |(registered, now)| {
                registered.basis.differs_from(&now)
            }),
    }
}

fn named_credential_page(onboarding: &Onboarding) -> NamedCredentialPage {
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
