//! `/services/data/vXX.0/sobjects`: which objects there are, and one record of one of them.

use std::collections::HashMap;

use axum::extract::{Path, Query as UrlQuery, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::errors::{self, RestError};
use super::query::table;
use super::records::select;
use super::soql::{Condition, Literal, Name, Query};
use super::tables::{Api, OBJECTS, Table};
use super::{Salesforce, versions};
use crate::world::SalesforceSession;

/// `GET …/sobjects`. Salesforce tells much more of each.
pub(super) async fn all(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let visible = OBJECTS
        .into_iter()
        .filter_map(|name| table(&salesforce, &session, Api::Rest, name));
    let told = |table: Table| {
        let name = table.object;
        let url = format!("/services/data/{version}/sobjects/{name}");
        json!({ "name": name, "queryable": true, "urls": { "sobject": url } })
    };
    let objects: Vec<Value> = visible.map(told).collect();
    Ok(Json(
        json!({ "encoding": "UTF-8", "maxBatchSize": 200, "sobjects": objects }),
    ))
}

/// `GET …/sobjects/{object}/{id}?fields=…`.
pub(super) async fn record(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path((version, object, id)): Path<(String, String, String)>,
    UrlQuery(parameters): UrlQuery<HashMap<String, String>>,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let Some(table) = table(&salesforce, &session, Api::Rest, &object) else {
        return Err(errors::no_resource().await);
    };
    let name = |text: &str| Name {
        text: text.trim().to_owned(),
        column: 1,
    };
    let fields = if let Some(fields) = parameters.get("fields") {
        fields.split(',').map(name).collect()
    } else {
        let own = table.columns.iter().filter(|column| !column.contains('.'));
        own.map(|column| name(column)).collect()
    };
    let query = Query {
        text: String::new(),
        fields,
        object,
        conditions: vec![Condition {
            field: name("Id"),
            value: Literal::Text(id),
        }],
        order: None,
        limit: None,
    };
    let found = select(&table, &query, &version)?.into_iter().next();
    found.map(Json).ok_or_else(|| {
        RestError::not_found("Provided external ID field does not exist or is not accessible: Id")
    })
}
