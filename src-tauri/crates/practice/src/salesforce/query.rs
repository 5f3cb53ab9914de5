//! `GET /services/data/vXX.0/query?q=…` and its sister in the Tooling API.

use std::collections::HashMap;

use axum::extract::{Path, Query as UrlQuery, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::errors::RestError;
use super::records::select;
use super::soql::{self, Query};
use super::tables::{Api, Table, View};
use super::{Salesforce, versions};
use crate::world::SalesforceSession;

type Parameters = UrlQuery<HashMap<String, String>>;

/// `GET …/query`.
pub(super) async fn query(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
    UrlQuery(parameters): Parameters,
) -> Result<Json<Value>, RestError> {
    let (query, table) = find(&salesforce, &session, Api::Rest, &version, &parameters)?;
    let records = select(&table, &query, &version)?;
    Ok(Json(json!({
        "totalSize": records.len(),
        "done": true,
        "records": records,
    })))
}

/// `GET …/tooling/query`.
pub(super) async fn tooling(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
    UrlQuery(parameters): Parameters,
) -> Result<Json<Value>, RestError> {
    let (query, table) = find(&salesforce, &session, Api::Tooling, &version, &parameters)?;
    let records = select(&table, &query, &format!("{version}/tooling"))?;
    Ok(Json(json!({
        "size": records.len(),
        "totalSize": records.len(),
        "done": true,
        "queryLocator": Value::Null,
        "entityTypeName": table.object,
        "records": records,
    })))
}

fn find(
    salesforce: &Salesforce,
    session: &SalesforceSession,
    api: Api,
    version: &str,
    parameters: &HashMap<String, String>,
) -> Result<(Query, Table), RestError> {
    versions::known(version)?;
    let query = soql::read(parameters.get("q").map_or("", String::as_str))?;
    let table = table(salesforce, session, api, &query.object);
    let table = table.ok_or_else(|| no_object(&query.object))?;
    Ok((query, table))
}

/// The object of this name as the session's user meets it.
pub(super) fn table(
    salesforce: &Salesforce,
    session: &SalesforceSession,
    api: Api,
    name: &str,
) -> Option<Table> {
    salesforce.cloud.look(|saved, live| {
        let org = saved.orgs.get(&session.org_key)?;
        let view = View {
            org,
            user: org.user(&session.user_id)?,
            org_id: &session.org_id,
            scenario: live.scenario,
        };
        view.table(api, name)
    })
}

fn no_object(name: &str) -> RestError {
    RestError::bad_request(
        "INVALID_TYPE",
        format!(
            "sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append \
             the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
        ),
    )
}
