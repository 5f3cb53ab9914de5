//! Registers the connector instance: once.

use jiff::{SignedDuration, Timestamp};
use model::Onboarding;
use model::catalogue::{Code, Finding, Problem};
use model::onboarding::{
    Adopted, Registered, RegistrationAttempt, RegistrationBasis, RegistrationProof,
    RegistrationWay, Tenant,
};
use uuid::Uuid;

use super::VerifyRequest;
use super::prepare::i_say_so;
use super::problem::problem;
use super::refusal::refusal;
use super::snapshot::Snapshot;
use super::tenants::{is_confirmed, no_tenant};
use super::unanswered::{ON_ITS_WAY, key_for, made_already, nothing_is_open};
use super::verify::Asked;
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

    /// Creates the connector instance. The attempt is on disk before the request leaves; if one
    /// is on disk already, GCIS is asked first what became of it.
    ///
    /// Where org and tenant are not of the same kind it is refused: [`Self::register_confirmed`]
    /// takes the words that confirm it.
    pub async fn register(&self, id: Uuid) -> Result<Snapshot, Problem> {
        self.register_confirmed(id, "").await
    }

    /// The same, with what the person typed to confirm that a production org is meant to serve a
    /// test tenant, or a sandbox a production tenant ([`model::onboarding::Mismatch::words`]).
    pub async fn register_confirmed(&self, id: Uuid, typed: &str) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        Box::pin(self.create_once(id, typed))
            .await
            .map_err(|problem| self.note_problem(id, "register", problem))
    }

    async fn create_once(&self, id: Uuid, typed: &str) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        tenant_to_register(&onboarding)?;
        if onboarding.facts.attempt.is_none() {
            is_confirmed(&onboarding, typed)?;
        }
        self.verify_again_if_old(id).await?;
        let onboarding = self.load(id)?;
        ready_to_register(&onboarding)?;
        let credentials = self.credentials(&onboarding).await?;
        let (client, reach) = self.connection(onboarding.environment)?;
        let api = self.api_credentials(onboarding.environment).await?;
        let gcis = Gcis::sign_in(&client, &reach, &api).await?;

        if let Some((earlier, made)) = made_already(&gcis, &onboarding.facts).await? {
            return self.registered(id, earlier, made);
        }
        let onboarding = self.read_tenant_again(id, &gcis).await?;
        let (basis, tenant, tenant_id) = ready_to_register(&onboarding)?;
        is_confirmed(&onboarding, typed)?;
        if let Some(existing) = self.look_for_existing(id, &gcis).await? {
            return Err(problem(Code::AlreadyConnected).with_detail(existing.id));
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
            onboarding.facts.refusal = None;
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
                let code = match error.code() {
                    unnamed @ Code::ConflictUnnamed => unnamed,
                    _ => Code::OutcomeUnknown,
                };
                Err(problem(code).with_detail(error.evidence()))
            }
            Err(error) => {
                // What stands in the way may be what an earlier request has made meanwhile.
                if error.code() == Code::AlreadyConnected
                    && let Some((earlier, made)) = made_already(&gcis, &onboarding.facts).await?
                {
                    return self.registered(id, earlier, made);
                }
                let refusal = refusal(&attempt.basis, &error);
                self.say(id, "register_refused", "", |now| {
                    now.facts.refused(key, &onboarding.facts, at);
                    now.facts.refusal = refusal;
                })?;
                match self.keep_what_stands_in_the_way(id, &gcis, &error).await? {
                    Some(hidden) => Err(problem(Code::InstanceNotShown).with_detail(hidden)),
                    None => Err(error.into()),
                }
            }
        }
    }

    /// What was verified more than half an hour ago, or with something else than is entered now, is
    /// verified again before anything is sent; what stood in the way then is the problem. What was
    /// never verified, or was not the last time, is left to the person.
    pub(super) async fn verify_again_if_old(&self, id: Uuid) -> Result<(), Problem> {
        let onboarding = self.load(id)?;
        let Some(last) = onboarding.last_connection() else {
            return Ok(());
        };
        let is_old = Timestamp::now().duration_since(last.at) > VERIFIED_FOR;
        if is_old || onboarding.current_connection().is_none() {
            // A verification is a large future; most registrations need none.
            let all = VerifyRequest::default();
            Box::pin(self.run_verification(id, &all, Asked::OnTheWay, &|_| ())).await?;
            if let Some(blocking) = what_blocks(&self.load(id)?) {
                let evidence = blocking.evidence.as_str();
                return Err(problem(blocking.code).with_detail(evidence));
            }
        }
        Ok(())
    }

    /// Asks GCIS what exists: what the last attempt made, if its answer never came, and else whether
    /// somebody connected this org to this tenant; of a registered instance, whether its credentials
    /// were replaced since an attempt at that was never answered. Nothing is sent a second time. If GCIS shows
    /// nothing, the key is kept: the first request may still be on its way, and with the same key it
    /// makes the same instance.
    pub async fn look_up_registration(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        let look = async {
            let onboarding = self.load(id)?;
            let (client, reach) = self.connection(onboarding.environment)?;
            let api = self.api_credentials(onboarding.environment).await?;
            let gcis = Gcis::sign_in(&client, &reach, &api).await?;
            if onboarding.facts.attempt.is_some() {
                if let Some((attempt, made)) = made_already(&gcis, &onboarding.facts).await? {
                    return self.registered(id, attempt, made);
                }
                self.say(id, "register_looked_up", "nothing_there", |onboarding| {
                    onboarding.facts.looked_up(Timestamp::now());
                })?;
            }
            if onboarding.facts.registered.is_some() {
                self.look_for_replacement(id, &gcis).await?;
            } else {
                self.look_for_existing(id, &gcis).await?;
            }
            Ok(self.picture(&self.load(id)?))
        };
        look.await
            .map_err(|problem| self.note_problem(id, "register_looked_up", problem))
    }

    /// The person saw the instance saved in the portal; or, where it is registered already, entered
    /// what has changed since. How it became known at first stays as it was.
    pub fn attest_registered(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, "register_attested", "", |onboarding| {
            if onboarding.facts.registered.is_none() {
                nothing_is_open(&onboarding.facts)?;
            }
            let attempt = onboarding.facts.attempt.as_ref();
            if attempt.is_some_and(RegistrationAttempt::is_unknown) {
                return Err(problem(Code::OutcomeUnknown));
            }
            if onboarding.facts.replacement_is_unknown() {
                return Err(problem(Code::ReplacementUnknown));
            }
            if onboarding.current_connection().is_none() {
                return Err(problem(Code::VerifyFirst));
            }
            let basis = onboarding.registration_basis().ok_or_else(no_tenant)?;
            let tenant = onboarding.fields.tenant.clone().ok_or_else(no_tenant)?;
            let given = basis.clone();
            let said = i_say_so();
            let mismatch = onboarding.tenant_mismatch();
            onboarding.facts.registered = Some(match onboarding.facts.registered.take() {
                Some(before) => Registered {
                    basis,
                    tenant,
                    updated: Some(said),
                    // Whoever enters them in the portal enters the credentials as well.
                    adopted: before.adopted.map(|adopted| Adopted {
                        credentials_given: true,
                        ..adopted
                    }),
                    mismatch,
                    ..before
                },
                None => Registered {
                    basis,
                    tenant,
                    proof: RegistrationProof::Attested(said),
                    updated: None,
                    adopted: None,
                    mismatch,
                },
            });
            onboarding.facts.existing = None;
            onboarding.facts.refusal = None;
            onboarding.facts.replacement = None;
            if onboarding.moving().is_some() {
                onboarding.gcis_was_given(given, said.at, true);
            }
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
        let served = basis.tenant.clone();
        self.say(id, "registered", &outcome, |onboarding| {
            let proof = RegistrationProof::Verified {
                instance_id: made.id,
                at: Timestamp::now(),
            };
            let connection = onboarding.last_connection();
            let mismatch =
                connection.and_then(|connection| tenant.mismatch(connection.value.sandbox));
            let facts = &mut onboarding.facts;
            facts.registered = Some(Registered {
                basis,
                tenant,
                proof,
                updated: None,
                adopted: None,
                mismatch,
            });
            facts.answered(&served, Timestamp::now() - ON_ITS_WAY);
            facts.existing = None;
            facts.refusal = None;
        })
    }
}

fn ready_to_register(
    onboarding: &Onboarding,
) -> Result<(RegistrationBasis, Tenant, String), Problem> {
    let (tenant, tenant_id) = tenant_to_register(onboarding)?;
    if onboarding.current_connection().is_none() {
        return Err(verify_first(onboarding));
    }
    let basis = onboarding.registration_basis().ok_or_else(no_tenant)?;
    Ok((basis, tenant, tenant_id))
}

/// The tenant and its id; a name typed for the portal is no id that the API knows.
fn tenant_to_register(onboarding: &Onboarding) -> Result<(Tenant, String), Problem> {
    if onboarding.facts.registered.is_some() {
        return Err(problem(Code::AlreadyRegistered));
    }
    let tenant = onboarding.fields.tenant.as_ref().ok_or_else(no_tenant)?;
    let tenant_id = tenant.id.clone().ok_or_else(no_tenant)?;
    Ok((tenant.clone(), tenant_id))
}

/// That the sign-in has to be verified, and what stood in the way if it just was.
fn verify_first(onboarding: &Onboarding) -> Problem {
    let blocking = what_blocks(onboarding);
    problem(Code::VerifyFirst).with_detail(blocking.map_or("", |finding| finding.entry().summary))
}

/// What stood in the way when what is entered now was verified last.
fn what_blocks(onboarding: &Onboarding) -> Option<&Finding> {
    let verification = onboarding.facts.verification.as_ref()?;
    let is_current = verification.basis == onboarding.sign_in_basis();
    let mut findings = verification.findings.iter().filter(|_| is_current);
    findings.find(|finding| finding.blocks())
}
