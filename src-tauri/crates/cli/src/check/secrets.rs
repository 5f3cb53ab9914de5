//! Secrets from the environment or from a prompt without echo, never from arguments: those are
//! seen by every process and kept by the shell's history.

use std::env;
use std::io::{self, IsTerminal};

use model::Route;
use model::catalogue::{Code, Problem};
use model::field::SecretField;
use model::remark::tidy;
use onboarding::credentials::Credentials;
use onboarding::workflow::problem;
use secrecy::SecretString;

/// What the route signs in with.
pub(super) fn gather(route: Route, username: &str) -> Result<Credentials, Problem> {
    Ok(match route {
        Route::ConnectedApp => Credentials::Password {
            username: username.to_owned(),
            password: secret(SecretField::Password)?,
            security_token: secret(SecretField::SecurityToken)?,
            consumer_key: secret(SecretField::ConsumerKey)?,
            consumer_secret: secret(SecretField::ConsumerSecret)?,
        },
        Route::ExternalClientApp => Credentials::Client {
            consumer_key: secret(SecretField::EcaConsumerKey)?,
            consumer_secret: secret(SecretField::EcaConsumerSecret)?,
        },
    })
}

fn variable(field: SecretField) -> &'static str {
    match field {
        SecretField::Password => "CONNECTOR_PASSWORD",
        SecretField::SecurityToken => "CONNECTOR_SECURITY_TOKEN",
        SecretField::ConsumerKey | SecretField::EcaConsumerKey => "CONNECTOR_CONSUMER_KEY",
        SecretField::ConsumerSecret | SecretField::EcaConsumerSecret => "CONNECTOR_CONSUMER_SECRET",
    }
}

/// A token may be empty: where the org trusts the address, Salesforce asks for none.
fn secret(field: SecretField) -> Result<SecretString, Problem> {
    let typed = match env::var(variable(field)) {
        Ok(value) => value,
        Err(_) if io::stdin().is_terminal() => {
            let label = field.label();
            rpassword::prompt_password(format!("{label}: ")).map_err(|_| missing(field))?
        }
        Err(_) => return Err(missing(field)),
    };
    let tidied = tidy(field, &typed).value.into_owned();
    if tidied.is_empty() && field != SecretField::SecurityToken {
        return Err(missing(field));
    }
    Ok(SecretString::from(tidied))
}

fn missing(field: SecretField) -> Problem {
    problem(Code::CredentialsIncomplete)
        .with_detail(format!("{}: set {}", field.label(), variable(field)))
        .at_field(field.key())
}
