//! `GET /services/data/vXX.0/named-credentials/external-credentials`.
//!
//! Source: Connect REST API Developer Guide, *Named Credentials Resources*. Whether GCIS makes an external credential
//! is not public: here it makes one beside each named credential.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::errors::RestError;
use super::query::table;
use super::tables::Api;
use super::{Salesforce, versions};
use crate::world::SalesforceSession;

/// The external credentials that the user can authenticate to.
pub(super) async fn list(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let seen = table(&salesforce, &session, Api::Rest, "NamedCredential");
    let seen = seen.ok_or_else(|| RestError::not_found("The requested resource does not exist"))?;
    let (name, label) = (seen.place("DeveloperName"), seen.place("MasterLabel"));
    let cell =
        |row: &[Value], place: Option<usize>| place.and_then(|place| row.get(place).cloned());
    let rows = seen.rows.iter().map(|row| {
        json!({
            "developerName": cell(row, name),
            "masterLabel": cell(row, label),
            "authenticationProtocol": "Custom",
        })
    });
    Ok(Json(
        json!({ "externalCredentials": rows.collect::<Vec<_>>() }),
    ))
}
