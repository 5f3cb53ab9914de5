//! `GET /services/data/vXX.0/limits`.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::errors::RestError;
use super::rest_gate::{DAILY_CALLS, used};
use super::{Salesforce, versions};
use crate::world::SalesforceSession;

pub(super) async fn limits(
    State(salesforce): State<Salesforce>,
    Path(version): Path<String>,
    Extension(session): Extension<SalesforceSession>,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let remaining = DAILY_CALLS.saturating_sub(used(salesforce.cloud.scenario(), &session));
    Ok(Json(json!({
        "DailyApiRequests": { "Max": DAILY_CALLS, "Remaining": remaining },
    })))
}
