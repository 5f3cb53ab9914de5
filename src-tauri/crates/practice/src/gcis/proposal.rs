//! The body by which a connector is proposed. Members that are not known are passed over.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::credentials::Credentials;
use super::problem::Problem;
use crate::route::Route;

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
            amiss: Vec::new(),
            unfit: Vec::new(),
        };
        let proposal = Self {
            reference: reader.text("/reference"),
            tenant_id: reader.text("/tenantId"),
            login_url: reader.text("/loginUrl"),
            event_endpoint: reader.text("/eventEndpoint"),
            credentials: reader.credentials(),
        };
        reader.judge()?;
        Ok(proposal)
    }
}

struct Reader<'a> {
    body: &'a Value,
    /// Members that are missing or of the wrong kind.
    amiss: Vec<Value>,
    /// Members that do not go with the route.
    unfit: Vec<Value>,
}

impl Reader<'_> {
    fn credentials(&mut self) -> Credentials {
        let (kind, credentials) = match self.route() {
            Route::ConnectedApp => {
                let credentials = Credentials::ConnectedApp {
                    username: self.text("/credentials/username"),
                    password: self.text("/credentials/password"),
                    security_token: self.text("/credentials/securityToken"),
                    consumer_key: self.text("/credentials/consumerKey"),
                    consumer_secret: self.text("/credentials/consumerSecret"),
                };
                ("username_password", credentials)
            }
            Route::ExternalClientApp => {
                for stranger in ["username", "password", "securityToken"] {
                    self.refuse(&format!("/credentials/{stranger}"));
                }
                let credentials = Credentials::ExternalClientApp {
                    consumer_key: self.text("/credentials/consumerKey"),
                    consumer_secret: self.text("/credentials/consumerSecret"),
                };
                ("client_credentials", credentials)
            }
        };
        let given = self.member("/credentials/type");
        if given.is_some_and(|given| given != kind) {
            let detail = format!("must be \"{kind}\" or absent");
            self.unfit.push(named("/credentials/type", &detail));
        }
        credentials
    }

    fn route(&mut self) -> Route {
        let pointer = "/credentials/route";
        match self
            .member(pointer)
            .map(|route| route.as_str()?.parse().ok())
        {
            None => Route::ConnectedApp,
            Some(Some(route)) => route,
            Some(None) => {
                let [one, other] = Route::ALL;
                let detail = format!("must be \"{one}\" or \"{other}\"");
                self.unfit.push(named(pointer, &detail));
                Route::ConnectedApp
            }
        }
    }

    fn text(&mut self, pointer: &str) -> String {
        let text = self.body.pointer(pointer).and_then(Value::as_str);
        if text.is_none() {
            self.amiss.push(named(pointer, "must be a string"));
        }
        text.unwrap_or_default().to_owned()
    }

    fn refuse(&mut self, pointer: &str) {
        if self.member(pointer).is_some() {
            let detail = "does not go with this route";
            self.unfit.push(named(pointer, detail));
        }
    }

    /// A member that is there and not null.
    fn member(&self, pointer: &str) -> Option<&Value> {
        self.body.pointer(pointer).filter(|value| !value.is_null())
    }

    fn judge(self) -> Result<(), Problem> {
        let problem = if !self.unfit.is_empty() {
            Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "credentials-do-not-fit",
                "The credentials do not fit the route",
                "Members of the credentials do not go with the route that they name.",
            )
        } else if !self.amiss.is_empty() {
            Problem::bad_request("Members of the body are missing or of the wrong kind.")
        } else {
            return Ok(());
        };
        let errors = [self.unfit, self.amiss].concat();
        Err(problem.with("errors", Value::Array(errors)))
    }
}

fn named(pointer: &str, detail: &str) -> Value {
    json!({ "pointer": format!("#{pointer}"), "detail": detail })
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

    fn with(credentials: &Value) -> Result<Proposal, Value> {
        let mut body = body();
        body["credentials"] = credentials.clone();
        Proposal::read(body.to_string().as_bytes()).map_err(|problem| json!(problem))
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

    #[test]
    fn each_route_has_its_own_members() {
        let key = json!({ "consumerKey": "k", "consumerSecret": "s" });
        let with_members = |members: &[(&str, &str)]| {
            let mut credentials = key.clone();
            for (name, value) in members {
                credentials[*name] = json!(value);
            }
            credentials
        };
        let user = [("username", "u"), ("password", "p"), ("securityToken", "t")];
        let external = ("route", "external_client_app");
        for fine in [
            with_members(&user),
            with_members(&[&user[..], &[("route", "connected_app")]].concat()),
            with_members(&[external]),
            with_members(&[external, ("type", "client_credentials")]),
        ] {
            assert!(with(&fine).is_ok(), "{fine}");
        }
        for (wrong, pointer) in [
            (with_members(&[external, user[0]]), "#/credentials/username"),
            (with_members(&[external, user[1]]), "#/credentials/password"),
            (
                with_members(&[external, user[2]]),
                "#/credentials/securityToken",
            ),
            (
                with_members(&[external, ("type", "username_password")]),
                "#/credentials/type",
            ),
            (
                with_members(&[("route", "carrier_pigeon")]),
                "#/credentials/route",
            ),
        ] {
            let problem = with(&wrong).err().unwrap();
            assert_eq!(problem["status"], 422, "{wrong}");
            assert_eq!(problem["errors"][0]["pointer"], pointer);
        }
        let lacking = with(&key).err().unwrap();
        assert_eq!(lacking["status"], 400);
        assert_eq!(lacking["errors"].as_array().unwrap().len(), 3);
    }
}
