//! Who is signed in: the identity URL and its `OpenID` sister, userinfo.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::Salesforce;
use super::rest_gate::session_of;
use crate::origin::Host;

/// Identity errors are plain text, unlike all others.
type Refused = (StatusCode, &'static str);

const BAD_TOKEN: Refused = (StatusCode::FORBIDDEN, "Bad_OAuth_Token");

struct Person {
    org_id: String,
    user_id: String,
    username: String,
    name: String,
    email: String,
    active: bool,
    /// The URL of the org's own host.
    instance: String,
}

/// `GET /id/{org}/{user}`.
pub(super) async fn identity(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    Path((org, user)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refused> {
    let person = person(&salesforce, &host, &headers).ok_or(BAD_TOKEN)?;
    if org != person.org_id {
        return Err((StatusCode::FORBIDDEN, "Wrong_Org"));
    }
    if user != person.user_id {
        return Err((StatusCode::NOT_FOUND, "Bad_Id"));
    }
    let here = salesforce.origin.url(&host);
    Ok(Json(json!({
        "id": format!("{here}/id/{org}/{user}"),
        "asserted_user": true,
        "user_id": person.user_id,
        "organization_id": person.org_id,
        "username": person.username,
        "display_name": person.name,
        "email": person.email,
        "active": person.active,
        "user_type": "STANDARD",
        "language": "en_US",
        "locale": "en_GB",
        "utcOffset": 0,
        "urls": urls(&person.instance),
    })))
}

/// `GET /services/oauth2/userinfo`.
pub(super) async fn userinfo(
    State(salesforce): State<Salesforce>,
    Extension(host): Extension<Host>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refused> {
    let person = person(&salesforce, &host, &headers).ok_or(BAD_TOKEN)?;
    let here = salesforce.origin.url(&host);
    Ok(Json(json!({
        "sub": format!("{here}/id/{}/{}", person.org_id, person.user_id),
        "user_id": person.user_id,
        "organization_id": person.org_id,
        "preferred_username": person.username,
        "name": person.name,
        "email": person.email,
        "active": person.active,
        "is_app_installed": true,
        "urls": urls(&person.instance),
    })))
}

fn person(salesforce: &Salesforce, host: &Host, headers: &HeaderMap) -> Option<Person> {
    salesforce.cloud.look(|saved, live| {
        let session = session_of(live, headers)?;
        let org = saved.orgs.get(&session.org_key);
        let org = org.filter(|org| host.signs_in(org))?;
        let user = org.user(&session.user_id)?;
        Some(Person {
            org_id: session.org_id.clone(),
            user_id: user.id.clone(),
            username: user.username.clone(),
            name: user.name(),
            email: user.about.email.clone(),
            active: user.active,
            instance: salesforce.origin.url(&host.instance_of(org)),
        })
    })
}

/// Salesforce leaves `{version}` for the caller to fill in.
fn urls(origin: &str) -> Value {
    json!({
        "rest": format!("{origin}/services/data/v{{version}}/"),
        "query": format!("{origin}/services/data/v{{version}}/query/"),
    })
}
