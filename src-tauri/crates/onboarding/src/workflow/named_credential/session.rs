//! A sign-in of the service user, to look: counted like every other, made once, never repeated.

use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::{Looked, Unclear, same_id};
use uuid::Uuid;

use crate::net::{Client, Reach};
use crate::salesforce::{self, Looker, SalesforceError};
use crate::workflow::problem::problem;
use crate::workflow::verify::{Attempt, remember_sign_in};
use crate::workflow::workspace::Workspace;

/// Why there is no list, and the words of whoever refused it.
#[derive(Debug, Clone)]
pub(super) struct Unseen {
    pub(super) why: Unclear,
    pub(super) detail: String,
}

impl From<Unseen> for Looked {
    fn from(Unseen { why, detail }: Unseen) -> Self {
        Self::Not { why, detail }
    }
}

/// A problem of this computer or with the sign-in, in a line.
fn not_signed_in(problem: &Problem) -> Unseen {
    let detail = if problem.detail.is_empty() {
        problem.message.to_owned()
    } else {
        format!("{}: {}", problem.message, problem.detail)
    };
    Unseen {
        why: Unclear::NotSignedIn,
        detail,
    }
}

/// Why a list was not told.
pub(super) fn not_listed(error: &SalesforceError) -> Unseen {
    let why = match error.code() {
        Code::ReadRefused => Unclear::NotAllowed,
        _ => Unclear::Unreadable,
    };
    Unseen {
        why,
        detail: error.evidence(),
    }
}

impl Workspace {
    /// Signs in with what the record has, and makes sure that it is the org that was verified.
    pub(super) async fn enter_salesforce<'a>(
        &self,
        id: Uuid,
        (client, reach): &'a (Client, Reach),
    ) -> Result<Looker<'a>, Unseen> {
        let entered = self.sign_in_to_look(id, client, reach).await;
        let (looker, pinned) = entered.map_err(|problem| not_signed_in(&problem))?;
        match pinned {
            Some(pinned) if !same_id(&pinned, looker.org_id()) => Err(Unseen {
                why: Unclear::OtherOrg,
                detail: format!("{} instead of {pinned}", looker.org_id()),
            }),
            _ => Ok(looker),
        }
    }

    async fn sign_in_to_look<'a>(
        &self,
        id: Uuid,
        client: &'a Client,
        reach: &Reach,
    ) -> Result<(Looker<'a>, Option<String>), Problem> {
        let onboarding = self.load(id)?;
        let host = ready(&onboarding)?;
        let credentials = self.credentials(&onboarding).await?;
        let tally = self.may_attempt(Attempt::of(&onboarding))?;
        let entered = salesforce::enter(client, reach, &host, &credentials, &tally).await?;
        let looker =
            entered.map_err(|error| problem(error.code()).with_detail(error.evidence()))?;
        let signed_in_at = looker.signed_in_at();
        self.edit(id, "looked_at_named_credentials", "", |onboarding| {
            remember_sign_in(&mut onboarding.facts, signed_in_at);
            Ok(())
        })?;
        Ok((looker, onboarding.facts.pinned_org))
    }
}

fn ready(onboarding: &Onboarding) -> Result<model::host::SalesforceHost, Problem> {
    let missing = onboarding.missing_credentials();
    if !missing.is_empty() {
        return Err(problem(Code::CredentialsIncomplete).with_detail(missing.join(", ")));
    }
    let host = onboarding.login_host();
    host.ok_or_else(|| problem(Code::LoginUrlNotSalesforce))
}
