//! Rotating a named credential: what is ambiguous is looked up, and never done again by the program.

use std::sync::Arc;
use std::time::Duration;

use acceptance::cut::{Point, Target, Work};
use jiff::Timestamp;
use model::onboarding::{CredentialAction, CredentialState};
use practice::Running;

use crate::plan::{Lands, Plan};
use crate::runs::{self, Runs};
use crate::stage::Stage;
use crate::tally::Outcome;

const RUNS: Runs = Runs {
    usually: 12,
    all: 60,
};
/// Longer than the practice GCIS takes for an operation.
const DONE: Duration = Duration::from_millis(300);

#[tokio::test(flavor = "multi_thread")]
async fn wherever_it_is_stopped_it_is_looked_up_and_rotated_once() {
    let words = ("rotating a named credential", "rotations begun");
    runs::run(RUNS, words, &Point::ALL, one).await;
}

async fn one(practice: Arc<Running>, plan: Plan) -> Outcome {
    let mut stage = Box::pin(Stage::registered(&practice)).await;
    let id = stage.given.id;
    let add = stage
        .workspace
        .change_named_credential(id, CredentialAction::Add, "", &|_| ());
    Box::pin(add).await.unwrap();
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
        Box::pin(looked).await.map(drop).unwrap_err();
        assert!(is_under_way(&stage));
    }
    if !plan.looks_first {
        let clicked = Work::Rotate.click(&stage.workspace, id).await;
        assert_eq!(clicked.map(drop).unwrap_err().code, "credential_busy");
    }
    let found = look_until_settled(&stage).await;
    let came_by = usize::from(plan.point != Point::Late);
    assert_eq!(
        stage.seen(Target::Rotate).len(),
        came_by,
        "it is not sent again"
    );
    assert_eq!(found, begun == 1);
    let mut once = None;
    match plan.lands {
        Lands::BeforeTheSecondClick if stage.line.deliver().await.unwrap().is_some() => {
            tokio::time::sleep(DONE).await;
            once = renewed_at(&stage).await;
        }
        Lands::JustBeforeTheSecondRequest => stage.line.deliver_before(Target::Rotate),
        Lands::BeforeTheSecondClick | Lands::AtTheEnd => {}
    }
    if !found {
        Work::Rotate.click(&stage.workspace, id).await.unwrap();
    }

    let rotated = renewed_at(&stage).await;
    assert!(rotated > added);
    assert!(once.is_none() || once == rotated, "it is rotated once");
    if stage.line.deliver().await.unwrap().is_some() {
        tokio::time::sleep(DONE).await;
        assert_eq!(renewed_at(&stage).await, rotated, "it is rotated once");
    }
    if plan.point != Point::Late {
        assert_eq!(stage.done(Target::Rotate), 1);
    }
    let known = stage.record().facts.named_credential;
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
        if let Err(problem) = Box::pin(looked).await {
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
