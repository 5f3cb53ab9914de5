//! The file itself: its examples are examples, and nothing in it is closed.

use serde_json::{Value, json};

use crate::document::{Contract, escaped};

/// Goes through the file and hands each node on, with its pointer.
fn each(pointer: &str, node: &Value, visit: &mut impl FnMut(&str, &Value)) {
    visit(pointer, node);
    let mut deeper = |name: &str, child: &Value| {
        each(&format!("{pointer}/{}", escaped(name)), child, visit);
    };
    match node {
        Value::Object(members) => members.iter().for_each(|(name, child)| deeper(name, child)),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(place, child)| deeper(&place.to_string(), child));
        }
        _ => {}
    }
}

/// Each example of the file, with where it stands and the pointer of its schema.
fn examples(contract: &Contract) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    each("", contract.document(), &mut |pointer, node| {
        let schema = format!("{pointer}/schema");
        if contract.at(&schema).is_some() {
            if let Some(example) = node.get("example") {
                found.push((pointer.to_owned(), schema.clone(), example.clone()));
            }
            for name in contract.members(&format!("{pointer}/examples")).keys() {
                let place = contract.resolved(&format!("{pointer}/examples/{name}"));
                let example = contract.at(&place).unwrap()["value"].clone();
                found.push((place, schema.clone(), example));
            }
        } else if pointer.starts_with("/components/schemas/") {
            for example in node
                .get("examples")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                found.push((pointer.to_owned(), pointer.to_owned(), example.clone()));
            }
        }
    });
    found
}

#[test]
fn every_example_is_one() {
    for contract in [Contract::open(), Contract::closed()] {
        let examples = examples(&contract);
        assert!(examples.len() > 40, "{}", examples.len());
        for (place, schema, example) in examples {
            let complaints = contract.complaints(&schema, &example);
            assert!(complaints.is_empty(), "{place}: {complaints:#?}");
        }
    }
}

#[test]
fn every_body_has_an_example() {
    let contract = Contract::open();
    each("", contract.document(), &mut |pointer, node| {
        if pointer.ends_with("/content") {
            for (media_type, content) in node.as_object().unwrap() {
                let examples = content["examples"]
                    .as_object()
                    .map_or(0, serde_json::Map::len);
                assert!(examples > 0, "{pointer} {media_type}");
            }
        }
    });
}

/// The value with another member in each of its objects.
pub(crate) fn with_strangers(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter();
            let mut members: serde_json::Map<String, Value> = members
                .map(|(name, value)| (name.clone(), with_strangers(value)))
                .collect();
            members.insert("unheardOf".to_owned(), json!({ "of": ["members"] }));
            members.into()
        }
        Value::Array(items) => items.iter().map(with_strangers).collect(),
        other => other.clone(),
    }
}

#[test]
fn members_that_the_file_does_not_know_are_allowed_everywhere() {
    let (open, closed) = (Contract::open(), Contract::closed());
    for (place, schema, example) in examples(&open) {
        let strange = with_strangers(&example);
        let complaints = open.complaints(&schema, &strange);
        assert!(complaints.is_empty(), "{place}: {complaints:#?}");
        let is_told = !closed.complaints(&schema, &strange).is_empty();
        assert_eq!(is_told, strange != example, "{place} in the closed reading");
    }
}

#[test]
fn values_that_the_file_does_not_know_are_allowed_in_every_enumeration() {
    let (open, closed) = (Contract::open(), Contract::closed());
    let mut enumerations = 0;
    each("", open.document(), &mut |pointer, node| {
        assert!(node.get("enum").is_none(), "{pointer} is closed");
        let Some(known) = node.get("x-extensible-enum") else {
            return;
        };
        enumerations += 1;
        let strange = json!("unheard-of");
        assert!(open.complaints(pointer, &strange).is_empty(), "{pointer}");
        assert!(
            !closed.complaints(pointer, &strange).is_empty(),
            "{pointer}"
        );
        assert!(
            closed.complaints(pointer, &known[0]).is_empty(),
            "{pointer}"
        );
    });
    assert!(enumerations >= 10, "{enumerations}");
}

#[test]
fn the_file_says_at_once_that_it_is_a_proposal_of_this_project() {
    let contract = Contract::open();
    let info = contract.at("/info").unwrap();
    assert!(info["title"].as_str().unwrap().contains("proposal"));
    let description = info["description"].as_str().unwrap();
    let first = description.split('\n').next().unwrap();
    assert!(
        first.contains("Connector Setup project's own proposal"),
        "{first}"
    );
}
