//! The contract as a file, and what can be asked of it.

use serde_json::{Map, Value, json};

const FILE: &str = include_str!("../../../gcis-connectors.openapi.yaml");
const METHODS: [&str; 4] = ["get", "put", "post", "delete"];
const EXTENSIBLE: &str = "x-extensible-enum";

/// The contract. The closed reading knows no members and no values but those that the file names: what we send, and
/// what the practice GCIS answers, is held to it, lest the file fall behind. Others are held to the open one.
pub(crate) struct Contract {
    document: Value,
}

/// One operation, by its method and its path's template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) id: String,
    /// In capitals.
    pub(crate) method: String,
    pub(crate) path: String,
    /// Where it stands in the file, as a JSON pointer.
    pub(crate) pointer: String,
    path_pointer: String,
}

/// One parameter of an operation.
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: String,
    pub(crate) required: bool,
    pub(crate) pointer: String,
}

impl Contract {
    /// As it is written.
    pub(crate) fn open() -> Self {
        Self::of(serde_saphyr::from_str(FILE).unwrap())
    }

    pub(crate) fn of(document: Value) -> Self {
        Self { document }
    }

    /// With no member and no value but those that it names.
    pub(crate) fn closed() -> Self {
        let mut contract = Self::open();
        close(&mut contract.document);
        contract
    }

    pub(crate) fn document(&self) -> &Value {
        &self.document
    }

    pub(crate) fn operations(&self) -> Vec<Operation> {
        let mut operations = Vec::new();
        for (path, item) in self.document["paths"].as_object().unwrap() {
            let path_pointer = format!("/paths/{}", escaped(path));
            for method in METHODS {
                let Some(operation) = item.get(method) else {
                    continue;
                };
                operations.push(Operation {
                    id: operation["operationId"].as_str().unwrap().to_owned(),
                    method: method.to_uppercase(),
                    path: path.clone(),
                    pointer: format!("{path_pointer}/{method}"),
                    path_pointer: path_pointer.clone(),
                });
            }
        }
        operations
    }

    pub(crate) fn parameters(&self, operation: &Operation) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for owner in [&operation.path_pointer, &operation.pointer] {
            let list = format!("{owner}/parameters");
            let length = self.at(&list).and_then(Value::as_array).map_or(0, Vec::len);
            for place in 0..length {
                let pointer = self.resolved(&format!("{list}/{place}"));
                let parameter = self.at(&pointer).unwrap();
                parameters.push(Parameter {
                    name: parameter["name"].as_str().unwrap().to_owned(),
                    place: parameter["in"].as_str().unwrap().to_owned(),
                    required: parameter["required"] == true,
                    pointer,
                });
            }
        }
        parameters
    }

    /// What stands at a JSON pointer.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Value> {
        self.document.pointer(pointer)
    }

    /// The members of the object at a pointer; none where there is none.
    pub(crate) fn members(&self, pointer: &str) -> Map<String, Value> {
        let object = self.at(pointer).and_then(Value::as_object);
        object.cloned().unwrap_or_default()
    }

    /// The pointer itself, or where the reference that stands there leads.
    pub(crate) fn resolved(&self, pointer: &str) -> String {
        let reference = self.at(pointer).and_then(|value| value["$ref"].as_str());
        match reference {
            Some(reference) => self.resolved(reference.strip_prefix('#').unwrap()),
            None => pointer.to_owned(),
        }
    }

    /// What is wrong with a value by the schema at a pointer.
    pub(crate) fn complaints(&self, schema: &str, value: &Value) -> Vec<String> {
        // The schema takes along what its references lead to.
        let mut root = self.at(schema).unwrap().clone();
        root["components"] = self.document["components"].clone();
        let validator = jsonschema::options()
            .with_draft(jsonschema::Draft::Draft202012)
            .should_validate_formats(true)
            .build(&root)
            .unwrap();
        validator
            .iter_errors(value)
            .map(|error| format!("{} at {:?}", error.masked(), error.instance_path().as_str()))
            .collect()
    }
}

/// A member's name as a part of a JSON pointer (RFC 6901 §3).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn close(node: &mut Value) {
    match node {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            if members.get("properties").is_some_and(Value::is_object) {
                members.insert("additionalProperties".to_owned(), json!(false));
            }
            if let Some(known) = members.remove(EXTENSIBLE) {
                members.insert("enum".to_owned(), known);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
