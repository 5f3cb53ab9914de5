//! What is printed: sentences for a person, one object for a script.

use std::fmt::{self, Display, Formatter};

use model::Route;
use model::catalogue::{FindingStatus, Fix, Problem, Retry};
use model::onboarding::Connection;
use onboarding::workflow::snapshot::FindingView;
use serde::Serialize;

/// What came of the checks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report {
    outcome: Outcome,
    route: Option<Route>,
    host: Option<String>,
    connected_as: Option<ConnectedAs>,
    findings: Vec<Found>,
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
    username: String,
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
    text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quick_find: Option<&'static str>,
}

impl From<&Fix> for FixFound {
    fn from(fix: &Fix) -> Self {
        Self {
            text: fix.text,
            copy: fix.copy,
            link: fix.page,
            quick_find: fix.quick_find,
        }
    }
}

impl Report {
    pub(super) fn new(
        route: Route,
        host: Option<String>,
        connection: Option<Connection>,
        findings: Vec<FindingView>,
    ) -> Self {
        let failed = findings
            .iter()
            .any(|finding| finding.status == FindingStatus::Failed);
        Self {
            outcome: if failed {
                Outcome::Failed
            } else {
                Outcome::Passed
            },
            route: Some(route),
            host,
            connected_as: connection.map(|connection| ConnectedAs {
                username: connection.username,
                org_id: connection.org_id,
                org_name: connection.org_name,
                sandbox: connection.sandbox,
            }),
            findings: findings
                .into_iter()
                .map(|finding| Found {
                    check: word(finding.check),
                    title: finding.title,
                    status: finding.status,
                    code: finding.code,
                    summary: finding.summary,
                    evidence: finding.evidence,
                    retry: finding.retry,
                    fixes: finding.fixes.iter().map(FixFound::from).collect(),
                })
                .collect(),
            usage: false,
        }
    }

    /// What stopped the checks before Salesforce was asked is a finding too: of the host where the
    /// Login URL is concerned, else of the sign-in.
    pub(super) fn of_problem(problem: &Problem, route: Option<Route>, usage: bool) -> Self {
        let (check, title) = match problem.field {
            Some("login_url") => ("host", "Host"),
            Some("event_endpoint") => ("endpoint", "Event Endpoint"),
            _ => ("sign_in", "Sign-in"),
        };
        Self {
            outcome: Outcome::Failed,
            route,
            host: None,
            connected_as: None,
            findings: vec![Found {
                check: check.to_owned(),
                title,
                status: FindingStatus::Failed,
                code: problem.code,
                summary: problem.message,
                evidence: problem.detail.clone(),
                retry: problem.retry,
                fixes: problem.fixes.iter().map(FixFound::from).collect(),
            }],
            usage,
        }
    }

    pub(super) fn passed(&self) -> bool {
        self.outcome == Outcome::Passed
    }

    /// The command was not complete, so nothing was tried.
    pub(super) fn is_usage(&self) -> bool {
        self.usage
    }

    pub(super) fn json(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| error.to_string())
    }
}

/// A word as it stands in JSON.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

impl Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        if let Some(who) = &self.connected_as {
            writeln!(
                to,
                "Connected as {} in {} ({}){}",
                who.username,
                who.org_name,
                who.org_id,
                match who.sandbox {
                    Some(true) => ", a sandbox",
                    Some(false) => ", production",
                    None => "",
                }
            )?;
        }
        for found in &self.findings {
            let mark = match found.status {
                FindingStatus::Passed => "passed ",
                FindingStatus::Warning => "WARNING",
                FindingStatus::Failed => "FAILED ",
                FindingStatus::Unknown => "unknown",
                FindingStatus::Skipped => "skipped",
            };
            write!(to, "{mark}  {:<22} {}", found.title, found.summary)?;
            if found.evidence.is_empty() {
                writeln!(to)?;
            } else {
                writeln!(to, " [{}]", found.evidence)?;
            }
            let needs_words = matches!(
                found.status,
                FindingStatus::Failed | FindingStatus::Warning | FindingStatus::Unknown
            );
            for fix in found.fixes.iter().filter(|_| needs_words) {
                write!(to, "           - {}", fix.text)?;
                match fix.quick_find {
                    Some(words) => writeln!(to, " Setup ▸ Quick Find: {words}")?,
                    None => writeln!(to)?,
                }
            }
        }
        Ok(())
    }
}
