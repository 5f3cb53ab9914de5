//! Reads the members of a body, and names each that is amiss. Members that are not known are passed over.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::credentials::Credentials;
use super::problem::Problem;
use crate::route::Route;

/// The longest reference, in characters.
pub(super) const LONGEST_REFERENCE: usize = 255;

/// A body that is being read. No value is ever repeated: some are secrets.
pub(super) struct Reader {
    body: Value,
    /// Members that are missing or of the wrong kind.
    amiss: Vec<Value>,
    /// Members that do not go with the route.
    unfit: Vec<Value>,
}

impl Reader {
    pub(super) fn new(body: &[u8]) -> Result<Self, Problem> {
        let body: Value = serde_json::from_slice(body)
            .map_err(|_| Problem::bad_request("The body is not valid JSON."))?;
        if !body.is_object() {
            return Err(Problem::bad_request("The body is not a JSON object."));
        }
        Ok(Self {
            body,
            amiss: Vec::new(),
            unfit: Vec::new(),
        })
    }

    pub(super) fn text(&mut self, pointer: &str) -> String {
        let text = self.body.pointer(pointer).and_then(Value::as_str);
        if text.is_none() {
            self.amiss.push(named(pointer, "must be a string"));
        }
        text.unwrap_or_default().to_owned()
    }

    /// A text that may be left out.
    pub(super) fn text_if_any(&mut self, pointer: &str) -> Option<String> {
        self.body.pointer(pointer)?;
        Some(self.text(pointer))
    }

    pub(super) fn reference(&mut self) -> String {
        let pointer = "/reference";
        let reference = self.text(pointer);
        let is_amiss =
            self.body.pointer(pointer).is_some_and(Value::is_string) && !is_reference(&reference);
        if is_amiss {
            let detail = format!("must have 1 to {LONGEST_REFERENCE} characters");
            self.amiss.push(named(pointer, &detail));
        }
        reference
    }

    pub(super) fn credentials(&mut self) -> Credentials {
        match self.route() {
            Route::ConnectedApp => Credentials::ConnectedApp {
                username: self.text("/credentials/username"),
                password: self.text("/credentials/password"),
                security_token: self.text("/credentials/securityToken"),
                consumer_key: self.text("/credentials/consumerKey"),
                consumer_secret: self.text("/credentials/consumerSecret"),
            },
            Route::ExternalClientApp => {
                for stranger in ["username", "password", "securityToken"] {
                    self.refuse(&format!("/credentials/{stranger}"));
                }
                Credentials::ExternalClientApp {
                    consumer_key: self.text("/credentials/consumerKey"),
                    consumer_secret: self.text("/credentials/consumerSecret"),
                }
            }
        }
    }

    /// What is amiss, if anything is.
    pub(super) fn judge(self) -> Result<(), Problem> {
        let problem = if !self.amiss.is_empty() {
            Problem::bad_request("Members of the body are missing or of the wrong kind.")
        } else if !self.unfit.is_empty() {
            Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "credentials-do-not-fit",
                "The credentials do not fit the route",
                "Members of the credentials do not go with the route that they name.",
            )
        } else {
            return Ok(());
        };
        let errors = [self.amiss, self.unfit].concat();
        Err(problem.with("errors", Value::Array(errors)))
    }

    fn route(&mut self) -> Route {
        let pointer = "/credentials/route";
        let route = self.body.pointer(pointer).and_then(Value::as_str);
        route.and_then(|name| name.parse().ok()).unwrap_or_else(|| {
            let [one, other] = Route::ALL;
            let detail = format!("must be \"{one}\" or \"{other}\"");
            self.amiss.push(named(pointer, &detail));
            Route::ConnectedApp
        })
    }

    fn refuse(&mut self, pointer: &str) {
        if self.body.pointer(pointer).is_some() {
            self.unfit
                .push(named(pointer, "does not go with this route"));
        }
    }
}

/// Whether a text is a well-made reference.
pub(super) fn is_reference(text: &str) -> bool {
    (1..=LONGEST_REFERENCE).contains(&text.chars().count())
}

fn named(pointer: &str, detail: &str) -> Value {
    json!({ "pointer": format!("#{pointer}"), "detail": detail })
}
