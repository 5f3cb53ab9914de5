//! What GCIS will be sent, shown before it leaves.

use model::catalogue::Code;
use model::onboarding::Connection;
use onboarding::workflow::snapshot::{PortalRow, Snapshot};
use serde::Serialize;

use super::stop::Stop;
use super::terminal::ask;

/// What GCIS will be sent.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sending {
    /// Who signed in where, by the latest verification.
    connected_as: Option<Connection>,
    sends: Vec<Sent>,
}

/// One value that is sent.
#[derive(Serialize)]
struct Sent {
    label: &'static str,
    /// Nothing where it is a secret.
    value: Option<String>,
    /// It is a secret, and stored.
    stored: bool,
}

impl Sending {
    /// Those of the dialog's values that are sent.
    pub(super) fn of(now: &Snapshot, is_sent: impl Fn(&PortalRow) -> bool) -> Self {
        let page = &now.register;
        let rows = page.rows.iter().filter(|row| is_sent(row));
        Self {
            connected_as: page.connected_as.clone(),
            sends: rows
                .map(|row| Sent {
                    label: row.label,
                    value: row.value.clone(),
                    stored: row.secret.is_some(),
                })
                .collect(),
        }
    }

    /// Shows it; nothing is sent without a yes.
    pub(super) async fn agreed(&self, yes: bool, to: &str) -> Result<(), Stop> {
        eprintln!("GCIS will be sent:");
        for Sent { label, value, .. } in &self.sends {
            eprintln!("  {label:<18} {}", value.as_deref().unwrap_or("stored"));
        }
        if let Some(who) = &self.connected_as {
            let user = who.username.as_deref().unwrap_or("a user not named");
            eprintln!("Connected as {user} in {}.", who.org_name);
        }
        if yes {
            return Ok(());
        }
        match ask(format!("Type yes to {to}: ")).await.as_deref() {
            Some("yes") => Ok(()),
            Some(_) => Err(Stop::new(Code::Cancelled, "")),
            None => Err(Stop::misused("nothing is sent without --yes")),
        }
    }
}
