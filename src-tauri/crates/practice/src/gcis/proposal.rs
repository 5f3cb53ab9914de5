//! The body by which a connector is proposed. Members that are not known are passed over.

use serde_json::{Value, json};

use super::problem::Problem;

/// What GCIS signs in with. Used once, never kept.
pub(super) struct Credentials {
    pub(super) username: String,
    pub(super) password: String,
    pub(super) security_token: String,
    pub(super) consumer_key: String,
    pub(super) consumer_secret: String,
}

/// A connector as proposed.
pub(super) struct Proposal {
    pub(super) reference: String,
    pub(super) tenant_id: String,
    pub(super) login_url: String,
    pub(super) event_endpoint: String,
    pub(super) credentials: Credentials,
}

impl Proposal {
    /// Reads a body, or names each member that is amiss. No value is ever repeated: some are secrets.
    pub(super) fn read(body: &[u8]) -> Result<Self, Problem> {
        let body: Value = serde_json::from_slice(body)
            .map_err(|_| Problem::bad_request("The body is not valid JSON."))?;
        let mut reader = Reader {
            body: &body,
            errors: Vec::new(),
        };
        if reader.text("/credentials/type") != "username_password" {
            reader.amiss("/credentials/type", "must be \"username_password\"");
        }
        let proposal = Self {
            reference: reader.text("/reference"),
            tenant_id: reader.text("/tenantId"),
            login_url: reader.text("/loginUrl"),
            event_endpoint: reader.text("/eventEndpoint"),
            credentials: Credentials {
                username: reader.text("/credentials/username"),
                password: reader.text("/credentials/password"),
                security_token: reader.text("/credentials/securityToken"),
                consumer_key: reader.text("/credentials/consumerKey"),
                consumer_secret: reader.text("/credentials/consumerSecret"),
            },
        };
        if reader.errors.is_empty() {
            return Ok(proposal);
        }
        let problem = Problem::bad_request("Members of the body are missing or of the wrong kind.");
        Err(problem.with("errors", Value::Array(reader.errors)))
    }
}

struct Reader<'a> {
    body: &'a Value,
    errors: Vec<Value>,
}

impl Reader<'_> {
    fn text(&mut self, pointer: &str) -> String {
        let text = self.body.pointer(pointer).and_then(Value::as_str);
        if text.is_none() {
            self.amiss(pointer, "must be a string");
        }
        text.unwrap_or_default().to_owned()
    }

    fn amiss(&mut self, pointer: &str, detail: &str) {
        self.errors
            .push(json!({ "pointer": format!("#{pointer}"), "detail": detail }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body() -> Value {
        json!({
            "reference": "r", "tenantId": "t", "loginUrl": "l", "eventEndpoint": "e", "later": { "unheard": true },
            "credentials": {
                "type": "username_password", "username": "u", "password": "p",
                "securityToken": "", "consumerKey": "k", "consumerSecret": "s",
            },
        })
    }

    #[test]
    fn unknown_members_are_passed_over_and_an_empty_token_is_allowed() {
        assert!(Proposal::read(body().to_string().as_bytes()).is_ok());
    }

    #[test]
    fn each_member_amiss_is_named_and_its_value_never_repeated() {
        let mut body = body();
        body["tenantId"] = Value::Null;
        body["credentials"]["password"] = json!(["hunter2"]);
        let Err(problem) = Proposal::read(body.to_string().as_bytes()) else {
            panic!("it was accepted");
        };
        let text = serde_json::to_string(&problem).unwrap();
        assert!(
            text.contains("#/tenantId") && text.contains("#/credentials/password"),
            "{text}"
        );
        assert!(!text.contains("hunter2"));
    }
}
