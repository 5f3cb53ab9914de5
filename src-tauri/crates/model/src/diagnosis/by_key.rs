//! The causes on the external client app's route, where everything hangs on the app, its key and
//! its Run As user.
//!
//! Salesforce documents other words for most of these; what makes it fall back to this refusal is
//! not known, so the list holds what this sign-in depends on.

use super::look::Likely::{Certain, Seldom, Suspected, Usual};
use super::look::{Look, Ranked};
use super::{Known, other_environment, unless_it_worked};
use crate::guide::link::Link;

pub(super) fn looks(known: &Known) -> Vec<Ranked> {
    let run_as = if known.signed_in_before {
        Suspected
    } else {
        Usual
    };
    vec![
        host(known),
        key(known),
        (
            unless_it_worked(known),
            Look::new(
                "Check on the app’s Settings tab that Enable Client Credentials Flow is on",
                "Without it Salesforce lets nobody in by key and secret alone.",
            )
            .at(Link::ExternalClientAppManager),
        ),
        (
            unless_it_worked(known),
            Look::new(
                "Check on the app’s Policies tab that Run As names the service user",
                "The app signs in as that user; it wants the Username, not the name.",
            )
            .at(Link::ExternalClientAppManager),
        ),
        (
            run_as,
            Look::new(
                "Open the Run As user: is it active, not frozen, with API Enabled?",
                "The app can do no more than this user may.",
            )
            .at(Link::Users),
        ),
        (
            Usual,
            Look::new(
                "Review IP Relaxation on the app’s Policies tab",
                "With Enforce IP restrictions the Login IP Ranges of the user’s profile hold for \
                 the app.",
            )
            .at(Link::ExternalClientAppManager),
        ),
        (
            Usual,
            Look::new(
                "Review Login IP Ranges and Login Hours on the Run As user’s profile",
                "Outside of either, Salesforce refuses the sign-in.",
            )
            .at(Link::Profiles),
        ),
        (
            Usual,
            Look::new(
                "Check Permitted Users on the app’s Policies tab",
                "If only pre-authorised users may use the app, the Run As user’s profile has to \
                 be added.",
            )
            .at(Link::ExternalClientAppManager),
        ),
        (
            Seldom,
            Look::new(
                "Check that the app is not blocked",
                "An admin can block an app for the whole org.",
            )
            .at(Link::ExternalClientAppUsage),
        ),
    ]
}

fn host(known: &Known) -> Ranked {
    let look =
        |why: String| Look::new("Use your own My Domain host as Login URL", why).at(Link::MyDomain);
    let Some(host) = &known.host else {
        let why = "No Login URL is entered, and this sign-in works on the org’s own host alone.";
        return (Certain, look(why.to_owned()));
    };
    if !host.is_my_domain() {
        return (
            Certain,
            look(format!("{host} does not serve this sign-in.")),
        );
    }
    match other_environment(host, known.environment) {
        Some(why) => (Suspected, look(format!("{host} {why}"))),
        None => (
            unless_it_worked(known),
            look(format!(
                "{host} has to be the org in which the app was made."
            )),
        ),
    }
}

fn key(known: &Known) -> Ranked {
    let likely = if known.key_may_be_of_other_app {
        Suspected
    } else {
        unless_it_worked(known)
    };
    let look = Look::new(
        "Check that key and secret are those of the External Client App",
        "A connected app’s look the same, and they do not sign in this way unless it is set up \
         for it.",
    );
    (likely, look.at(Link::ExternalClientAppManager))
}
