//! Replacing credentials: in the end GCIS has them, the record says so, and what was done is not done again.

use std::sync::Arc;

use acceptance::cut::{Point, Target, Work};
use jiff::Timestamp;
use model::field::SecretField;
use onboarding::workflow::snapshot::CredentialsAtGcis;
use practice::Running;

use crate::plan::{Changed, Lands, Plan};
use crate::runs::{self, Runs};
use crate::stage::Stage;
use crate::tally::Outcome;

const RUNS: Runs = Runs {
    usually: 12,
    all: 60,
};

#[tokio::test(flavor = "multi_thread")]
async fn wherever_it_is_stopped_the_credentials_are_replaced_once_and_the_record_knows_it() {
    let words = ("replacing credentials", "replaced");
    runs::run(RUNS, words, &Point::ALL, one).await;
}

async fn one(practice: Arc<Running>, plan: Plan) -> Outcome {
    let mut stage = Box::pin(Stage::registered(&practice)).await;
    with_a_new_token(&mut stage, &practice).await;
    stage.stop(Work::Replace, Target::Replace, &plan).await;
    let at_first = replaced_at(&stage).await;
    assert!(stage.record().facts.replacement.is_some());

    if plan.restarts() {
        stage
            .start_again(plan.changed != Changed::SecretsAnew)
            .await;
    }
    if plan.changed == Changed::SecretsAnew {
        let entered = stage.given.enter_secrets(&stage.workspace);
        entered.await.unwrap();
        stage.verify().await;
    }
    let opened = stage.workspace.open(stage.given.id).unwrap();
    assert!(
        !opened.register.changed_since.is_empty(),
        "what nobody answered is not taken for done"
    );
    if let Some(cut) = plan.second_cut(Target::Instance) {
        let sent = stage.seen(Target::Replace).len();
        stage.line.cut(cut);
        let click = Work::Replace.click(&stage.workspace, stage.given.id);
        click.await.map(drop).unwrap_err();
        let sent_since = stage.seen(Target::Replace).len() - sent;
        assert_eq!(sent_since, 0, "nothing is sent before GCIS was asked");
    }
    let looked_up = plan.looks_first && looks(&stage, at_first).await;
    match plan.lands {
        Lands::BeforeTheSecondClick => drop(stage.line.deliver().await.unwrap()),
        Lands::JustBeforeTheSecondRequest => stage.line.deliver_before(Target::Replace),
        Lands::AtTheEnd => {}
    }
    let click = Work::Replace.click(&stage.workspace, stage.given.id);
    click.await.unwrap();
    let second = replaced_at(&stage).await;
    stage.line.deliver().await.unwrap();

    if plan.changed != Changed::SecretsAnew {
        let last = replaced_at(&stage).await;
        assert_eq!(last, second, "it is replaced once");
        assert!(
            at_first.is_none() || at_first == last,
            "it is replaced once"
        );
    }
    let record = stage.record();
    let registered = record.facts.registered.as_ref().unwrap();
    assert_eq!(
        Some(&registered.basis),
        record.registration_basis().as_ref()
    );
    assert_eq!(record.facts.replacement, None);
    assert_eq!(stage.instances().await.len(), 1);
    Outcome {
        done_at_first: at_first.is_some(),
        looked_up,
    }
}

/// The person looks first: nothing is sent, and that GCIS replaced something is seen without being
/// taken for this request's work.
async fn looks(stage: &Stage, at_first: Option<Timestamp>) -> bool {
    let sent = stage.seen(Target::Replace).len();
    let looked = stage.workspace.look_up_registration(stage.given.id).await;
    let registered = looked.unwrap().register.registered.unwrap();
    assert_eq!(
        stage.seen(Target::Replace).len(),
        sent,
        "a look sends nothing"
    );
    let unseen = registered.credentials == CredentialsAtGcis::ReplacedUnseen;
    assert_eq!(unseen, at_first.is_some());
    let record = stage.record();
    let unanswered = record.facts.replacement.unwrap();
    assert!(!unanswered.is_unknown());
    let basis = record.facts.registered.unwrap().basis;
    assert_ne!(basis, unanswered.basis, "a look credits nothing");
    at_first.is_some()
}

/// The security token was reset, entered anew and verified.
async fn with_a_new_token(stage: &mut Stage, practice: &Running) {
    let card = practice
        .cloud()
        .reset_security_token(&stage.given.id.to_string())
        .unwrap();
    for (field, value) in &mut stage.given.secrets {
        if *field == SecretField::SecurityToken {
            value.clone_from(&card.security_token);
        }
    }
    let entered = stage.given.enter_secrets(&stage.workspace);
    entered.await.unwrap();
    stage.verify().await;
}

/// When GCIS last replaced them, by its own word.
async fn replaced_at(stage: &Stage) -> Option<Timestamp> {
    let instances = stage.instances().await;
    instances[0].credentials_replaced_at
}
