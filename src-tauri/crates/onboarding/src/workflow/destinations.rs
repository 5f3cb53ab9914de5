//! Where secrets may travel by this machine's settings, and what must be agreed to by name.

use model::catalogue::{Code, Problem};

use super::problem::problem;
use crate::records::{ProxySetting, Settings};

/// Refuses settings by which secrets would travel through or to a place, or be shown to whoever a
/// certificate file vouches for, that is neither in use already nor among the names confirmed. The
/// problem's detail names each on a line of its own, as it would be kept.
pub(super) fn refuse_unconfirmed(
    before: &Settings,
    after: &Settings,
    confirmed: &[String],
) -> Result<(), Problem> {
    let known = named(before);
    let new: Vec<(&'static str, &str)> = named(after)
        .into_iter()
        .filter(|one| !known.contains(one) && !confirmed.iter().any(|name| name == one.1))
        .collect();
    let Some((field, _)) = new.first() else {
        return Ok(());
    };
    let names: Vec<&str> = new.iter().map(|(_, name)| *name).collect();
    Err(problem(Code::DestinationNew)
        .at_field(field)
        .with_detail(names.join("\n")))
}

/// The settings' fields that name such a place, and the names.
fn named(settings: &Settings) -> Vec<(&'static str, &str)> {
    let proxy = match &settings.proxy {
        ProxySetting::Custom(address) => address,
        ProxySetting::System | ProxySetting::Direct => "",
    };
    [
        ("proxy_address", proxy),
        ("trust_file", &settings.trust_file),
        ("gcis_api", &settings.gcis_api),
        ("gcis_token", &settings.gcis_token),
    ]
    .into_iter()
    .filter(|(_, name)| !name.is_empty())
    .collect()
}
