//! After two refusals of a password Verify pauses, before Salesforce locks the user.

use std::sync::mpsc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::catalogue::Problem;
use model::field::Field;
use model::lockout::paused_until;
use model::{Environment, Route};
use onboarding::credentials::Credentials;
use onboarding::records::Refusals;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{CheckReport, CheckRequest, VerifyRequest};
use secrecy::SecretString;
use tokio::time::sleep;
use wiremock::{Request, ResponseTemplate};

use crate::fake::{BATCH, TOKEN, USERNAME};
use crate::stage::{Stage, begin, refusal};

const PAUSED: &str = "sign_in_paused";

async fn refusing() -> Stage {
    let stage = Stage::new().await;
    stage
        .refuse("invalid_grant", "authentication failure")
        .await;
    stage
}

/// Verifies twice, which is refused twice.
async fn refused_twice() -> Stage {
    let stage = refusing().await;
    for _ in 0..2 {
        stage.verify().await.unwrap();
    }
    assert_eq!(stage.sign_ins().await, 2);
    stage
}

fn code(verified: Result<Snapshot, Problem>) -> Option<&'static str> {
    verified.err().map(|problem| problem.code)
}

#[tokio::test]
async fn after_two_refusals_the_third_try_waits_and_nothing_leaves() {
    let stage = refused_twice().await;
    let verify = stage.workspace.open(stage.id).unwrap().verify;
    assert_eq!(verify.refusals, 2);
    let until = verify.paused_until.unwrap();
    let left = until.duration_since(Timestamp::now());
    assert!(left > SignedDuration::from_mins(14) && left <= SignedDuration::from_mins(15));

    let before = stage.fake.asked().await.len();
    let paused = stage.verify().await.unwrap_err();
    assert_eq!(paused.code, PAUSED);
    assert!(paused.detail.contains(&until.strftime("%H:%M").to_string()));
    assert!(!paused.fixes.is_empty());
    assert_eq!(
        stage.fake.asked().await.len(),
        before,
        "not even the host is asked"
    );
    let findings = stage.workspace.open(stage.id).unwrap().verify.findings;
    assert!(!findings.is_empty(), "what was found stays in view");
}

#[tokio::test]
async fn the_count_outlives_the_program() {
    let stage = refused_twice().await.restarted().await;
    let verify = stage.workspace.open(stage.id).unwrap().verify;
    assert!(verify.paused_until.is_some() && verify.refusals == 2);
    assert_eq!(code(stage.verify().await), Some(PAUSED));
}

#[tokio::test]
async fn the_count_is_the_users_in_every_onboarding_and_no_other_users() {
    let stage = refused_twice().await;
    let other = begin(&stage.workspace, Route::ConnectedApp).await;
    let all = VerifyRequest::default();
    let verified = stage.workspace.verify(other, &all, &|_| ()).await;
    assert_eq!(code(verified), Some(PAUSED));

    let save = |name: &str| stage.workspace.save_field(stage.id, Field::Username, name);
    save(&USERNAME.to_uppercase()).unwrap();
    assert_eq!(code(stage.verify().await), Some(PAUSED), "the same user");
    let freed = save("other@northwind.example").unwrap();
    assert_eq!(
        (freed.verify.refusals, freed.verify.paused_until),
        (0, None)
    );
    assert_eq!(code(stage.verify().await), None);
    assert_eq!(stage.sign_ins().await, 3);
}

#[tokio::test]
async fn whoever_has_seen_that_the_user_is_unlocked_goes_on_at_once() {
    let stage = refused_twice().await;
    let request = VerifyRequest {
        user_unlocked: true,
        ..VerifyRequest::default()
    };
    let verified = stage.workspace.verify(stage.id, &request, &|_| ()).await;
    let verify = verified.unwrap().verify;
    assert_eq!(stage.sign_ins().await, 3);
    assert_eq!(
        (verify.refusals, verify.paused_until),
        (1, None),
        "counted anew"
    );
}

#[tokio::test]
async fn a_success_ends_the_count() {
    let stage = refusing().await;
    stage.verify().await.unwrap();
    stage.fake.as_it_should_be().await;
    let verified = stage.verify().await.unwrap().verify;
    assert!(verified.passed && verified.refusals == 0);
    stage
        .refuse("invalid_grant", "authentication failure")
        .await;
    assert_eq!(stage.verify().await.unwrap().verify.refusals, 1);
    assert_eq!(code(stage.verify().await), None);
}

#[tokio::test]
async fn only_a_refused_grant_counts() {
    let stage = Stage::new().await;
    for (error, description) in [
        ("invalid_client_id", "client identifier invalid"),
        ("invalid_client", "invalid client credentials"),
        ("inactive_user", "user is inactive"),
        ("rate_limit_exceeded", "login rate exceeded"),
        ("unsupported_grant_type", "grant type not supported"),
    ] {
        stage.refuse(error, description).await;
        let verify = stage.verify().await.unwrap().verify;
        assert_eq!((verify.refusals, verify.paused_until), (0, None), "{error}");
    }
    for description in ["", "ip restricted"] {
        stage.refuse("invalid_grant", description).await;
        stage.verify().await.unwrap();
    }
    assert_eq!(code(stage.verify().await), Some(PAUSED), "whatever it says");
}

#[tokio::test]
async fn client_credentials_lock_nobody_and_never_wait() {
    let stage = Stage::on(Route::ExternalClientApp).await;
    stage
        .refuse("invalid_grant", "authentication failure")
        .await;
    for _ in 0..4 {
        let verify = stage.verify().await.unwrap().verify;
        assert_eq!((verify.refusals, verify.paused_until), (0, None));
    }
    assert_eq!(stage.sign_ins().await, 4);
    let refusals = Refusals::new(stage.workspace.data_folder());
    assert_eq!(refusals.of("salesforce.practice", USERNAME).unwrap(), None);
}

#[tokio::test]
async fn the_pause_is_over_after_a_quarter_of_an_hour() {
    for (minutes, waits) in [(14, true), (15, false)] {
        let stage = refusing().await;
        let refusals = Refusals::new(stage.workspace.data_folder());
        let at = Timestamp::now() - SignedDuration::from_mins(minutes);
        for _ in 0..2 {
            refusals.add("salesforce.practice", USERNAME, at).unwrap();
        }
        assert_eq!(paused_until(2, at, Timestamp::now()).is_some(), waits);
        assert_eq!(code(stage.verify().await).is_some(), waits, "{minutes}");
    }
}

/// Starts to verify, and ends the run once the password is on its way.
async fn cancelled_on_its_way(stage: &Stage) {
    let before = stage.sign_ins().await;
    let cancel = async {
        while stage.sign_ins().await == before {
            sleep(Duration::from_millis(2)).await;
        }
        stage.workspace.cancel(stage.id);
    };
    let (ended, ()) = tokio::join!(stage.verify(), cancel);
    assert_eq!(code(ended), Some("cancelled"));
}

#[tokio::test]
async fn a_try_that_was_ended_on_its_way_counts_since_its_answer_is_not_known() {
    let stage = Stage::new().await;
    let hangs = ResponseTemplate::new(200).set_delay(Duration::from_secs(25));
    stage.fake.at(TOKEN, hangs).await;
    cancelled_on_its_way(&stage).await;
    let verify = stage.workspace.open(stage.id).unwrap().verify;
    assert_eq!((verify.refusals, verify.paused_until), (1, None));
    cancelled_on_its_way(&stage).await;
    let paused = stage.verify().await.unwrap_err();
    assert_eq!(paused.code, PAUSED);
    assert!(paused.message.contains("unanswered"), "{}", paused.message);
    assert_eq!(stage.sign_ins().await, 2);
}

#[tokio::test]
async fn the_count_is_on_disk_before_the_password_leaves() {
    let stage = Stage::new().await;
    let refusals = Refusals::new(stage.workspace.data_folder());
    let (seen, seeing) = mpsc::channel();
    let answer = move |_: &Request| {
        let counted = refusals.of("salesforce.practice", USERNAME).unwrap();
        seen.send(counted.map(|counted| counted.count)).unwrap();
        refusal("invalid_client_id", "client identifier invalid")
    };
    stage.fake.at(TOKEN, answer).await;
    let verify = stage.verify().await.unwrap().verify;
    assert_eq!(seeing.recv().unwrap(), Some(1));
    assert_eq!(verify.refusals, 0, "and taken back once it did not count");
}

#[tokio::test]
async fn a_run_that_ends_after_the_sign_in_counts_nothing() {
    let stage = Stage::new().await;
    let hangs = ResponseTemplate::new(200).set_delay(Duration::from_secs(25));
    stage.fake.at(BATCH, hangs).await;
    let cancel = async {
        while stage.fake.count(BATCH).await == 0 {
            sleep(Duration::from_millis(2)).await;
        }
        stage.workspace.cancel(stage.id);
    };
    let (ended, ()) = tokio::join!(stage.verify(), cancel);
    assert_eq!(code(ended), Some("cancelled"));
    assert_eq!(stage.workspace.open(stage.id).unwrap().verify.refusals, 0);
}

#[tokio::test]
async fn where_no_count_can_be_kept_no_password_leaves() {
    let stage = Stage::new().await;
    let folder = stage.workspace.data_folder();
    std::fs::create_dir(folder.join("refused-sign-ins.lock")).unwrap();
    assert_eq!(code(stage.verify().await), Some("disk_failed"));
    assert_eq!(stage.sign_ins().await, 0);
}

#[tokio::test]
async fn where_the_count_cannot_be_read_no_password_leaves_and_the_file_is_named() {
    let stage = Stage::new().await;
    let file = stage.workspace.data_folder().join("refused-sign-ins.json");
    std::fs::write(&file, "{\"version\": 2, \"users\": [").unwrap();
    for user_unlocked in [false, true] {
        let request = VerifyRequest {
            user_unlocked,
            ..VerifyRequest::default()
        };
        let verified = stage.workspace.verify(stage.id, &request, &|_| ()).await;
        let problem = verified.unwrap_err();
        assert_eq!(problem.code, "refusals_damaged");
        assert!(problem.detail.contains("refused-sign-ins.json"));
    }
    assert_eq!(stage.sign_ins().await, 0);
    std::fs::rename(&file, file.with_extension("old")).unwrap();
    assert!(stage.verify().await.unwrap().verify.passed);
}

async fn check(stage: &Stage, user_unlocked: bool) -> Result<CheckReport, Problem> {
    let secret = |value: &str| SecretString::from(value);
    let request = CheckRequest {
        environment: Environment::Practice,
        route: Route::ConnectedApp,
        login_url: "northwind.my.salesforce.practice".to_owned(),
        username: USERNAME.to_owned(),
        credentials: Credentials::Password {
            username: USERNAME.to_owned(),
            password: secret("a password"),
            security_token: secret("a token"),
            consumer_key: secret("a key"),
            consumer_secret: secret("a secret"),
        },
        event_endpoint: String::new(),
        probe_endpoint: false,
        user_unlocked,
    };
    stage.workspace.check(request, &|_| ()).await
}

#[tokio::test]
async fn a_script_and_the_window_share_the_count() {
    let stage = refusing().await;
    stage.verify().await.unwrap();
    assert!(check(&stage, false).await.unwrap().connection.is_none());
    assert_eq!(check(&stage, false).await.unwrap_err().code, PAUSED);
    assert_eq!(code(stage.verify().await), Some(PAUSED));
    assert_eq!(stage.sign_ins().await, 2);

    stage.fake.as_it_should_be().await;
    assert!(check(&stage, true).await.unwrap().connection.is_some());
    assert!(
        stage.verify().await.unwrap().verify.passed,
        "a success ends it for both"
    );
}
