//! The verification: host, sign-in, then everything that can be asked with a session.
//!
//! At most three round trips follow the sign-in, and at most twenty API calls: what the batch
//! resource answers goes in one request, beside it what it does not, and once more only where the
//! user's own row could not be read.

mod ask;
mod judge;
mod lanes;
mod registry;
mod watch;

use std::collections::BTreeSet;
use std::time::Instant;

use futures::StreamExt;
use jiff::Timestamp;
use model::catalogue::{Check, Code, Finding};
use model::host::SalesforceHost;
use model::onboarding::{Connection, SignIn};
use model::{Environment, Route};

use self::ask::{Answers, Ask, Way};
use self::judge::Verdict;
use self::registry::{ENDPOINT, REGISTRY, Registered};
use super::host::version;
use super::signature::Signature;
use super::{Refusal, SalesforceError, Session, sign_in};
use crate::credentials::Credentials;
use crate::net::{Client, Reach};

pub use self::watch::Watch;

/// What the onboarding says the org should be, and what else the answers are compared with.
#[derive(Debug, Clone)]
pub struct Expectations {
    /// Production, sandbox or practice.
    pub environment: Environment,
    /// How GCIS will sign in.
    pub route: Route,
    /// The org that was verified first.
    pub pinned_org: Option<String>,
    /// The service user's Username; empty where none was entered.
    pub username: String,
    /// Whether API calls to Gentrack are wanted, or may yet be.
    pub wants_named_credential: bool,
    /// Days until Salesforce ends the username-password sign-in; zero or less from that day on.
    pub password_flow_days_left: i32,
    /// The namespace of Gentrack's package; empty where it is not known.
    pub package_namespace: String,
    /// When this program signed in before, by Salesforce's clock.
    pub own_sign_ins: Vec<Timestamp>,
}

/// Which checks to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All but the event endpoint.
    All,
    /// All, and the event endpoint at this path.
    AllAndEndpoint(String),
    /// One; for [`Check::Endpoint`] the path is named.
    Only(Check, String),
}

/// What is told while it runs.
#[derive(Debug)]
pub enum Progress {
    /// A check began.
    Started(Check),
    /// A check was answered, after so many milliseconds.
    Found(Finding, u32),
}

/// How it came out.
#[derive(Debug)]
pub struct Outcome {
    /// The findings in the order of the checks: one for each check of a whole run, and of a run of
    /// one check those of the sign-in and that one.
    pub findings: Vec<Finding>,
    /// Who signed in where, if nothing blocks the way on and the whole was asked.
    pub connection: Option<Connection>,
    /// The user's own lines of Login History, if they were asked for and told.
    pub sign_ins: Option<Vec<SignIn>>,
    /// When Salesforce issued the token, if it signed in at all.
    pub signed_in_at: Option<Timestamp>,
    /// How the sign-in was refused, if it was.
    pub refused: Option<Refusal>,
}

/// What the judges may look at beside the answers.
struct Context<'a> {
    session: &'a Session,
    expect: &'a Expectations,
}

/// Runs the verification: one sign-in, never repeated by itself, and none that `watch` holds back.
pub async fn verify<W: Watch>(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
    credentials: &Credentials,
    expect: &Expectations,
    selection: &Selection,
    watch: &W,
) -> Result<Outcome, W::Held> {
    let mut run = Run {
        outcome: Outcome {
            findings: Vec::new(),
            connection: None,
            sign_ins: None,
            signed_in_at: None,
            refused: None,
        },
        watch,
        since: Instant::now(),
    };
    if let Some(session) = run.enter(client, reach, host, credentials, expect).await? {
        run.ask(client, &session, host, expect, selection).await;
    }
    Ok(run.finish(selection))
}

/// The rooted paths that a whole run asks after sign-in, the event endpoint apart, each once: for
/// whoever would ask Salesforce the same.
pub fn questions(version: &str, user_id: &str) -> Vec<String> {
    let asks: BTreeSet<Ask> = REGISTRY.iter().flat_map(|one| one.asks).copied().collect();
    let path = |ask: Ask| match ask.way(version, user_id, "") {
        Way::Batch(address) => Some(format!("/services/data/{address}")),
        Way::Path(path) => Some(path),
        Way::IdentityUrl => None,
    };
    asks.into_iter().filter_map(path).collect()
}

struct Run<'a, W> {
    outcome: Outcome,
    watch: &'a W,
    since: Instant,
}

impl<W: Watch> Run<'_, W> {
    /// Host, sign-in, and what the sign-in's own answer tells.
    async fn enter(
        &mut self,
        client: &Client,
        reach: &Reach,
        host: &SalesforceHost,
        credentials: &Credentials,
        expect: &Expectations,
    ) -> Result<Option<Session>, W::Held> {
        self.start(Check::Host);
        let Some(version) = self.need(Check::Host, version(client, reach, host).await) else {
            return Ok(None);
        };
        let evidence = format!("{host}, {}", version.label);
        self.found(
            Check::Host,
            Verdict::passed(Code::SalesforceAnswers, evidence),
        );

        self.start(Check::SignIn);
        self.watch.leaving()?;
        let session = sign_in(client, reach, host, version, credentials)
            .await
            .map_err(|error| error.on_the_day(expect.route, expect.password_flow_days_left));
        self.watch.answered(session.as_ref().err())?;
        self.outcome.refused = session.as_ref().err().map(SalesforceError::refusal);
        let Some(session) = self.need(Check::SignIn, session) else {
            return Ok(None);
        };
        self.outcome.signed_in_at = session.issued_at;
        self.found(Check::SignIn, Verdict::passed(Code::SignedIn, ""));

        self.start(Check::Signature);
        self.found(Check::Signature, signature(session.signature));
        self.start(Check::Org);
        self.found(Check::Org, org(&session, expect));
        Ok(Some(session))
    }

    /// Everything that is asked with the session; findings are told as soon as their answers are
    /// there.
    async fn ask(
        &mut self,
        client: &Client,
        session: &Session,
        host: &SalesforceHost,
        expect: &Expectations,
        selection: &Selection,
    ) {
        let mut waiting = chosen(selection);
        let mut asks: Vec<Ask> = Vec::new();
        for ask in waiting.iter().flat_map(|registered| registered.asks) {
            if !asks.contains(ask) {
                asks.push(*ask);
            }
        }
        for registered in &waiting {
            self.start(registered.check);
        }
        let endpoint = match selection {
            Selection::All => "",
            Selection::AllAndEndpoint(path) | Selection::Only(_, path) => path.as_str(),
        };
        let context = Context { session, expect };
        let mut answers = Answers::default();
        self.judge(&mut waiting, &answers, &context);
        let mut lanes = lanes::depart(client, session, &asks, endpoint);
        while let Some(arrived) = lanes.next().await {
            match arrived {
                Ok(more) => answers.extend(more),
                Err(error) => {
                    self.found(Check::Rest, Verdict::failed(error.code(), error.evidence()));
                    return;
                }
            }
            self.judge(&mut waiting, &answers, &context);
        }
        for registered in waiting {
            self.found(registered.check, (registered.judge)(&answers, &context));
        }
        if answers.have(&[Ask::SignIns]) {
            self.outcome.sign_ins = judge::sign_ins(&answers, &context).ok();
        }
        if matches!(selection, Selection::All | Selection::AllAndEndpoint(_)) {
            self.outcome.connection = Some(connection(&answers, session, host, expect));
        }
    }

    /// Tells those that wait for no further answer.
    fn judge(&mut self, waiting: &mut Vec<Registered>, answers: &Answers, context: &Context<'_>) {
        waiting.retain(|registered| {
            let answered = answers.have(registered.asks);
            if answered {
                self.found(registered.check, (registered.judge)(answers, context));
            }
            !answered
        });
    }

    fn start(&mut self, check: Check) {
        self.since = Instant::now();
        self.watch.tell(Progress::Started(check));
    }

    fn found(&mut self, check: Check, verdict: Verdict) {
        let took = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        let finding = Finding::new(check, verdict.status, verdict.code, verdict.evidence);
        self.watch.tell(Progress::Found(finding.clone(), took));
        self.outcome.findings.push(finding);
    }

    /// A step without which nothing further can be asked.
    fn need<T>(&mut self, check: Check, result: Result<T, SalesforceError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.found(check, Verdict::failed(error.code(), error.evidence()));
                None
            }
        }
    }

    /// Says of the checks of a whole run that were not reached why they were not, and withholds the
    /// connection where anything blocks the way on.
    fn finish(mut self, selection: &Selection) -> Outcome {
        if !matches!(selection, Selection::Only(..)) {
            for check in Check::VERIFICATION {
                let told = |finding: &Finding| finding.check == check;
                if !self.outcome.findings.iter().any(told) {
                    let stopped = self.outcome.findings.iter().any(Finding::blocks);
                    let code = if check == Check::Endpoint && !stopped {
                        Code::EndpointNotAsked
                    } else {
                        Code::NotAsked
                    };
                    self.since = Instant::now();
                    self.found(check, Verdict::skipped(code));
                }
            }
        }
        let place = |check: Check| Check::VERIFICATION.iter().position(|one| *one == check);
        self.outcome
            .findings
            .sort_by_key(|finding| place(finding.check));
        if self.outcome.findings.iter().any(Finding::blocks) {
            self.outcome.connection = None;
        }
        self.outcome
    }
}

fn chosen(selection: &Selection) -> Vec<Registered> {
    match selection {
        Selection::All => REGISTRY.into(),
        Selection::AllAndEndpoint(_) => REGISTRY.into_iter().chain([ENDPOINT]).collect(),
        Selection::Only(check, _) => REGISTRY
            .into_iter()
            .chain([ENDPOINT])
            .filter(|registered| registered.check == *check)
            .collect(),
    }
}

fn signature(signature: Signature) -> Verdict {
    match signature {
        Signature::Good => Verdict::passed(Code::SignatureGood, ""),
        Signature::Differs => Verdict::warning(Code::SignatureDiffers, ""),
        Signature::Missing => Verdict::unknown(Code::SignatureMissing, ""),
    }
}

fn org(session: &Session, expect: &Expectations) -> Verdict {
    let now = &session.org_id;
    match &expect.pinned_org {
        _ if now.is_empty() => Verdict::unknown(Code::CannotTell, "the sign-in named no org"),
        None => Verdict::passed(Code::OrgFirstSeen, now),
        Some(pinned) if same_id(pinned, now) => Verdict::passed(Code::OrgPinned, now),
        Some(pinned) => Verdict::failed(Code::OrgDiffers, format!("{now} instead of {pinned}")),
    }
}

fn connection(
    answers: &Answers,
    session: &Session,
    host: &SalesforceHost,
    expect: &Expectations,
) -> Connection {
    let org = judge::organization(answers).ok();
    Connection {
        username: judge::who(answers).ok(),
        org_id: org
            .as_ref()
            .map_or_else(|| session.org_id.clone(), |org| org.id.clone()),
        org_name: org
            .as_ref()
            .map_or_else(String::new, |org| org.name.clone()),
        sandbox: org.as_ref().map(|org| org.is_sandbox),
        edition: org.map_or_else(String::new, |org| org.organization_type),
        login_host: host.to_string(),
        org_host: session.org_host(expect.environment),
    }
}

/// Salesforce writes the same id with 15 or with 18 characters; the last three only repeat the
/// case of the others.
fn same_id(one: &str, other: &str) -> bool {
    let short = |id: &str| id.chars().take(15).collect::<String>();
    short(one) == short(other)
}
