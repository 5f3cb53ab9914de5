//! *My Connectors*, a connector's own page, and its *Salesforce Basic Information*.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::{Markup, html};

use super::{OfId, edit, named_credential};
use crate::gcis::Connector;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Gone, Pages, Shown};
use crate::route::Route;

/// `GET portal/connectors`.
pub(super) async fn list(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Markup {
    let connectors = pages.gcis.connectors(&visitor.org_key);
    let body = html! {
        @if connectors.is_empty() {
            p { "No connectors yet." }
            p { a href=(visitor.path("portal/connector-store")) { "Connector Store" } }
        } @else {
            table {
                thead { tr { th scope="col" { "Connector" } th scope="col" { "Salesforce org" } th scope="col" { "Tenant" }
                    th scope="col" { "Status" } th scope="col" { "Created" } } }
                tbody {
                    @for connector in connectors {
                        tr {
                            th scope="row" {
                                a href=(visitor.path(&format!("portal/connectors/{}", connector.instance.id))) {
                                    "Salesforce Connector"
                                }
                            }
                            td { (connector.instance.org_id) }
                            td { (connector.tenant) }
                            td { "Connected" }
                            td { (connector.instance.created_at.strftime("%Y-%m-%d %H:%M:%S UTC")) }
                        }
                    }
                }
            }
        }
    };
    page(&visitor, Area::Portal, "My Connectors", &body)
}

/// `GET portal/connectors/{id}`.
pub(super) async fn read(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let connector = find(&pages, &visitor, &id)?;
    let body = html! {
        dl {
            dt { "Connector" } dd { "Salesforce Connector" }
            dt { "Tenant" } dd { (connector.tenant) }
            dt { "Status" } dd { "Connected" }
        }
        p { a href=(visitor.path(&basic_path(&id))) { "Salesforce Basic Information" } }
    };
    Ok(page(&visitor, Area::Portal, "Salesforce Connector", &body).into_response())
}

/// `GET portal/connectors/{id}/basic-information`.
pub(super) async fn basic_information(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let connector = find(&pages, &visitor, &id)?;
    let instance = &connector.instance;
    let body = html! {
        dl {
            @if let Some(username) = &instance.username { dt { "Username" } dd { (username) } }
            dt { "Signs in by" } dd {
                @match instance.route {
                    Route::ConnectedApp => "Username, password and security token",
                    Route::ExternalClientApp => "Consumer key and secret",
                }
            }
            dt { "Login URL" } dd { (instance.login_url) }
            dt { "Event Endpoint" } dd { (instance.event_endpoint) }
            dt { "Tenant" } dd { (connector.tenant) }
            dt { "Salesforce org" } dd { (instance.org_id) }
        }
        p { a href=(visitor.path(&edit::path(&id))) { "Edit" } }
        (named_credential::section(&visitor, &connector))
    };
    Ok(page(
        &visitor,
        Area::Portal,
        "Salesforce Basic Information",
        &body,
    )
    .into_response())
}

/// Where a connector's *Salesforce Basic Information* stands.
pub(super) fn basic_path(id: &str) -> String {
    format!("portal/connectors/{id}/basic-information")
}

pub(super) fn find(pages: &Pages, visitor: &Visitor, id: &str) -> Result<Connector, Gone> {
    let connectors = pages.gcis.connectors(&visitor.org_key).into_iter();
    let mut found = connectors.filter(|connector| connector.instance.id == id);
    found.next().ok_or(Gone)
}
