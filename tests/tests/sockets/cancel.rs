//! A run can be ended at any time: at once, and with nothing changed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use model::Route;
use model::catalogue::Problem;
use model::field::SecretField;
use model::onboarding::Keep;
use onboarding::records::Trail;
use onboarding::workflow::VerifyRequest;
use onboarding::workflow::snapshot::{Snapshot, VerifyEvent};
use secrecy::SecretString;
use tokio::time::{sleep, timeout};
use wiremock::ResponseTemplate;

use crate::fake::{BATCH, HOST, TOKEN};
use crate::stage::{Stage, begin, said};

/// Longer than any test, and shorter than the client's own patience.
const HANGS: Duration = Duration::from_secs(25);
/// What *at once* means on a slow day.
const SOON: Duration = Duration::from_secs(10);

fn hanging() -> ResponseTemplate {
    ResponseTemplate::new(200).set_delay(HANGS)
}

/// Verifies; meanwhile, once a path has been asked, something else happens.
async fn while_asked<T>(
    stage: &Stage,
    place: &str,
    then: impl Future<Output = T>,
) -> (Result<Snapshot, Problem>, T) {
    let meanwhile = async {
        while stage.fake.count(place).await == 0 {
            sleep(Duration::from_millis(2)).await;
        }
        then.await
    };
    let both = async { tokio::join!(stage.verify(), meanwhile) };
    timeout(SOON, both).await.unwrap()
}

#[tokio::test]
async fn a_service_that_hangs_is_left_at_once_and_the_next_run_starts() {
    for place in [HOST, TOKEN, BATCH] {
        let stage = Stage::new().await;
        assert!(stage.verify().await.unwrap().verify.passed);
        stage.fake.as_it_should_be().await;
        stage.fake.at(place, hanging()).await;
        let before = stage.record();
        let cancel = async { stage.workspace.cancel(stage.id) };
        let (ended, ()) = while_asked(&stage, place, cancel).await;
        let cancelled = ended.unwrap_err();
        assert_eq!(cancelled.code, "cancelled", "{place}");
        assert_eq!(stage.record(), before, "{place}");
        let trail = Trail::new(stage.workspace.data_folder());
        let last = trail.read(stage.id).unwrap().pop().unwrap();
        assert_eq!(
            (last.what.as_str(), last.outcome.as_str()),
            ("verify", "cancelled")
        );

        stage.fake.as_it_should_be().await;
        assert!(stage.verify().await.unwrap().verify.passed, "{place}");
    }
}

#[tokio::test]
async fn the_wait_for_a_young_app_can_be_left_too() {
    let stage = Stage::new().await.waiting_at_first(HANGS);
    stage.amend(|record| record.facts.app_saved = Some(said(0)));
    stage
        .refuse("invalid_client_id", "client identifier invalid")
        .await;
    let before = stage.record();
    let waits = AtomicUsize::new(0);
    let tell = |event| {
        if matches!(event, VerifyEvent::Waiting { .. }) {
            waits.fetch_add(1, Ordering::Relaxed);
            stage.workspace.cancel(stage.id);
        }
    };
    let all = VerifyRequest::default();
    let run = stage.workspace.verify(stage.id, &all, &tell);
    let cancelled = timeout(SOON, run).await.unwrap().unwrap_err();
    assert_eq!(cancelled.code, "cancelled");
    assert_eq!(waits.into_inner(), 1);
    assert_eq!(stage.record(), before);
    assert_eq!(stage.sign_ins().await, 1);
    stage.fake.as_it_should_be().await;
    assert!(stage.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn one_run_at_a_time_for_an_onboarding_and_others_are_free() {
    let stage = Stage::new().await;
    let other = begin(&stage.workspace, Route::ConnectedApp).await;
    stage.fake.at_first(TOKEN, 1, hanging()).await;
    let all = VerifyRequest::default();
    let meanwhile = async {
        let second = stage.verify().await.unwrap_err().code;
        let secret = SecretString::from("a new one");
        let store =
            stage
                .workspace
                .store_secret(stage.id, SecretField::Password, secret, Keep::ThisRun);
        let stored = store.await.unwrap_err().code;
        let free = stage.workspace.verify(other, &all, &|_| ()).await.unwrap();
        stage.workspace.cancel(stage.id);
        (second, stored, free.verify.passed)
    };
    let (ended, meanwhile) = Box::pin(while_asked(&stage, TOKEN, meanwhile)).await;
    assert_eq!(meanwhile, ("already_running", "already_running", true));
    assert_eq!(ended.unwrap_err().code, "cancelled");
    assert!(stage.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn where_nothing_runs_there_is_nothing_to_cancel() {
    let stage = Stage::new().await;
    stage.workspace.cancel(stage.id);
    assert!(stage.verify().await.unwrap().verify.passed);
}
