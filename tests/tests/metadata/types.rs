//! What Salesforce says of its Metadata API's types, in the package `@salesforce/types`.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Salesforce's TypeScript declarations of the Metadata API.
pub(crate) struct Types(String);

impl Types {
    pub(crate) fn new(declarations: String) -> Self {
        Self(declarations)
    }

    /// Checks each element's name and, where Salesforce lists them, its value; returns how many
    /// elements there were.
    pub(crate) fn check(&self, xml: &str) -> usize {
        let mut reader = Reader::from_str(xml);
        let mut within: Vec<String> = Vec::new();
        let mut count = 0;
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let name = start.name().as_ref().to_owned();
                    let kind = match within.last() {
                        None => name,
                        Some(parent) => {
                            count += 1;
                            let found = self.fields(parent).remove(&name);
                            found.unwrap_or_else(|| panic!("{parent} has no element {name}"))
                        }
                    };
                    within.push(kind);
                }
                Event::Empty(start) => panic!("{start:?} is empty"),
                Event::Text(text) if !text.trim().is_empty() => {
                    let kind = within.last().unwrap();
                    let values = self.values(kind);
                    assert!(
                        values.is_empty() || values.iter().any(|value| **value == *text),
                        "{text:?} is no {kind}"
                    );
                }
                Event::End(_) => {
                    within.pop();
                }
                Event::Eof => return count,
                _ => {}
            }
        }
    }

    /// A type's elements and their types.
    fn fields(&self, kind: &str) -> BTreeMap<String, String> {
        let body = self.declaration(kind);
        let fields = body.lines().filter_map(|line| {
            let (name, kind) = line.trim().strip_suffix(';')?.split_once(": ")?;
            let kind = kind.trim_end_matches("[]");
            Some((name.trim_end_matches('?').to_owned(), kind.to_owned()))
        });
        fields.collect()
    }

    /// The values that a type allows; none where it allows any text.
    fn values(&self, kind: &str) -> Vec<String> {
        match kind {
            "boolean" => vec!["true".to_owned(), "false".to_owned()],
            "string" => Vec::new(),
            listed => {
                let body = self.declaration(listed);
                let values = body.split('\'').skip(1).step_by(2);
                values.map(str::to_owned).collect()
            }
        }
    }

    fn declaration(&self, kind: &str) -> &str {
        let start = format!("export type {kind} = ");
        let (_, body) = self
            .0
            .split_once(&start)
            .unwrap_or_else(|| panic!("Salesforce has no type {kind}"));
        let (body, _) = body.split_once("\nexport ").unwrap_or((body, ""));
        body
    }
}
