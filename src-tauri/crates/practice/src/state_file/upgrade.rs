//! What a world that was saved in an earlier format lacks is invented when it is loaded.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::app::{Common, Policies, VENDORS_LABEL};
use crate::my_domain::{granted, my_domain_of};
use crate::org::Made;
use crate::random::Random;
use crate::record_id::RecordId;
use crate::route::Route;
use crate::settings::Settings;
use crate::user::About;

/// Makes format 2 of format 1, in which orgs had no host of their own and no external client app, and every instance
/// was made by way of a connected app.
pub(super) fn from_1(world: &mut Value, random: &mut Random) {
    let mut taken = Vec::new();
    for org in objects(world, "/orgs") {
        let wish = my_domain_of(text(org.get("name")), "");
        let my_domain = granted(&wish, "", |name| taken.iter().any(|other| other == name));
        let user_id = text(org.get("user").and_then(|user| user.get("id")));
        let invented = Common::invent(random, RecordId::EXTERNAL_CLIENT_APP, VENDORS_LABEL);
        let external_app = json!({
            "consumerKey": invented.consumer_key,
            "consumerSecret": invented.consumer_secret,
            "scopes": ["api"],
            "flowEnabled": true,
            "runAs": user_id,
        });
        org.insert("externalApp".to_owned(), external_app);
        org.insert("myDomain".to_owned(), json!(my_domain));
        taken.push(my_domain);
    }
    for instance in objects(world, "/instances") {
        instance.insert("route".to_owned(), json!(Route::ConnectedApp));
    }
}

/// Makes format 3 of format 2, in which an org had one user and two apps, all of them as they should be.
pub(super) fn from_2(world: &mut Value, random: &mut Random) {
    let mut users = Map::new();
    let keys: Vec<String> = match world.pointer("/orgs") {
        Some(Value::Object(orgs)) => orgs.keys().cloned().collect(),
        _ => Vec::new(),
    };
    for (key, org) in keys.into_iter().zip(objects(world, "/orgs")) {
        let user = org.get("user").cloned().unwrap_or_default();
        let (user_id, username) = (text(user.get("id")), text(user.get("username")));
        add(org.get_mut("user"), &json!(About::ready()));
        add(
            org.get_mut("user"),
            &json!({
                "email": username, "active": true, "frozen": false, "passwordNeverExpires": true, "mails": [],
            }),
        );
        for (member, prefix, more) in [
            (
                "app",
                RecordId::CONNECTED_APP,
                json!({ "scopes": ["full"], "takesEffect": Timestamp::UNIX_EPOCH }),
            ),
            (
                "externalApp",
                RecordId::EXTERNAL_CLIENT_APP,
                json!({ "flowAllowed": true }),
            ),
        ] {
            let app = org.get_mut(member);
            let invented = Common::invent(random, prefix, VENDORS_LABEL);
            let mut all = json!(invented);
            add(Some(&mut all), &json!(Policies::default()));
            add(Some(&mut all), app.as_deref().unwrap_or(&Value::Null));
            add(Some(&mut all), &more);
            org.insert(member.to_owned(), all);
        }
        for row in org
            .get_mut("namedCredentials")
            .into_iter()
            .flat_map(objects_in)
        {
            row.insert("writtenBy".to_owned(), json!(user_id));
        }
        for row in org.get_mut("loginHistory").into_iter().flat_map(objects_in) {
            row.insert("userId".to_owned(), json!(user_id));
            row.insert("application".to_owned(), json!(VENDORS_LABEL));
        }
        org.insert("made".to_owned(), json!(Made::default()));
        org.insert("settings".to_owned(), json!(Settings::default()));
        users.insert(key, json!(user_id));
    }
    for instance in objects(world, "/instances") {
        let user = users.get(text(instance.get("owner"))).cloned();
        instance.insert("userId".to_owned(), user.unwrap_or_default());
    }
}

/// Puts members into an object, in place of those it has by the same names.
fn add(target: Option<&mut Value>, members: &Value) {
    if let (Some(Value::Object(target)), Value::Object(members)) = (target, members) {
        target.extend(members.clone());
    }
}

/// The objects in the array or the object at this place.
fn objects<'a>(
    world: &'a mut Value,
    pointer: &str,
) -> impl Iterator<Item = &'a mut Map<String, Value>> {
    let place = world.pointer_mut(pointer);
    place.into_iter().flat_map(objects_in)
}

fn objects_in(place: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let members: Vec<&mut Value> = match place {
        Value::Array(members) => members.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    members.into_iter().filter_map(Value::as_object_mut)
}

fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}
