//! The whole day by the external client app, with two mistakes that a first day has.

use acceptance::day::{Day, Dialog, Links, OwnApp};
use acceptance::desktop::{Desktop, Keyring};
use model::Route;

const ROUTE: Route = Route::ExternalClientApp;
const APP: OwnApp = OwnApp::of(ROUTE);
const NAME: &str = "Gentrack Salesforce Sales Cloud Connector";
const PROFILE: &str = "Standard User";
/// Where practice has this computer sign in from.
const DESK: &str = "198.51.100.7";

#[tokio::test]
async fn from_an_empty_org_to_a_named_credential_by_the_external_client_app() {
    let links = Links::catch().unwrap();
    let path = links.path();
    let desktop = Desktop::start_with(Keyring::Unlocked, &[("PATH", &path)]).unwrap();
    let mut day = Day::begin(&desktop, &links).await.unwrap();

    day.wizard.begin().await.unwrap();
    day.wizard.prerequisites().await.unwrap();
    day.wizard.choose_route(ROUTE).await.unwrap();

    // The first mistake: Run As is forgotten.
    let policies = day.form("eca.policies").await.unwrap();
    let run_as = policies
        .iter()
        .find(|line| line.label.starts_with("Run As"));
    let run_as = run_as.unwrap().clone();
    day.create_external_client_app(&[(&run_as.label, "")])
        .await
        .unwrap();
    let keys = day.reveal(APP).await.unwrap();
    day.wizard.app(ROUTE).await.unwrap();

    day.create_user().await.unwrap();
    assert_eq!(day.browser.beside("Username").await.unwrap(), run_as.value);
    day.wizard.service_user(ROUTE).await.unwrap();

    let (host, endpoint) = day.look_up_the_org().await.unwrap();
    let secrets = [
        ("eca_consumer_key", keys.key.as_str()),
        ("eca_consumer_secret", &keys.secret),
    ];
    let plain = [
        ("login_url", host.as_str()),
        ("event_endpoint", endpoint.as_str()),
    ];
    day.enter_credentials(ROUTE, &secrets, &plain)
        .await
        .unwrap();

    day.verify().await.unwrap();
    let forgotten = [
        "The app names no user to sign in as",
        "no client credentials user enabled",
        "Run As (Username)",
    ];
    day.wizard
        .reads_in_check("sign_in", "failed", &forgotten)
        .await
        .unwrap();
    day.follow_the_fix("sign_in", "Open External Client App Manager")
        .await
        .unwrap();
    day.open_own_app(APP, NAME).await.unwrap();
    day.browser.click("Edit Policies").await.unwrap();
    day.browser
        .enter(&run_as.label, &run_as.value)
        .await
        .unwrap();
    day.browser.click("Save").await.unwrap();

    day.verify().await.unwrap();
    day.wizard.reads_that_the_way_is_open().await.unwrap();
    day.wizard.window.click_primary().await.unwrap();

    // The second: whoever shut the profile up thought of this computer alone.
    day.browser.click("Profiles").await.unwrap();
    day.let_in(PROFILE, DESK, DESK).await.unwrap();

    day.take_the_portal().await.unwrap();
    day.browser.click("My Connectors").await.unwrap();
    day.browser.reads("No connectors yet.").await.unwrap();
    let tenant = day.tenants().await.unwrap().remove(0);
    day.say_that_it_is_not_there_yet(&tenant).await.unwrap();
    let secrets = [
        ("Consumer Key", keys.key.as_str()),
        ("Consumer Secret", &keys.secret),
    ];
    let dialog = Dialog {
        secrets: &secrets,
        tenant: &tenant,
    };
    day.open_external_dialog().await.unwrap();
    day.save(&dialog).await.unwrap();
    let words = "authentication failure";
    day.browser.reads(words).await.unwrap();
    day.say_that_it_was_refused(words, "authentication_failure")
        .await
        .unwrap();
    let line = [
        "GCIS tried and was refused:",
        "from 203.0.113.25, Restricted IP",
        "Login IP Ranges",
    ];
    day.reads_of_gcis("refused", &line).await.unwrap();
    day.follow("[data-evidence]", "Open Profiles")
        .await
        .unwrap();
    day.let_in(PROFILE, "203.0.113.1", "203.0.113.255")
        .await
        .unwrap();

    day.browser.click("GCIS Developer Portal").await.unwrap();
    day.open_external_dialog().await.unwrap();
    day.save(&dialog).await.unwrap();
    assert_eq!(day.browser.title().await.unwrap(), "My Connectors");
    day.say_that_it_was_saved().await.unwrap();
    let line = ["GCIS got in:", "from 203.0.113.25, Success"];
    day.reads_of_gcis("got_in", &line).await.unwrap();
    day.wizard.window.click_primary().await.unwrap();

    day.open_basic_information().await.unwrap();
    day.begin_to_add_the_named_credential().await.unwrap();
    day.add_named_credential().await.unwrap();
    day.say_that_it_was_added().await.unwrap();
    day.browser.click("Salesforce Setup").await.unwrap();
    day.browser.click("Named Credentials").await.unwrap();
    assert_eq!(day.browser.table().await.unwrap().len(), 1);
    let theirs = day.sign_ins_of_gcis().await.unwrap();
    assert_eq!(theirs, ["Success", "Restricted IP"]);

    day.wizard.window.click_primary().await.unwrap();
    day.wizard.what_happens_next().await.unwrap();
    day.wizard.window.wait_for_page("checklist").await.unwrap();
    day.end().await.unwrap();
    desktop.stop().unwrap();
}
