//! What a world that was saved in an earlier format lacks is invented when it is loaded.

use serde_json::{Map, Value, json};

use crate::my_domain::{granted, my_domain_of};

/// Makes format 2 of format 1, in which orgs had no host of their own.
pub(super) fn from_1(world: &mut Value) {
    let Some(orgs) = world.get_mut("orgs").and_then(Value::as_object_mut) else {
        return;
    };
    let mut taken = Vec::new();
    for org in orgs.values_mut().filter_map(Value::as_object_mut) {
        let wish = my_domain_of(text(org, "name"), "");
        let my_domain = granted(&wish, "", |name| taken.iter().any(|other| other == name));
        org.insert("myDomain".to_owned(), json!(my_domain));
        taken.push(my_domain);
    }
}

fn text<'a>(org: &'a Map<String, Value>, member: &str) -> &'a str {
    org.get(member).and_then(Value::as_str).unwrap_or_default()
}
