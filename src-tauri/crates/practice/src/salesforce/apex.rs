//! `/services/apexrest/…`: the class that receives Gentrack's events, and nothing else.
//!
//! Source of the answers: Apex Developer Guide v258, "Apex REST Status Codes".

use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};

use super::Salesforce;
use super::errors::RestError;
use crate::org::PACKAGE_NAMESPACE;
use crate::scenario::Quirk;
use crate::world::SalesforceSession;

pub(super) async fn call(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    method: Method,
    uri: Uri,
) -> Result<Response, RestError> {
    let path = uri.path();
    let (known, scenario) = salesforce.cloud.look(|saved, live| {
        let org = saved.orgs.get(&session.org_key);
        let known = org.is_some_and(|org| org.event_endpoint == path);
        (known, live.scenario)
    });
    if !known || scenario.has(Quirk::EndpointAbsent) {
        let below = path.strip_prefix("/services/apexrest").unwrap_or(path);
        return Err(RestError::not_found(format!(
            "Could not find a match for URL {below}"
        )));
    }
    if scenario.has(Quirk::EndpointClosed) {
        return Err(RestError::new(
            StatusCode::FORBIDDEN,
            "FORBIDDEN",
            format!("You do not have access to the Apex class named: {PACKAGE_NAMESPACE}.Events"),
        ));
    }
    match method {
        Method::POST => Ok(StatusCode::NO_CONTENT.into_response()),
        Method::GET if scenario.has(Quirk::EndpointAnswersGet) => Ok(Json("ready").into_response()),
        _ => Err(RestError::method(&method, "POST")),
    }
}
