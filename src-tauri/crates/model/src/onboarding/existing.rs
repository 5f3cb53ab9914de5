//! A connector instance that was there before: somebody connected this org to this tenant already.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{RegistrationBasis, SignInBasis};
use crate::{Onboarding, Route};

/// A connector instance for the same org and tenant that this onboarding did not make, as GCIS
/// tells it. What GCIS left out is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExistingInstance {
    /// Its id.
    pub id: String,
    /// The tenant's id for which it was found.
    pub tenant_id: String,
    /// The org's id for which it was found.
    pub org_id: String,
    /// When it was found.
    pub found_at: Timestamp,
    /// How it signs in.
    #[serde(default)]
    pub route: Option<Route>,
    /// The user that signs in.
    #[serde(default)]
    pub username: Option<String>,
    /// Where it signs in.
    #[serde(default)]
    pub login_url: Option<String>,
    /// Where its events go.
    #[serde(default)]
    pub event_endpoint: Option<String>,
    /// Whether Salesforce still takes its credentials; nothing where GCIS does not say.
    #[serde(default)]
    pub works: Option<bool>,
    /// When it was created.
    #[serde(default)]
    pub created_at: Option<Timestamp>,
    /// GCIS named it as the reason of a refusal, and does not show it to this account: nothing can be
    /// done about it here.
    #[serde(default)]
    pub unreadable: bool,
}

impl ExistingInstance {
    /// What it works with, as far as GCIS tells; the rest is taken to be what is entered here now.
    /// Which password, token, key and secret it has nobody tells.
    pub fn basis(&self, now: &RegistrationBasis) -> RegistrationBasis {
        let told = |value: &Option<String>, here: &String| value.as_ref().unwrap_or(here).clone();
        let route = self.route.unwrap_or(now.sign_in.route);
        RegistrationBasis {
            sign_in: SignInBasis {
                route,
                login_url: told(&self.login_url, &now.sign_in.login_url),
                username: match route {
                    Route::ConnectedApp => told(&self.username, &now.sign_in.username),
                    Route::ExternalClientApp => String::new(),
                },
                secrets: now.sign_in.secrets.clone(),
            },
            event_endpoint: told(&self.event_endpoint, &now.event_endpoint),
            tenant: now.tenant.clone(),
        }
    }
}

/// That an instance was adopted rather than made here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Adopted {
    /// When.
    pub at: Timestamp,
    /// Whether its credentials were replaced by ones of this onboarding since: until then nobody
    /// here knows them.
    pub credentials_given: bool,
}

impl Onboarding {
    /// The instance found for the org and tenant that would be registered now.
    pub fn existing_instance(&self) -> Option<&ExistingInstance> {
        let existing = self.facts.existing.as_deref()?;
        let tenant = self.fields.tenant.as_ref()?;
        let org = self.last_connection()?;
        let is_for_this = self.facts.registered.is_none()
            && tenant.id.as_deref() == Some(existing.tenant_id.as_str())
            && org.value.is_org(&existing.org_id);
        is_for_this.then_some(existing)
    }
}
