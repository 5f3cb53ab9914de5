//! The section *Named Credentials*: Add, Rotate, Revoke.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};

use super::OfId;
use super::connectors::basic_path;
use crate::gcis::{Connector, Kind, Standing};
use crate::pages::form::button;
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};

/// The section, with the buttons that the credential's state allows.
pub(super) fn section(visitor: &Visitor, connector: &Connector) -> Markup {
    let instance = &connector.instance;
    let path = |below: &str| format!("portal/connectors/{}/named-credential/{below}", instance.id);
    html! {
        h2 { "Named Credentials" }
        p { "Lets Salesforce applications call Gentrack’s APIs. For security reasons, Gentrack does not save the Named \
             Credential." }
        dl { dt { "State" } dd { (words(connector.standing)) } }
        @if connector.refused {
            div.amiss role="alert" { p { "The last change failed: Salesforce refused it (INSUFFICIENT_ACCESS)." } }
        }
        div.buttons {
            @match connector.standing {
                Standing::NotEnabled | Standing::Revoked | Standing::Failed => (button(visitor, &path("add"), "Add")),
                Standing::Active => {
                    (button(visitor, &path("rotate"), "Rotate"))
                    (button(visitor, &path("revoke"), "Revoke"))
                }
                Standing::Adding | Standing::Rotating | Standing::Revoking => {
                    a.button href=(visitor.path(&basic_path(&instance.id))) { "Refresh" }
                }
            }
        }
    }
}

const fn words(standing: Standing) -> &'static str {
    match standing {
        Standing::NotEnabled => "Not enabled",
        Standing::Adding => "Being added",
        Standing::Active => "Active",
        Standing::Rotating => "Being rotated",
        Standing::Revoking => "Being revoked",
        Standing::Revoked => "Revoked",
        Standing::Failed => "Not added",
    }
}

/// `POST portal/connectors/{id}/named-credential/add`.
pub(super) async fn add(pages: State<Pages>, visitor: Extension<Visitor>, id: Path<OfId>) -> Shown {
    work(&pages, &visitor, &id.id, Kind::Add)
}

/// `POST portal/connectors/{id}/named-credential/rotate`.
pub(super) async fn rotate(
    pages: State<Pages>,
    visitor: Extension<Visitor>,
    id: Path<OfId>,
) -> Shown {
    work(&pages, &visitor, &id.id, Kind::Rotate)
}

/// `POST portal/connectors/{id}/named-credential/revoke`.
pub(super) async fn revoke(
    pages: State<Pages>,
    visitor: Extension<Visitor>,
    id: Path<OfId>,
) -> Shown {
    work(&pages, &visitor, &id.id, Kind::Revoke)
}

/// Starts the work and shows where it stands. What cannot start now is shown as it is.
fn work(pages: &Pages, visitor: &Visitor, id: &str, kind: Kind) -> Shown {
    let connectors = pages.gcis.connectors(&visitor.org_key);
    if !connectors
        .iter()
        .any(|connector| connector.instance.id == id)
    {
        return Err(Gone);
    }
    pages
        .gcis
        .work_on_named_credential(&visitor.org_key, id, kind);
    Ok(Redirect::to(&visitor.path(&basic_path(id))).into_response())
}
