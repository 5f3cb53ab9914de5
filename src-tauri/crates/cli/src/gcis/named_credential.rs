//! `connectorctl named-credential`: added, rotated, revoked, or asked after.

use std::fmt::{self, Display, Formatter};
use std::process::ExitCode;

use jiff::Timestamp;
use model::catalogue::Code;
use model::onboarding::{CredentialAction, CredentialState};
use onboarding::workflow::snapshot::Snapshot;
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
    /// When it was last added or rotated, by GCIS's word.
    renewed_at: Option<Timestamp>,
    /// Something begun has not ended, or nobody knows how.
    under_way: bool,
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
    if let Some(guarded) = guarded {
        org_is_named(&saved, guarded).await?;
    }
    let before = standing.under_way;
    standing.under_way = true;
    let changed = saved
        .workspace
        .change_named_credential(saved.id, action)
        .await;
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
    let asked = saved.workspace.refresh_named_credential(saved.id).await;
    standing.read(&saved.open()?);
    asked.map(drop).map_err(Stop::from)
}

/// Whoever rotates or revokes names the org that is meant.
async fn org_is_named(saved: &Saved, guarded: &GuardedOptions) -> Result<(), Stop> {
    let record = saved.workspace.load(saved.id)?;
    let verification = record.facts.verification.as_ref();
    let connection = verification.and_then(|verification| verification.connection.as_ref());
    let name = connection.map(|connection| connection.value.org_name.clone());
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        let words = "the org's name is not known: connectorctl check --onboarding asks for it";
        return Err(Stop::new(Code::VerifyFirst, words));
    };
    let typed = match &guarded.org_name {
        Some(typed) => Some(typed.clone()),
        None => ask("Type the Salesforce org's name: ".to_owned()).await,
    };
    match typed {
        Some(typed) if typed.trim() == name.trim() => Ok(()),
        Some(_) => Err(Stop::misused("--org-name is not the name of this org")),
        None => Err(Stop::misused("give --org-name with the org's name in full")),
    }
}

impl Standing {
    fn read(&mut self, now: &Snapshot) {
        let page = &now.named_credential;
        self.state = Some(page.state);
        self.name.clone_from(&page.name);
        self.renewed_at = page.renewed_at;
        self.under_way = page.under_way;
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
        to.write_str(".\n")
    }
}
