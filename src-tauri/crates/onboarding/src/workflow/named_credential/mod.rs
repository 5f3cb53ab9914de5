//! Adds, rotates and revokes the named credential, by API or in the portal, and sees what came of
//! it in Salesforce.
//!
//! Every operation is on disk before its request leaves. After an answer that never came it is
//! looked up, never repeated. Before and after it, Salesforce's named credentials are listed with a
//! session of the service user.

mod at_gcis;
mod event;
mod in_portal;
mod in_salesforce;
mod pace;
mod session;

use jiff::Timestamp;
use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::{
    CredentialAction, CredentialState, Operation, OperationWay, RegistrationProof,
};
use uuid::Uuid;

use self::in_salesforce::Sight;
use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::unanswered::ON_ITS_WAY;
use super::workspace::{Hold, Workspace};
use crate::gcis::Gcis;

pub use event::CredentialEvent;
pub use pace::Patience;

impl Workspace {
    /// Adds, rotates or revokes through the API, waits until it has settled, and then until it is
    /// seen in Salesforce. `org_name` is what the person typed to show that they mean this org; it
    /// is asked for where something is taken away. Ends early, on request, without undoing anything:
    /// what has begun goes on at GCIS and is found again by [`Self::refresh_named_credential`].
    pub async fn change_named_credential(
        &self,
        id: Uuid,
        action: CredentialAction,
        org_name: &str,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let hold = self.hold(id)?;
        let changed = Box::pin(self.change(id, action, org_name, &hold, tell)).await;
        changed.map_err(|problem| self.note_problem(id, action.label(), problem))
    }

    /// Goes on where an earlier run was left: asks GCIS where the named credential stands, where the
    /// API is used, and looks for the last operation in Salesforce, where that can tell more.
    pub async fn refresh_named_credential(
        &self,
        id: Uuid,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let hold = self.hold(id)?;
        let refresh = async {
            let onboarding = self.load(id)?;
            if let Ok(instance) = instance_id(&onboarding) {
                let (client, reach) = self.connection(onboarding.environment)?;
                let api = self.api_credentials(onboarding.environment).await?;
                let gcis = Gcis::sign_in(&client, &reach, &api).await?;
                self.until_settled(id, &gcis, &instance, tell).await?;
            }
            let credential = self.load(id)?.facts.named_credential;
            if credential.is_to_be_seen() || credential.can_look_again() {
                self.see(id, None, tell).await
            } else {
                self.open(id)
            }
        };
        unless_cancelled(&hold, Box::pin(refresh))
            .await
            .map_err(|problem| self.note_problem(id, "refresh", problem))
    }

    /// It is not wanted, or wanted after all.
    pub fn decline_named_credential(&self, id: Uuid, declined: bool) -> Result<Snapshot, Problem> {
        let word = if declined { "not_wanted" } else { "wanted" };
        let saved = self.edit(id, "named_credential", word, |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            let absent = matches!(
                credential.state,
                CredentialState::NotEnabled | CredentialState::Revoked
            );
            if declined && !absent {
                return Err(problem(Code::CredentialBusy));
            }
            credential.declined = declined.then(i_say_so);
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    async fn change(
        &self,
        id: Uuid,
        action: CredentialAction,
        org_name: &str,
        hold: &Hold<'_>,
        tell: &(dyn Fn(CredentialEvent) + Sync),
    ) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let instance = instance_id(&onboarding)?;
        may_begin(&onboarding, action)?;
        confirm_org(&onboarding, action, org_name)?;
        let connection = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&connection.0, &connection.1, &api).await?;

        let look = async { Ok(self.look_before(id, &connection, tell).await) };
        let Sight { looker, before } = unless_cancelled(hold, Box::pin(look)).await?;
        tell(CredentialEvent::Asking);
        let operation = new_operation(action, &onboarding, OperationWay::Api);
        let key = operation.key;
        self.edit(id, "named_credential_operation", "began", |onboarding| {
            let credential = &mut onboarding.facts.named_credential;
            let begun = credential.begin(operation, before);
            begun.map_err(|_| problem(Code::CredentialBusy))
        })?;
        self.ask_gcis(id, &gcis, &instance, action, key).await?;
        let wait = async {
            self.until_settled(id, &gcis, &instance, tell).await?;
            self.see(id, looker, tell).await
        };
        unless_cancelled(hold, Box::pin(wait)).await
    }
}

/// Whether an operation can begin now.
fn may_begin(onboarding: &Onboarding, action: CredentialAction) -> Result<(), Problem> {
    if onboarding.facts.registered.is_none() {
        return Err(problem(Code::NotRegistered));
    }
    let credential = &onboarding.facts.named_credential;
    if credential.operation.is_some() || !action.can_start_from(credential.state) {
        return Err(problem(Code::CredentialBusy));
    }
    Ok(())
}

/// Whether the person typed the org's name, where that is asked for.
fn confirm_org(
    onboarding: &Onboarding,
    action: CredentialAction,
    typed: &str,
) -> Result<(), Problem> {
    if !action.needs_the_orgs_name() {
        return Ok(());
    }
    let org = onboarding.org_to_type();
    let org = org.ok_or_else(|| problem(Code::VerifyFirst))?;
    if org.is_typed_as(typed) {
        Ok(())
    } else {
        Err(problem(Code::OrgNameDiffers).at_field("org_name"))
    }
}

fn new_operation(
    action: CredentialAction,
    onboarding: &Onboarding,
    way: OperationWay,
) -> Operation {
    Operation {
        action,
        key: key_for(action, onboarding),
        id: None,
        at: Timestamp::now(),
        from: onboarding.facts.named_credential.state,
        way,
        watch_before: None,
    }
}

/// The key of a request for the same that was never answered, for as long as it may still arrive:
/// GCIS then does it once, whichever comes first.
fn key_for(action: CredentialAction, onboarding: &Onboarding) -> Uuid {
    let unanswered = onboarding.facts.named_credential.unanswered.as_ref();
    let same = unanswered.filter(|earlier| {
        earlier.action == action && Timestamp::now().duration_since(earlier.at) < ON_ITS_WAY
    });
    same.map_or_else(Uuid::new_v4, |earlier| earlier.key)
}

/// The instance's id, which only the API tells.
fn instance_id(onboarding: &Onboarding) -> Result<String, Problem> {
    let registered = onboarding.facts.registered.as_ref();
    match registered.map(|registered| &registered.proof) {
        Some(RegistrationProof::Verified { instance_id, .. }) => Ok(instance_id.clone()),
        Some(RegistrationProof::Attested(_)) => Err(problem(Code::RegisteredInPortal)),
        None => Err(problem(Code::NotRegistered)),
    }
}

/// Goes on until it is done or a person ends it.
async fn unless_cancelled<T>(
    hold: &Hold<'_>,
    run: impl Future<Output = Result<T, Problem>>,
) -> Result<T, Problem> {
    let ended = hold.cancelled.run_until_cancelled(run).await;
    ended.unwrap_or_else(|| Err(problem(Code::Cancelled)))
}
