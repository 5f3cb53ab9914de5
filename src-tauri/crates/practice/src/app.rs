//! The apps of an org by which a connector may sign in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::profile::Profile;
use crate::random::Random;
use crate::record_id::RecordId;

/// The label that the vendor's page gives the connected app.
pub(crate) const VENDORS_LABEL: &str = "Gentrack Salesforce Sales Cloud Connector";

/// The external client app's, which stands beside it: Login History tells them apart by their names alone.
const EXTERNAL_LABEL: &str = "Gentrack Salesforce Sales Cloud Connector (External)";

/// The scopes that the forms list: Salesforce's short form, and its words.
///
/// Source: help.salesforce.com `remoteaccess_oauth_tokens_scopes`.
pub(crate) const SCOPES: [(&str, &str); 6] = [
    (
        "id",
        "Access the identity URL service (id, profile, email, address, phone)",
    ),
    ("api", "Manage user data via APIs (api)"),
    ("web", "Manage user data via Web browsers (web)"),
    ("full", "Full access (full)"),
    (
        "refresh_token",
        "Perform requests at any time (refresh_token, offline_access)",
    ),
    ("openid", "Access unique user identifiers (openid)"),
];

/// What was filled in on an app's form, by field, with all that has no effect here.
pub(crate) type Filled = BTreeMap<String, String>;

/// What both kinds of apps have.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Common {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) api_name: String,
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    /// *Enable OAuth Settings*, without which there is neither key nor secret.
    pub(crate) oauth: bool,
    /// *Selected OAuth Scopes*, in Salesforce's short form.
    pub(crate) scopes: Vec<String>,
    pub(crate) filled: Filled,
    #[serde(flatten)]
    pub(crate) policies: Policies,
}

/// Who may use an app, and from where.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Policies {
    /// *Permitted Users*: only those of the profiles that were added, rather than all.
    pub(crate) pre_authorized_only: bool,
    /// The profiles that were added to the app.
    pub(crate) profiles: BTreeSet<Profile>,
    /// *IP Relaxation*: the profiles' Login IP Ranges do not count.
    pub(crate) relax_ip: bool,
}

/// A connected app, which takes the username-password flow.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectedApp {
    #[serde(flatten)]
    pub(crate) common: Common,
    /// From when on the servers know it: Salesforce says two to ten minutes after Save.
    pub(crate) takes_effect: Timestamp,
}

/// An external client app, which takes the client credentials flow where its settings and policies allow.
///
/// Source: help.salesforce.com `xcloud.external_client_apps_oauth_flow_config`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExternalClientApp {
    #[serde(flatten)]
    pub(crate) common: Common,
    /// *Enable Client Credentials Flow*, in the app's settings.
    pub(crate) flow_enabled: bool,
    /// *Enable Client Credentials Flow*, in the app's policies.
    pub(crate) flow_allowed: bool,
    /// The id of the user that the app's policies name as *Run As*.
    pub(crate) run_as: Option<String>,
}

/// One of an org's apps.
#[derive(Clone, Copy)]
pub(crate) enum App<'a> {
    Connected(&'a ConnectedApp),
    External(&'a ExternalClientApp),
}

impl<'a> App<'a> {
    pub(crate) fn common(&self) -> &'a Common {
        match self {
            Self::Connected(app) => &app.common,
            Self::External(app) => &app.common,
        }
    }
}

impl Common {
    /// An app with a key and a secret of its own.
    pub(crate) fn invent(random: &mut Random, prefix: &str, name: &str) -> Self {
        Self {
            id: random.record_id(prefix),
            name: name.to_owned(),
            api_name: api_name(name),
            consumer_key: format!("3MVG9{}", random.alphanumeric(80)),
            consumer_secret: random.upper_hex(32),
            oauth: true,
            scopes: Vec::new(),
            filled: Filled::new(),
            policies: Policies::default(),
        }
    }

    /// Whether a scope lets the app call the API.
    pub(crate) fn may_call(&self) -> bool {
        let mut scopes = self.scopes.iter();
        scopes.any(|scope| matches!(scope.as_str(), "api" | "full"))
    }
}

impl Policies {
    /// Whether users of this profile may use the app.
    pub(crate) fn permit(&self, profile: Profile) -> bool {
        !self.pre_authorized_only || self.profiles.contains(&profile)
    }
}

impl ConnectedApp {
    /// The app that each org comes with, set up as the vendor's page says.
    pub(crate) fn ready(random: &mut Random) -> Self {
        Self {
            common: Common {
                scopes: vec!["full".to_owned()],
                ..Common::invent(random, RecordId::CONNECTED_APP, VENDORS_LABEL)
            },
            takes_effect: Timestamp::UNIX_EPOCH,
        }
    }
}

impl ExternalClientApp {
    /// The app that each org comes with: set up as a connector needs it, it runs as this user.
    pub(crate) fn ready(random: &mut Random, run_as: &str) -> Self {
        Self {
            common: Common {
                scopes: vec!["api".to_owned()],
                ..Common::invent(random, RecordId::EXTERNAL_CLIENT_APP, EXTERNAL_LABEL)
            },
            flow_enabled: true,
            flow_allowed: true,
            run_as: Some(run_as.to_owned()),
        }
    }
}

/// The name that Salesforce makes of an app's label: letters, digits and single underscores.
pub(crate) fn api_name(label: &str) -> String {
    let words = label.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_name_is_made_of_the_label() {
        assert_eq!(
            api_name(VENDORS_LABEL),
            "Gentrack_Salesforce_Sales_Cloud_Connector"
        );
        assert_eq!(api_name(" Acme & Sons (2) "), "Acme_Sons_2");
    }

    #[test]
    fn only_added_profiles_may_use_an_app_for_the_pre_authorized() {
        let mut policies = Policies::default();
        assert!(policies.permit(Profile::StandardUser));
        policies.pre_authorized_only = true;
        assert!(!policies.permit(Profile::StandardUser));
        policies.profiles.insert(Profile::StandardUser);
        assert!(policies.permit(Profile::StandardUser));
        assert!(!policies.permit(Profile::MinimumAccess));
    }
}
