//! Takes over a connector instance that was there before, rather than making a second one.

use jiff::Timestamp;
use model::catalogue::{Code, Problem};
use model::onboarding::{
    Adopted, Connection, ExistingInstance, Onboarding, Registered, RegistrationAttempt,
    RegistrationProof,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::tenants::no_tenant;
use super::unanswered::{ON_ITS_WAY, none_on_its_way};
use super::workspace::Workspace;
use crate::gcis::{Gcis, GcisError, Instance, InstanceStatus};

/// What becomes of the credentials of an instance that is adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Adoption {
    /// It goes on with those it has; nobody here knows them.
    KeepCredentials,
    /// It is given those that were verified here.
    ReplaceCredentials,
}

impl Workspace {
    /// Records an instance that GCIS runs already as this onboarding's own. GCIS is asked first, and
    /// has to show it for this very org and tenant. Where its credentials are to be replaced, that
    /// follows as in [`Workspace::replace_credentials`]; if it fails the instance stays adopted.
    pub async fn adopt_instance(
        &self,
        id: Uuid,
        instance_id: &str,
        adoption: Adoption,
    ) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let adopt = async {
            let adopted = self.adopt_once(id, instance_id).await?;
            match adoption {
                Adoption::KeepCredentials => Ok(adopted),
                Adoption::ReplaceCredentials => self.replace_once(id).await,
            }
        };
        adopt
            .await
            .map_err(|problem| self.note_problem(id, "adopt", problem))
    }

    async fn adopt_once(&self, id: Uuid, instance_id: &str) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let (tenant_id, connection) = ready_to_adopt(&onboarding)?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api).await?;
        let shown = match gcis.instance(instance_id).await {
            // Named as the reason of a refusal: that it is not shown does not say that it is gone.
            Err(error) if error.is_hidden() && is_kept_unread(&onboarding, instance_id) => {
                return Err(problem(Code::InstanceNotShown).with_detail(instance_id));
            }
            Err(error) if error.is_missing() => {
                self.say(id, "adopt_gone", "", |onboarding| {
                    onboarding.facts.existing = None;
                })?;
                return Err(problem(Code::InstanceGone).with_detail(instance_id));
            }
            shown => shown?,
        };
        if shown.id != instance_id || !is_for(&shown, &tenant_id, &connection) {
            return Err(problem(Code::InstanceDiffers).with_detail(what_differs(&shown)));
        }
        let existing = existing(shown, tenant_id, &connection);
        let saved = self.edit(id, "adopted", instance_id, |onboarding| {
            let now = onboarding.registration_basis().ok_or_else(no_tenant)?;
            let tenant = onboarding.fields.tenant.clone().ok_or_else(no_tenant)?;
            let mismatch = onboarding.tenant_mismatch();
            let at = Timestamp::now();
            let facts = &mut onboarding.facts;
            facts.registered = Some(Registered {
                basis: existing.basis(&now),
                tenant,
                proof: RegistrationProof::Verified {
                    instance_id: existing.id,
                    at,
                },
                updated: None,
                adopted: Some(Adopted {
                    at,
                    credentials_given: false,
                }),
                mismatch,
            });
            facts.answered(&now.tenant, at - ON_ITS_WAY);
            facts.existing = None;
            facts.refusal = None;
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    /// Looks among the instances that GCIS lists for one of this org and tenant, and keeps what was
    /// found, or that there is none any more.
    pub(super) async fn look_for_existing(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
    ) -> Result<Option<ExistingInstance>, Problem> {
        let onboarding = self.load(id)?;
        let Ok((tenant_id, connection)) = tenant_and_org(&onboarding) else {
            return Ok(None);
        };
        let mut listed = gcis.instances().await?.into_iter();
        let found = listed
            .find(|instance| is_for(instance, &tenant_id, &connection))
            .map(|instance| existing(instance, tenant_id, &connection));
        let known = onboarding.facts.existing.as_ref();
        // A list leaves out what this account may not see.
        if found.is_some() || known.is_some_and(|known| !known.unreadable) {
            let outcome = found.as_ref().map_or("none", |_| "found");
            self.say(id, "looked_for_existing", outcome, |onboarding| {
                onboarding.facts.existing = found.clone().map(Box::new);
            })?;
        }
        Ok(found)
    }

    /// Keeps the instance that GCIS names as the reason of a refusal, with what GCIS tells of it.
    /// Answers with its id where GCIS does not show it to this account.
    pub(super) async fn keep_what_stands_in_the_way(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
        error: &GcisError,
    ) -> Result<Option<String>, Problem> {
        let refusal = error.refusal();
        let named = refusal.filter(|refusal| refusal.code == Code::AlreadyConnected);
        let Some(named) = named.and_then(|refusal| refusal.instance_id.clone()) else {
            return Ok(None);
        };
        let (tenant_id, connection) = tenant_and_org(&self.load(id)?)?;
        // What cannot be read now is read when it is adopted.
        let shown = gcis.instance(&named).await;
        let unreadable = shown.as_ref().is_err_and(GcisError::is_hidden);
        let hidden = unreadable.then(|| named.clone());
        let shown = shown
            .ok()
            .filter(|shown| is_for(shown, &tenant_id, &connection));
        let instance = shown.unwrap_or_else(|| Instance::named(named));
        let existing = ExistingInstance {
            unreadable,
            ..existing(instance, tenant_id, &connection)
        };
        self.say(id, "looked_for_existing", "named", |onboarding| {
            onboarding.facts.existing = Some(Box::new(existing));
        })?;
        Ok(hidden)
    }
}

fn ready_to_adopt(onboarding: &Onboarding) -> Result<(String, Connection), Problem> {
    let facts = &onboarding.facts;
    if facts.registered.is_some() {
        return Err(problem(Code::AlreadyRegistered));
    }
    let attempt = facts.attempt.as_ref();
    if attempt.is_some_and(RegistrationAttempt::is_unknown) {
        return Err(problem(Code::OutcomeUnknown));
    }
    if onboarding.current_connection().is_none() {
        return Err(problem(Code::VerifyFirst));
    }
    let basis = onboarding.registration_basis().ok_or_else(no_tenant)?;
    none_on_its_way(facts, &basis.tenant)?;
    tenant_and_org(onboarding)
}

fn is_kept_unread(onboarding: &Onboarding, instance_id: &str) -> bool {
    let known = onboarding.facts.existing.as_ref();
    known.is_some_and(|known| known.unreadable && known.id == instance_id)
}

/// The tenant's id and the org that was verified last.
fn tenant_and_org(onboarding: &Onboarding) -> Result<(String, Connection), Problem> {
    let tenant = onboarding.fields.tenant.as_ref();
    let tenant_id = tenant.and_then(|tenant| tenant.id.clone());
    let connection = onboarding
        .last_connection()
        .ok_or_else(|| problem(Code::VerifyFirst))?;
    Ok((tenant_id.ok_or_else(no_tenant)?, connection.value.clone()))
}

/// Whether GCIS shows an instance for this tenant and this org. Where it tells either not, it does
/// not.
fn is_for(instance: &Instance, tenant_id: &str, connection: &Connection) -> bool {
    let org_id = instance.org_id.as_deref();
    instance.tenant_id.as_deref() == Some(tenant_id)
        && org_id.is_some_and(|org_id| connection.is_org(org_id))
}

fn what_differs(shown: &Instance) -> String {
    let told = |value: &Option<String>| value.clone().unwrap_or_else(|| "not told".to_owned());
    let (org, tenant) = (told(&shown.org_id), told(&shown.tenant_id));
    format!("instance {}: org {org}, tenant {tenant}", shown.id)
}

fn existing(instance: Instance, tenant_id: String, connection: &Connection) -> ExistingInstance {
    ExistingInstance {
        id: instance.id,
        tenant_id,
        org_id: connection.org_id.clone(),
        found_at: Timestamp::now(),
        route: instance.route,
        username: instance.username,
        login_url: instance.login_url,
        event_endpoint: instance.event_endpoint,
        works: instance
            .status
            .map(|status| status == InstanceStatus::Connected),
        created_at: instance.created_at,
        unreadable: false,
    }
}
