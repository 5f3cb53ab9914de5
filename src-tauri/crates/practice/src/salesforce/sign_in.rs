//! The two OAuth 2.0 flows by which a connector signs in.
//!
//! Sources: help.salesforce.com `xcloud.remoteaccess_oauth_username_password_flow`, and KB 000886201 for the client
//! credentials flow.

use jiff::Timestamp;

use super::errors::OAuthError;
use super::login_history::{Source, Who, remember};
use super::session::{ClientCredentialsAnswer, TokenAnswer, session, signature};
use super::verdict::{Arrival, Verdict};
use crate::app::{App, ExternalClientApp};
use crate::org::Org;
use crate::origin::{Host, Origin};
use crate::route::Route;
use crate::scenario::{Quirk, Scenario};
use crate::user::User;
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
    who: Who,
    consumer_secret: String,
    /// The scopes, where the answer tells them.
    scope: Option<String>,
    /// Whether the scopes let the app call the API.
    may_call: bool,
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
    let (now, who) = (world.now, judged.who);
    let Some(org) = world.saved.orgs.get_mut(&who.org_key) else {
        return Err(OAuthError::INVALID_CLIENT_ID);
    };
    if attempt.grant.route() == Route::ConnectedApp
        && let Some(user) = org.user_mut(&who.user_id)
    {
        judged.verdict.count(user, now);
    }
    let org_id = if scenario.has(Quirk::OtherOrg) {
        org.other_id.clone()
    } else {
        org.id.clone()
    };
    let instance_url = origin.url(&attempt.host.instance_of(org));
    remember(world, &who, attempt.source, judged.verdict.status);
    if let Some(refusal) = judged.verdict.refusal {
        return Err(refusal);
    }
    let secret = if scenario.has(Quirk::WrongSignature) {
        "another secret"
    } else {
        &judged.consumer_secret
    };
    let host = origin.url(attempt.host);
    let id = format!("{host}/id/{org_id}/{}", who.user_id);
    let issued_at = now.as_millisecond().to_string();
    Ok(TokenAnswer {
        access_token: session(world, &who, org_id, judged.may_call),
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
        // Unlike a My Domain, `login` and `test` know all connected apps, once the servers know them.
        App::Connected(app) if world.now < app.takes_effect || !at_home && !anybodys => {
            return Err(OAuthError::INVALID_CLIENT_ID);
        }
        App::External(_) if !at_home => return Err(OAuthError::APP_NOT_IN_ORG),
        _ => {}
    }
    let common = app.common();
    if attempt.client_secret != common.consumer_secret {
        return Err(OAuthError::INVALID_CLIENT);
    }
    let user = match (&attempt.grant, app) {
        (Grant::Password { username, .. }, _) => org
            .user_called(username)
            .filter(|_| at_home)
            .ok_or(OAuthError::AUTHENTICATION_FAILURE)?,
        (Grant::ClientCredentials, App::Connected(_)) => {
            return Err(OAuthError::NO_CLIENT_CREDENTIALS);
        }
        (Grant::ClientCredentials, App::External(app)) => run_as(app, org)?,
    };
    let arrival = Arrival {
        user,
        app: common,
        settings: &org.settings,
        from: attempt.source.address(),
    };
    Ok(Judged {
        who: Who {
            org_key: org_key.to_owned(),
            user_id: user.id.clone(),
            application: common.name.clone(),
        },
        consumer_secret: common.consumer_secret.clone(),
        scope: match app {
            App::Connected(_) => None,
            App::External(_) => Some(common.scopes.join(" ")),
        },
        may_call: common.may_call(),
        verdict: verdict(attempt, app, &arrival, scenario, world.now)?,
    })
}

/// How a known user fares with a known app.
fn verdict(
    attempt: &Attempt<'_>,
    app: App<'_>,
    arrival: &Arrival<'_>,
    scenario: Scenario,
    now: Timestamp,
) -> Result<Verdict, OAuthError> {
    let by_password = matches!(attempt.grant, Grant::Password { .. });
    let takes_passwords =
        matches!(app, App::Connected(_)) && !arrival.settings.password_flow_blocked;
    if by_password && !takes_passwords {
        return Ok(Verdict::FLOW_DISABLED);
    }
    if !arrival.app.policies.permit(arrival.user.about.profile) {
        return Err(OAuthError::NOT_APPROVED);
    }
    let kept_out = turned_away(scenario, attempt)
        .or_else(|| Verdict::of_standing(arrival, attempt.grant.route()));
    Ok(kept_out.unwrap_or_else(|| match attempt.grant {
        Grant::Password { password, .. } => Verdict::of_password(arrival, password, now),
        Grant::ClientCredentials => Verdict::SUCCESS,
    }))
}

/// The user as whom an app runs, if its settings and policies allow the client credentials flow.
fn run_as<'a>(app: &ExternalClientApp, org: &'a Org) -> Result<&'a User, OAuthError> {
    if !app.flow_enabled || !app.flow_allowed {
        return Err(OAuthError::NO_CLIENT_CREDENTIALS);
    }
    let user = app.run_as.as_ref().and_then(|id| org.user(id));
    let user = user.ok_or(OAuthError::NO_RUN_AS_USER)?;
    if !app.common.may_call() {
        return Err(OAuthError::NO_SCOPES);
    }
    Ok(user)
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
            run_as(&org.external_app, &org).map(|user| user.id == org.user.id)
        };
        assert_eq!(spoilt(|_| {}), Ok(true));
        assert_eq!(
            spoilt(|app| app.flow_enabled = false),
            Err(OAuthError::NO_CLIENT_CREDENTIALS)
        );
        assert_eq!(
            spoilt(|app| app.flow_allowed = false),
            Err(OAuthError::NO_CLIENT_CREDENTIALS)
        );
        assert_eq!(
            spoilt(|app| app.run_as = None),
            Err(OAuthError::NO_RUN_AS_USER)
        );
        assert_eq!(
            spoilt(|app| app.common.scopes = vec!["openid".to_owned()]),
            Err(OAuthError::NO_SCOPES)
        );
        assert_eq!(
            spoilt(|app| app.common.scopes = vec!["full".to_owned()]),
            Ok(true)
        );
    }
}
