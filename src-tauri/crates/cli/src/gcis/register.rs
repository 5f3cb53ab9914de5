//! `connectorctl register`: creates the connector instance, once.

mod facts;

use std::process::ExitCode;

use jiff::Timestamp;
use model::catalogue::{Code, FindingStatus};
use model::onboarding::Tenant;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{VERIFIED_FOR, VerifyRequest};

use super::answer;
use super::arguments::RegisterOptions;
use super::saved::{Saved, unless_interrupted};
use super::stop::Stop;
use super::terminal::ask;
use crate::check;
use facts::{Facts, Sent};

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
    if now.register.outcome_unknown {
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
    now = verified(&saved).await?;
    facts.read(&now);
    agreed(options, facts).await?;

    facts.began = true;
    match saved.workspace.register(saved.id).await {
        Ok(now) => {
            facts.end(&now);
            Ok(())
        }
        Err(problem) if problem.code == Code::OutcomeUnknown.entry().name => {
            eprintln!("GCIS did not answer. It is asked what exists.");
            let looked = saved.workspace.look_up_registration(saved.id).await;
            match looked {
                Ok(now) if now.register.registered.is_some() => {
                    facts.looked_up = true;
                    facts.end(&now);
                    Ok(())
                }
                Ok(_) | Err(_) => Err(problem.into()),
            }
        }
        Err(problem) => Err(problem.into()),
    }
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

/// What was verified too long ago, or with other values, is verified again.
async fn verified(saved: &Saved) -> Result<Snapshot, Stop> {
    let now = saved.open()?;
    let age = |at: Timestamp| Timestamp::now().duration_since(at);
    if now
        .register
        .connected_at
        .is_some_and(|at| age(at) <= VERIFIED_FOR)
    {
        return Ok(now);
    }
    let request = VerifyRequest::default();
    let verifying = saved
        .workspace
        .verify(saved.id, &request, &|event| check::tell(&event));
    let now = verifying.await?;
    if now.register.connected_as.is_some() {
        return Ok(now);
    }
    let failed = now
        .verify
        .findings
        .iter()
        .filter(|finding| finding.status == FindingStatus::Failed);
    let failed: Vec<String> = failed
        .map(|finding| format!("{}: {}", finding.title, finding.summary))
        .collect();
    Err(Stop::new(Code::VerifyFirst, failed.join("; ")))
}

/// Shows what will be sent, and sends nothing without a yes.
async fn agreed(options: &RegisterOptions, facts: &Facts) -> Result<(), Stop> {
    eprintln!("GCIS will be sent:");
    for Sent { label, value, .. } in &facts.sends {
        eprintln!("  {label:<18} {}", value.as_deref().unwrap_or("stored"));
    }
    if let Some(who) = &facts.connected_as {
        eprintln!("Connected as {} in {}.", who.username, who.org_name);
    }
    if options.yes {
        return Ok(());
    }
    match ask("Type yes to register: ".to_owned()).await.as_deref() {
        Some("yes") => Ok(()),
        Some(_) => Err(Stop::new(Code::Cancelled, "")),
        None => Err(Stop::misused("nothing is sent without --yes")),
    }
}
