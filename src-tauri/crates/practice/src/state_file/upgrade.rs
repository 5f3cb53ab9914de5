//! What a world that was saved in an earlier format lacks is invented when it is loaded.

use serde_json::{Map, Value, json};

use crate::app::ExternalClientApp;
use crate::my_domain::{granted, my_domain_of};
use crate::random::Random;
use crate::route::Route;

/// Makes format 2 of format 1, in which orgs had no host of their own and no external client app, and every instance
/// was made by way of a connected app.
pub(super) fn from_1(world: &mut Value, random: &mut Random) {
    let mut taken = Vec::new();
    for org in objects(world, "/orgs") {
        let wish = my_domain_of(text(org.get("name")), "");
        let my_domain = granted(&wish, "", |name| taken.iter().any(|other| other == name));
        let user_id = text(org.get("user").and_then(|user| user.get("id")));
        let external_app = ExternalClientApp::invent(random, user_id);
        org.insert("externalApp".to_owned(), json!(external_app));
        org.insert("myDomain".to_owned(), json!(my_domain));
        taken.push(my_domain);
    }
    for instance in objects(world, "/instances") {
        instance.insert("route".to_owned(), json!(Route::ConnectedApp));
    }
}

/// The objects in an array or an object.
fn objects<'a>(
    world: &'a mut Value,
    pointer: &str,
) -> impl Iterator<Item = &'a mut Map<String, Value>> {
    let members: Vec<&mut Value> = match world.pointer_mut(pointer) {
        Some(Value::Array(members)) => members.iter_mut().collect(),
        Some(Value::Object(members)) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    members.into_iter().filter_map(Value::as_object_mut)
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}
