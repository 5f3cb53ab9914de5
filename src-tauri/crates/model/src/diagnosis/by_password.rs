//! The causes on the connected app's route, where everything hangs on username, password and
//! security token.

use super::look::Likely::{Certain, Seldom, Suspected, Usual};
use super::look::{Look, Ranked};
use super::words::{APP_WAIT_MINUTES, LOCKOUT};
use super::{Known, Token, other_environment, unless_it_worked};
use crate::Environment;
use crate::guide::dates::PASSWORD_FLOW_ENDS;
use crate::guide::link::Link;
use crate::host::SalesforceHost;

/// In the order of public issue threads on this refusal.
pub(super) fn looks(known: &Known) -> Vec<Ranked> {
    let mut looks = Vec::new();
    looks.extend(ended(known));
    looks.push(token(known));
    looks.extend(wait(known));
    looks.push(host(known));
    looks.push(flow(known));
    looks.push(key(known));
    looks.push((
        Usual,
        Look::new(
            "Enter the password again",
            "Salesforce does not say whether it was the password or the token.",
        ),
    ));
    looks.push(username(known));
    looks.push(locked(known));
    looks.push((
        Usual,
        Look::new(
            "Check that the password was set and has not expired",
            "A new user has none until somebody follows the link in the welcome mail.",
        )
        .at(Link::Users),
    ));
    looks.push((
        Usual,
        Look::new(
            "Review Login IP Ranges and Login Hours on the user’s profile",
            "Outside of either, Salesforce refuses even the right password.",
        )
        .at(Link::Profiles),
    ));
    looks.extend(my_domain_policy(known));
    looks.push((
        Seldom,
        Look::new(
            "Check that the user does not sign in by single sign-on",
            "With Is Single Sign-On Enabled its password counts for nothing.",
        )
        .at(Link::PermissionSets),
    ));
    looks.push((
        Seldom,
        Look::new(
            "Check that the user has no Multi-Factor Authentication for API Logins",
            "With it Salesforce wants a one-time code in the token’s place.",
        )
        .at(Link::PermissionSets),
    ));
    looks
}

/// What Salesforce answers after the end is not known; this refusal is one of the likely answers.
fn ended(known: &Known) -> Option<Ranked> {
    (known.password_flow_days_left <= 0).then(|| {
        let look = Look::new(
            "Check whether Salesforce has ended this sign-in for your org",
            format!(
                "It announced the end of the username-password sign-in for {}.",
                PASSWORD_FLOW_ENDS.strftime("%-d %B %Y")
            ),
        );
        (Certain, look.at(Link::ReleaseUpdates))
    })
}

fn token(known: &Known) -> Ranked {
    let compare = "Compare the security token with the newest mail";
    let (likely, what, why) = match known.token {
        Token::Missing => (
            Certain,
            "Enter the security token",
            "None is stored, and Salesforce wants one from every address that the org does not \
             trust.",
        ),
        Token::OlderThanPassword => (
            Suspected,
            compare,
            "The password was entered after the token, and a new password always makes a new \
             token.",
        ),
        Token::Stored => (
            Usual,
            compare,
            "Only the newest counts, and upper and lower case matter.",
        ),
    };
    (likely, Look::new(what, why))
}

/// A young app is mostly refused as an unknown key, so this is one possibility among others.
fn wait(known: &Known) -> Option<Ranked> {
    let age = known.app_age.filter(|age| *age < APP_WAIT_MINUTES)?;
    let minutes = if age == 1 { "minute" } else { "minutes" };
    let why = format!(
        "The app was saved {age} {minutes} ago, and Salesforce takes 2 to 10 minutes. It mostly \
         says so in other words."
    );
    let what = "Wait until the app is ten minutes old before you try again";
    Some((Usual, Look::new(what, why)))
}

fn host(known: &Known) -> Ranked {
    let use_own = "Use your own My Domain host as Login URL";
    let Some(host) = &known.host else {
        let look = Look::new(use_own, "No Login URL is entered.");
        return (Suspected, look.at(Link::MyDomain));
    };
    let (likely, what, why) = match (
        host.is_my_domain(),
        other_environment(host, known.environment),
    ) {
        (true, None) => (
            unless_it_worked(known),
            "Check that the Login URL is the org of this user",
            format!("{host} lets in its own users alone."),
        ),
        (true, Some(why)) => (
            Suspected,
            "Check that the Login URL is the org of this user",
            format!("{host} {why}"),
        ),
        (false, Some(why)) => (Certain, use_own, format!("{host} {why}")),
        (false, None) => (
            if known.signed_in_before {
                Usual
            } else {
                Suspected
            },
            use_own,
            format!("{host} serves many orgs, and some orgs let nobody in there."),
        ),
    };
    (likely, Look::new(what, why).at(Link::MyDomain))
}

fn flow(known: &Known) -> Ranked {
    let look = Look::new(
        "Switch on Allow OAuth Username-Password Flows",
        "In orgs since Summer ’23 it is off at first, and the refusal is the same.",
    );
    (unless_it_worked(known), look.at(Link::OAuthSettings))
}

fn key(known: &Known) -> Ranked {
    let likely = if known.key_may_be_of_other_app {
        Suspected
    } else {
        unless_it_worked(known)
    };
    let look = Look::new(
        "Check that key and secret are those of a connected app",
        "An External Client App cannot sign in with a password, and the refusal is the same.",
    );
    (likely, look.at(Link::AppManager))
}

fn username(known: &Known) -> Ranked {
    let what = "Compare the Username with the user’s page";
    let (likely, why) = match (known.username_suffix_fits, known.environment) {
        (Some(false), Environment::Sandbox) => (
            Certain,
            "In a sandbox every Username ends in the sandbox’s name, and this one does not.",
        ),
        (Some(false), _) => (
            Suspected,
            "It seems to end in a sandbox’s name, and this onboarding is not for a sandbox.",
        ),
        (Some(true) | None, _) => (
            unless_it_worked(known),
            "It looks like an e-mail address and need not be one: each letter counts.",
        ),
    };
    (likely, Look::new(what, why).at(Link::Users))
}

fn locked(known: &Known) -> Ranked {
    let refusals = known.refusals_in_a_row;
    let (likely, why) = if refusals > 2 {
        let why = format!("{refusals} tries in a row were refused or went unanswered. {LOCKOUT}");
        (Suspected, why)
    } else if known.signed_in_before {
        (Suspected, LOCKOUT.to_owned())
    } else {
        (Usual, LOCKOUT.to_owned())
    };
    let what = "Open the user: is it active, neither locked nor frozen?";
    (likely, Look::new(what, why).at(Link::Users))
}

/// Some orgs refuse `login.salesforce.com`; what the token endpoint then says is not known.
fn my_domain_policy(known: &Known) -> Option<Ranked> {
    let at_own_host = known
        .host
        .as_ref()
        .is_some_and(SalesforceHost::is_my_domain);
    (!at_own_host).then(|| {
        let look = Look::new(
            "Check whether My Domain prevents login from login.salesforce.com",
            "The org can be set so that only its own host lets users in.",
        );
        (unless_it_worked(known), look.at(Link::MyDomain))
    })
}
