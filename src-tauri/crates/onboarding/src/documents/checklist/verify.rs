//! What the last verification found: every check with its outcome, no line of Login History.

use jiff::civil::Date;
use model::catalogue::{Check, Finding, FindingStatus};
use model::guide::link::Link;
use model::onboarding::Verification;
use model::{Onboarding, Route};

use super::Sheet;
use super::blocks::{heading, moment, points};
use super::route::ending;
use crate::documents::{Block, Item, Section};

pub(super) fn section(sheet: Sheet<'_>, route: Route, today: Date) -> Section {
    let mut blocks = vec![connected_as(sheet)];
    let ends = route.guide().words.ends;
    blocks.extend(ends.map(|ends| Block::Text(ending(&ends, today))));
    if let Sheet::Of(onboarding) = sheet
        && let Some(verification) = &onboarding.facts.verification
    {
        blocks.extend(findings(onboarding, verification));
    }
    blocks.extend([heading("If it is refused"), where_to_look(sheet, route)]);
    Section {
        title: sheet.heading(route, "Verify sign-in", "verify sign-in"),
        blocks,
    }
}

fn connected_as(sheet: Sheet<'_>) -> Block {
    let connection = sheet.onboarding().and_then(Onboarding::current_connection);
    let label = Check::Identity.title();
    let item = match connection {
        Some(verified) => {
            let as_who = &verified.value;
            let user = as_who.username.as_deref().unwrap_or("Cannot tell who");
            let value = format!("{user} in {} ({})", as_who.org_name, as_who.org_id);
            Item::new(true, label, value).with_note(format!("Verified {}.", moment(verified.at)))
        }
        None => Item::new(false, label, ""),
    };
    Block::Items(vec![item])
}

/// What was found with other values than now proves nothing, so its boxes stay empty.
fn findings(onboarding: &Onboarding, verification: &Verification) -> [Block; 2] {
    let differs = verification.basis.differs_from(&onboarding.sign_in_basis());
    let since = if differs.is_empty() {
        String::new()
    } else {
        format!(" Changed since: {}.", differs.join(", "))
    };
    let items = verification
        .findings
        .iter()
        .map(|finding| item(finding, onboarding, differs.is_empty()));
    [
        Block::Heading(format!("Checks of {}.{since}", moment(verification.at))),
        Block::Items(items.collect()),
    ]
}

fn item(finding: &Finding, onboarding: &Onboarding, is_current: bool) -> Item {
    let outcome = match finding.status {
        FindingStatus::Passed => "passed",
        FindingStatus::Warning => "warning",
        FindingStatus::Failed => "failed",
        FindingStatus::Unknown => "cannot tell",
        FindingStatus::Skipped => "not asked",
    };
    let entry = finding.entry();
    let mut note = format!("{}.", entry.summary);
    // The evidence of this one is a line of Login History: a person's address and time.
    if finding.check != Check::SignIns && !finding.evidence.is_empty() {
        note = format!("{note} {}.", finding.evidence.trim_end_matches('.'));
    }
    if matches!(
        finding.status,
        FindingStatus::Warning | FindingStatus::Failed
    ) && let Some(fix) = entry.fixes(onboarding.route, |_| false).first()
    {
        note = format!("{note} {}", fix.text);
    }
    let is_good = is_current && finding.status == FindingStatus::Passed;
    Item::new(is_good, finding.check.title(), outcome).with_note(note)
}

fn where_to_look(sheet: Sheet<'_>, route: Route) -> Block {
    let history = (Link::LoginHistory, "Its newest line says why.");
    let switch = match route {
        Route::ConnectedApp => (
            Link::OAuthSettings,
            "The org’s switch for sign-ins with a password is there.",
        ),
        Route::ExternalClientApp => (
            Link::ExternalClientAppUsage,
            "It shows whether the org blocks the app.",
        ),
    };
    points([history, switch].map(|(link, why)| format!("{} {why}", sheet.place(link))))
}
