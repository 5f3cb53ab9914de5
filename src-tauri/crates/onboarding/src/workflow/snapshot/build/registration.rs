//! What the registration page says beside the answers.

use model::catalogue::{Code, FindingStatus};
use model::onboarding::{GcisFinding, Onboarding, Tenant};

use crate::workflow::register::VERIFIED_FOR;
use crate::workflow::snapshot::{
    ExistingView, GcisFindingView, GcisFoundView, LastVerifiedView, MismatchView, TenantFitView,
};

const TENANT_UNTOLD: &str = "GCIS does not say whether this tenant is for production or for tests.";
const ORG_UNTOLD: &str = "Salesforce did not say whether this org is a sandbox.";

pub(super) fn last_verified(onboarding: &Onboarding) -> Option<LastVerifiedView> {
    let last = onboarding.last_connection()?;
    let basis = &onboarding.facts.verification.as_ref()?.basis;
    Some(LastVerifiedView {
        connection: last.value.clone(),
        at: last.at,
        stands_until: last.at + VERIFIED_FOR,
        stands_for_minutes: u32::try_from(VERIFIED_FOR.as_mins()).unwrap_or_default(),
        changed_since: basis.differs_from(&onboarding.sign_in_basis()),
    })
}

pub(super) fn tenant_fit(onboarding: &Onboarding) -> TenantFitView {
    let tenant = onboarding.fields.tenant.as_ref();
    let kind = tenant.and_then(Tenant::kind);
    let last = onboarding.last_connection();
    let sandbox = last.map(|last| last.value.sandbox);
    TenantFitView {
        kind,
        mismatch: onboarding.tenant_mismatch().map(|mismatch| MismatchView {
            says: mismatch.says(),
            means: mismatch.means(),
            words: mismatch.words(),
        }),
        cannot_tell: match (tenant, kind, sandbox) {
            // Of a tenant whose name was typed nobody but the person can say what it is for.
            (Some(tenant), None, Some(_)) if tenant.id.is_some() => Some(TENANT_UNTOLD),
            (Some(_), Some(_), Some(None)) => Some(ORG_UNTOLD),
            _ => None,
        },
    }
}

pub(super) fn existing(onboarding: &Onboarding) -> Option<ExistingView> {
    let existing = onboarding.existing_instance()?;
    let now = onboarding.registration_basis()?;
    let basis = existing.basis(&now);
    Some(ExistingView {
        instance_id: existing.id.clone(),
        found_at: existing.found_at,
        created_at: existing.created_at,
        route_title: existing.route.map(model::Route::title),
        username: existing.username.clone(),
        login_url: existing.login_url.clone(),
        event_endpoint: existing.event_endpoint.clone(),
        works: existing.works,
        unreadable: existing.unreadable,
        differs: basis.differs_from(&now),
        can_replace: basis.differs_in_sign_in_alone(&now),
    })
}

pub(super) fn gcis_found(onboarding: &Onboarding) -> Option<GcisFoundView> {
    let refusal = onboarding.gcis_refusal()?;
    let findings = refusal.findings.iter();
    Some(GcisFoundView {
        at: refusal.at,
        findings: findings.map(|found| finding(found, onboarding)).collect(),
    })
}

fn finding(found: &GcisFinding, onboarding: &Onboarding) -> GcisFindingView {
    let is_amiss = !matches!(found.status, FindingStatus::Passed | FindingStatus::Skipped);
    let known = found.code.map(Code::entry);
    let entry = known.unwrap_or_else(|| Code::GcisSays.entry());
    let said = found.message.clone();
    let (summary, evidence) = match known {
        Some(known) => (known.summary.to_owned(), said),
        None if said.is_empty() && is_amiss => (entry.summary.to_owned(), said),
        None => (said, String::new()),
    };
    GcisFindingView {
        check: found.id.clone(),
        title: found.title.clone(),
        status: found.status,
        code: entry.name,
        summary,
        evidence,
        fixes: if is_amiss {
            entry.fixes(onboarding.route, |link| onboarding.can_open(link))
        } else {
            Vec::new()
        },
    }
}
