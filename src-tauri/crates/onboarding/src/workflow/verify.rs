//! Verifies the sign-in.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::onboarding::Verification;
use model::provenance::Verified;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::{Snapshot, VerifyEvent, finding_view};
use super::workspace::{Workspace, picture};
use crate::salesforce::{self, Expectations, Progress};

impl Workspace {
    /// Signs in to Salesforce once and asks what the connector will need. Findings are told as
    /// they land; the record has them all when this returns.
    pub async fn verify(
        &self,
        id: Uuid,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.run_verification(id, tell)
            .await
            .map_err(|problem| self.note_problem(id, "verify", problem))
    }

    async fn run_verification(
        &self,
        id: Uuid,
        tell: &(dyn Fn(VerifyEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let missing = onboarding.missing_credentials();
        if !missing.is_empty() {
            return Err(problem(Code::CredentialsIncomplete).with_detail(missing.join(", ")));
        }
        let host = onboarding
            .login_host()
            .ok_or_else(|| problem(Code::LoginUrlNotSalesforce))?;
        let basis = onboarding.sign_in_basis();
        let credentials = self.credentials(&onboarding).await?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let expect = Expectations {
            environment: onboarding.environment,
            pinned_org: onboarding.facts.pinned_org.clone(),
        };
        let tell_window = |progress: Progress| {
            tell(match progress {
                Progress::Started(check) => VerifyEvent::Started { check },
                Progress::Found(finding, took_ms) => VerifyEvent::Found {
                    finding: Box::new(finding_view(&finding, &onboarding)),
                    took_ms,
                },
            });
        };
        let outcome =
            salesforce::verify(&client, &reach, &host, &credentials, &expect, &tell_window).await;
        let at = Timestamp::now();
        let blocking = outcome.findings.iter().find(|finding| finding.blocks());
        let word = match (&outcome.connection, blocking) {
            (Some(_), _) => "passed",
            (None, Some(blocking)) => blocking.entry().name,
            (None, None) => "not_connected",
        };
        let saved = self.edit(id, "verified", word, |onboarding| {
            if let Some(connection) = &outcome.connection {
                onboarding
                    .facts
                    .pinned_org
                    .get_or_insert_with(|| connection.org_id.clone());
            }
            onboarding.facts.verification = Some(Verification {
                at,
                basis,
                findings: outcome.findings,
                connection: outcome.connection.map(|value| Verified { value, at }),
            });
            Ok(())
        })?;
        Ok(picture(&saved))
    }
}
