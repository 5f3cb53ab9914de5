//! What to look at after `invalid_grant: authentication failure`.
//!
//! Salesforce gives one refusal for a dozen causes. What is known here puts them in order; where
//! only Login History can tell, the list ends in the question what it says.

mod by_key;
mod by_password;
mod look;
#[cfg(test)]
mod tests;
pub mod words;

use crate::catalogue::login_history;
use crate::guide::link::Link;
use crate::host::SalesforceHost;
use crate::{Environment, Route};

pub use look::Look;
use look::{Likely, Ranked};

/// What is known of a sign-in that was refused. Nothing secret, only what is known about secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// How it signed in.
    pub route: Route,
    /// What the onboarding says the org is.
    pub environment: Environment,
    /// The Login URL's host, if one is entered.
    pub host: Option<SalesforceHost>,
    /// Whether the Username ends as it does in this environment; nothing if that cannot be told.
    pub username_suffix_fits: Option<bool>,
    /// What is known of the security token.
    pub token: Token,
    /// Whether key and secret may be those of the other route's app.
    pub key_may_be_of_other_app: bool,
    /// Whether this username has signed in at this host before.
    pub signed_in_before: bool,
    /// How often in a row the sign-in was refused, this time included.
    pub refusals_in_a_row: u32,
    /// How many minutes ago the connected app was saved, if the person said so.
    pub app_age: Option<u32>,
    /// Days until Salesforce ends the username-password sign-in; zero or less from that day on.
    pub password_flow_days_left: i32,
}

/// What is known of the security token without knowing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// None is stored.
    Missing,
    /// One is stored, entered with the password or after it.
    Stored,
    /// One is stored, and the password was entered later: a new password makes a new token.
    OlderThanPassword,
}

impl Known {
    /// What is known at the least: nothing but the route and the environment. A token is taken to
    /// be stored and the sign-in to be offered still.
    pub fn new(route: Route, environment: Environment) -> Self {
        Self {
            route,
            environment,
            host: None,
            username_suffix_fits: None,
            token: Token::Stored,
            key_may_be_of_other_app: false,
            signed_in_before: false,
            refusals_in_a_row: 1,
            app_age: None,
            password_flow_days_left: i32::MAX,
        }
    }
}

/// What to look at, the likeliest first, and at the end the question of Login History. Never
/// empty; nothing stands twice; each names a page or begins with what to do.
pub fn look_at(known: &Known) -> Vec<Look> {
    let mut ranked: Vec<Ranked> = match known.route {
        Route::ConnectedApp => by_password::looks(known),
        Route::ExternalClientApp => by_key::looks(known),
    };
    ranked.sort_by_key(|(likely, _)| *likely);
    let looks = ranked.into_iter().map(|(_, look)| look);
    looks.chain([question()]).collect()
}

/// The question in which every list ends; its answers are [`login_history::ALL`].
pub fn question() -> Look {
    Look::new(
        login_history::QUESTION,
        "Salesforce tells the program nothing more; its Status names the cause.",
    )
    .at(Link::LoginHistory)
}

/// Why a host seems to be of the other environment, where its name tells. Sandboxes have a `--` in
/// their name (help.salesforce.com, *My Domain URL Formats*).
fn other_environment(host: &SalesforceHost, environment: Environment) -> Option<&'static str> {
    let name = host.as_str();
    let of_sandbox = name.starts_with("test.") || host.is_my_domain() && name.contains("--");
    match environment {
        Environment::Sandbox if !of_sandbox => {
            Some("looks like a production host, and this onboarding is for a sandbox.")
        }
        Environment::Production if of_sandbox => {
            Some("looks like a sandbox’s host, and this onboarding is for production.")
        }
        Environment::Sandbox | Environment::Production | Environment::Practice => None,
    }
}

/// Something that was in order once, when this username signed in at this host, is seldom the
/// cause.
fn unless_it_worked(known: &Known) -> Likely {
    if known.signed_in_before {
        Likely::Seldom
    } else {
        Likely::Usual
    }
}
