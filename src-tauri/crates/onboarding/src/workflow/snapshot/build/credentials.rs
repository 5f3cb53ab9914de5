//! The page of the dialog's fields.

use model::Route;
use model::catalogue::Code;
use model::dialog::{DialogField, Kept};
use model::endpoint;
use model::field::{Field, SecretField};
use model::guide::{portal, service_user};
use model::host::{Reading, SalesforceHost};
use model::onboarding::{Keep, Onboarding};
use model::remark::{self, Surroundings};

use crate::workflow::snapshot::{CredentialsPage, DialogRow, RemarkView, SecretStatus};

pub(super) fn page(onboarding: &Onboarding) -> CredentialsPage {
    let rows = onboarding.to_enter().into_iter();
    CredentialsPage {
        rows: rows.map(|field| row(field, onboarding)).collect(),
        aside: onboarding
            .aside()
            .into_iter()
            .map(|(field, _)| field.label())
            .collect(),
        missing: onboarding.missing_credentials(),
        endpoint_url: endpoint_url(onboarding),
        default_login_url: match onboarding.route {
            Route::ConnectedApp => onboarding.environment.default_login_url(),
            Route::ExternalClientApp => "",
        },
        proposed_username: onboarding.places().fill(service_user::USERNAME),
        tenant_note: portal::TENANT_NOTE,
    }
}

fn row(dialog: DialogField, onboarding: &Onboarding) -> DialogRow {
    match dialog.kept(onboarding.route) {
        Kept::Plain(field) => DialogRow::Plain {
            field,
            label: dialog.label(),
            hint: hint(field, onboarding.route),
            value: usable_value(field, onboarding),
            remarks: plain_remarks(field, onboarding),
        },
        Kept::Secret(field) => {
            let stored = onboarding.secrets.get(&field);
            let in_use = stored.is_some_and(|stored| stored.keep == Keep::Keychain);
            let left = (onboarding.in_keychain(field) && !in_use).then_some(&Code::LeftInKeychain);
            let stored = stored.filter(|_| !onboarding.gone.contains(&field));
            DialogRow::Secret {
                field,
                label: dialog.label(),
                hint: field.hint(),
                remarks: stored
                    .into_iter()
                    .flat_map(|stored| &stored.remarks)
                    .chain(left)
                    .filter(|code| !said_by_the_swap(**code, onboarding))
                    .map(|code| remark_view(*code, onboarding))
                    .collect(),
                stored: stored.map(|stored| SecretStatus {
                    keep: stored.keep,
                    stored_at: stored.stored_at,
                }),
            }
        }
    }
}

/// That each of two values looks like the other is said once, where both are called swapped.
fn said_by_the_swap(code: Code, onboarding: &Onboarding) -> bool {
    let of_one = [Code::KeyLooksLikeSecret, Code::SecretLooksLikeKey];
    let used = SecretField::of_route(onboarding.route);
    let mut stored = used
        .iter()
        .filter_map(|field| onboarding.secrets.get(field));
    of_one.contains(&code)
        && stored.any(|stored| stored.remarks.contains(&Code::KeyAndSecretSwapped))
}

/// What was entered, where the route can use it: a Login URL of many orgs is asked for anew by the
/// route that needs the org's own.
fn usable_value(field: Field, onboarding: &Onboarding) -> String {
    let is_own = |host: SalesforceHost| host.is_my_domain();
    if field == Field::LoginUrl
        && onboarding.route == Route::ExternalClientApp
        && !onboarding.login_host().is_some_and(is_own)
    {
        return String::new();
    }
    plain_value(field, onboarding)
}

/// What was entered in a field of the record.
pub(super) fn plain_value(field: Field, onboarding: &Onboarding) -> String {
    let fields = &onboarding.fields;
    match field {
        Field::Domain => &fields.domain,
        Field::SandboxName => &fields.sandbox_name,
        Field::Username => &fields.username,
        Field::LoginUrl => &fields.login_url,
        Field::EventEndpoint => &fields.event_endpoint,
        Field::Tenant => fields.tenant.as_ref().map_or("", |tenant| &tenant.name),
    }
    .to_owned()
}

fn hint(field: Field, route: Route) -> &'static str {
    match (field, route) {
        (Field::Username, Route::ConnectedApp) => "Username for the service account",
        (Field::Username, Route::ExternalClientApp) => {
            "The user that the app runs as; compared with the one that signs in"
        }
        (Field::LoginUrl, Route::ConnectedApp) => "The URL of your Salesforce Sales Cloud instance",
        (Field::LoginUrl, Route::ExternalClientApp) => {
            "Your own My Domain host; login.salesforce.com does not serve this sign-in"
        }
        (Field::EventEndpoint, _) => "The Apex REST API path events will be published to",
        (Field::Tenant, _) => "The tenant that will be connected to this connector instance",
        (Field::Domain | Field::SandboxName, _) => "",
    }
}

/// How a Login URL was understood, and what is unusual beside the org it is for.
fn plain_remarks(field: Field, onboarding: &Onboarding) -> Vec<RemarkView> {
    let fields = &onboarding.fields;
    let host = onboarding.login_host();
    match field {
        Field::LoginUrl => {
            let understood = host.clone().and_then(|host| {
                let rewritten = fields.login_url_rewritten;
                Reading { host, rewritten }.words()
            });
            let unusual = host.and_then(|host| remark::about_host(&host, onboarding.environment));
            let understood = understood.into_iter().map(|text| RemarkView {
                code: "understood_as",
                text,
                fixes: Vec::new(),
            });
            let unusual = unusual
                .into_iter()
                .map(|remark| remark_view(remark.code(), onboarding));
            understood.chain(unusual).collect()
        }
        Field::Username => {
            let around = Surroundings {
                environment: onboarding.environment,
                host: host.as_ref(),
                domain: &fields.domain,
                sandbox_name: &fields.sandbox_name,
            };
            remark::about_username(&fields.username, &around)
                .into_iter()
                .map(|remark| remark_view(remark.code(), onboarding))
                .collect()
        }
        Field::Domain | Field::SandboxName | Field::EventEndpoint | Field::Tenant => Vec::new(),
    }
}

fn remark_view(code: Code, onboarding: &Onboarding) -> RemarkView {
    let entry = code.entry();
    RemarkView {
        code: entry.name,
        text: entry.summary.to_owned(),
        fixes: entry.fixes(onboarding.route, |link| onboarding.can_open(link)),
    }
}

/// The endpoint's full address. On `login` or `test` the org's own host is not known, so the
/// address is only shown for a My Domain host.
fn endpoint_url(onboarding: &Onboarding) -> Option<String> {
    let typed = endpoint::check(&onboarding.fields.event_endpoint).ok()?;
    if let Some(host) = onboarding.org_host() {
        return Some(endpoint::full_url(&host, typed));
    }
    onboarding.login_host()?;
    let domain = onboarding.environment.salesforce_domain();
    let placeholder =
        SalesforceHost::parse(&format!("yourdomain.my.{domain}"), onboarding.environment).ok()?;
    Some(endpoint::full_url(&placeholder, typed).replace("yourdomain", "[your My Domain]"))
}
