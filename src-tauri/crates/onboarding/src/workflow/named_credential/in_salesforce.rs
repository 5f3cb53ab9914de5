//! What Salesforce lists before and after an operation.

use jiff::Timestamp;
use model::catalogue::Problem;
use model::onboarding::{
    CredentialList, Known, Looked, NamedCredential, Sighting, Verdict, Watch, judge,
};
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use super::CredentialEvent;
use super::session::{Unseen, not_listed};
use crate::net::{Client, Reach};
use crate::salesforce::Looker;
use crate::workflow::snapshot::Snapshot;
use crate::workflow::workspace::Workspace;

/// What was listed before an operation, and the session to look with afterwards.
pub(super) struct Sight<'a> {
    pub(super) looker: Option<Looker<'a>>,
    pub(super) before: Looked,
}

impl Workspace {
    /// Lists the named credentials before an operation. Where that cannot be, the operation goes on
    /// without, and nobody can tell afterwards.
    pub(super) async fn look_before<'a>(
        &self,
        id: Uuid,
        connection: &'a (Client, Reach),
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Sight<'a> {
        tell(CredentialEvent::LookingBefore);
        let mut looker = match self.enter_salesforce(id, connection).await {
            Ok(looker) => looker,
            Err(unseen) => {
                return Sight {
                    looker: None,
                    before: unseen.into(),
                };
            }
        };
        let before = match looker.list().await {
            Ok(list) => Looked::Listed(CredentialList {
                external: looker.external().await,
                ..list
            }),
            Err(error) => not_listed(&error).into(),
        };
        Sight {
            looker: Some(looker),
            before,
        }
    }

    /// Looks until the last operation is seen, or patience ends, and keeps what was seen. Without a
    /// session it signs in once; without a list from before there is nothing to look for.
    pub(super) async fn see(
        &self,
        id: Uuid,
        looker: Option<Looker<'_>>,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let credential = &onboarding.facts.named_credential;
        let Some(watch) = &credential.watch else {
            return Ok(self.picture(&onboarding));
        };
        let sighting = match &watch.before {
            Looked::Not { why, detail } => unseen(
                watch,
                Unseen {
                    why: *why,
                    detail: detail.clone(),
                },
            ),
            Looked::Listed(_) => {
                tell(CredentialEvent::InSalesforce {
                    until: self.credential_patience.until(),
                });
                if let Some(looker) = looker {
                    self.until_seen(credential, watch, looker).await
                } else {
                    let connection = self.connection(onboarding.environment)?;
                    match self.enter_salesforce(id, &connection).await {
                        Ok(looker) => self.until_seen(credential, watch, looker).await,
                        Err(reason) => unseen(watch, reason),
                    }
                }
            }
        };
        let word = match sighting.verdict {
            Verdict::Verified(_) => "verified",
            Verdict::CannotTell(_) => "cannot_tell",
        };
        self.say(id, "named_credential_seen", word, |onboarding| {
            onboarding.facts.named_credential.sighted(sighting);
        })
    }

    async fn until_seen(
        &self,
        credential: &NamedCredential,
        watch: &Watch,
        mut looker: Looker<'_>,
    ) -> Sighting {
        let known = Known {
            id: credential.salesforce_id.as_deref(),
            name: credential.name.as_deref(),
        };
        let until = Instant::now() + self.credential_patience.longest;
        let mut looks = 0;
        let mut sighting = loop {
            let sighting = match looker.list().await {
                Ok(after) => {
                    let (verdict, row) = judge(watch.action, &watch.before, &after, known);
                    Sighting {
                        action: watch.action,
                        began: watch.at,
                        looked_at: after.at,
                        verdict,
                        row,
                        detail: String::new(),
                        external_new: Vec::new(),
                        external_gone: Vec::new(),
                    }
                }
                Err(error) => unseen(watch, not_listed(&error)),
            };
            let left = until.saturating_duration_since(Instant::now());
            if sighting.verdict.is_final() || left.is_zero() {
                break sighting;
            }
            sleep(self.credential_patience.pause(looks, None, left)).await;
            looks += 1;
        };
        if let (Looked::Listed(before), Some(after)) = (&watch.before, looker.external().await)
            && let Some(before) = &before.external
        {
            sighting.external_new = without(&after, before);
            sighting.external_gone = without(before, &after);
        }
        sighting
    }
}

fn unseen(watch: &Watch, Unseen { why, detail }: Unseen) -> Sighting {
    Sighting {
        action: watch.action,
        began: watch.at,
        looked_at: Timestamp::now(),
        verdict: Verdict::CannotTell(why),
        row: None,
        detail,
        external_new: Vec::new(),
        external_gone: Vec::new(),
    }
}

/// What stands in one list and not in the other.
fn without(names: &[String], others: &[String]) -> Vec<String> {
    let mut only = names.to_vec();
    only.retain(|name| !others.contains(name));
    only
}
