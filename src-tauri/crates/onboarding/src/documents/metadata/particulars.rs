//! What a project is made from.

use model::guide::{Form, METADATA_API_VERSION, Value, connected_app, external_client_app};

use super::token::Scope;

/// Which app, and what only that one has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum App {
    /// A connected app, for the sign-in with username, password and security token.
    ConnectedApp,
    /// An external client app, for the sign-in with key and secret alone.
    ExternalClientApp {
        /// The username of the user that the connector acts as.
        run_as: String,
    },
}

/// What a project is made from. There is no field for a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// Which app.
    pub app: App,
    /// The app's name on screen; its API name is made from it.
    pub label: String,
    /// Whom Salesforce may write to about the app.
    pub contact_email: String,
    /// The address that the form insists on.
    pub callback_url: String,
    /// Where more is said about the app.
    pub info_url: String,
    /// What the app may do.
    pub scopes: Vec<Scope>,
    /// The Metadata API's version, as in `66.0`.
    pub api_version: String,
}

impl Particulars {
    /// The guide's values for this app.
    pub fn of_guide(app: App) -> Self {
        let scopes = app.forms().iter().flat_map(|form| form.settings);
        let scopes = scopes.filter_map(|setting| match setting.value {
            Value::Choose(words) => Scope::from_words(words),
            _ => None,
        });
        Self {
            scopes: scopes.collect(),
            app,
            label: connected_app::NAME.to_owned(),
            contact_email: connected_app::CONTACT_EMAIL.to_owned(),
            callback_url: connected_app::CALLBACK_URL.to_owned(),
            info_url: connected_app::INFO_URL.to_owned(),
            api_version: METADATA_API_VERSION.to_owned(),
        }
    }

    /// The name that Salesforce makes from the label: letters, digits and single underscores, a
    /// letter first (help.salesforce.com, *Create an External Client App*).
    pub(super) fn api_name(&self) -> String {
        let words = self
            .label
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        let name = words.collect::<Vec<_>>().join("_");
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            name
        } else {
            format!("X{name}")
        }
    }
}

impl App {
    /// The forms that the project stands for.
    pub(super) fn forms(&self) -> &'static [Form] {
        match self {
            Self::ConnectedApp => connected_app::FORMS,
            Self::ExternalClientApp { .. } => external_client_app::FORMS,
        }
    }

    pub(super) fn run_as(&self) -> Option<&str> {
        match self {
            Self::ConnectedApp => None,
            Self::ExternalClientApp { run_as } => Some(run_as),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_says_which_scopes_each_app_asks_for() {
        let scopes = |app| Particulars::of_guide(app).scopes;
        let run_as = "connector@northwind.example".to_owned();
        assert_eq!(scopes(App::ConnectedApp), [Scope::Full]);
        assert_eq!(scopes(App::ExternalClientApp { run_as }), [Scope::Api]);
    }

    #[test]
    fn an_api_name_is_made_as_salesforce_makes_it() {
        let name = |label: &str| {
            let label = label.to_owned();
            let of_guide = Particulars::of_guide(App::ConnectedApp);
            Particulars { label, ..of_guide }.api_name()
        };
        assert_eq!(
            name(connected_app::NAME),
            "Gentrack_Salesforce_Sales_Cloud_Connector"
        );
        assert_eq!(name(" Gas & Power (UAT) "), "Gas_Power_UAT");
        assert_eq!(name("2nd app"), "X2nd_app");
        assert_eq!(name("../../etc"), "etc");
        assert_eq!(name("…"), "X");
    }
}
