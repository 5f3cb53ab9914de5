//! What a person types: checked, then kept; a refusal changes nothing.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::field::{Field, SecretField};
use model::host::SalesforceHost;
use model::onboarding::{Keep, StoredSecret, Tenant};
use model::{Onboarding, endpoint};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::vault::VaultError;

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

    /// Keeps a secret where the person agreed to. The record learns a new generation first: a
    /// crash in between leaves a fact to be rechecked, never a fact that is out of date unnoticed.
    pub async fn store_secret(
        &self,
        id: Uuid,
        field: SecretField,
        secret: SecretString,
        keep: Keep,
    ) -> Result<Snapshot, Problem> {
        let secret = cleaned(field, &secret);
        if secret.expose_secret().is_empty() {
            return Err(problem(Code::SecretEmpty).at_field(field.key()));
        }
        let _hold = self.hold(id)?;
        let stored = StoredSecret {
            generation: Uuid::new_v4(),
            stored_at: Timestamp::now(),
            keep,
            remarks: Vec::new(),
        };
        let mut before = None;
        self.edit(id, "secret_stored", field.key(), |onboarding| {
            before = onboarding.secrets.insert(field, stored);
            Ok(())
        })?;
        match self
            .vault
            .store(&id.to_string(), field.key(), secret, keep)
            .await
        {
            Ok(()) => self.open(id),
            Err(error) => {
                // A locked keychain may still take the value when it is unlocked later, so what it
                // holds is not known any more; after any other failure it holds what it held.
                let known = before.filter(|_| error != VaultError::Locked);
                self.edit(id, "secret_not_stored", field.key(), |onboarding| {
                    match known {
                        Some(before) => onboarding.secrets.insert(field, before),
                        None => onboarding.secrets.remove(&field),
                    };
                    Ok(())
                })?;
                let problem = Problem::from(error).at_field(field.key());
                Err(self.note_problem(id, "secret_not_stored", problem))
            }
        }
    }
}

/// The field's name in the window.
fn field_name(field: Field) -> &'static str {
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
            let host = SalesforceHost::parse(value, onboarding.environment)
                .map_err(|refusal| problem(refusal.code()))?;
            host.as_str().clone_into(&mut onboarding.fields.login_url);
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

fn username(typed: &str) -> Result<String, Problem> {
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

/// Copying brings white space and invisible characters along that no key or token has. In a
/// password, a space may be meant.
fn cleaned(field: SecretField, secret: &SecretString) -> SecretString {
    let invisible =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let stray = |c: char| match field {
        SecretField::Password => invisible(c),
        _ => invisible(c) || c.is_whitespace(),
    };
    secret
        .expose_secret()
        .chars()
        .filter(|c| !stray(*c))
        .collect::<String>()
        .into()
}
