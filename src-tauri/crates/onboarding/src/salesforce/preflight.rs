//! The verification: host, sign-in, then what the connector will need.

use std::time::Instant;

use model::Environment;
use model::catalogue::{Check, Code, Finding, FindingStatus};
use model::host::SalesforceHost;
use model::onboarding::Connection;

use super::{
    Credentials, Identity, Organization, SalesforceError, Session, identity, organization, sign_in,
    versions,
};
use crate::net::{Client, Reach};

/// Editions known to have what the connector needs. The page asks for Enterprise; Performance
/// reports itself as Unlimited, and Developer has the same features.
const SUPPORTED: [&str; 3] = [
    "Enterprise Edition",
    "Unlimited Edition",
    "Developer Edition",
];

/// What the onboarding says the org should be.
#[derive(Debug, Clone)]
pub struct Expectations {
    /// Production, sandbox or practice.
    pub environment: Environment,
    /// The org that was verified first.
    pub pinned_org: Option<String>,
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
    /// One finding for each check, in their order.
    pub findings: Vec<Finding>,
    /// Who signed in where, if nothing blocks the way on.
    pub connection: Option<Connection>,
}

/// Runs the verification: one sign-in, never repeated by itself.
pub async fn verify(
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
    credentials: &Credentials,
    expect: &Expectations,
    tell: &(dyn Fn(Progress) + Sync),
) -> Outcome {
    let mut run = Run {
        findings: Vec::new(),
        tell,
        since: Instant::now(),
    };
    let connection = checks(&mut run, client, reach, host, credentials, expect)
        .await
        .ok();
    run.skip_the_rest();
    let blocked = run.findings.iter().any(Finding::blocks);
    Outcome {
        findings: run.findings,
        connection: connection.filter(|_| !blocked),
    }
}

/// A check that failed ends the run; it stands in the findings already.
struct Stopped;

async fn checks(
    run: &mut Run<'_>,
    client: &Client,
    reach: &Reach,
    host: &SalesforceHost,
    credentials: &Credentials,
    expect: &Expectations,
) -> Result<Connection, Stopped> {
    run.start(Check::Host);
    let (version, label) = run.need(Check::Host, versions(client, reach, host).await)?;
    run.passed(
        Check::Host,
        Code::SalesforceAnswers,
        format!("{host}, {label}"),
    );

    run.start(Check::SignIn);
    let session = sign_in(client, reach, host, version, credentials).await;
    let session: Session = run.need(Check::SignIn, session)?;
    run.passed(Check::SignIn, Code::SignedIn, String::new());

    run.start(Check::Identity);
    let (who, org) = tokio::join!(identity(client, &session), organization(client, &session));
    let who = run.identity(who, &session, credentials)?;

    run.start(Check::Org);
    run.org(&who, expect);

    let org: Option<Organization> = match org {
        Ok(org) => org,
        Err(error) if error.code().entry().blocks => {
            return run.need(Check::Edition, Err(error));
        }
        Err(_) => None,
    };
    run.environment(org.as_ref(), expect);
    run.edition(org.as_ref());
    Ok(Connection {
        username: who.username,
        org_id: who.org_id,
        org_name: org
            .as_ref()
            .map_or_else(String::new, |org| org.name.clone()),
        sandbox: org.as_ref().map(|org| org.sandbox),
        edition: org.map_or_else(String::new, |org| org.edition),
        login_host: host.to_string(),
    })
}

struct Run<'a> {
    findings: Vec<Finding>,
    tell: &'a (dyn Fn(Progress) + Sync),
    since: Instant,
}

impl Run<'_> {
    fn start(&mut self, check: Check) {
        self.since = Instant::now();
        (self.tell)(Progress::Started(check));
    }

    fn found(&mut self, finding: Finding) {
        let took = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        (self.tell)(Progress::Found(finding.clone(), took));
        self.findings.push(finding);
    }

    fn passed(&mut self, check: Check, code: Code, evidence: String) {
        self.found(Finding::new(check, FindingStatus::Passed, code, evidence));
    }

    fn need<T>(&mut self, check: Check, result: Result<T, SalesforceError>) -> Result<T, Stopped> {
        result.map_err(|error| {
            let finding =
                Finding::new(check, FindingStatus::Failed, error.code(), error.evidence());
            self.found(finding);
            Stopped
        })
    }

    /// The org is known from the sign-in's own answer, so an identity that may not be read is no
    /// reason to stop (seen as 403 `Bad_OAuth_Token` where the token's scope is narrow).
    fn identity(
        &mut self,
        read: Result<Identity, SalesforceError>,
        session: &Session,
        credentials: &Credentials,
    ) -> Result<Identity, Stopped> {
        let unread = match read {
            Ok(who) => {
                let same = who.username.eq_ignore_ascii_case(&credentials.username);
                let (status, code) = if same {
                    (FindingStatus::Passed, Code::IdentityConfirmed)
                } else {
                    (FindingStatus::Warning, Code::OtherUser)
                };
                self.found(Finding::new(Check::Identity, status, code, &who.username));
                return Ok(who);
            }
            Err(error) => error,
        };
        let can_go_on = matches!(unread.code(), Code::ReadRefused | Code::UnreadableAnswer)
            && !session.org_id.is_empty();
        if !can_go_on {
            return self.need(Check::Identity, Err(unread));
        }
        let (status, code) = (FindingStatus::Warning, Code::IdentityUnread);
        self.found(Finding::new(
            Check::Identity,
            status,
            code,
            unread.evidence(),
        ));
        Ok(Identity {
            username: credentials.username.clone(),
            org_id: session.org_id.clone(),
        })
    }

    fn org(&mut self, who: &Identity, expect: &Expectations) {
        let (status, code) = match &expect.pinned_org {
            None => (FindingStatus::Passed, Code::OrgFirstSeen),
            Some(pinned) if same_id(pinned, &who.org_id) => {
                (FindingStatus::Passed, Code::OrgPinned)
            }
            Some(_) => (FindingStatus::Failed, Code::OrgDiffers),
        };
        let evidence = match (&expect.pinned_org, code) {
            (Some(pinned), Code::OrgDiffers) => format!("{} instead of {pinned}", who.org_id),
            _ => who.org_id.clone(),
        };
        self.found(Finding::new(Check::Org, status, code, evidence));
    }

    fn environment(&mut self, org: Option<&Organization>, expect: &Expectations) {
        self.start(Check::Environment);
        let Some(org) = org else {
            return self.cannot_tell(Check::Environment);
        };
        let says = if org.sandbox { "sandbox" } else { "production" };
        let as_expected = match expect.environment {
            Environment::Production => !org.sandbox,
            Environment::Sandbox => org.sandbox,
            Environment::Practice => true,
        };
        let (status, code) = if as_expected {
            (FindingStatus::Passed, Code::EnvironmentAsExpected)
        } else {
            (FindingStatus::Failed, Code::EnvironmentDiffers)
        };
        self.found(Finding::new(Check::Environment, status, code, says));
    }

    fn edition(&mut self, org: Option<&Organization>) {
        self.start(Check::Edition);
        let Some(org) = org else {
            return self.cannot_tell(Check::Edition);
        };
        let (status, code) = if SUPPORTED.contains(&org.edition.as_str()) {
            (FindingStatus::Passed, Code::EditionSupported)
        } else {
            (FindingStatus::Warning, Code::EditionOther)
        };
        self.found(Finding::new(Check::Edition, status, code, &org.edition));
    }

    fn cannot_tell(&mut self, check: Check) {
        let evidence = "the service user may not read Organization";
        self.found(Finding::new(
            check,
            FindingStatus::Unknown,
            Code::CannotTell,
            evidence,
        ));
    }

    fn skip_the_rest(&mut self) {
        for check in Check::VERIFICATION {
            if !self.findings.iter().any(|finding| finding.check == check) {
                self.found(Finding::new(
                    check,
                    FindingStatus::Skipped,
                    Code::NotAsked,
                    "",
                ));
            }
        }
        self.findings.sort_by_key(|finding| {
            Check::VERIFICATION
                .iter()
                .position(|check| *check == finding.check)
        });
    }
}

/// Salesforce writes the same id with 15 or with 18 characters; the last three only repeat the
/// case of the others.
fn same_id(one: &str, other: &str) -> bool {
    let short = |id: &str| id.chars().take(15).collect::<String>();
    short(one) == short(other)
}
