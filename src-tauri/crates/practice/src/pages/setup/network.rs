//! *Network Access* and the profiles' *Login IP Ranges*.

use axum::Extension;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::{Markup, html};

use super::{OfId, on_to};
use crate::ip_range::IpRange;
use crate::pages::entered::Entered;
use crate::pages::form::{Amiss, Field, check, form, section, summary};
use crate::pages::look::{Area, page};
use crate::pages::visitor::{FORM_MARK, Visitor};
use crate::pages::{Gone, Pages, Shown};
use crate::profile::Profile;
use crate::salesforce::Source;

const TRUSTED: &str = "setup/network-access";

fn fields() -> Vec<Field> {
    vec![
        Field::text("start", "Start IP Address").required(),
        Field::text("end", "End IP Address").required(),
    ]
}

/// `GET setup/network-access`.
pub(super) async fn trusted(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    show_trusted(&pages, &visitor, &Entered::default(), &Amiss::new())
}

/// `POST setup/network-access`.
pub(super) async fn trust(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let range = match read(&entered) {
        Ok(range) => range,
        Err(amiss) => return show_trusted(&pages, &visitor, &entered, &amiss),
    };
    pages.change(&visitor, |org, _, _| {
        org.settings.trusted.push(range);
        Ok(())
    })?;
    Ok(on_to(&visitor, TRUSTED))
}

/// `POST setup/network-access/delete`.
pub(super) async fn distrust(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    pages.change(&visitor, |org, _, _| {
        let range = read(&entered).map_err(|_| Gone)?;
        org.settings.trusted.retain(|one| *one != range);
        Ok(())
    })?;
    Ok(on_to(&visitor, TRUSTED))
}

fn show_trusted(pages: &Pages, visitor: &Visitor, entered: &Entered, amiss: &Amiss) -> Shown {
    let body = pages.org(visitor, |org, _| {
        html! {
            p { "From these addresses users sign in without a security token." }
            (ranges(visitor, TRUSTED, "Trusted IP Ranges", &org.settings.trusted, entered, amiss))
        }
    })?;
    Ok(page(visitor, Area::Setup, "Network Access", &body).into_response())
}

/// `GET setup/profiles`.
pub(super) async fn profiles(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
) -> Shown {
    let body = pages.org(&visitor, |org, _| {
        html! {
            table {
                thead { tr { th scope="col" { "Profile Name" } th scope="col" { "User License" }
                    th scope="col" { "Login IP Ranges" } } }
                tbody {
                    @for profile in Profile::ALL {
                        tr {
                            th scope="row" {
                                a href=(visitor.path(&path(profile))) { (profile.name()) }
                            }
                            td { (profile.licence()) }
                            td { (org.settings.ranges_of(profile).len()) }
                        }
                    }
                }
            }
        }
    })?;
    Ok(page(&visitor, Area::Setup, "Profiles", &body).into_response())
}

/// `GET setup/profiles/{id}`.
pub(super) async fn profile(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
) -> Shown {
    let profile = find(&id)?;
    show_profile(
        &pages,
        &visitor,
        profile,
        &Entered::default(),
        &Amiss::new(),
    )
}

/// `POST setup/profiles/{id}`.
pub(super) async fn let_in(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let profile = find(&id)?;
    let range = match read(&entered) {
        Ok(range) => range,
        Err(amiss) => return show_profile(&pages, &visitor, profile, &entered, &amiss),
    };
    pages.change(&visitor, |org, _, _| {
        let ranges = org.settings.login_ranges.entry(profile).or_default();
        ranges.push(range);
        Ok(())
    })?;
    Ok(on_to(&visitor, &path(profile)))
}

/// `POST setup/profiles/{id}/delete`.
pub(super) async fn shut_out(
    State(pages): State<Pages>,
    Extension(visitor): Extension<Visitor>,
    Path(OfId { id }): Path<OfId>,
    Extension(entered): Extension<Entered>,
) -> Shown {
    let profile = find(&id)?;
    pages.change(&visitor, |org, _, _| {
        let range = read(&entered).map_err(|_| Gone)?;
        let ranges = org.settings.login_ranges.entry(profile).or_default();
        ranges.retain(|one| *one != range);
        Ok(())
    })?;
    Ok(on_to(&visitor, &path(profile)))
}

fn show_profile(
    pages: &Pages,
    visitor: &Visitor,
    profile: Profile,
    entered: &Entered,
    amiss: &Amiss,
) -> Shown {
    let body = pages.org(visitor, |org, _| {
        let own = org.settings.ranges_of(profile);
        html! {
            dl {
                dt { "User License" } dd { (profile.licence()) }
                dt { "API Enabled" } dd { @if profile.api_enabled() { "Yes" } @else { "No" } }
                dt { "API Only User" } dd { @if profile.api_only() { "Yes" } @else { "No" } }
            }
            p { "Where there are ranges, users of this profile sign in from these addresses alone. Where there are none, \
                 from any." }
            (ranges(visitor, &path(profile), "Login IP Ranges", own, entered, amiss))
        }
    })?;
    Ok(page(visitor, Area::Setup, profile.name(), &body).into_response())
}

fn path(profile: Profile) -> String {
    format!("setup/profiles/{}", profile.number())
}

fn find(number: &str) -> Result<Profile, Gone> {
    let mut profiles = Profile::ALL.into_iter();
    profiles
        .find(|profile| profile.number() == number)
        .ok_or(Gone)
}

fn read(entered: &Entered) -> Result<IpRange, Amiss> {
    let mut amiss = check(&fields(), entered);
    let range = IpRange::read(entered.text("start"), entered.text("end"));
    if amiss.is_empty() && range.is_none() {
        let words = "Enter two IPv4 addresses, the lower one first.";
        amiss.insert("end", words.to_owned());
    }
    range.ok_or(amiss)
}

fn ranges(
    visitor: &Visitor,
    path: &str,
    title: &str,
    ranges: &[IpRange],
    entered: &Entered,
    amiss: &Amiss,
) -> Markup {
    html! {
        h2 { (title) }
        @if ranges.is_empty() { p { "None." } }
        @else {
            table {
                thead { tr { th scope="col" { "Start IP Address" } th scope="col" { "End IP Address" }
                    th scope="col" { "Action" } } }
                tbody {
                    @for range in ranges {
                        tr { td { (range.start) } td { (range.end) } td { (deletion(visitor, path, *range)) } }
                    }
                }
            }
        }
        h2 { "New" }
        p.hint { (addresses()) }
        (summary(amiss))
        (form(visitor, path, "Save", &section(title, &fields(), entered, amiss)))
    }
}

fn deletion(visitor: &Visitor, path: &str, range: IpRange) -> Markup {
    html! {
        form method="post" action=(visitor.path(&format!("{path}/delete"))) {
            input type="hidden" name=(FORM_MARK) value=(visitor.form_mark);
            input type="hidden" name="start" value=(range.start);
            input type="hidden" name="end" value=(range.end);
            button type="submit" { "Del" }
        }
    }
}

/// Where practice sign-ins come from.
fn addresses() -> String {
    let [desk, check, connector] =
        [Source::Desk, Source::GcisCheck, Source::GcisConnector].map(Source::address);
    format!("In practice this desk is {desk}; GCIS signs in from {check} and {connector}.")
}
