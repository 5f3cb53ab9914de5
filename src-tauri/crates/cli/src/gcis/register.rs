//! `connectorctl register`: creates the connector instance, once.

mod facts;

use std::process::ExitCode;

use model::catalogue::{Code, Problem};
use model::onboarding::Tenant;
use onboarding::workflow::snapshot::Snapshot;

use super::answer;
use super::arguments::{Adopt, RegisterOptions};
use super::saved::{Saved, unless_interrupted};
use super::stop::Stop;
use super::terminal::ask;
use facts::Facts;

pub(super) async fn run(options: &RegisterOptions) -> Result<ExitCode, String> {
    let mut facts = Facts::default();
    let mut ended = unless_interrupted(Box::pin(register(options, &mut facts))).await;
    if facts.began && ended.as_ref().is_err_and(|stop| stop.is(Code::Cancelled)) {
        let words = "It was interrupted once the request may have left. The next run looks first.";
        ended = Err(Stop::new(Code::OutcomeUnknown, words));
    }
    answer::tell("register", &options.saved, &facts, &ended)
}

async fn register(options: &RegisterOptions, facts: &mut Facts) -> Result<(), Stop> {
    let saved = Saved::find(&options.saved)?;
    let mut now = saved.open()?;
    if now.register.registered.is_none() && now.register.outcome_unknown {
        // Before anything is sent, and without a question: it only asks.
        now = saved.workspace.look_up_registration(saved.id).await?;
        if now.register.registered.is_some() {
            facts.looked_up = true;
            facts.end(&now);
            return Ok(());
        }
    }
    if now.register.registered.is_some() {
        facts.end(&now);
        return Err(Stop::new(Code::AlreadyRegistered, ""));
    }
    choose_tenant(&saved, options.tenant.as_deref(), &now, facts).await?;
    now = saved.verified().await?;
    facts.read(&now);
    if let Some(adopt) = options.adopt {
        return take_over(&saved, adopt, options, facts).await;
    }
    let words = tenant_is_meant(options, &now).await?;
    facts.sending.agreed(options.yes, "register").await?;

    facts.began = true;
    let registering = saved.workspace.register_confirmed(saved.id, &words);
    match Box::pin(registering).await {
        Ok(now) => {
            facts.end(&now);
            Ok(())
        }
        Err(problem) => what_became_of_it(&saved, problem, facts).await,
    }
}

/// After an answer that never came GCIS is asked what exists, at once; else what it said is told.
async fn what_became_of_it(saved: &Saved, problem: Problem, facts: &mut Facts) -> Result<(), Stop> {
    let unknown = [Code::OutcomeUnknown, Code::ConflictUnnamed];
    if unknown.iter().any(|code| problem.code == code.entry().name) {
        eprintln!("It is not known what became of it. GCIS is asked what exists.");
        if let Ok(now) = saved.workspace.look_up_registration(saved.id).await
            && now.register.registered.is_some()
        {
            facts.looked_up = true;
            facts.end(&now);
            return Ok(());
        }
    }
    facts.refused(&saved.open()?);
    Err(problem.into())
}

/// Takes over the instance that GCIS shows for this org and tenant.
async fn take_over(
    saved: &Saved,
    adopt: Adopt,
    options: &RegisterOptions,
    facts: &mut Facts,
) -> Result<(), Stop> {
    let now = saved.workspace.look_up_registration(saved.id).await?;
    let Some(existing) = now.register.existing else {
        let words = "there is none for this org and tenant: leave --adopt out";
        return Err(Stop::new(Code::InstanceGone, words));
    };
    if adopt == Adopt::Replace {
        facts.sending.agreed(options.yes, "register").await?;
    }
    let id = existing.instance_id;
    let taking = saved.workspace.adopt_instance(saved.id, &id, adopt.into());
    let taken = Box::pin(taking).await;
    // It may be taken over although its credentials were not replaced.
    facts.end(&saved.open()?);
    taken.map(drop).map_err(Stop::from)
}

/// A tenant that is not of the org's kind is confirmed in words, which GCIS's own word for it is
/// compared with once more before anything is sent.
async fn tenant_is_meant(options: &RegisterOptions, now: &Snapshot) -> Result<String, Stop> {
    let Some(mismatch) = &now.register.tenant_fit.mismatch else {
        return Ok(String::new());
    };
    let words = mismatch.words;
    eprintln!("{} {}", mismatch.says, mismatch.means);
    let typed = match &options.confirm_tenant {
        Some(typed) => Some(typed.clone()),
        None => ask(format!("Type “{words}” if it is meant so: ")).await,
    };
    typed.ok_or_else(|| {
        let words = format!(
            "{} If it is meant so: --confirm-tenant \"{words}\"",
            mismatch.says
        );
        Stop::usage(Code::TenantNotConfirmed, words)
    })
}

/// Chooses the tenant by its id; the one that was chosen before stays where none is given.
async fn choose_tenant(
    saved: &Saved,
    wanted: Option<&str>,
    now: &Snapshot,
    facts: &mut Facts,
) -> Result<(), Stop> {
    let chosen = now.register.tenant.as_ref();
    let chosen = chosen.and_then(|tenant| tenant.id.as_deref());
    if wanted.is_none() && chosen.is_some() {
        return Ok(());
    }
    let tenants = saved.workspace.tenants(saved.id).await?;
    let is_wanted = |tenant: &&Tenant| tenant.id.is_some() && tenant.id.as_deref() == wanted;
    if let Some(tenant) = tenants.iter().find(is_wanted) {
        saved.workspace.choose_tenant(saved.id, tenant)?;
        return Ok(());
    }
    let words = match wanted {
        Some(id) => format!("GCIS shows no tenant with the id {id}"),
        None => "give --tenant with the id of one of the tenants".to_owned(),
    };
    facts.tenants = tenants;
    Err(Stop::usage(Code::TenantMissing, words))
}
