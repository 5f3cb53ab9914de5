//! Each scenario, held against what is known of Salesforce rather than against the crate's own table.

mod after_sign_in;
mod history;
mod preflight;
mod shapes;
mod sign_in;

use std::collections::BTreeSet;

use practice::{Group, Route, Scenario};
use serde_json::Value;
use url::form_urlencoded::Serializer;

use crate::client::Reply;
use crate::setting::{FORM, Setting};

const TOKEN: &str = "/services/oauth2/token";

/// Sign-ins by either route on the org's own host, whatever they lead to.
async fn sign_in(setting: &Setting, route: Route) -> Reply {
    let card = &setting.card;
    let host = setting.named(&card.my_domain);
    if route == Route::ConnectedApp {
        return setting.sign_in_at(&host, card, &[]).await;
    }
    let body = Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("client_id", &card.eca_consumer_key)
        .append_pair("client_secret", &card.eca_consumer_secret)
        .finish();
    setting
        .salesforce_at(&host, "POST", TOKEN, &[FORM], &body)
        .await
}

/// The statuses in the service user's login history, oldest first, and one success for this look.
async fn history(setting: &Setting) -> Vec<String> {
    setting.running.cloud().set_scenario(Scenario::Smooth);
    let rows = setting.login_history().await;
    rows.into_iter().map(|(_, status)| status).collect()
}

fn meet(setting: &Setting, scenario: Scenario) {
    setting.running.cloud().set_scenario(scenario);
}

/// The routes that meet a scenario, and those that do not.
fn routes(scenario: Scenario) -> (Vec<Route>, Vec<Route>) {
    let met = |route: &Route| scenario.route().is_none_or(|only| only == *route);
    Route::ALL.into_iter().partition(met)
}

fn text<'a>(body: &'a Value, name: &str) -> &'a str {
    body[name].as_str().unwrap_or_default()
}

/// Fails unless these are all the scenarios of a group.
fn assert_whole(group: Group, covered: impl IntoIterator<Item = Scenario>) {
    let covered: BTreeSet<&str> = covered.into_iter().map(Scenario::name).collect();
    let all = Scenario::ALL.into_iter().filter(|one| one.group() == group);
    let all: BTreeSet<&str> = all.map(Scenario::name).collect();
    assert_eq!(covered, all);
}
