//! `connectorctl named-credential`: added, rotated, revoked, or asked after.

use std::fmt::{self, Display, Formatter};
use std::process::ExitCode;

use jiff::Timestamp;
use model::catalogue::Code;
use model::onboarding::{CredentialAction, CredentialState};
use model::provenance::Provenance;
use onboarding::workflow::CredentialEvent;
use onboarding::workflow::snapshot::{SightingView, Snapshot};
use serde::Serialize;

use super::answer;
use super::arguments::{Action, GuardedOptions, NamedCredentialOptions, SavedOptions};
use super::saved::{Saved, unless_interrupted};
use super::stop::Stop;
use super::terminal::ask;

/// Where it stands in the end.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Standing {
    state: Option<CredentialState>,
    /// Its name in Salesforce, if GCIS told it.
    name: Option<String>,
    /// Who says so: a person who saw it in the portal, or GCIS.
    provenance: Option<Provenance>,
    /// When it was last added or rotated.
    renewed_at: Option<Timestamp>,
    /// Something begun has not ended, or nobody knows how.
    under_way: bool,
    /// What Salesforce showed of the last change, and what that is worth.
    sighting: Option<SightingView>,
    /// GCIS was asked how it stands, since an answer had never come.
    looked_up: bool,
}

pub(super) async fn run(options: &NamedCredentialOptions) -> Result<ExitCode, String> {
    let mut standing = Standing::default();
    let (command, saved, work) = match &options.action {
        Action::Add(saved) => (
            "named-credential add",
            saved,
            Some((CredentialAction::Add, None)),
        ),
        Action::Rotate(guarded) => (
            "named-credential rotate",
            &guarded.saved,
            Some((CredentialAction::Rotate, Some(guarded))),
        ),
        Action::Revoke(guarded) => (
            "named-credential revoke",
            &guarded.saved,
            Some((CredentialAction::Revoke, Some(guarded))),
        ),
        Action::Status(saved) => ("named-credential status", saved, None),
    };
    let mut ended = unless_interrupted(async {
        match work {
            Some((action, guarded)) => change(saved, action, guarded, &mut standing).await,
            None => ask_after(&Saved::find(saved)?, &mut standing).await,
        }
    })
    .await;
    if standing.under_way && ended.as_ref().is_err_and(|stop| stop.is(Code::Cancelled)) {
        let words = "It was interrupted while it went on. Status asks GCIS how it stands.";
        ended = Err(Stop::new(Code::CredentialUnsettled, words));
    }
    answer::tell(command, saved, &standing, &ended)
}

/// What is ambiguous is looked up, once and at once, and never done again.
async fn change(
    options: &SavedOptions,
    action: CredentialAction,
    guarded: Option<&GuardedOptions>,
    standing: &mut Standing,
) -> Result<(), Stop> {
    let saved = Saved::find(options)?;
    standing.read(&saved.open()?);
    let org_name = match guarded {
        Some(guarded) => org_is_named(guarded).await?,
        None => String::new(),
    };
    let before = standing.under_way;
    standing.under_way = true;
    let changing = saved
        .workspace
        .change_named_credential(saved.id, action, &org_name, &tell);
    let changed = Box::pin(changing).await;
    standing.under_way = before;
    match changed {
        Ok(now) => {
            standing.read(&now);
            Ok(())
        }
        Err(problem) if problem.code == Code::CredentialUnsettled.entry().name => {
            standing.looked_up = true;
            ask_after(&saved, standing).await?;
            if standing.under_way {
                return Err(problem.into());
            }
            Ok(())
        }
        Err(problem) => {
            standing.read(&saved.open()?);
            Err(problem.into())
        }
    }
}

/// Asks GCIS how it stands.
async fn ask_after(saved: &Saved, standing: &mut Standing) -> Result<(), Stop> {
    if !saved.open()?.named_credential.available {
        return Err(Stop::new(Code::NotRegistered, ""));
    }
    let asking = saved.workspace.refresh_named_credential(saved.id, &tell);
    let asked = Box::pin(asking).await;
    standing.read(&saved.open()?);
    asked.map(drop).map_err(Stop::from)
}

/// Whoever rotates or revokes names the org that is meant.
async fn org_is_named(guarded: &GuardedOptions) -> Result<String, Stop> {
    let typed = match &guarded.org_name {
        Some(typed) => Some(typed.clone()),
        None => ask("Type the Salesforce org's name: ".to_owned()).await,
    };
    typed.ok_or_else(|| Stop::misused("give --org-name with the Salesforce org's name in full"))
}

/// Long waits are told: nobody should think that the program hangs.
fn tell(event: CredentialEvent) {
    match event {
        CredentialEvent::LookingBefore => eprintln!("Salesforce's named credentials are listed."),
        CredentialEvent::Asking => eprintln!("GCIS is asked."),
        CredentialEvent::AtGcis { until } => {
            eprintln!(
                "GCIS is at work; waiting until {} at the longest.",
                time(until)
            );
        }
        CredentialEvent::InSalesforce { until } => {
            eprintln!(
                "Looking in Salesforce until {} at the longest.",
                time(until)
            );
        }
    }
}

fn time(at: Timestamp) -> impl Display {
    at.strftime("%H:%M:%S UTC")
}

impl Standing {
    fn read(&mut self, now: &Snapshot) {
        let page = &now.named_credential;
        self.state = Some(page.state);
        self.name.clone_from(&page.name);
        self.provenance = page.provenance;
        self.renewed_at = page.renewed_at;
        self.under_way = page.under_way.is_some();
        self.sighting.clone_from(&page.sighting);
    }
}

impl Display for Standing {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let Some(state) = self.state else {
            return Ok(());
        };
        let state = match state {
            CredentialState::NotEnabled => "not enabled",
            CredentialState::Adding => "being added",
            CredentialState::Active => "active",
            CredentialState::Rotating => "being rotated",
            CredentialState::Revoking => "being revoked",
            CredentialState::Revoked => "revoked",
            CredentialState::Failed => "failed",
        };
        write!(to, "Named credential: {state}")?;
        if let Some(name) = &self.name {
            write!(to, ", {name}")?;
        }
        if let Some(at) = self.renewed_at {
            write!(to, ", renewed {}", at.strftime("%Y-%m-%d %H:%M UTC"))?;
        }
        to.write_str(".\n")?;
        if let Some(sighting) = &self.sighting {
            writeln!(to, "In Salesforce: {}", sighting.words)?;
        }
        Ok(())
    }
}
