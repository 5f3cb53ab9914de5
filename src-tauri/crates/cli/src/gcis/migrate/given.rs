//! Giving GCIS other credentials through the API.

use model::Route;
use model::catalogue::{Code, Problem};
use model::dialog::DialogField;
use onboarding::workflow::snapshot::{MoveGiving, PortalRow, Snapshot};
use serde::Serialize;

use super::facts::Facts;
use super::save_is_unknown;
use crate::gcis::arguments::MigrateOptions;
use crate::gcis::saved::Saved;
use crate::gcis::sending::Sending;
use crate::gcis::stop::Stop;

/// What came of it in this run.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Giving {
    /// GCIS has what is entered now, since this run.
    pub(super) given: bool,
    /// The same request was sent again under its own key, since an answer had never come: GCIS
    /// answers for it and does nothing twice.
    pub(super) asked_again: bool,
    /// The request may have left, and its answer has not come.
    #[serde(skip)]
    pub(super) may_have_left: bool,
}

/// Verifies what is entered, shows what will be sent, and gives it to GCIS after a yes.
pub(super) async fn give(
    saved: &Saved,
    options: &MigrateOptions,
    to: &str,
    facts: &mut Facts,
) -> Result<(), Stop> {
    all_is_entered(&saved.open()?)?;
    let now = saved.verified().await?;
    if now.moving.giving != MoveGiving::ByApi {
        facts.only_in_the_portal(&now);
        let registered = now.register.registered.as_ref();
        let is_named = registered.is_some_and(|known| known.instance_id.is_some());
        let words = if is_named {
            "More than the sign-in has changed."
        } else {
            "GCIS named no instance here, so the API cannot replace its credentials. Enter them in \
             the portal, and say in the window how the save ended."
        };
        return Err(Stop::new(Code::OnlyInThePortal, words));
    }
    facts.sending = Sending::of(&now, |row| is_replaced(row, now.route));
    facts.sending.agreed(options.yes, to).await?;

    // An answer to a run before this one never came.
    facts.giving.asked_again = now.moving.either && !save_is_unknown(&now);
    facts.giving.may_have_left = true;
    let given = replace(saved, facts).await;
    facts.giving.may_have_left = false;
    if let Err(problem) = given {
        facts.refused(&saved.open()?);
        return Err(problem.into());
    }
    facts.giving.given = true;
    Ok(())
}

/// After an answer that never came the same request asks again, once and at once.
async fn replace(saved: &Saved, facts: &mut Facts) -> Result<(), Problem> {
    let replacing = saved.workspace.replace_credentials(saved.id);
    match Box::pin(replacing).await {
        Err(problem) if problem.code == Code::ReplacementUnknown.entry().name => {
            eprintln!(
                "GCIS did not answer. The same request is sent again; nothing is done twice."
            );
            facts.giving.asked_again = true;
            let again = saved.workspace.replace_credentials(saved.id);
            Box::pin(again).await.map(drop)
        }
        ended => ended.map(drop),
    }
}

fn all_is_entered(now: &Snapshot) -> Result<(), Stop> {
    let missing = &now.credentials.missing;
    if missing.is_empty() {
        return Ok(());
    }
    let whose = match now.route {
        Route::ConnectedApp => "the connected app's",
        Route::ExternalClientApp => "the external client app's",
    };
    let mut words = format!(
        "Still empty: {}. Enter {whose} in the window: open {} there, then Credentials.",
        missing.join(", "),
        now.name
    );
    if now.route == Route::ExternalClientApp && missing.contains(&DialogField::LoginUrl.label()) {
        words += " The Login URL has to be the org's own, as My Domain in Setup shows it.";
    }
    Err(Stop::new(Code::CredentialsIncomplete, words))
}

/// The instance keeps its tenant and its Event Endpoint.
fn is_replaced(row: &PortalRow, route: Route) -> bool {
    let mut fields = DialogField::ALL.into_iter();
    fields.any(|field| field.label() == row.label && field.signs_in(route))
}
