//! Remarks on what was given: told beside the result, in the way of nothing.

use model::Environment;
use model::field::SecretField;
use model::host::SalesforceHost;
use model::remark::{
    Remark, Surroundings, about_host, about_key_and_secret, about_password_and_token,
    about_username,
};
use secrecy::ExposeSecret;

use super::secrets::Gathered;

/// Prints what is remarkable on standard error, value by value. No remark holds a part of one.
pub(super) fn tell(
    given: &Gathered,
    environment: Environment,
    host: Option<&SalesforceHost>,
    username: &str,
) {
    let of_host = host.and_then(|host| about_host(host, environment));
    say("Login URL", of_host);
    let around = Surroundings {
        environment,
        host,
        domain: "",
        sandbox_name: "",
    };
    say("Username", about_username(username, &around));
    for secret in &given.secrets {
        say(secret.field.label(), secret.remarks.iter().copied());
    }
    let (key, secret) = (given.consumer_key(), given.consumer_secret());
    let of_app = about_key_and_secret(key.expose_secret(), secret.expose_secret());
    say("Consumer Key and Secret", of_app);
    let password = given.value(&[SecretField::Password]);
    let token = given.value(&[SecretField::SecurityToken]);
    let of_user = about_password_and_token(password.expose_secret(), token.expose_secret());
    say("Password", of_user);
}

fn say(label: &str, remarks: impl IntoIterator<Item = Remark>) {
    for remark in remarks {
        let entry = remark.code().entry();
        let fix = entry
            .remedies
            .first()
            .map_or_else(String::new, |remedy| format!(" {}", remedy.text));
        eprintln!("{label}: {}.{fix}", entry.summary);
    }
}
