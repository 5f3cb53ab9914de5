//! The tenant that a connector serves: chosen from those that GCIS names, and confirmed in words
//! where it is not of the org's kind.

use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::Tenant;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::Workspace;
use crate::gcis::Gcis;

impl Workspace {
    /// Asks GCIS which tenants there are.
    pub async fn tenants(&self, id: Uuid) -> Result<Vec<Tenant>, Problem> {
        let ask = async {
            let onboarding = self.load(id)?;
            let (client, reach) = self.connection(onboarding.environment)?;
            let credentials = self.api_credentials(onboarding.environment).await?;
            let tenants = Gcis::sign_in(&client, &reach, &credentials)
                .await?
                .tenants()
                .await?;
            if tenants.is_empty() {
                Err(problem(Code::NoTenants))
            } else {
                Ok(tenants)
            }
        };
        ask.await
            .map_err(|problem| self.note_problem(id, "tenants", problem))
    }

    /// The tenant that this connector will serve.
    pub fn choose_tenant(&self, id: Uuid, tenant: &Tenant) -> Result<Snapshot, Problem> {
        if tenant.name.trim().is_empty() {
            return Err(no_tenant());
        }
        let tenant = Tenant {
            name: tenant.name.trim().to_owned(),
            ..tenant.clone()
        };
        self.say(id, "tenant_chosen", "", |onboarding| {
            onboarding.fields.tenant = Some(tenant);
        })
    }

    /// What GCIS says now of the tenant that was chosen: whether it is for tests is what a
    /// confirmation rests on. One that GCIS no longer names is left as it is; GCIS will say what is
    /// amiss with it.
    pub(super) async fn read_tenant_again(
        &self,
        id: Uuid,
        gcis: &Gcis<'_>,
    ) -> Result<Onboarding, Problem> {
        let onboarding = self.load(id)?;
        let Some(chosen) = &onboarding.fields.tenant else {
            return Ok(onboarding);
        };
        let mut named = gcis.tenants().await?.into_iter();
        match named.find(|tenant| tenant.id == chosen.id) {
            Some(named) if named != *chosen => self.edit(id, "tenant_read", "", |onboarding| {
                onboarding.fields.tenant = Some(named);
                Ok(())
            }),
            Some(_) | None => Ok(onboarding),
        }
    }
}

/// Refuses a tenant that is not of the org's kind unless it was confirmed in words.
pub(super) fn is_confirmed(onboarding: &Onboarding, typed: &str) -> Result<(), Problem> {
    match onboarding.tenant_mismatch() {
        Some(mismatch) if !mismatch.is_confirmed_by(typed) => {
            Err(problem(Code::TenantNotConfirmed)
                .with_detail(mismatch.says())
                .at_field("tenant_confirmation"))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn no_tenant() -> Problem {
    problem(Code::TenantMissing).at_field("tenant")
}
