//! Registering: in the end exactly one instance, and the record knows its id.

use std::sync::Arc;

use acceptance::cut::{Point, Target, Work};
use jiff::SignedDuration;
use onboarding::gcis::Instance;
use practice::Running;

use crate::plan::{Changed, Lands, Plan};
use crate::runs::{self, Runs};
use crate::stage::Stage;
use crate::tally::Outcome;

const RUNS: Runs = Runs {
    usually: 40,
    all: 300,
};
/// Longer than any request is on its way.
const LONG: SignedDuration = SignedDuration::from_hours(1);
/// How often a person clicks before giving up.
const CLICKS: usize = 3;

#[tokio::test(flavor = "multi_thread")]
async fn wherever_it_is_stopped_there_is_one_instance_in_the_end_and_the_record_knows_it() {
    let words = ("registering", "instances made");
    runs::run(RUNS, words, &Point::ALL, one).await;
}

async fn one(practice: Arc<Running>, plan: Plan) -> Outcome {
    let mut stage = Box::pin(Stage::ready_to_register(&practice)).await;
    stage.stop(Work::Register, Target::Create, &plan).await;
    let made = stage.instances().await.len();
    let attempt = stage.record().facts.attempt;
    let key = attempt.unwrap().key.to_string();

    if plan.restarts() {
        stage
            .start_again(plan.changed != Changed::SecretsAnew)
            .await;
    }
    let opened = stage.workspace.open(stage.given.id).unwrap();
    assert!(opened.register.outcome_unknown, "it is not offered again");
    change(&stage, &plan).await;
    let before = stage.line.seen().len();
    if let Some(cut) = plan.second_cut(Target::List) {
        stage.line.cut(cut);
        go_on(&stage, &plan).await.unwrap_err();
    }
    if plan.looks_first {
        let looked = stage.workspace.look_up_registration(stage.given.id).await;
        looked.unwrap();
        all_known(&stage).await;
    }
    match plan.lands {
        Lands::BeforeTheSecondClick => drop(stage.line.deliver().await.unwrap()),
        Lands::JustBeforeTheSecondRequest => stage.line.deliver_before(Target::Create),
        Lands::AtTheEnd => {}
    }
    for _ in 0..CLICKS {
        if stage.record().facts.registered.is_some() {
            break;
        }
        let clicked = Work::Register.click(&stage.workspace, stage.given.id);
        if let Err(problem) = clicked.await {
            assert_eq!(problem.code, "outcome_unknown", "{}", problem.detail);
            // The person waits, and what was on its way arrives.
            stage.line.deliver().await.unwrap();
            wait(&stage);
        }
        all_known(&stage).await;
    }
    stage.line.deliver().await.unwrap();
    all_known(&stage).await;

    let instances = stage.instances().await;
    assert_eq!(instances.len(), 1, "{instances:#?}");
    assert_eq!(stage.instance_id().as_ref(), Some(&instances[0].id));
    let registered = stage.record().facts.registered.unwrap();
    assert_eq!(registered.tenant.id, instances[0].tenant_id);
    assert_eq!(stage.record().facts.unanswered().next(), None);
    looked_before_it_sent(&stage, &key, before);
    let sent_again = stage.seen(Target::Create);
    let answered = |seen: &&acceptance::cut::Seen| seen.cut.is_none() && seen.is_done();
    Outcome {
        done_at_first: made == 1,
        looked_up: !sent_again.iter().any(|seen| answered(&seen)),
    }
}

/// The first thing that the wizard itself does.
async fn go_on(stage: &Stage, plan: &Plan) -> Result<(), model::catalogue::Problem> {
    let (workspace, id) = (&stage.workspace, stage.given.id);
    if plan.looks_first {
        workspace.look_up_registration(id).await.map(drop)
    } else {
        Work::Register.click(workspace, id).await.map(drop)
    }
}

async fn change(stage: &Stage, plan: &Plan) {
    match plan.changed {
        Changed::Nothing => {}
        Changed::SecretsAnew => {
            let entered = stage.given.enter_secrets(&stage.workspace);
            entered.await.unwrap();
            stage.verify().await;
        }
        Changed::OtherTenant => stage.choose_tenant(1),
    }
}

/// So much later.
fn wait(stage: &Stage) {
    stage.amend(|record| {
        let facts = &mut record.facts;
        let unanswered = facts.attempt.iter_mut().chain(&mut facts.earlier_attempts);
        unanswered.for_each(|attempt| attempt.at -= LONG);
    });
}

/// No instance exists that the record does not know, by its id or by the attempt that is still looked up.
async fn all_known(stage: &Stage) {
    let instances = stage.instances().await;
    assert!(instances.len() < 2, "{instances:#?}");
    let known = |instance: &&Instance| !is_known(stage, instance);
    let unknown = instances.iter().find(known);
    assert_eq!(unknown, None, "{:#?}", stage.record().facts);
}

fn is_known(stage: &Stage, instance: &Instance) -> bool {
    let by_id = stage.instance_id().as_ref() == Some(&instance.id);
    let facts = stage.record().facts;
    let mut keys = facts.unanswered().map(|attempt| attempt.key.to_string());
    by_id || keys.any(|key| instance.reference.as_ref() == Some(&key))
}

/// Before anything was sent again GCIS was asked, and answered, what became of the first request.
fn looked_before_it_sent(stage: &Stage, key: &str, before: usize) {
    let seen = stage.line.seen();
    let mut after = seen[before..].iter();
    let query = format!("reference={key}");
    let first = after.find(|seen| {
        let is_look = seen.is(Target::List) && seen.path.contains(&query) && seen.cut.is_none();
        is_look || (seen.is(Target::Create) && seen.cut.is_none())
    });
    if let Some(first) = first {
        assert!(first.is(Target::List), "{first:?}");
    }
}
