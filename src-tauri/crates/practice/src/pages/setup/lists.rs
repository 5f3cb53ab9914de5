//! What an admin looks up: *Named Credentials*, *Installed Packages*, *Company Information*.

use axum::Extension;
use axum::extract::State;
use axum::response::IntoResponse;
use maud::html;

use super::time::moment;
use crate::org::{PACKAGE_NAME, PACKAGE_NAMESPACE};
use crate::origin::full_name;
use crate::pages::look::{Area, page};
use crate::pages::visitor::Visitor;
use crate::pages::{Pages, Shown};
use crate::profile::LICENCES;
use crate::scenario::Effect;

/// How many licences of each kind the practice org has.
const LICENCES_EACH: usize = 10;

/// `GET setup/named-credentials`.
pub(super) async fn named_credentials(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let body = pages.org(&visitor, |org, _| {
        html! {
            @if org.named_credentials.is_empty() { p { "None. GCIS puts one here when you add it in the portal." } }
            @else {
                table {
                    thead { tr { th scope="col" { "Label" } th scope="col" { "Name" } th scope="col" { "Created" }
                        th scope="col" { "Last Modified" } th scope="col" { "Last Modified By" } } }
                    tbody {
                        @for row in &org.named_credentials {
                            tr {
                                th scope="row" { (row.developer_name.replace('_', " ")) }
                                td { (row.developer_name) }
                                td { (moment(row.created)) }
                                td { (moment(row.modified)) }
                                td { @if let Some(user) = org.user(&row.written_by) { (user.name()) } }
                            }
                        }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Named Credentials", &body).into_response())
}

/// `GET setup/packages`.
pub(super) async fn packages(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let body = pages.org(&visitor, |org, live| {
        let absent = live
            .scenario
            .effects()
            .any(|effect| matches!(effect, Effect::Empty("InstalledSubscriberPackage")));
        html! {
            p.hint { "Name and namespace are invented: Gentrack’s own are not public." }
            @if absent { p { "No packages installed." } }
            @else {
                table {
                    thead { tr { th scope="col" { "Package Name" } th scope="col" { "Namespace Prefix" }
                        th scope="col" { "Status" } th scope="col" { "Apex REST path" } } }
                    tbody { tr {
                        th scope="row" { (PACKAGE_NAME) }
                        td { (PACKAGE_NAMESPACE) }
                        td { "Active" }
                        td { code { (org.event_endpoint) } }
                    } }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Installed Packages", &body).into_response())
}

/// `GET setup/company`.
pub(super) async fn company(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let domain = pages.cloud.domain();
    let body = pages.org(&visitor, |org, _| {
        let used = |licence: &str| {
            let holders = org.users().filter(|user| user.active);
            holders.filter(|user| user.about.profile.licence() == licence).count()
        };
        html! {
            dl {
                dt { "Organization Name" } dd { (org.name) }
                dt { "Salesforce.com Organization ID" } dd { (org.id) }
                dt { "Organization Edition" } dd { "Enterprise Edition" }
                dt { "Instance" } dd { "PRACTICE1" }
                dt { "Sandbox" } dd { @if org.sandbox { "Yes" } @else { "No" } }
                dt { "My Domain" } dd { code { (full_name(&org.my_domain, &domain)) } }
            }
            h2 { "User Licenses" }
            table {
                thead { tr { th scope="col" { "Name" } th scope="col" { "Total Licenses" } th scope="col" { "Used Licenses" } } }
                tbody {
                    @for licence in LICENCES {
                        tr { th scope="row" { (licence) } td { (LICENCES_EACH) } td { (used(licence)) } }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Company Information", &body).into_response())
}
