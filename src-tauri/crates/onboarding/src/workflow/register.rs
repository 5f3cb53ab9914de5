//! Registers the connector instance: once.

use jiff::Timestamp;
use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::{
    Registered, RegistrationAttempt, RegistrationBasis, RegistrationProof, RegistrationWay, Tenant,
};
use uuid::Uuid;

use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::workspace::{Workspace, picture};
use crate::gcis::{Gcis, Instance, NewInstance, ServiceAccount};

impl Workspace {
    /// Through the portal or through the API.
    pub fn choose_registration(&self, id: Uuid, way: RegistrationWay) -> Result<Snapshot, Problem> {
        let word = match way {
            RegistrationWay::Portal => "portal",
            RegistrationWay::Api => "api",
        };
        self.say(id, "registration_way", word, |onboarding| {
            onboarding.fields.registration = Some(way);
        })
    }

    /// Asks GCIS which tenants there are.
    pub async fn tenants(&self, id: Uuid) -> Result<Vec<Tenant>, Problem> {
        let onboarding = self.records.load(id)?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let credentials = self.api_credentials(onboarding.environment).await?;
        let ask = async {
            Gcis::sign_in(&client, &reach, &credentials)
                .await?
                .tenants()
                .await
        };
        match ask.await {
            Ok(tenants) if tenants.is_empty() => Err(problem(Code::NoTenants)),
            Ok(tenants) => Ok(tenants),
            Err(error) => Err(self.note_problem(id, "tenants", error.into())),
        }
    }

    /// The tenant that this connector will serve.
    pub fn choose_tenant(&self, id: Uuid, tenant: &Tenant) -> Result<Snapshot, Problem> {
        if tenant.name.trim().is_empty() {
            return Err(problem(Code::TenantMissing).at_field("tenant"));
        }
        let tenant = Tenant {
            name: tenant.name.trim().to_owned(),
            ..tenant.clone()
        };
        self.say(id, "tenant_chosen", "", |onboarding| {
            onboarding.fields.tenant = Some(tenant);
        })
    }

    /// Creates the connector instance. The attempt is on disk before the request leaves; if one
    /// is on disk already, GCIS is asked first what became of it.
    pub async fn register(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.records.load(id)?;
        let (basis, tenant_id) = ready_to_register(&onboarding)?;
        let credentials = self.credentials(&onboarding).await?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let failed = |problem: Problem| self.note_problem(id, "register", problem);
        let gcis = Gcis::sign_in(&client, &reach, &api)
            .await
            .map_err(|e| failed(e.into()))?;

        if let Some(earlier) = &onboarding.facts.attempt
            && let Some(made) = gcis.find(earlier.key).await.map_err(|e| failed(e.into()))?
        {
            return self.registered(id, earlier.basis.clone(), made);
        }
        let key = match onboarding.facts.attempt {
            Some(earlier) if earlier.basis == basis => earlier.key,
            Some(_) | None => Uuid::new_v4(),
        };
        let attempt = RegistrationAttempt {
            key,
            basis: basis.clone(),
            at: Timestamp::now(),
        };
        self.edit(id, "register_began", "", |onboarding| {
            onboarding.facts.attempt = Some(attempt);
            Ok(())
        })?;
        let new = NewInstance {
            key,
            tenant_id: &tenant_id,
            login_url: &onboarding.fields.login_url,
            event_endpoint: &onboarding.fields.event_endpoint,
            sign_in: ServiceAccount {
                username: &credentials.username,
                password: &credentials.password,
                security_token: &credentials.security_token,
                consumer_key: &credentials.consumer_key,
                consumer_secret: &credentials.consumer_secret,
            },
        };
        match gcis.create(&new).await {
            Ok(made) => self.registered(id, basis, made),
            Err(error) if error.is_ambiguous() => Err(failed(
                problem(Code::OutcomeUnknown).with_detail(error.to_string()),
            )),
            Err(error) => {
                self.edit(id, "register_refused", "", |onboarding| {
                    onboarding.facts.attempt = None;
                    Ok(())
                })?;
                Err(failed(error.into()))
            }
        }
    }

    /// After an answer that never came: asks GCIS what exists. Nothing is sent a second time.
    pub async fn look_up_registration(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.records.load(id)?;
        let Some(attempt) = onboarding.facts.attempt.clone() else {
            return Ok(picture(&onboarding));
        };
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let ask = async {
            Gcis::sign_in(&client, &reach, &api)
                .await?
                .find(attempt.key)
                .await
        };
        match ask.await {
            Ok(Some(made)) => self.registered(id, attempt.basis, made),
            Ok(None) => self.say(id, "register_looked_up", "nothing_there", |onboarding| {
                onboarding.facts.attempt = None;
            }),
            Err(error) => Err(self.note_problem(id, "register_looked_up", error.into())),
        }
    }

    /// The person saw the instance saved in the portal.
    pub fn attest_registered(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "register_attested", "", |onboarding| {
            if onboarding.current_connection().is_none() {
                return Err(problem(Code::VerifyFirst));
            }
            let basis = onboarding
                .registration_basis()
                .ok_or_else(|| problem(Code::TenantMissing).at_field("tenant"))?;
            let proof = RegistrationProof::Attested(i_say_so());
            onboarding.facts.registered = Some(Registered { basis, proof });
            Ok(())
        })?;
        Ok(picture(&saved))
    }

    fn registered(
        &self,
        id: Uuid,
        basis: RegistrationBasis,
        made: Instance,
    ) -> Result<Snapshot, Problem> {
        let outcome = made.id.clone();
        self.say(id, "registered", &outcome, |onboarding| {
            let proof = RegistrationProof::Verified {
                instance_id: made.id,
                at: Timestamp::now(),
            };
            onboarding.facts.registered = Some(Registered { basis, proof });
            onboarding.facts.attempt = None;
        })
    }
}

fn ready_to_register(onboarding: &Onboarding) -> Result<(RegistrationBasis, String), Problem> {
    if onboarding.facts.registered.is_some() {
        return Err(problem(Code::AlreadyRegistered));
    }
    if onboarding.current_connection().is_none() {
        return Err(problem(Code::VerifyFirst));
    }
    let no_tenant = || problem(Code::TenantMissing).at_field("tenant");
    let tenant = onboarding.fields.tenant.as_ref().ok_or_else(no_tenant)?;
    // A name typed for the portal is no id that the API knows.
    let tenant_id = tenant.id.clone().ok_or_else(no_tenant)?;
    let basis = onboarding.registration_basis().ok_or_else(no_tenant)?;
    Ok((basis, tenant_id))
}
