//! The two routes: the external client app from end to end, and changing from one to the other.

use model::Route;
use model::catalogue::Check;
use model::dialog::DialogField;
use model::field::{Field, SecretField};
use model::journey::{Status, StepId};
use model::onboarding::{AppAnswer, CredentialAction, CredentialState, RegistrationWay};
use onboarding::records::Records;
use onboarding::workflow::snapshot::Snapshot;
use practice::Scenario;

use crate::desk::Desk;
use crate::walk::{prepare, status};

const OF_CONNECTED_APP: [&str; 4] = [
    "Password",
    "Security Token",
    "Consumer Key",
    "Consumer Secret",
];
const OF_EXTERNAL_APP: [&str; 2] = ["Consumer Key", "Consumer Secret"];
const NONE: [&str; 0] = [];

fn code(snapshot: &Snapshot, check: Check) -> &'static str {
    let mut findings = snapshot.verify.findings.iter();
    findings.find(|found| found.check == check).unwrap().code
}

#[tokio::test]
async fn an_external_client_app_goes_from_the_choice_to_the_checklist() {
    let desk = Desk::new().await;
    let workspace = &desk.workspace;
    let begun = workspace.open(desk.id).unwrap();
    assert_eq!(begun.route_page.proposed, None, "nobody has looked yet");
    let shown = [
        DialogField::ConsumerKey,
        DialogField::ConsumerSecret,
        DialogField::LoginUrl,
        DialogField::EventEndpoint,
        DialogField::Tenant,
    ];
    let told = workspace.dialog_shows(desk.id, shown.into()).unwrap();
    assert_eq!(told.route_page.proposed, Some(Route::ExternalClientApp));
    prepare(&desk, Route::ExternalClientApp);

    // The org's own host is needed, and said so where another one is entered.
    let chosen = workspace.open(desk.id).unwrap();
    assert_eq!(
        chosen.credentials.missing,
        [
            "Consumer Key",
            "Consumer Secret",
            "Login URL",
            "Event Endpoint"
        ]
    );
    for login in ["login.salesforce.practice", "test.salesforce.practice"] {
        let refused = workspace
            .save_field(desk.id, Field::LoginUrl, login)
            .unwrap_err();
        assert_eq!(refused.code, "login_url_needs_my_domain");
        assert_eq!(refused.field, Some("login_url"));
        assert!(!refused.fixes.is_empty());
    }
    desk.enter_external_app().await;
    let early = desk.verify().await.unwrap_err();
    assert_eq!(early.code, "credentials_incomplete");
    assert_eq!(early.detail, "Login URL");
    desk.save(
        Field::LoginUrl,
        &format!("https://{}/", desk.card.my_domain),
    );

    let verified = desk.verify().await.unwrap();
    let connection = verified.verify.connected_as.clone().unwrap();
    let run_as = Some(desk.card.username.clone());
    assert_eq!(connection.username, run_as, "the Run As user");
    assert_eq!(connection.login_host, desk.card.my_domain, "the very host");
    assert_eq!(code(&verified, Check::PasswordExpiry), "not_on_this_route");
    assert_eq!(verified.verify.refusals, 0);

    workspace
        .choose_registration(desk.id, RegistrationWay::Api)
        .unwrap();
    let tenants = workspace.tenants(desk.id).await.unwrap();
    workspace.choose_tenant(desk.id, &tenants[0]).unwrap();
    let registered = workspace.register(desk.id).await.unwrap();
    let instance = registered.register.registered.unwrap().instance_id;
    assert!(instance.is_some(), "GCIS signed in by the same way");
    let added = desk.change_credential(CredentialAction::Add).await;
    assert_eq!(
        added.unwrap().named_credential.state,
        CredentialState::Active
    );

    let folder = desk.folder.path().join("documents");
    let saved = workspace
        .save_checklist(
            onboarding::workflow::ChecklistOf::Onboarding(desk.id),
            folder,
        )
        .unwrap();
    let checklist = std::fs::read_to_string(saved.html).unwrap();
    assert!(checklist.contains("External Client App"));
    for secret in [&desk.card.eca_consumer_key, &desk.card.eca_consumer_secret] {
        assert!(!checklist.contains(secret.as_str()));
    }
    let end = workspace.open(desk.id).unwrap();
    assert_eq!(end.next, None, "every step is complete");
    assert!(end.credentials.aside.is_empty());
}

#[tokio::test]
async fn changing_the_route_keeps_what_both_share_and_sets_the_rest_aside() {
    let desk = Desk::on(Route::ConnectedApp).await;
    assert!(desk.verify().await.unwrap().verify.passed);
    let before = desk.workspace.load(desk.id).unwrap();

    let changed = desk
        .workspace
        .choose_route(desk.id, Route::ExternalClientApp)
        .unwrap();
    assert_eq!(changed.credentials.aside, OF_CONNECTED_APP, "and said so");
    assert_eq!(changed.route_page.aside, OF_CONNECTED_APP);
    assert_eq!(changed.credentials.missing, OF_EXTERNAL_APP);
    assert_eq!(status(&changed, StepId::Verify), &Status::CannotStart);
    assert!(changed.verify.connected_as.is_none());
    let after = desk.workspace.load(desk.id).unwrap();
    assert_eq!(after.fields, before.fields);
    assert_eq!(after.secrets, before.secrets);
    assert_eq!(after.facts.verification, before.facts.verification);
    assert_eq!(after.facts.pinned_org, before.facts.pinned_org);

    let back = desk
        .workspace
        .choose_route(desk.id, Route::ConnectedApp)
        .unwrap();
    assert_eq!(back.credentials.aside, NONE);
    assert!(back.verify.passed, "nothing of it was touched");
    assert!(
        desk.verify().await.unwrap().verify.passed,
        "the secrets are all there"
    );
}

#[tokio::test]
async fn both_routes_can_stand_beside_each_other_until_one_is_forgotten() {
    let desk = Desk::on(Route::ConnectedApp).await;
    let choose = |route| desk.workspace.choose_route(desk.id, route).unwrap();
    choose(Route::ExternalClientApp);
    desk.enter_external_app().await;
    assert!(desk.verify().await.unwrap().verify.passed);
    let other = choose(Route::ConnectedApp);
    assert_eq!(other.credentials.aside, OF_EXTERNAL_APP);
    assert!(other.credentials.missing.is_empty());
    assert!(desk.verify().await.unwrap().verify.passed);

    choose(Route::ExternalClientApp);
    let before = desk.workspace.load(desk.id).unwrap();
    let forgotten = desk.workspace.forget_aside(desk.id).await.unwrap();
    assert_eq!(forgotten.credentials.aside, NONE);
    let kept: Vec<_> = desk
        .workspace
        .load(desk.id)
        .unwrap()
        .secrets
        .into_keys()
        .collect();
    assert_eq!(kept, SecretField::of_route(Route::ExternalClientApp));
    assert!(
        desk.verify().await.unwrap().verify.passed,
        "its own are untouched"
    );
    let gone = choose(Route::ConnectedApp);
    assert_eq!(gone.credentials.missing, OF_CONNECTED_APP);
    let refused = desk.verify().await.unwrap_err();
    assert_eq!(refused.code, "credentials_incomplete");
    let nothing = choose(Route::ExternalClientApp);
    assert_eq!(nothing.credentials.aside, NONE);
    desk.workspace.forget_aside(desk.id).await.unwrap();
    assert!(
        desk.verify().await.unwrap().verify.passed,
        "nothing more to forget"
    );

    // Even a record that still names them finds them no more.
    Records::new(desk.workspace.data_folder())
        .save(&before)
        .unwrap();
    let gone = desk.workspace.load(desk.id).unwrap().gone;
    let gone: Vec<_> = gone.into_iter().collect();
    assert_eq!(gone, SecretField::of_route(Route::ConnectedApp));
}

#[tokio::test]
async fn a_login_host_stays_entered_and_is_missing_where_it_does_not_serve() {
    let desk = Desk::with_credentials().await;
    let entered = desk.workspace.load(desk.id).unwrap().fields.login_url;
    assert_eq!(entered, "login.salesforce.practice");
    desk.workspace
        .choose_route(desk.id, Route::ExternalClientApp)
        .unwrap();
    desk.enter_external_app().await;
    let missing = desk.workspace.open(desk.id).unwrap().credentials.missing;
    assert_eq!(missing, ["Login URL"]);
    assert_eq!(
        desk.workspace.load(desk.id).unwrap().fields.login_url,
        entered
    );
    assert_eq!(
        desk.verify().await.unwrap_err().code,
        "credentials_incomplete"
    );
    desk.workspace
        .choose_route(desk.id, Route::ConnectedApp)
        .unwrap();
    assert!(desk.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn what_was_said_of_the_other_route_stays_said() {
    let desk = Desk::new().await;
    let workspace = &desk.workspace;
    let done = |snapshot: &Snapshot| {
        [StepId::App, StepId::ServiceUser]
            .map(|id| matches!(status(snapshot, id), Status::Completed { .. }))
    };
    workspace
        .choose_route(desk.id, Route::ConnectedApp)
        .unwrap();
    workspace.app_saved(desk.id, true).unwrap();
    assert_eq!(
        done(&workspace.user_ready(desk.id, true).unwrap()),
        [true, true]
    );
    let other = workspace
        .choose_route(desk.id, Route::ExternalClientApp)
        .unwrap();
    assert_eq!(done(&other), [false, false]);
    workspace.app_saved(desk.id, true).unwrap();
    let ready = workspace.user_ready(desk.id, true).unwrap();
    assert_eq!(done(&ready), [true, true]);
    workspace.app_saved(desk.id, false).unwrap();
    let back = workspace
        .choose_route(desk.id, Route::ConnectedApp)
        .unwrap();
    assert_eq!(done(&back), [true, true]);
    let other = workspace
        .choose_route(desk.id, Route::ExternalClientApp)
        .unwrap();
    assert_eq!(done(&other), [false, true]);
}

#[tokio::test]
async fn the_org_of_one_route_is_the_org_of_the_other() {
    let desk = Desk::on(Route::ConnectedApp).await;
    assert!(desk.verify().await.unwrap().verify.passed);
    desk.workspace
        .choose_route(desk.id, Route::ExternalClientApp)
        .unwrap();
    desk.enter_external_app().await;
    desk.scenario(Scenario::OtherOrg);
    let verified = desk.verify().await.unwrap();
    assert!(!verified.verify.passed);
    assert_eq!(code(&verified, Check::Org), "org_differs");
}

#[tokio::test]
async fn where_the_dialog_was_not_seen_the_second_question_proposes() {
    let desk = Desk::new().await;
    for (answer, proposed) in [
        (AppAnswer::No, Some(Route::ExternalClientApp)),
        (AppAnswer::NotSure, None),
    ] {
        let page = desk
            .workspace
            .answer_app(desk.id, answer)
            .unwrap()
            .route_page;
        assert_eq!(page.proposed, proposed, "{answer:?}");
        assert!(!page.why.is_empty() && !page.ask_gentrack.is_empty());
    }
}

#[tokio::test]
async fn another_run_as_user_than_the_one_entered_is_a_warning() {
    let desk = Desk::on(Route::ExternalClientApp).await;
    desk.save(Field::Username, "somebody.else@northwind.example");
    let verified = desk.verify().await.unwrap();
    assert_eq!(code(&verified, Check::Identity), "other_user");
    assert!(verified.verify.passed);
}

#[tokio::test]
async fn what_a_registered_connector_signs_in_with_is_neither_left_nor_forgotten_here() {
    let desk = Desk::on(Route::ConnectedApp).await;
    desk.make_ready().await;
    desk.workspace.register(desk.id).await.unwrap();
    let choose = |route| desk.workspace.choose_route(desk.id, route);
    let left = choose(Route::ExternalClientApp).unwrap_err();
    assert_eq!(left.code, "route_in_use");
    assert!(choose(Route::ConnectedApp).is_ok(), "the same is no change");

    // A record of before this was refused.
    let mut record = desk.workspace.load(desk.id).unwrap();
    record.route = Route::ExternalClientApp;
    Records::new(desk.workspace.data_folder())
        .save(&record)
        .unwrap();
    let forgotten = desk.workspace.forget_aside(desk.id).await.unwrap_err();
    assert_eq!(forgotten.code, "route_in_use");
    choose(Route::ConnectedApp).unwrap();
    assert!(
        desk.verify().await.unwrap().verify.passed,
        "every secret is there"
    );
}
