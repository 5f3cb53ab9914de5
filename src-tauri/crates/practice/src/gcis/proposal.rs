//! The bodies by which a connector is proposed, created, and given other credentials.

use super::credentials::Credentials;
use super::problem::Problem;
use super::reader::Reader;

/// A connector as proposed.
pub(super) struct Proposal {
    pub(super) tenant_id: String,
    pub(super) login_url: String,
    pub(super) event_endpoint: String,
    pub(super) credentials: Credentials,
}

impl Proposal {
    pub(super) fn read(body: &[u8]) -> Result<Self, Problem> {
        let mut reader = Reader::new(body)?;
        let proposal = Self::of(&mut reader);
        reader.judge().map(|()| proposal)
    }

    fn of(reader: &mut Reader) -> Self {
        Self {
            tenant_id: reader.text("/tenantId"),
            login_url: reader.text("/loginUrl"),
            event_endpoint: reader.text("/eventEndpoint"),
            credentials: reader.credentials(),
        }
    }
}

/// A connector to be created, with the caller's own name for it.
pub(super) struct NewConnector {
    pub(super) reference: String,
    pub(super) proposal: Proposal,
}

impl NewConnector {
    pub(super) fn read(body: &[u8]) -> Result<Self, Problem> {
        let mut reader = Reader::new(body)?;
        let new = Self {
            reference: reader.reference(),
            proposal: Proposal::of(&mut reader),
        };
        reader.judge().map(|()| new)
    }
}

/// Other credentials for a connector, and where they sign in if that is another place.
pub(super) struct Replacement {
    pub(super) login_url: Option<String>,
    pub(super) credentials: Credentials,
}

impl Replacement {
    pub(super) fn read(body: &[u8]) -> Result<Self, Problem> {
        let mut reader = Reader::new(body)?;
        let replacement = Self {
            login_url: reader.text_if_any("/loginUrl"),
            credentials: reader.credentials(),
        };
        reader.judge().map(|()| replacement)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn body() -> Value {
        json!({
            "reference": "r", "tenantId": "t", "loginUrl": "l", "eventEndpoint": "e", "later": { "unheard": true },
            "credentials": {
                "route": "connected_app", "username": "u", "password": "p",
                "securityToken": "", "consumerKey": "k", "consumerSecret": "s",
            },
        })
    }

    fn read(body: &Value) -> Result<NewConnector, Value> {
        NewConnector::read(body.to_string().as_bytes()).map_err(|problem| json!(problem))
    }

    fn with(member: &str, value: Value) -> Result<NewConnector, Value> {
        let mut body = body();
        body[member] = value;
        read(&body)
    }

    #[test]
    fn unknown_members_are_passed_over_and_an_empty_token_is_allowed() {
        assert!(read(&body()).is_ok());
    }

    #[test]
    fn each_member_amiss_is_named_and_its_value_never_repeated() {
        let mut body = body();
        body["tenantId"] = Value::Null;
        body["credentials"]["password"] = json!(["hunter2"]);
        let text = read(&body).err().unwrap().to_string();
        assert!(
            text.contains("#/tenantId") && text.contains("#/credentials/password"),
            "{text}"
        );
        assert!(!text.contains("hunter2"));
    }

    #[test]
    fn a_body_is_a_json_object() {
        for body in ["", "{", "[]", "null", "\"text\""] {
            let problem = NewConnector::read(body.as_bytes()).err().unwrap();
            assert_eq!(json!(problem)["status"], 400, "{body}");
        }
    }

    #[test]
    fn a_reference_has_one_to_255_characters() {
        assert!(with("reference", json!("é".repeat(255))).is_ok());
        for reference in [json!(""), json!("r".repeat(256)), json!(7)] {
            let problem = with("reference", reference).err().unwrap();
            assert_eq!(problem["errors"].as_array().unwrap().len(), 1);
            assert_eq!(problem["errors"][0]["pointer"], "#/reference");
        }
    }

    #[test]
    fn each_route_has_its_own_members() {
        let with_members = |members: &[(&str, &str)]| {
            let mut credentials = json!({ "consumerKey": "k", "consumerSecret": "s" });
            for (name, value) in members {
                credentials[*name] = json!(value);
            }
            with("credentials", credentials)
        };
        let user = [("username", "u"), ("password", "p"), ("securityToken", "t")];
        let connected = ("route", "connected_app");
        let external = ("route", "external_client_app");
        assert!(with_members(&[&user[..], &[connected]].concat()).is_ok());
        assert!(with_members(&[external]).is_ok());
        for (stranger, _) in user {
            let problem = with_members(&[external, (stranger, "x")]).err().unwrap();
            assert_eq!(problem["status"], 422);
            let pointer = format!("#/credentials/{stranger}");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let lacking = with_members(&[connected]).err().unwrap();
        assert_eq!(lacking["status"], 400);
        assert_eq!(lacking["errors"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn a_route_is_named_and_known() {
        for route in [json!("carrier_pigeon"), json!(1), Value::Null] {
            let mut credentials = body()["credentials"].clone();
            credentials["route"] = route;
            let problem = with("credentials", credentials).err().unwrap();
            assert_eq!(problem["status"], 400);
            assert_eq!(problem["errors"][0]["pointer"], "#/credentials/route");
        }
        assert_eq!(
            with("credentials", json!(null)).err().unwrap()["status"],
            400
        );
    }

    #[test]
    fn a_replacement_may_leave_the_login_url_as_it_is() {
        let replacement = |body: Value| {
            let read = Replacement::read(body.to_string().as_bytes());
            read.map(|read| read.login_url)
                .map_err(|problem| json!(problem))
        };
        let credentials = body()["credentials"].clone();
        let kept = replacement(json!({ "credentials": credentials }));
        assert_eq!(kept, Ok(None));
        let other = replacement(json!({ "credentials": credentials, "loginUrl": "l" }));
        assert_eq!(other, Ok(Some("l".to_owned())));
        let amiss = replacement(json!({ "credentials": credentials, "loginUrl": null }));
        assert_eq!(amiss.err().unwrap()["status"], 400);
    }
}
