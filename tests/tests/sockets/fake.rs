//! A Salesforce that answers as it should, piece by piece replaceable, and remembers what it was
//! asked.

use jiff::{SignedDuration, Timestamp};
use model::catalogue::{Check, Finding};
use model::host::SalesforceHost;
use model::{Environment, Route};
use onboarding::credentials::Credentials;
use onboarding::net::{Client, ClientSettings, Names, PracticeOrigins, Proxy, Reach};
use onboarding::salesforce::{Expectations, Outcome, Progress, Selection, verify};
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;
use wiremock::matchers::{any, path, path_regex};
use wiremock::{Mock, MockServer, Request, Respond, ResponseTemplate};

pub(crate) const USERNAME: &str = "gcis@northwind.example";
pub(crate) const ORG: &str = "00D000000000001";
const USER: &str = "005000000000001";
pub(crate) const HOST: &str = "/services/data";
pub(crate) const TOKEN: &str = "/services/oauth2/token";
pub(crate) const BATCH: &str = "/services/data/v68.0/composite/batch";
/// Every question that is asked by itself, the Tooling API's apart.
pub(crate) const SINGLE: &str = r"^/services/data/v68\.0/(query|limits)$";

/// What the service user sees of its own row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum User {
    Shown,
    NoRow,
    Refused,
}

/// What the org holds. Each test changes what it is about.
#[derive(Debug, Clone)]
pub(crate) struct Org {
    pub(crate) id: String,
    pub(crate) is_sandbox: bool,
    pub(crate) trial_ends: Option<&'static str>,
    pub(crate) user: User,
    pub(crate) signature: Option<String>,
    /// The lines of Login History: time, address, application.
    pub(crate) lines: Vec<(Timestamp, &'static str, &'static str)>,
    /// How far its clock is ahead of this computer's.
    pub(crate) ahead: SignedDuration,
}

impl Default for Org {
    fn default() -> Self {
        Self {
            id: ORG.to_owned(),
            is_sandbox: false,
            trial_ends: None,
            user: User::Shown,
            signature: None,
            lines: Vec::new(),
            ahead: SignedDuration::ZERO,
        }
    }
}

impl Org {
    /// What it answers to a path with its query, and to a body; `own` is its own origin.
    pub(crate) fn answer(&self, own: &str, asked: &Url, body: &[u8]) -> (u16, Value) {
        let below = asked.path().strip_prefix("/services/data/v68.0/");
        match (asked.path(), below) {
            (HOST, _) => (200, json!([{"label": "Winter '27", "version": "68.0"}])),
            (TOKEN, _) => (200, self.token(own)),
            (_, Some("composite/batch")) => (200, self.batch(own, body)),
            (_, Some("limits")) => {
                let calls = json!({"Max": 15000, "Remaining": 14000});
                (200, json!({ "DailyApiRequests": calls }))
            }
            (_, Some("query" | "tooling/query")) => {
                let soql = asked.query_pairs().find(|(name, _)| name == "q").unwrap();
                self.query(&soql.1)
            }
            (id, _) if id.starts_with("/id/") => (200, json!({ "username": USERNAME })),
            _ => rest_error(404, "NOT_FOUND", "Could not find a match for URL /x"),
        }
    }

    fn token(&self, own: &str) -> Value {
        let mut granted = json!({
            "access_token": "00D000000000001!token",
            "instance_url": own,
            "id": format!("{own}/id/{}/{USER}", self.id),
            "issued_at": (Timestamp::now() + self.ahead).as_millisecond().to_string(),
            "token_type": "Bearer",
        });
        if let Some(signature) = &self.signature {
            granted["signature"] = json!(signature);
        }
        granted
    }

    fn batch(&self, own: &str, body: &[u8]) -> Value {
        let asked: Value = serde_json::from_slice(body).unwrap();
        let each = asked["batchRequests"].as_array().unwrap().iter();
        let results: Vec<Value> = each
            .map(|one| {
                let url = format!("{own}/services/data/{}", one["url"].as_str().unwrap());
                let (status, result) = self.answer(own, &Url::parse(&url).unwrap(), b"");
                json!({ "statusCode": status, "result": result })
            })
            .collect();
        json!({ "hasErrors": false, "results": results })
    }

    fn query(&self, soql: &str) -> (u16, Value) {
        let (fields, rest) = soql.split_once(" FROM ").unwrap();
        let records = match rest.split(' ').next().unwrap() {
            "Organization" => json!([{
                "Id": self.id, "Name": "Northwind Energy", "IsSandbox": self.is_sandbox,
                "TrialExpirationDate": self.trial_ends, "OrganizationType": "Enterprise Edition",
            }]),
            "User" if self.user == User::NoRow => json!([]),
            "User" if self.user == User::Refused => {
                return rest_error(400, "INVALID_TYPE", "sObject type 'User' is not supported.");
            }
            "User" => json!([{
                "Username": USERNAME, "IsActive": true,
                "Profile": {"Name": "Standard User", "UserLicense": {"Name": "Salesforce"}},
            }]),
            "UserPermissionAccess" => {
                let field = fields.trim_start_matches("SELECT ");
                json!([{ (field): field == "PermissionsApiEnabled" }])
            }
            "LoginHistory" => self.lines.iter().map(line).collect(),
            _ => json!([]),
        };
        (200, json!({ "records": records }))
    }
}

fn line((at, source_ip, application): &(Timestamp, &str, &str)) -> Value {
    json!({
        "LoginTime": at.strftime("%FT%T%.3f+0000").to_string(),
        "SourceIp": source_ip, "Application": application, "Status": "Success",
    })
}

pub(crate) fn rest_error(status: u16, code: &str, message: &str) -> (u16, Value) {
    (status, json!([{ "errorCode": code, "message": message }]))
}

/// The server.
pub(crate) struct Fake {
    pub(crate) server: MockServer,
    org: Org,
    client: Client,
}

struct Answering {
    own: String,
    org: Org,
}

impl Respond for Answering {
    fn respond(&self, request: &Request) -> ResponseTemplate {
        let (status, body) = self.org.answer(&self.own, &request.url, &request.body);
        ResponseTemplate::new(status).set_body_json(body)
    }
}

impl Fake {
    pub(crate) async fn of(org: Org) -> Self {
        let fake = Self {
            server: MockServer::start().await,
            org,
            client: client(),
        };
        fake.as_it_should_be().await;
        fake
    }

    pub(crate) async fn new() -> Self {
        Self::of(Org::default()).await
    }

    /// Takes back what was replaced, and forgets what it was asked.
    pub(crate) async fn as_it_should_be(&self) {
        self.server.reset().await;
        let answering = Answering {
            own: self.server.uri(),
            org: self.org.clone(),
        };
        let all = Mock::given(any()).respond_with(answering).with_priority(9);
        all.mount(&self.server).await;
    }

    /// Answers otherwise at a path.
    pub(crate) async fn at(&self, place: &str, answer: impl Respond + 'static) {
        let mock = if place.starts_with('^') {
            Mock::given(path_regex(place))
        } else {
            Mock::given(path(place))
        };
        let mock = mock.respond_with(answer).with_priority(2);
        mock.mount(&self.server).await;
    }

    /// Answers otherwise at a path, so many times, before anything else does.
    pub(crate) async fn at_first(&self, place: &str, times: u64, answer: ResponseTemplate) {
        let mock = Mock::given(path(place)).respond_with(answer);
        let mock = mock.up_to_n_times(times).with_priority(1);
        mock.mount(&self.server).await;
    }

    pub(crate) async fn asked(&self) -> Vec<Request> {
        self.server.received_requests().await.unwrap()
    }

    /// How often a path was asked.
    pub(crate) async fn count(&self, place: &str) -> usize {
        let asked = self.asked().await;
        asked.iter().filter(|one| one.url.path() == place).count()
    }

    pub(crate) fn origins(&self) -> PracticeOrigins {
        let origin = Url::parse(&self.server.uri()).unwrap();
        PracticeOrigins {
            salesforce: origin.clone(),
            gcis: origin,
        }
    }

    /// Verifies against it.
    pub(crate) async fn run(&self, selection: &Selection) -> Outcome {
        self.run_expecting(&expectations(), selection).await
    }

    pub(crate) async fn run_expecting(
        &self,
        expect: &Expectations,
        selection: &Selection,
    ) -> Outcome {
        let own = "northwind.my.salesforce.practice";
        run(&self.client, self.origins(), own, expect, selection).await
    }
}

/// What a usual onboarding expects.
pub(crate) fn expectations() -> Expectations {
    Expectations {
        environment: Environment::Practice,
        route: Route::ConnectedApp,
        pinned_org: None,
        username: USERNAME.to_owned(),
        wants_named_credential: true,
        password_flow_days_left: 60,
        package_namespace: String::new(),
        own_sign_ins: Vec::new(),
    }
}

/// A client that knows the practice hosts alone.
pub(crate) fn client() -> Client {
    let settings = ClientSettings {
        proxy: Proxy::Direct,
        trust_files: Vec::new(),
        names: Names::Practice,
    };
    Client::new(&settings).unwrap()
}

/// Verifies what answers at an origin, under the name of a practice host.
pub(crate) async fn run(
    client: &Client,
    origins: PracticeOrigins,
    host: &str,
    expect: &Expectations,
    selection: &Selection,
) -> Outcome {
    let host = SalesforceHost::parse(host, Environment::Practice).unwrap();
    let secret = |value: &str| SecretString::from(value);
    let credentials = Credentials::Password {
        username: USERNAME.to_owned(),
        password: secret("p&ss+w%rd"),
        security_token: secret("tok#n"),
        consumer_key: secret("key"),
        consumer_secret: secret("s=cret"),
    };
    let reach = Reach::Practice(origins);
    let tell = |_: Progress| ();
    let Ok(outcome) = verify(
        client,
        &reach,
        &host,
        &credentials,
        expect,
        selection,
        &tell,
    )
    .await;
    outcome
}

/// The finding of a check.
pub(crate) fn found(outcome: &Outcome, check: Check) -> &Finding {
    let mut findings = outcome.findings.iter();
    findings.find(|finding| finding.check == check).unwrap()
}
