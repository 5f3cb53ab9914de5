//! The whole day by the connected app, with three mistakes that a first day has.

use acceptance::day::{Day, Dialog, Links, OwnApp};
use acceptance::desktop::{Desktop, Keyring};
use model::Route;

const ROUTE: Route = Route::ConnectedApp;
const APP: OwnApp = OwnApp::of(ROUTE);
const NAME: &str = "Gentrack Salesforce Sales Cloud Connector";
const PASSWORD: &str = "Invented-1";

#[tokio::test]
async fn from_an_empty_org_to_a_named_credential_by_the_connected_app() {
    let links = Links::catch().unwrap();
    let path = links.path();
    let desktop = Desktop::start_with(Keyring::Unlocked, &[("PATH", &path)]).unwrap();
    let mut day = Day::begin(&desktop, &links).await.unwrap();

    day.wizard.begin().await.unwrap();
    day.wizard.prerequisites().await.unwrap();
    day.wizard.choose_route(ROUTE).await.unwrap();
    day.wizard.window.wait_for_page("app").await.unwrap();

    // The user first and the app last, so that Salesforce does not know the app yet when it is tried.
    day.wizard.window.click_step("service_user").await.unwrap();
    day.create_user().await.unwrap();
    day.let_the_password_last().await.unwrap();
    let user = day.get_password_and_token(PASSWORD).await.unwrap();
    day.wizard.service_user(ROUTE).await.unwrap();
    let (host, endpoint) = day.look_up_the_org().await.unwrap();

    // The first mistake: an org of today, whose switch for this flow is off.
    day.browser
        .click("OAuth and OpenID Connect Settings")
        .await
        .unwrap();
    day.allow_password_flows(false).await.unwrap();

    // The second: a scope that opens no API.
    let scope = "Access unique user identifiers (openid)";
    day.wizard.window.click_step("app").await.unwrap();
    day.create_connected_app(&[("Selected OAuth Scopes", scope)])
        .await
        .unwrap();
    let keys = day.reveal(APP).await.unwrap();
    day.wizard.app(ROUTE).await.unwrap();

    let secrets = [
        ("password", user.password.as_str()),
        ("security_token", &user.token),
        ("consumer_key", &keys.key),
        ("consumer_secret", &keys.secret),
    ];
    let plain = [
        ("login_url", host.as_str()),
        ("event_endpoint", endpoint.as_str()),
    ];
    day.wizard.window.click_step("credentials").await.unwrap();
    day.enter_credentials(ROUTE, &secrets, &plain)
        .await
        .unwrap();

    // The third: too early.
    day.verify_too_early().await.unwrap();
    day.browser.click("Home").await.unwrap();
    day.browser.click("Let two minutes pass").await.unwrap();

    day.verify().await.unwrap();
    let refused = ["Salesforce refused the sign-in and gave no reason"];
    day.wizard
        .reads_in_check("sign_in", "failed", &refused)
        .await
        .unwrap();
    let status = day.tell_what_login_history_says().await.unwrap();
    assert_eq!(status, "Username-Password Flow Disabled");
    day.follow_the_answer("Open OAuth and OpenID Connect Settings")
        .await
        .unwrap();
    day.allow_password_flows(true).await.unwrap();

    day.verify().await.unwrap();
    let scope_is_missing = [
        "This session is not valid for use with the REST API",
        "Check that the app has the scope Full access.",
    ];
    day.wizard
        .reads_in_check("rest", "failed", &scope_is_missing)
        .await
        .unwrap();
    day.follow_the_fix("rest", "Open App Manager")
        .await
        .unwrap();
    day.open_own_app(APP, NAME).await.unwrap();
    day.browser.click("Edit").await.unwrap();
    day.browser
        .choose("Selected OAuth Scopes", &["Full access (full)"])
        .await
        .unwrap();
    day.browser.click("Save").await.unwrap();

    day.verify().await.unwrap();
    day.wizard.reads_that_the_way_is_open().await.unwrap();
    day.wizard.window.click_primary().await.unwrap();

    day.take_the_portal().await.unwrap();
    day.browser.click("My Connectors").await.unwrap();
    day.browser.reads("No connectors yet.").await.unwrap();
    let tenant = day.tenants().await.unwrap().remove(0);
    day.say_that_it_is_not_there_yet(&tenant).await.unwrap();
    let secrets = [
        ("Password", user.password.as_str()),
        ("Security Token", &user.token),
        ("Consumer Key", &keys.key),
        ("Consumer Secret", &keys.secret),
    ];
    let dialog = Dialog {
        secrets: &secrets,
        tenant: &tenant,
    };
    day.open_dialog().await.unwrap();
    day.save(&dialog).await.unwrap();
    assert_eq!(day.browser.title().await.unwrap(), "My Connectors");
    day.say_that_it_was_saved().await.unwrap();
    let line = ["GCIS got in:", "from 203.0.113.25, Success"];
    day.reads_of_gcis("got_in", &line).await.unwrap();
    day.wizard.window.click_primary().await.unwrap();

    day.open_basic_information().await.unwrap();
    assert_eq!(day.browser.beside("Tenant").await.unwrap(), tenant);
    day.begin_to_add_the_named_credential().await.unwrap();
    day.add_named_credential().await.unwrap();
    day.say_that_it_was_added().await.unwrap();
    day.browser.click("Salesforce Setup").await.unwrap();
    day.browser.click("Named Credentials").await.unwrap();
    assert_eq!(day.browser.table().await.unwrap().len(), 1);
    assert_eq!(day.sign_ins_of_gcis().await.unwrap(), ["Success"]);

    day.wizard.window.click_primary().await.unwrap();
    day.wizard.what_happens_next().await.unwrap();
    day.wizard.window.wait_for_page("checklist").await.unwrap();
    day.end().await.unwrap();
    desktop.stop().unwrap();
}
