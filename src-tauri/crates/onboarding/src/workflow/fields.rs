//! What a person types: checked, then kept; a refusal changes nothing.

use model::catalogue::{Code, Problem};
use model::field::Field;
use model::host::{self, SalesforceHost};
use model::onboarding::Tenant;
use model::{Onboarding, endpoint};
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;

/// Salesforce's own limit for a Username (Object Reference, *User*).
const LONGEST_USERNAME: usize = 80;

impl Workspace {
    /// Checks and keeps a field.
    pub fn save_field(&self, id: Uuid, field: Field, value: &str) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "field_saved", field_name(field), |onboarding| {
            set(onboarding, field, value).map_err(|problem| problem.at_field(field_name(field)))
        })?;
        Ok(self.picture(&saved))
    }
}

/// The field's name in the window.
pub(super) fn field_name(field: Field) -> &'static str {
    match field {
        Field::Domain => "domain",
        Field::SandboxName => "sandbox_name",
        Field::Username => "username",
        Field::LoginUrl => "login_url",
        Field::EventEndpoint => "event_endpoint",
        Field::Tenant => "tenant",
    }
}

/// Checks a field and puts it into an onboarding; a refusal names no field and changes nothing.
pub(super) fn set(onboarding: &mut Onboarding, field: Field, value: &str) -> Result<(), Problem> {
    match field {
        Field::Domain => onboarding.fields.domain = domain(value)?,
        Field::SandboxName => onboarding.fields.sandbox_name = sandbox_name(value)?,
        Field::Username => onboarding.fields.username = username(value)?,
        Field::LoginUrl => {
            let refused = |refusal: host::Refusal| problem(refusal.code());
            let reading = SalesforceHost::read(value, onboarding.environment).map_err(refused)?;
            reading.host.for_route(onboarding.route).map_err(refused)?;
            let fields = &mut onboarding.fields;
            reading.host.as_str().clone_into(&mut fields.login_url);
            fields.login_url_rewritten = reading.rewritten;
        }
        Field::EventEndpoint => {
            let path = endpoint::check(value).map_err(|refusal| problem(refusal.code()))?;
            path.clone_into(&mut onboarding.fields.event_endpoint);
        }
        Field::Tenant => {
            let name = value.trim();
            if name.is_empty() {
                return Err(problem(Code::TenantMissing));
            }
            let tenant = Tenant {
                id: None,
                name: name.to_owned(),
                product: None,
                environment: None,
            };
            onboarding.fields.tenant = Some(tenant);
        }
    }
    Ok(())
}

/// Reads an e-mail domain; of a whole address, the part after the @.
pub(super) fn domain(typed: &str) -> Result<String, Problem> {
    let typed = typed.trim().to_lowercase();
    let domain = typed.rsplit('@').next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    if domain.contains('.') && domain.len() <= 253 && domain.split('.').all(is_label) {
        Ok(domain.to_owned())
    } else {
        Err(problem(Code::DomainInvalid).at_field("domain"))
    }
}

/// Reads a sandbox's name, the suffix of its user names.
pub(super) fn sandbox_name(typed: &str) -> Result<String, Problem> {
    let name = typed.trim().trim_start_matches('.');
    let is_name = (1..=15).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    if is_name {
        Ok(name.to_lowercase())
    } else {
        Err(problem(Code::SandboxNameInvalid).at_field("sandbox_name"))
    }
}

/// Reads a Salesforce Username.
pub(super) fn username(typed: &str) -> Result<String, Problem> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(problem(Code::UsernameMissing));
    }
    if name.len() > LONGEST_USERNAME {
        return Err(problem(Code::UsernameTooLong));
    }
    let parts = name.split_once('@');
    let is_name = !name.contains(|c: char| c.is_whitespace() || c.is_control())
        && parts.is_some_and(|(left, right)| {
            !left.is_empty() && right.contains('.') && !right.contains('@')
        });
    if is_name {
        Ok(name.to_owned())
    } else {
        Err(problem(Code::UsernameInvalid))
    }
}
