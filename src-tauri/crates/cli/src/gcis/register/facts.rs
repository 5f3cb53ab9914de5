//! What is known in the end.

use std::fmt::{self, Display, Formatter};

use model::onboarding::Tenant;
use onboarding::workflow::snapshot::{ExistingView, GcisFindingView, Snapshot};
use serde::Serialize;

use crate::gcis::sending::Sending;

/// What is known in the end.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Facts {
    #[serde(flatten)]
    pub(super) sending: Sending,
    /// The tenants to choose from, where none was chosen.
    pub(super) tenants: Vec<Tenant>,
    /// The tenant.
    tenant: Option<Tenant>,
    /// The instance's id, if GCIS named it.
    instance_id: Option<String>,
    /// It was there before, and was taken over.
    adopted: bool,
    /// The instance that is in the way: it can be taken over.
    existing: Option<ExistingView>,
    /// What GCIS found when it refused.
    findings: Vec<GcisFindingView>,
    /// GCIS was asked what exists, since an answer had never come.
    pub(super) looked_up: bool,
    /// The request may have left.
    #[serde(skip)]
    pub(super) began: bool,
}

impl Facts {
    /// Reads what will be sent.
    pub(super) fn read(&mut self, now: &Snapshot) {
        self.sending = Sending::of(now, |_| true);
        self.tenant.clone_from(&now.register.tenant);
    }

    /// Reads what stood in the way.
    pub(super) fn refused(&mut self, now: &Snapshot) {
        self.existing.clone_from(&now.register.existing);
        let found = now.register.gcis_found.as_ref();
        self.findings = found.map_or_else(Vec::new, |found| found.findings.clone());
    }

    /// Reads what is registered.
    pub(super) fn end(&mut self, now: &Snapshot) {
        let registered = now.register.registered.as_ref();
        self.instance_id = registered.and_then(|known| known.instance_id.clone());
        self.adopted = registered.is_some_and(|known| known.adopted_at.is_some());
        self.tenant.clone_from(&now.register.tenant);
    }
}

impl Display for Facts {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        if !self.tenants.is_empty() {
            writeln!(to, "The tenants:")?;
        }
        for tenant in &self.tenants {
            let id = tenant.id.as_deref().unwrap_or_default();
            let more = [&tenant.product, &tenant.environment];
            let more: Vec<&str> = more.into_iter().flatten().map(String::as_str).collect();
            writeln!(to, "  {id}  {} ({})", tenant.name, more.join(", "))?;
        }
        if let Some(existing) = &self.existing {
            let id = &existing.instance_id;
            writeln!(
                to,
                "GCIS runs the instance {id} for this org and tenant already."
            )?;
            writeln!(to, "To take it over: --adopt keep, or --adopt replace.")?;
        }
        for found in &self.findings {
            writeln!(to, "  {}: {}", found.title, found.summary)?;
        }
        if let Some(id) = &self.instance_id {
            if self.looked_up {
                writeln!(to, "An answer had never come. GCIS shows the instance.")?;
            }
            let how = if self.adopted {
                "Taken over"
            } else {
                "Registered"
            };
            writeln!(to, "{how}: instance {id}.")?;
        }
        Ok(())
    }
}
