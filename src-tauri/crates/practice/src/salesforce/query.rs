//! `GET /services/data/vXX.0/query?q=…`.

use std::cmp::Ordering;
use std::collections::HashMap;

use axum::extract::{Path, Query as UrlQuery, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde_json::{Map, Value, json};

use super::errors::RestError;
use super::soql::{self, Literal, Query};
use super::tables::{Table, View};
use super::{Salesforce, versions};
use crate::world::SalesforceSession;

pub(super) async fn query(
    State(salesforce): State<Salesforce>,
    Extension(session): Extension<SalesforceSession>,
    Path(version): Path<String>,
    UrlQuery(parameters): UrlQuery<HashMap<String, String>>,
) -> Result<Json<Value>, RestError> {
    versions::known(&version)?;
    let query = soql::read(parameters.get("q").map_or("", String::as_str))?;
    let table = salesforce.cloud.look(|saved, live| {
        let view = View {
            org: saved.orgs.get(&session.org_key)?,
            org_id: &session.org_id,
            scenario: live.scenario,
        };
        view.table(&query.object)
    });
    let table = table.ok_or_else(|| no_object(&query.object))?;
    let records = select(&table, &query)?;
    Ok(Json(json!({
        "totalSize": records.len(),
        "done": true,
        "records": records,
    })))
}

fn select(table: &Table, query: &Query) -> Result<Vec<Value>, RestError> {
    let fields = query
        .fields
        .iter()
        .map(|field| column(table, field))
        .collect::<Result<Vec<_>, _>>()?;
    let conditions = query
        .conditions
        .iter()
        .map(|condition| Ok((column(table, &condition.field)?, &condition.value)))
        .collect::<Result<Vec<_>, RestError>>()?;
    let mut rows: Vec<&Vec<Value>> = table
        .rows
        .iter()
        .filter(|row| {
            conditions
                .iter()
                .all(|(place, wanted)| matches(&row[*place], wanted))
        })
        .collect();
    if let Some(order) = &query.order {
        let place = column(table, &order.field)?;
        rows.sort_by(|one, other| compare(&one[place], &other[place]));
        if order.descending {
            rows.reverse();
        }
    }
    rows.truncate(query.limit.unwrap_or(usize::MAX));
    Ok(rows
        .into_iter()
        .map(|row| record(table, &fields, row))
        .collect())
}

fn column(table: &Table, field: &str) -> Result<usize, RestError> {
    let place = table
        .columns
        .iter()
        .position(|column| column.eq_ignore_ascii_case(field));
    place.ok_or_else(|| no_field(field, table.object))
}

fn matches(value: &Value, wanted: &Literal) -> bool {
    match wanted {
        Literal::Text(text) => value
            .as_str()
            .is_some_and(|value| value.eq_ignore_ascii_case(text)),
        Literal::Bool(wanted) => value.as_bool() == Some(*wanted),
        Literal::Null => value.is_null(),
    }
}

/// Moments sort as text, since all are written alike.
fn compare(one: &Value, other: &Value) -> Ordering {
    one.as_str().cmp(&other.as_str())
}

/// One record, in which `Profile.Name` is a member of a nested record.
fn record(table: &Table, fields: &[usize], row: &[Value]) -> Value {
    let mut record = blank(table.object);
    for place in fields {
        let mut names = table.columns[*place].split('.').peekable();
        let mut target = &mut record;
        while let Some(name) = names.next() {
            if names.peek().is_none() {
                target.insert(name.to_owned(), row[*place].clone());
                break;
            }
            let nested = target
                .entry(name)
                .or_insert_with(|| Value::Object(blank(related_object(name))));
            let Value::Object(nested) = nested else { break };
            target = nested;
        }
    }
    Value::Object(record)
}

fn blank(object: &str) -> Map<String, Value> {
    Map::from_iter([("attributes".to_owned(), json!({ "type": object }))])
}

fn related_object(relationship: &str) -> &str {
    match relationship {
        "LastModifiedBy" => "User",
        other => other,
    }
}

fn no_object(name: &str) -> RestError {
    RestError::new(
        StatusCode::BAD_REQUEST,
        "INVALID_TYPE",
        format!(
            "sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append \
             the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
        ),
    )
}

fn no_field(field: &str, object: &str) -> RestError {
    RestError::new(
        StatusCode::BAD_REQUEST,
        "INVALID_FIELD",
        format!(
            "No such column '{field}' on entity '{object}'. If you are attempting to use a custom field, be sure to \
             append the '__c' after the custom field name. Please reference your WSDL or the describe call for the \
             appropriate names."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table {
            object: "User",
            columns: &["Id", "IsActive", "Profile.Name", "Profile.UserLicense.Name"],
            rows: vec![
                vec![
                    json!("005A"),
                    json!(true),
                    json!("Standard User"),
                    json!("Salesforce"),
                ],
                vec![
                    json!("005B"),
                    json!(false),
                    json!("Admin"),
                    json!("Salesforce"),
                ],
            ],
        }
    }

    fn answer(text: &str) -> Result<Vec<Value>, RestError> {
        select(&table(), &soql::read(text).unwrap())
    }

    #[test]
    fn related_fields_come_nested() {
        let records =
            answer("SELECT Id, Profile.Name, Profile.UserLicense.Name FROM User WHERE Id = '005A'")
                .unwrap();
        assert_eq!(records.len(), 1);
        assert_eq!(records[0]["Profile"]["Name"], "Standard User");
        assert_eq!(records[0]["Profile"]["UserLicense"]["Name"], "Salesforce");
        assert_eq!(records[0]["Profile"]["attributes"]["type"], "Profile");
    }

    #[test]
    fn conditions_all_hold() {
        assert_eq!(
            answer("SELECT Id FROM User WHERE IsActive = true")
                .unwrap()
                .len(),
            1
        );
        let none = answer("SELECT Id FROM User WHERE IsActive = true AND Id = '005B'");
        assert!(none.unwrap().is_empty());
    }

    #[test]
    fn an_order_and_a_limit_hold() {
        let records = answer("SELECT Id FROM User ORDER BY Id DESC LIMIT 1").unwrap();
        assert_eq!(records[0]["Id"], "005B");
        assert_eq!(records.len(), 1);
    }

    #[test]
    fn an_unknown_field_is_refused_wherever_it_stands() {
        for text in [
            "SELECT Nope FROM User",
            "SELECT Id FROM User WHERE Nope = true",
            "SELECT Id FROM User ORDER BY Nope",
        ] {
            assert_eq!(answer(text).unwrap_err().code(), "INVALID_FIELD");
        }
    }
}
