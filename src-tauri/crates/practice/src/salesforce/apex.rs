//! `/services/apexrest/…`: the class that receives Gentrack's events, and nothing else.
//!
//! Source of the answers: Apex Developer Guide v258, "Apex REST Status Codes".

use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};

use super::Salesforce;
use super::errors::RestError;
use crate::world::SalesforceSession;

pub(super) async fn call(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    method: Method,
    uri: Uri,
) -> Result<StatusCode, RestError> {
    let path = uri.path();
    let exists = salesforce.cloud.look(|saved, _| {
        let org = saved.orgs.get(&session.org_key);
        org.is_some_and(|org| org.event_endpoint == path)
    });
    if !exists {
        let below = path.strip_prefix("/services/apexrest").unwrap_or(path);
        return Err(RestError::not_found(format!(
            "Could not find a match for URL {below}"
        )));
    }
    if method != Method::POST {
        return Err(RestError::method(&method, "POST"));
    }
    Ok(StatusCode::NO_CONTENT)
}
