//! Our client's walk: everything that it can ask for, and the refusals that it can meet.

use std::slice;

use model::catalogue::Code;
use model::onboarding::CredentialAction;
use onboarding::gcis::{
    CheckStatus, Gcis, GcisError, OperationState, Proposal, Refusal, Replacement,
};
use onboarding::net::NetError;
use practice::Scenario;
use uuid::Uuid;

use crate::stage::{LOGIN_URL, Stage};

pub(crate) async fn walks(stage: &Stage) {
    let wrong = stage.sign_in("wrong").await.err().unwrap();
    assert_eq!(wrong.code(), Code::GcisSignInRefused);
    let gcis = stage.gcis().await;
    tries_credentials(stage, &gcis).await;
    let id = creates_one_instance(stage, &gcis).await;
    replaces_its_credentials(stage, &gcis, &id).await;
    works_on_its_named_credential(stage, &gcis, &id).await;
    asks_for_what_is_not_there(&gcis).await;
}

fn refusal<T: std::fmt::Debug>(answer: Result<T, GcisError>) -> Refusal {
    answer.unwrap_err().refusal().unwrap().clone()
}

async fn tries_credentials(stage: &Stage, gcis: &Gcis<'_>) {
    let tenants = gcis.tenants().await.unwrap();
    let card = &stage.card;
    let right = stage.connected_app(&card.password);
    let external = stage.external_client_app(&card.eca_consumer_secret);
    let wrong = stage.external_client_app("a wrong secret");
    for (sign_in, login_url, works) in [
        (&right, LOGIN_URL, true),
        (&external, card.my_domain.as_str(), true),
        (&wrong, card.my_domain.as_str(), false),
    ] {
        let proposal = Proposal {
            tenant_id: tenants[0].id.as_deref().unwrap(),
            login_url,
            event_endpoint: &card.event_endpoint,
            sign_in,
        };
        let checks = gcis.verify(&proposal).await.unwrap();
        let failed = |status| status == CheckStatus::Failed;
        assert_eq!(!checks.iter().any(|check| failed(check.status)), works);
    }
    assert!(gcis.instances().await.unwrap().is_empty());
}

async fn creates_one_instance(stage: &Stage, gcis: &Gcis<'_>) -> String {
    let key = Uuid::new_v4();
    let refused = refusal(stage.create(gcis, key, "wrong").await);
    assert_eq!(refused.code, Code::VerificationRefused);
    let is_sign_in = |id: &str| id == "sign_in";
    let sign_in = refused.checks.iter().find(|check| is_sign_in(&check.id));
    assert_eq!(sign_in.unwrap().status, CheckStatus::Failed);
    assert_eq!(gcis.find(key).await.unwrap(), None);

    let password = &stage.card.password;
    let made = stage.create(gcis, key, password).await.unwrap();
    assert_eq!(made.org_id.as_deref(), Some(stage.card.org_id.as_str()));
    assert_eq!(stage.create(gcis, key, password).await.unwrap(), made);
    let second = refusal(stage.create(gcis, Uuid::new_v4(), password).await);
    assert_eq!(second.code, Code::AlreadyConnected);
    assert_eq!(second.instance_id.as_ref(), Some(&made.id));

    assert_eq!(gcis.find(key).await.unwrap().as_ref(), Some(&made));
    assert_eq!(gcis.instances().await.unwrap(), slice::from_ref(&made));
    assert_eq!(gcis.instance(&made.id).await.unwrap(), made);
    made.id
}

async fn replaces_its_credentials(stage: &Stage, gcis: &Gcis<'_>, id: &str) {
    let before = gcis.instance(id).await.unwrap();
    let wrong = stage.external_client_app("a wrong secret");
    let right = stage.external_client_app(&stage.card.eca_consumer_secret);
    let with = |sign_in| Replacement {
        key: Uuid::new_v4(),
        instance_id: id,
        login_url: &stage.card.my_domain,
        sign_in,
    };
    let refused = refusal(gcis.replace_credentials(&with(&wrong)).await);
    assert_eq!(refused.code, Code::VerificationRefused);
    assert!(!refused.checks.is_empty());
    assert_eq!(gcis.instance(id).await.unwrap(), before);

    let after = gcis.replace_credentials(&with(&right)).await.unwrap();
    assert_eq!(gcis.instance(id).await.unwrap(), after);
    assert!(before.credentials_replaced_at.is_none() && after.credentials_replaced_at.is_some());
    assert_ne!(after.route, before.route);
    assert_eq!(after.login_url.as_ref(), Some(&stage.card.my_domain));
    assert_eq!(
        (after.reference, after.tenant_id),
        (before.reference, before.tenant_id)
    );
}

async fn works_on_its_named_credential(stage: &Stage, gcis: &Gcis<'_>, id: &str) {
    use CredentialAction::{Add, Revoke, Rotate};
    for action in [Rotate, Revoke] {
        let refused = refusal(gcis.start(id, action, Uuid::new_v4()).await);
        assert_eq!(refused.code, Code::CredentialBusy);
    }
    stage.scenario(Scenario::NamedCredentialFails);
    assert!(
        matches!(ended(gcis, id, Add).await, OperationState::Failed(words) if !words.is_empty())
    );
    stage.scenario(Scenario::Smooth);
    for action in [Add, Rotate, Revoke] {
        assert_eq!(ended(gcis, id, action).await, OperationState::Succeeded);
        let reading = gcis.credential(id).await.unwrap();
        assert_eq!(reading.state, Some(action.settled()));
        if action == Add {
            let again = refusal(gcis.start(id, Add, Uuid::new_v4()).await);
            assert_eq!(again.code, Code::CredentialBusy);
        }
    }
}

/// How an operation ends that is begun here.
async fn ended(gcis: &Gcis<'_>, id: &str, action: CredentialAction) -> OperationState {
    let operation = gcis.start(id, action, Uuid::new_v4()).await.unwrap();
    let under_way = gcis.credential(id).await.unwrap().state;
    assert_eq!(under_way, Some(action.under_way()));
    loop {
        let reading = gcis.operation(&operation).await.unwrap();
        let Some(wait) = reading.ask_again_after else {
            return reading.state;
        };
        assert_eq!(reading.state, OperationState::Running);
        tokio::time::sleep(wait).await;
    }
}

async fn asks_for_what_is_not_there(gcis: &Gcis<'_>) {
    assert!(gcis.instance("nobodys").await.unwrap_err().is_missing());
    assert!(gcis.credential("nobodys").await.unwrap_err().is_missing());
    assert!(gcis.operation("nobodys").await.unwrap_err().is_missing());
    let elsewhere = gcis.instance("../tenants").await.unwrap_err();
    assert!(matches!(elsewhere, GcisError::Net(NetError::Foreign)));
}
