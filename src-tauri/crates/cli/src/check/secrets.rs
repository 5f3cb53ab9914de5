//! Secrets from the environment or from a prompt without echo, never from arguments: those are
//! seen by every process and kept by the shell's history.

use std::env;
use std::io::{self, IsTerminal};

use model::Route;
use model::catalogue::Code;
use model::field::SecretField;
use model::remark::{Remark, tidy};
use onboarding::credentials::Credentials;
use secrecy::SecretString;

use super::silence::Silence;
use super::stopped::Stopped;

/// What the route signs in with, and what was remarkable about how it was given.
pub(super) struct Gathered {
    pub(super) username: String,
    pub(super) secrets: Vec<Secret>,
    pub(super) route: Route,
}

/// One of the values.
pub(super) struct Secret {
    pub(super) field: SecretField,
    pub(super) value: SecretString,
    pub(super) remarks: Vec<Remark>,
}

/// Reads all values of a route; what is missing is named together.
pub(super) fn gather(route: Route, username: &str) -> Result<Gathered, Stopped> {
    let mut asking = Asking::default();
    let mut secrets = Vec::new();
    let mut missing = Vec::new();
    for field in SecretField::of_route(route) {
        match asking.read(*field)? {
            Some(secret) => secrets.push(secret),
            None => missing.push(*field),
        }
    }
    let Some(first) = missing.first() else {
        return Ok(Gathered {
            username: username.to_owned(),
            secrets,
            route,
        });
    };
    let words: Vec<String> = missing
        .iter()
        .map(|field| format!("{}: set {}", field.label(), variable(*field)))
        .collect();
    let words = words.join("; ");
    Err(Stopped::usage(Code::CredentialsIncomplete, words).at_field(first.key()))
}

fn variable(field: SecretField) -> &'static str {
    match field {
        SecretField::Password => "CONNECTOR_PASSWORD",
        SecretField::SecurityToken => "CONNECTOR_SECURITY_TOKEN",
        SecretField::ConsumerKey | SecretField::EcaConsumerKey => "CONNECTOR_CONSUMER_KEY",
        SecretField::ConsumerSecret | SecretField::EcaConsumerSecret => "CONNECTOR_CONSUMER_SECRET",
    }
}

/// Reads values one after the other.
#[derive(Default)]
struct Asking {
    /// From the first question on.
    silence: Option<Silence>,
}

impl Asking {
    /// A token may be empty: where the org trusts the address, Salesforce asks for none.
    fn read(&mut self, field: SecretField) -> Result<Option<Secret>, Stopped> {
        let typed = match env::var(variable(field)) {
            Ok(value) => value,
            Err(_) if io::stdin().is_terminal() => match self.ask(field) {
                Ok(value) => value,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    return Err(Stopped::new(Code::Cancelled, ""));
                }
                Err(_) => return Ok(None),
            },
            Err(_) => return Ok(None),
        };
        let tidied = tidy(field, &typed);
        let given = !tidied.value.is_empty() || field == SecretField::SecurityToken;
        Ok(given.then(|| Secret {
            field,
            value: SecretString::from(tidied.value.as_ref()),
            remarks: tidied.remarks.clone(),
        }))
    }

    fn ask(&mut self, field: SecretField) -> io::Result<String> {
        if self.silence.is_none() {
            self.silence = Some(Silence::begin()?);
        }
        rpassword::prompt_password(format!("{}: ", field.label()))
    }
}

impl Gathered {
    /// One of the values; empty where the route has none such.
    pub(super) fn value(&self, fields: &[SecretField]) -> SecretString {
        let found = self
            .secrets
            .iter()
            .find(|secret| fields.contains(&secret.field));
        found.map_or_else(SecretString::default, |secret| secret.value.clone())
    }

    pub(super) fn consumer_key(&self) -> SecretString {
        self.value(&[SecretField::ConsumerKey, SecretField::EcaConsumerKey])
    }

    pub(super) fn consumer_secret(&self) -> SecretString {
        self.value(&[SecretField::ConsumerSecret, SecretField::EcaConsumerSecret])
    }

    /// What signs in.
    pub(super) fn into_credentials(self) -> Credentials {
        let (consumer_key, consumer_secret) = (self.consumer_key(), self.consumer_secret());
        match self.route {
            Route::ConnectedApp => Credentials::Password {
                password: self.value(&[SecretField::Password]),
                security_token: self.value(&[SecretField::SecurityToken]),
                username: self.username,
                consumer_key,
                consumer_secret,
            },
            Route::ExternalClientApp => Credentials::Client {
                consumer_key,
                consumer_secret,
            },
        }
    }
}
