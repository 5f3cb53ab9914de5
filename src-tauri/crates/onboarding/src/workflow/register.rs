//! Registers the connector instance: once.

use jiff::{SignedDuration, Timestamp};
use model::Onboarding;
use model::catalogue::{Code, Problem};
use model::onboarding::{
    Registered, RegistrationAttempt, RegistrationBasis, RegistrationProof, RegistrationWay, Tenant,
};
use uuid::Uuid;

use super::VerifyRequest;
use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::unanswered::{key_for, made_already};
use super::workspace::Workspace;
use crate::gcis::{Gcis, Instance, NewInstance};

/// How long a verification stands before it is run again for a registration.
pub const VERIFIED_FOR: SignedDuration = SignedDuration::from_mins(30);

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
        self.create_once(id)
            .await
            .map_err(|problem| self.note_problem(id, "register", problem))
    }

    async fn create_once(&self, id: Uuid) -> Result<Snapshot, Problem> {
        ready_to_register(&self.load(id)?)?;
        self.verify_again_if_old(id).await?;
        let onboarding = self.load(id)?;
        let (basis, tenant, tenant_id) = ready_to_register(&onboarding)?;
        let credentials = self.credentials(&onboarding).await?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api).await?;

        if let Some((earlier, made)) = made_already(&gcis, &onboarding.facts).await? {
            return self.registered(id, earlier, made);
        }
        let key = key_for(&onboarding.facts, &basis)?;
        let at = Timestamp::now();
        let attempt = RegistrationAttempt {
            key,
            basis,
            tenant,
            at,
            looked_up_at: None,
        };
        self.say(id, "register_began", "", |onboarding| {
            onboarding.facts.begin(attempt.clone());
        })?;
        let new = NewInstance {
            key,
            tenant_id: &tenant_id,
            login_url: &onboarding.fields.login_url,
            event_endpoint: &onboarding.fields.event_endpoint,
            sign_in: &credentials,
        };
        match gcis.create(&new).await {
            Ok(made) => self.registered(id, attempt, made),
            Err(error) if error.is_ambiguous() => {
                Err(problem(Code::OutcomeUnknown).with_detail(error.evidence()))
            }
            Err(error) => {
                // What stands in the way may be what an earlier request has made meanwhile.
                if error.code() == Code::AlreadyConnected
                    && let Some((earlier, made)) = made_already(&gcis, &onboarding.facts).await?
                {
                    return self.registered(id, earlier, made);
                }
                self.say(id, "register_refused", "", |now| {
                    now.facts.refused(&onboarding.facts, at);
                })?;
                Err(error.into())
            }
        }
    }

    /// What was verified more than half an hour ago is verified again before anything is sent.
    pub(super) async fn verify_again_if_old(&self, id: Uuid) -> Result<(), Problem> {
        let onboarding = self.load(id)?;
        let old = onboarding.current_connection().is_some_and(|connection| {
            Timestamp::now().duration_since(connection.at) > VERIFIED_FOR
        });
        if old {
            self.run_verification(id, &VerifyRequest::default(), &|_| ())
                .await?;
        }
        Ok(())
    }

    /// After an answer that never came: asks GCIS what exists. Nothing is sent a second time. If
    /// GCIS shows nothing, the key is kept: the first request may still be on its way, and with
    /// the same key it makes the same instance.
    pub async fn look_up_registration(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let look = async {
            let onboarding = self.load(id)?;
            if onboarding.facts.attempt.is_none() {
                return Ok(self.picture(&onboarding));
            }
            let (client, reach) = self.connection(onboarding.environment)?;
            let api = self.api_credentials(onboarding.environment).await?;
            let gcis = Gcis::sign_in(&client, &reach, &api).await?;
            match made_already(&gcis, &onboarding.facts).await? {
                Some((attempt, made)) => self.registered(id, attempt, made),
                None => self.say(id, "register_looked_up", "nothing_there", |onboarding| {
                    if let Some(attempt) = &mut onboarding.facts.attempt {
                        attempt.looked_up_at = Some(Timestamp::now());
                    }
                }),
            }
        };
        look.await
            .map_err(|problem| self.note_problem(id, "register_looked_up", problem))
    }

    /// The person saw the instance saved in the portal; or, where it is registered already, entered
    /// what has changed since. How it became known at first stays as it was.
    pub fn attest_registered(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "register_attested", "", |onboarding| {
            let attempt = onboarding.facts.attempt.as_ref();
            if attempt.is_some_and(RegistrationAttempt::is_unknown) {
                return Err(problem(Code::OutcomeUnknown));
            }
            if onboarding.current_connection().is_none() {
                return Err(problem(Code::VerifyFirst));
            }
            let missing = || problem(Code::TenantMissing).at_field("tenant");
            let basis = onboarding.registration_basis().ok_or_else(missing)?;
            let tenant = onboarding.fields.tenant.clone().ok_or_else(missing)?;
            let said = i_say_so();
            onboarding.facts.registered = Some(match onboarding.facts.registered.take() {
                Some(before) => Registered {
                    basis,
                    tenant,
                    updated: Some(said),
                    ..before
                },
                None => Registered {
                    basis,
                    tenant,
                    proof: RegistrationProof::Attested(said),
                    updated: None,
                },
            });
            Ok(())
        })?;
        Ok(self.picture(&saved))
    }

    fn registered(
        &self,
        id: Uuid,
        attempt: RegistrationAttempt,
        made: Instance,
    ) -> Result<Snapshot, Problem> {
        let outcome = made.id.clone();
        let RegistrationAttempt { basis, tenant, .. } = attempt;
        self.say(id, "registered", &outcome, |onboarding| {
            let proof = RegistrationProof::Verified {
                instance_id: made.id,
                at: Timestamp::now(),
            };
            onboarding.facts.registered = Some(Registered {
                basis,
                tenant,
                proof,
                updated: None,
            });
            onboarding.facts.answered();
        })
    }
}

fn ready_to_register(
    onboarding: &Onboarding,
) -> Result<(RegistrationBasis, Tenant, String), Problem> {
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
    Ok((basis, tenant.clone(), tenant_id))
}
