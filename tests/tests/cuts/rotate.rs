//! Rotating a named credential: what is ambiguous is looked up, and never done again by the program.

use std::sync::Arc;
use std::time::Duration;

use acceptance::cut::{Point, Target, Work};
use jiff::Timestamp;
use model::onboarding::{CredentialAction, CredentialState};
use practice::Running;

use crate::plan::Plan;
use crate::runs::{self, Runs};
use crate::stage::Stage;
use crate::tally::Outcome;

const RUNS: Runs = Runs {
    usually: 12,
    all: 60,
};
/// Nothing tells a rotation that is still on its way from one that was lost: it is not among these.
const POINTS: [Point; 4] = [
    Point::BeforeSend,
    Point::MidRequest,
    Point::AfterSend,
    Point::MidAnswer,
];

#[tokio::test(flavor = "multi_thread")]
async fn wherever_it_is_stopped_it_is_looked_up_and_rotated_once() {
    let words = ("rotating a named credential", "rotations begun");
    runs::run(RUNS, words, &POINTS, one).await;
}

async fn one(practice: Arc<Running>, plan: Plan) -> Outcome {
    let mut stage = Box::pin(Stage::registered(&practice)).await;
    let id = stage.given.id;
    let add = stage
        .workspace
        .change_named_credential(id, CredentialAction::Add, "", &|_| ());
    add.await.unwrap();
    let added = renewed_at(&stage).await;
    stage.stop(Work::Rotate, Target::Rotate, &plan).await;
    let begun = stage.done(Target::Rotate);

    if plan.restarts() {
        stage.start_again(true).await;
    }
    assert!(is_under_way(&stage));
    if let Some(cut) = plan.second_cut(Target::NamedCredential) {
        stage.line.cut(cut);
        let looked = stage.workspace.refresh_named_credential(id, &|_| ());
        looked.await.map(drop).unwrap_err();
        assert!(is_under_way(&stage));
    }
    if !plan.looks_first {
        let clicked = Work::Rotate.click(&stage.workspace, id).await;
        assert_eq!(clicked.map(drop).unwrap_err().code, "credential_busy");
    }
    let found = look_until_settled(&stage).await;
    assert_eq!(stage.seen(Target::Rotate).len(), 1, "it is not sent again");
    assert_eq!(found, begun == 1);
    if !found {
        Work::Rotate.click(&stage.workspace, id).await.unwrap();
    }

    assert_eq!(stage.done(Target::Rotate), 1);
    let known = stage.record().facts.named_credential;
    let rotated = renewed_at(&stage).await;
    assert!(rotated > added);
    assert_eq!(known.renewed_at, rotated);
    assert_eq!(known.state, CredentialState::Active);
    assert_eq!(known.operation, None);
    Outcome {
        done_at_first: begun == 1,
        looked_up: found,
    }
}

/// Looks until nothing is under way; whether it was seen to be rotated.
async fn look_until_settled(stage: &Stage) -> bool {
    let mut told_unchanged = false;
    while is_under_way(stage) {
        let looked = stage
            .workspace
            .refresh_named_credential(stage.given.id, &|_| ());
        if let Err(problem) = looked.await {
            assert_eq!(problem.code, "credential_unchanged", "{}", problem.detail);
            told_unchanged = true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    !told_unchanged
}

fn is_under_way(stage: &Stage) -> bool {
    let opened = stage.workspace.open(stage.given.id).unwrap();
    opened.named_credential.under_way.is_some()
}

/// When GCIS made it new, by its own word.
async fn renewed_at(stage: &Stage) -> Option<Timestamp> {
    let instance = stage.instance_id().unwrap();
    let credential = stage
        .at_gcis(async |gcis| gcis.credential(&instance).await.unwrap())
        .await;
    credential.renewed_at
}
