//! The records that a query selects.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};

use super::errors::RestError;
use super::soql::{Literal, Name, Query};
use super::tables::Table;

/// The records, found below this version of the API.
pub(super) fn select(table: &Table, query: &Query, version: &str) -> Result<Vec<Value>, RestError> {
    let fields = query
        .fields
        .iter()
        .map(|field| column(table, query, field))
        .collect::<Result<Vec<_>, _>>()?;
    let conditions = query
        .conditions
        .iter()
        .map(|condition| Ok((column(table, query, &condition.field)?, &condition.value)))
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
        let place = column(table, query, &order.field)?;
        rows.sort_by(|one, other| compare(&one[place], &other[place]));
        if order.descending {
            rows.reverse();
        }
    }
    rows.truncate(query.limit.unwrap_or(usize::MAX));
    Ok(rows
        .into_iter()
        .map(|row| record(table, &fields, row, version))
        .collect())
}

fn column(table: &Table, query: &Query, field: &Name) -> Result<usize, RestError> {
    table
        .place(&field.text)
        .ok_or_else(|| no_field(table, query, field))
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
fn record(table: &Table, fields: &[usize], row: &[Value], version: &str) -> Value {
    let mut record = blank(table.object);
    if let Some(id) = table.place("Id").and_then(|place| row[place].as_str()) {
        let url = format!("/services/data/{version}/sobjects/{}/{id}", table.object);
        record["attributes"]["url"] = json!(url);
    }
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

/// Salesforce repeats the query and points at the field.
fn no_field(table: &Table, query: &Query, field: &Name) -> RestError {
    let name = &field.text;
    let (relationship, last) = name.rsplit_once('.').unwrap_or(("", name));
    let first = relationship.split('.').next().unwrap_or_default();
    let words = if relationship.is_empty() || table.relates(first) {
        let entity = match relationship.rsplit('.').next() {
            None | Some("") => table.object,
            Some(relationship) => related_object(relationship),
        };
        format!(
            "No such column '{last}' on entity '{entity}'. If you are attempting to use a custom field, be sure to \
             append the '__c' after the custom field name."
        )
    } else {
        format!(
            "Didn't understand relationship '{first}' in field path. If you are attempting to use a custom \
             relationship, be sure to append the '__r' after the custom relationship name."
        )
    };
    let column = field.column;
    RestError::bad_request(
        "INVALID_FIELD",
        format!(
            "\n{}\n{:>column$}\nERROR at Row:1:Column:{column}\n{words} Please reference your WSDL or the describe \
             call for the appropriate names.",
            query.text, '^'
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::salesforce::soql;

    fn table() -> Table {
        Table {
            object: "User",
            columns: vec!["Id", "IsActive", "Profile.Name", "Profile.UserLicense.Name"],
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
        select(&table(), &soql::read(text).unwrap(), "v68.0")
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
        let url = "/services/data/v68.0/sobjects/User/005A";
        assert_eq!(records[0]["attributes"]["url"], url);
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

    #[test]
    fn an_unknown_field_is_pointed_at_in_salesforces_words() {
        let message = |text: &str| {
            let error = answer(text).unwrap_err();
            error.message().to_owned()
        };
        assert_eq!(
            message("SELECT Id, Nope FROM User"),
            "\nSELECT Id, Nope FROM User\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity \
             'User'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field \
             name. Please reference your WSDL or the describe call for the appropriate names."
        );
        let related = message("SELECT Profile.Nope FROM User");
        assert!(related.contains("'Nope' on entity 'Profile'"), "{related}");
        let unrelated = message("SELECT Shoe.Size FROM User");
        assert!(
            unrelated.contains("Didn't understand relationship 'Shoe' in field path."),
            "{unrelated}"
        );
    }
}
