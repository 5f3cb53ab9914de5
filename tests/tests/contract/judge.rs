//! Holds a request and its answer to the contract.

use serde_json::{Map, Value};
use url::form_urlencoded;

use crate::document::{Contract, Operation, Parameter, escaped};
use crate::exchange::{Exchange, Message};

/// The operation that a request asks for.
pub(crate) fn operation(contract: &Contract, exchange: &Exchange) -> Option<Operation> {
    let mut operations = contract.operations().into_iter();
    operations.find(|operation| {
        operation.method == exchange.method && variables(&operation.path, &exchange.path).is_some()
    })
}

/// All that is wrong with a request.
pub(crate) fn request(contract: &Contract, exchange: &Exchange) -> Vec<String> {
    let Some(operation) = operation(contract, exchange) else {
        return vec!["the file has no such operation".to_owned()];
    };
    let mut complaints = parameters(contract, &operation, exchange);
    let security = contract.at(&format!("{}/security", operation.pointer));
    let bearer = exchange.sent.header("authorization");
    if security.is_none() && !bearer.is_some_and(|value| value.starts_with("Bearer ")) {
        complaints.push("there is no bearer token".to_owned());
    }
    let body = format!("{}/requestBody", operation.pointer);
    if contract.at(&body).is_some() {
        let content = format!("{body}/content");
        complaints.extend(content_complaints(contract, &content, &exchange.sent));
    } else if !exchange.sent.body.is_empty() {
        complaints.push("there is a body, and the file has none".to_owned());
    }
    complaints
}

/// All that is wrong with an answer.
pub(crate) fn answer(contract: &Contract, exchange: &Exchange) -> Vec<String> {
    let Some(operation) = operation(contract, exchange) else {
        return vec!["the file has no such operation".to_owned()];
    };
    let response = format!("{}/responses/{}", operation.pointer, exchange.status);
    let response = contract.resolved(&response);
    if contract.at(&response).is_none() {
        return vec![format!("the file has no {} here", exchange.status)];
    }
    let mut complaints = Vec::new();
    for name in contract.members(&format!("{response}/headers")).keys() {
        let header = contract.resolved(&format!("{response}/headers/{}", escaped(name)));
        let required = contract.at(&header).unwrap()["required"] == true;
        let value = exchange.came.header(name);
        complaints.extend(value_complaints(contract, &header, name, required, value));
    }
    let content = format!("{response}/content");
    complaints.extend(content_complaints(contract, &content, &exchange.came));
    complaints
}

fn parameters(contract: &Contract, operation: &Operation, exchange: &Exchange) -> Vec<String> {
    let parameters = contract.parameters(operation);
    let in_path = variables(&operation.path, &exchange.path).unwrap_or_default();
    let in_query: Vec<(String, String)> = form_urlencoded::parse(exchange.query.as_bytes())
        .into_owned()
        .collect();
    let mut complaints = Vec::new();
    for (name, _) in &in_query {
        let is_it = |known: &Parameter| known.place == "query" && known.name == *name;
        if !parameters.iter().any(is_it) {
            complaints.push(format!("the file has no parameter {name:?}"));
        }
    }
    for parameter in &parameters {
        let Parameter {
            name,
            place,
            required,
            pointer,
        } = parameter;
        let found = |pairs: &[(String, String)]| {
            let pair = pairs.iter().find(|(other, _)| other == name);
            pair.map(|(_, value)| value.clone())
        };
        let value = match place.as_str() {
            "path" => found(&in_path),
            "query" => found(&in_query),
            "header" => exchange.sent.header(name).map(str::to_owned),
            other => panic!("a parameter in {other}"),
        };
        let value = value.as_deref();
        complaints.extend(value_complaints(contract, pointer, name, *required, value));
    }
    complaints
}

/// A header or parameter, whose schema stands below its own pointer.
fn value_complaints(
    contract: &Contract,
    pointer: &str,
    name: &str,
    required: bool,
    value: Option<&str>,
) -> Vec<String> {
    let Some(value) = value else {
        return if required {
            vec![format!("{name} is missing")]
        } else {
            Vec::new()
        };
    };
    let schema = format!("{pointer}/schema");
    let is_number = contract.at(&schema).unwrap()["type"] == "integer";
    let number = value.parse::<u64>().ok().filter(|_| is_number);
    let value = number.map_or_else(|| Value::from(value), Value::from);
    let complaints = contract.complaints(&schema, &value).into_iter();
    complaints.map(|words| format!("{name}: {words}")).collect()
}

fn content_complaints(contract: &Contract, content: &str, message: &Message) -> Vec<String> {
    let Some(media_type) = message.media_type() else {
        return vec!["there is no content type".to_owned()];
    };
    let schema = format!("{content}/{}/schema", escaped(media_type));
    if contract.at(&schema).is_none() {
        return vec![format!("the file has no {media_type} here")];
    }
    let body = if media_type == "application/x-www-form-urlencoded" {
        let pairs = form_urlencoded::parse(&message.body).into_owned();
        pairs
            .map(|(name, value)| (name, Value::from(value)))
            .collect::<Map<_, _>>()
            .into()
    } else {
        match serde_json::from_slice(&message.body) {
            Ok(body) => body,
            Err(error) => return vec![format!("the body is no JSON: {error}")],
        }
    };
    contract.complaints(&schema, &body)
}

/// The values of a template's variables in a path, if the path is one of the template's.
fn variables(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (names, values) = (template.split('/'), path.split('/'));
    if names.clone().count() != values.clone().count() {
        return None;
    }
    let mut found = Vec::new();
    for (name, value) in names.zip(values) {
        let variable = name
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        match variable {
            Some(variable) => found.push((variable.to_owned(), value.to_owned())),
            None if name == value => {}
            None => return None,
        }
    }
    Some(found)
}
