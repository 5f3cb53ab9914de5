//! The two OAuth 2.0 flows by which a connector signs in.
//!
//! Sources: help.salesforce.com `xcloud.remoteaccess_oauth_username_password_flow`, and KB 000886201 for the client
//! credentials flow.

use super::errors::OAuthError;
use super::login_history::{Source, remember};
use super::session::{ClientCredentialsAnswer, TokenAnswer, session, signature};
use super::verdict::Verdict;
use crate::app::{App, ExternalClientApp};
use crate::org::Org;
use crate::origin::{Host, Origin};
use crate::route::Route;
use crate::scenario::{Quirk, Scenario};
use crate::world::World;

pub(super) struct Attempt<'a> {
    pub(super) client_id: &'a str,
    pub(super) client_secret: &'a str,
    pub(super) grant: Grant<'a>,
    /// Which of Salesforce's hosts is asked.
    pub(super) host: &'a Host,
    pub(super) source: Source,
}

/// What is shown beside the app's own credentials.
pub(super) enum Grant<'a> {
    Password {
        username: &'a str,
        /// The security token is appended.
        password: &'a str,
    },
    ClientCredentials,
}

impl Grant<'_> {
    const fn route(&self) -> Route {
        match self {
            Self::Password { .. } => Route::ConnectedApp,
            Self::ClientCredentials => Route::ExternalClientApp,
        }
    }
}

/// What an attempt led to.
struct Judged {
    org_key: String,
    consumer_secret: String,
    /// The scopes, where the answer tells them.
    scope: Option<String>,
    verdict: Verdict,
}

/// Judges one attempt and remembers it.
pub(super) fn sign_in(
    world: &mut World,
    attempt: &Attempt<'_>,
    origin: &Origin,
) -> Result<TokenAnswer, OAuthError> {
    let scenario = world.live.scenario;
    let judged = judge(world, attempt, scenario)?;
    let now = world.now;
    let Some(org) = world.saved.orgs.get_mut(&judged.org_key) else {
        return Err(OAuthError::INVALID_CLIENT_ID);
    };
    if attempt.grant.route() == Route::ConnectedApp {
        judged.verdict.count(&mut org.user, now);
    }
    let org_id = if scenario.has(Quirk::OtherOrg) {
        org.other_id.clone()
    } else {
        org.id.clone()
    };
    let user_id = org.user.id.clone();
    let instance_url = origin.url(&attempt.host.instance_of(org));
    let row = judged.verdict.status;
    remember(world, &judged.org_key, attempt.source, row);
    if let Some(refusal) = judged.verdict.refusal {
        return Err(refusal);
    }
    let secret = if scenario.has(Quirk::WrongSignature) {
        "another secret"
    } else {
        &judged.consumer_secret
    };
    let id = format!("{}/id/{org_id}/{user_id}", origin.url(attempt.host));
    let issued_at = now.as_millisecond().to_string();
    Ok(TokenAnswer {
        access_token: session(world, judged.org_key, org_id),
        instance_url,
        signature: signature(secret, &id, &issued_at),
        id,
        token_type: "Bearer",
        issued_at,
        more: judged.scope.map(|scope| ClientCredentialsAnswer {
            scope,
            api_instance_url: origin.api_url(attempt.host),
        }),
    })
}

/// In Salesforce's order: the address, the app, then the user. Whom Salesforce does not know has no login history to
/// write to, so that those refusals are errors rather than verdicts.
fn judge(world: &World, attempt: &Attempt<'_>, scenario: Scenario) -> Result<Judged, OAuthError> {
    let route = attempt.grant.route();
    if let Some(refusal) = scenario.refusal(route) {
        return Err(refusal);
    }
    let anybodys = matches!(attempt.host, Host::Login | Host::Test);
    if anybodys && route == Route::ExternalClientApp {
        return Err(OAuthError::DOMAIN_NOT_SUPPORTED);
    }
    let (org_key, org, app) = world
        .saved
        .app(attempt.client_id)
        .ok_or(OAuthError::INVALID_CLIENT_ID)?;
    let at_home = attempt.host.signs_in(org);
    match app {
        // Unlike a My Domain, `login` and `test` know all connected apps.
        App::Connected(_) if !at_home && !anybodys => return Err(OAuthError::INVALID_CLIENT_ID),
        App::External(_) if !at_home => return Err(OAuthError::APP_NOT_IN_ORG),
        _ => {}
    }
    if attempt.client_secret != app.consumer_secret() {
        return Err(OAuthError::INVALID_CLIENT);
    }
    let verdict = match (&attempt.grant, app) {
        (Grant::Password { username, .. }, _)
            if !at_home || !username.eq_ignore_ascii_case(&org.user.username) =>
        {
            return Err(OAuthError::AUTHENTICATION_FAILURE);
        }
        (Grant::ClientCredentials, App::Connected(_)) => {
            return Err(OAuthError::NO_CLIENT_CREDENTIALS);
        }
        (Grant::Password { .. }, App::External(_)) => Verdict::FLOW_DISABLED,
        (Grant::Password { password, .. }, App::Connected(_)) => turned_away(scenario, attempt)
            .unwrap_or_else(|| Verdict::of_password(&org.user, password, world.now)),
        (Grant::ClientCredentials, App::External(app)) => {
            check(app, org)?;
            turned_away(scenario, attempt).unwrap_or(Verdict::SUCCESS)
        }
    };
    Ok(Judged {
        org_key: org_key.to_owned(),
        consumer_secret: app.consumer_secret().to_owned(),
        scope: match app {
            App::Connected(_) => None,
            App::External(app) => Some(app.scopes.join(" ")),
        },
        verdict,
    })
}

/// Whether the app's settings and policies allow the client credentials flow.
fn check(app: &ExternalClientApp, org: &Org) -> Result<(), OAuthError> {
    if !app.flow_enabled {
        return Err(OAuthError::NO_CLIENT_CREDENTIALS);
    }
    if app.run_as.as_ref() != Some(&org.user.id) {
        return Err(OAuthError::NO_RUN_AS_USER);
    }
    if !app.may_call() {
        return Err(OAuthError::NO_SCOPES);
    }
    Ok(())
}

fn turned_away(scenario: Scenario, attempt: &Attempt<'_>) -> Option<Verdict> {
    let (status, refusal) = scenario.turning_away(attempt.grant.route(), attempt.source)?;
    Some(Verdict::refused(status, refusal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn settings_and_policies_of_an_external_client_app_are_heeded() {
        let spoilt = |spoil: fn(&mut ExternalClientApp)| {
            let mut org = Org::invent(&mut Random::from_seed([9; 32]));
            spoil(&mut org.external_app);
            check(&org.external_app, &org)
        };
        assert_eq!(spoilt(|_| {}), Ok(()));
        assert_eq!(
            spoilt(|app| app.flow_enabled = false),
            Err(OAuthError::NO_CLIENT_CREDENTIALS)
        );
        assert_eq!(
            spoilt(|app| app.run_as = None),
            Err(OAuthError::NO_RUN_AS_USER)
        );
        assert_eq!(
            spoilt(|app| app.scopes = vec!["openid".to_owned()]),
            Err(OAuthError::NO_SCOPES)
        );
        assert_eq!(spoilt(|app| app.scopes = vec!["full".to_owned()]), Ok(()));
    }
}
