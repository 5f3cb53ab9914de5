//! What is printed: one object for a script, sentences for a person.

mod org;
mod sentences;

use std::borrow::Cow;

use model::Route;
use model::catalogue::{Code, FindingStatus, Fix, Retry};
use model::onboarding::Connection;
use onboarding::workflow::snapshot::FindingView;
use serde::Serialize;

use super::stopped::Stopped;
use crate::arguments::RouteName;

pub(super) use org::Org;

/// What came of the checks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report {
    outcome: Outcome,
    /// As the command line names it.
    route: Option<RouteName>,
    host: Option<String>,
    connected_as: Option<ConnectedAs>,
    findings: Vec<Found>,
    #[serde(skip)]
    is_practice: bool,
    #[serde(skip)]
    usage: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Passed,
    Failed,
}

/// Who signed in where.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ConnectedAs {
    /// Nothing where Salesforce did not say.
    username: Option<String>,
    org_id: String,
    org_name: String,
    /// Nothing where Salesforce did not say.
    sandbox: Option<bool>,
}

/// One finding, in the form that scripts read.
#[derive(Debug, Serialize)]
struct Found {
    check: String,
    #[serde(skip)]
    title: &'static str,
    status: FindingStatus,
    code: &'static str,
    summary: &'static str,
    evidence: String,
    retry: Retry,
    fixes: Vec<FixFound>,
}

/// One fix; what it does not have is left out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FixFound {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<Cow<'static, str>>,
    /// The page's address in the org, where the org's own host is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quick_find: Option<&'static str>,
}

impl FixFound {
    fn new(fix: &Fix, org: Option<&Org>) -> Self {
        Self {
            text: match fix.disturbs {
                Some(disturbs) => format!("{disturbs} {}", fix.text),
                None => fix.text.to_owned(),
            },
            copy: fix.copy.clone(),
            link: fix.link.and_then(|link| org?.address(link)),
            quick_find: fix.quick_find,
        }
    }
}

impl Report {
    pub(super) fn new(
        route: Route,
        org: &Org,
        connection: Option<Connection>,
        findings: Vec<FindingView>,
    ) -> Self {
        let failed = findings
            .iter()
            .any(|finding| finding.status == FindingStatus::Failed);
        let found = |finding: FindingView| Found {
            check: word(finding.check),
            title: finding.title,
            status: finding.status,
            code: finding.code,
            summary: finding.summary,
            evidence: finding.evidence,
            retry: finding.retry,
            fixes: fixes(&finding.fixes, Some(org)),
        };
        Self {
            outcome: if failed {
                Outcome::Failed
            } else {
                Outcome::Passed
            },
            route: Some(route.into()),
            host: org.host().map(ToString::to_string),
            connected_as: connection.map(|connection| ConnectedAs {
                username: connection.username,
                org_id: connection.org_id,
                org_name: connection.org_name,
                sandbox: connection.sandbox,
            }),
            findings: findings.into_iter().map(found).collect(),
            is_practice: org.is_practice(),
            usage: false,
        }
    }

    /// What stopped the checks before Salesforce was asked is a finding too: of the field that it
    /// concerns, else of the command or of the sign-in.
    pub(super) fn of_stop(stopped: Stopped) -> Self {
        let problem = *stopped.problem;
        let code = Code::of_name(problem.code);
        let (check, title) = match (problem.field, code) {
            (Some("login_url"), _) => ("host", "Host"),
            (Some("event_endpoint"), _) | (_, Some(Code::EndpointMissing)) => {
                ("endpoint", "Event Endpoint")
            }
            (None, Some(Code::CommandIncomplete)) => ("command", "Command"),
            _ => ("sign_in", "Sign-in"),
        };
        let of_route = match (code, stopped.route) {
            (Some(code), Some(route)) => code.entry().fixes(route, |_| false),
            _ => problem.fixes,
        };
        let org = stopped.org.as_ref();
        Self {
            outcome: Outcome::Failed,
            route: stopped.route.map(Into::into),
            host: org.and_then(Org::host).map(ToString::to_string),
            connected_as: None,
            findings: vec![Found {
                check: check.to_owned(),
                title,
                status: FindingStatus::Failed,
                code: problem.code,
                summary: problem.message,
                evidence: problem.detail,
                retry: problem.retry,
                fixes: fixes(&of_route, org),
            }],
            is_practice: org.is_some_and(Org::is_practice),
            usage: stopped.usage,
        }
    }

    pub(super) fn passed(&self) -> bool {
        self.outcome == Outcome::Passed
    }

    /// The command was not complete, so nothing was tried.
    pub(super) fn is_usage(&self) -> bool {
        self.usage
    }

    /// One object on one line.
    pub(super) fn json(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| error.to_string())
    }
}

fn fixes(fixes: &[Fix], org: Option<&Org>) -> Vec<FixFound> {
    fixes.iter().map(|fix| FixFound::new(fix, org)).collect()
}

/// A word as it stands in JSON.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
