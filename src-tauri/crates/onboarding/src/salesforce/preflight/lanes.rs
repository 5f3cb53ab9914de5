//! How the questions travel: in one batch where that can be, beside it what cannot.
//!
//! The batch resource answers up to 25 questions in one round trip, one after the other; each
//! counts as an API call (REST API Developer Guide, *Composite Batch*).

use futures::future::{BoxFuture, join_all};
use futures::stream::FuturesUnordered;
use serde_json::{Value, json};

use super::ask::{Answers, Ask, Way};
use crate::net::{Answer, Body, Client};
use crate::salesforce::wire::BatchAnswer;
use crate::salesforce::{SalesforceError, Session};

/// Answers that arrive together, or why nothing can be asked at all.
pub(super) type Arrived = Result<Answers, SalesforceError>;

/// Sends the questions on their ways, all at once.
pub(super) fn depart<'a>(
    client: &'a Client,
    session: &'a Session,
    asks: &[Ask],
    endpoint: &str,
) -> FuturesUnordered<BoxFuture<'a, Arrived>> {
    let lanes: FuturesUnordered<BoxFuture<'a, Arrived>> = FuturesUnordered::new();
    let mut batch = Vec::new();
    for ask in asks.iter().copied() {
        match ask.way(&session.version, &session.user_id, endpoint) {
            Way::Batch(address) => batch.push((ask, address)),
            // No event endpoint was entered.
            Way::Path(path) if path.is_empty() => {}
            Way::Path(path) => lanes.push(Box::pin(async move {
                let mut answers = Answers::default();
                answers.insert(ask, by_path(client, session, &path).await);
                Ok(answers)
            })),
            Way::IdentityUrl => {}
        }
    }
    if !batch.is_empty() {
        lanes.push(Box::pin(by_batch(client, session, batch)));
    }
    lanes
}

async fn by_path(
    client: &Client,
    session: &Session,
    path: &str,
) -> Result<Answer, SalesforceError> {
    session.get(client, &session.at(path)?).await
}

async fn by_batch(client: &Client, session: &Session, questions: Vec<(Ask, String)>) -> Arrived {
    let to = session.at(&format!(
        "/services/data/v{}/composite/batch",
        session.version
    ))?;
    let requests: Vec<_> = questions
        .iter()
        .map(|(_, address)| json!({ "method": "GET", "url": address }))
        .collect();
    let body = json!({ "batchRequests": requests, "haltOnError": false });
    let answer = client.ask_json(&to, &session.token, &body).await?;
    let read = answer
        .is_success()
        .then(|| answer.read::<BatchAnswer>())
        .flatten();
    let mut answers = match read {
        Some(batch) if batch.results.len() == questions.len() => {
            let mut answers = Answers::default();
            answers.usage = answer.api_usage;
            for ((ask, _), result) in questions.iter().zip(batch.results) {
                let one = Answer {
                    status: result.status_code,
                    retry_after: None,
                    date: None,
                    api_usage: None,
                    body: Body::Json(result.result),
                };
                answers.insert(*ask, Ok(one));
            }
            answers
        }
        _ => {
            let error = SalesforceError::of(&answer);
            let is_no_resource = matches!(answer.status, 404 | 405);
            if error.stops_all() && !is_no_resource {
                return Err(error);
            }
            one_by_one(client, session, questions).await
        }
    };
    if let Some(error) = answers.stopped() {
        return Err(error);
    }
    let no_row = |rows: Vec<Value>| rows.is_empty();
    if answers.have(&[Ask::User]) && answers.rows(Ask::User).map_or(true, no_row) {
        let identity = session.get(client, &session.identity).await;
        answers.insert(Ask::Identity, identity);
    }
    Ok(answers)
}

/// Where the batch resource is not to be had: each question by itself, all at once.
async fn one_by_one(client: &Client, session: &Session, questions: Vec<(Ask, String)>) -> Answers {
    let each = questions.into_iter().map(|(ask, address)| async move {
        let path = format!("/services/data/{address}");
        (ask, by_path(client, session, &path).await)
    });
    let mut answers = Answers::default();
    for (ask, answer) in join_all(each).await {
        answers.insert(ask, answer);
    }
    answers
}
