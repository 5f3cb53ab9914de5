//! The portal's first page, *Connector Store* and *Tenants*.

use axum::Extension;
use axum::extract::State;
use maud::{Markup, html};

use crate::pages::Pages;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::route::Route;

/// `GET portal`.
pub(super) async fn home(Extension(visitor): Extension<Visitor>) -> Markup {
    let link = |path: &str, words: &str| html! { li { a href=(visitor.path(path)) { (words) } } };
    let body = html! {
        p { "This is a place to practise what you will do in the portal. Gentrack’s own looks different; the clicks and \
             the words are those of its published page." }
        ul {
            (link("portal/connector-store", "Connector Store"))
            (link("portal/connectors", "My Connectors"))
            (link("portal/tenants", "Tenants"))
        }
    };
    page(&visitor, Area::Portal, "GCIS Developer Portal", &body)
}

/// `GET portal/connector-store`.
pub(super) async fn store(Extension(visitor): Extension<Visitor>) -> Markup {
    let path = |route: Route| visitor.path(&super::dialog::path(route));
    let body = html! {
        h2 { "Salesforce Connector" }
        p { "Publishes Gentrack events to Salesforce Sales Cloud." }
        p { a.button href=(path(Route::ConnectedApp)) { "Setup new instance" } }
        p.hint { "Which fields Gentrack’s own dialog shows depends on the way in which your connector signs in. "
            a href=(path(Route::ExternalClientApp)) { "Practise with the dialog for an external client app" } "." }
    };
    page(&visitor, Area::Portal, "Connector Store", &body)
}

/// `GET portal/tenants`.
pub(super) async fn tenants(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Markup {
    let tenants = pages.gcis.tenants(&visitor.org_key);
    let body = html! {
        @if tenants.is_empty() { p { "No tenants yet. Add one and connect it to your core system." } }
        @else {
            table {
                thead { tr { th scope="col" { "Name" } th scope="col" { "Tenant Id" } th scope="col" { "Product" }
                    th scope="col" { "Environment" } } }
                tbody {
                    @for tenant in tenants {
                        tr { th scope="row" { (tenant.name) } td { code { (tenant.id) } } td { (tenant.product) }
                            td { (tenant.environment) } }
                    }
                }
            }
        }
    };
    page(&visitor, Area::Portal, "Tenants", &body)
}
