//! Where each setting of the guide goes: one row for every row of Salesforce's forms.
//!
//! Elements: the types `ConnectedApp`, `ExternalClientApplication` and `ExtlClntApp…` of
//! Salesforce's Metadata API Developer Guide. A path is the type and its elements.

use model::guide::Setting;

use super::counterpart::Counterpart;
use super::particulars::{App, Particulars};

use Counterpart::{Choice, Defaults, FileName, Flag, Given, NotCarried, NotThere, Opposite, There};

/// Where a setting of this app goes; nothing for a setting that no row names.
pub(super) fn of(app: &App, setting: &Setting) -> Option<&'static Counterpart> {
    let table = match app {
        App::ConnectedApp => CONNECTED_APP,
        App::ExternalClientApp { .. } => EXTERNAL_CLIENT_APP,
    };
    let row = table.iter().find(|(id, _)| *id == setting.id);
    row.map(|(_, counterpart)| counterpart)
}

const CONNECTED_APP: &[(&str, Counterpart)] = &[
    ("app.name", Given("ConnectedApp/label", label)),
    ("app.api_name", FileName),
    (
        "app.contact_email",
        Given("ConnectedApp/contactEmail", contact_email),
    ),
    (
        "app.contact_phone",
        NotThere(&["ConnectedApp/contactPhone"]),
    ),
    ("app.logo", NotThere(&["ConnectedApp/logoUrl"])),
    ("app.icon", NotThere(&["ConnectedApp/iconUrl"])),
    ("app.info_url", Given("ConnectedApp/infoUrl", info_url)),
    ("app.description", NotThere(&["ConnectedApp/description"])),
    ("app.enable_oauth", There("ConnectedApp/oauthConfig")),
    (
        "app.device_flow",
        NotCarried(
            "the ConnectedApp type has no element for it; a new app comes with it unchecked",
        ),
    ),
    (
        "app.callback",
        Given("ConnectedApp/oauthConfig/callbackUrl", callback_url),
    ),
    (
        "app.digital_signature",
        NotThere(&["ConnectedApp/oauthConfig/certificate"]),
    ),
    (
        "app.scopes",
        Given("ConnectedApp/oauthConfig/scopes", scopes),
    ),
    (
        "app.web_server_secret",
        Opposite("ConnectedApp/oauthConfig/isConsumerSecretOptional"),
    ),
    (
        "app.introspect",
        Flag("ConnectedApp/oauthConfig/isIntrospectAllTokens"),
    ),
    (
        "app.id_token",
        NotThere(&["ConnectedApp/oauthConfig/idTokenConfig"]),
    ),
    (
        "app.asset_tokens",
        NotThere(&["ConnectedApp/oauthConfig/assetTokenConfig"]),
    ),
    (
        "app.single_logout",
        NotThere(&["ConnectedApp/oauthConfig/singleLogoutUrl"]),
    ),
    (
        "app.other_sections",
        NotThere(&[
            "ConnectedApp/startUrl",
            "ConnectedApp/plugin",
            "ConnectedApp/mobileAppConfig",
            "ConnectedApp/canvasConfig",
        ]),
    ),
];

const EXTERNAL_CLIENT_APP: &[(&str, Counterpart)] = &[
    ("eca.name", Given("ExternalClientApplication/label", label)),
    ("eca.api_name", FileName),
    (
        "eca.contact_email",
        Given("ExternalClientApplication/contactEmail", contact_email),
    ),
    (
        "eca.distribution",
        Choice("ExternalClientApplication/distributionState"),
    ),
    (
        "eca.info_url",
        Given("ExternalClientApplication/infoUrl", info_url),
    ),
    (
        "eca.other_fields",
        NotThere(&[
            "ExternalClientApplication/contactPhone",
            "ExternalClientApplication/logoUrl",
            "ExternalClientApplication/iconUrl",
            "ExternalClientApplication/description",
        ]),
    ),
    (
        "eca.enable_oauth",
        Flag("ExtlClntAppConfigurablePolicies/isOauthPluginEnabled"),
    ),
    (
        "eca.callback",
        Given("ExtlClntAppGlobalOauthSettings/callbackUrl", callback_url),
    ),
    (
        "eca.scopes",
        Given(
            "ExtlClntAppOauthSettings/commaSeparatedOauthScopes",
            comma_separated_scopes,
        ),
    ),
    (
        "eca.flow",
        Flag("ExtlClntAppGlobalOauthSettings/isClientCredentialsFlowEnabled"),
    ),
    (
        "eca.security",
        Defaults(&[
            (
                "ExtlClntAppGlobalOauthSettings/isConsumerSecretOptional",
                "false",
            ),
            (
                "ExtlClntAppGlobalOauthSettings/isSecretRequiredForRefreshToken",
                "true",
            ),
            ("ExtlClntAppGlobalOauthSettings/isPkceRequired", "true"),
        ]),
    ),
    (
        "eca.permitted_users",
        Choice("ExtlClntAppOauthConfigurablePolicies/permittedUsersPolicyType"),
    ),
    (
        "eca.policy_flow",
        Flag("ExtlClntAppOauthConfigurablePolicies/isClientCredentialsFlowEnabled"),
    ),
    (
        "eca.run_as",
        Given(
            "ExtlClntAppOauthConfigurablePolicies/clientCredentialsFlowUser",
            run_as,
        ),
    ),
    (
        "eca.ip_relaxation",
        Choice("ExtlClntAppOauthConfigurablePolicies/ipRelaxationPolicyType"),
    ),
];

fn label(from: &Particulars) -> Vec<String> {
    vec![from.label.clone()]
}

fn contact_email(from: &Particulars) -> Vec<String> {
    vec![from.contact_email.clone()]
}

fn callback_url(from: &Particulars) -> Vec<String> {
    vec![from.callback_url.clone()]
}

fn info_url(from: &Particulars) -> Vec<String> {
    vec![from.info_url.clone()]
}

fn scopes(from: &Particulars) -> Vec<String> {
    let tokens = from.scopes.iter().map(|scope| scope.token().to_owned());
    tokens.collect()
}

fn comma_separated_scopes(from: &Particulars) -> Vec<String> {
    vec![scopes(from).join(", ")]
}

fn run_as(from: &Particulars) -> Vec<String> {
    let run_as = from.app.run_as().map(str::to_owned);
    run_as.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use model::guide::Value;

    use super::super::project::trees;
    use super::*;

    fn apps() -> [Particulars; 2] {
        let run_as = "connector@northwind.example".to_owned();
        [App::ConnectedApp, App::ExternalClientApp { run_as }].map(Particulars::of_guide)
    }

    /// Every setting of an app, with where it goes.
    fn each(from: &Particulars) -> Vec<(&'static Setting, &'static Counterpart)> {
        let settings = from.app.forms().iter().flat_map(|form| form.settings);
        let with_counterpart = settings.map(|setting| {
            let counterpart = of(&from.app, setting);
            let missing = || panic!("{} has no counterpart in the metadata", setting.id);
            (setting, counterpart.unwrap_or_else(missing))
        });
        with_counterpart.collect()
    }

    #[test]
    fn every_setting_of_the_guide_has_a_counterpart_or_a_reason() {
        for from in apps() {
            for (setting, counterpart) in each(&from) {
                if let NotCarried(reason) = counterpart {
                    assert!(!reason.is_empty(), "{}", setting.id);
                }
            }
        }
    }

    #[test]
    fn every_counterpart_belongs_to_a_setting_of_the_guide() {
        for (from, table) in apps().iter().zip([CONNECTED_APP, EXTERNAL_CLIENT_APP]) {
            assert_eq!(table.len(), each(from).len());
        }
    }

    #[test]
    fn what_the_guide_asks_for_is_what_the_files_say() {
        for from in apps() {
            let trees = trees(&from);
            let has = |path: &str| {
                let (kind, path) = path.split_once('/').unwrap();
                trees[kind].has(path)
            };
            for (setting, counterpart) in each(&from) {
                let id = setting.id;
                for (path, texts) in counterpart.elements(setting, &from) {
                    let (kind, below) = path.split_once('/').unwrap();
                    assert_eq!(trees[kind].texts(below), texts, "{id}: {path}");
                    assert!(texts.iter().all(|text| !text.is_empty()), "{id}: {path}");
                }
                let kept = setting.value;
                let fits = match counterpart {
                    Given(path, value) => has(path) && !value(&from).is_empty(),
                    Flag(_) | Opposite(_) => matches!(kept, Value::Checked | Value::Unchecked),
                    Choice(path) => matches!(kept, Value::Choose(_)) && has(path),
                    Defaults(_) => kept == Value::Default,
                    There(path) => kept == Value::Checked && has(path),
                    NotThere(paths) => {
                        let is_left_alone =
                            matches!(kept, Value::Blank | Value::Unchecked | Value::Default);
                        is_left_alone && !paths.iter().any(|path| has(path))
                    }
                    FileName => kept == Value::Generated,
                    NotCarried(_) => matches!(kept, Value::Unchecked | Value::Default),
                };
                assert!(fits, "{id} asks for {kept:?}, and the files say otherwise");
            }
        }
    }

    #[test]
    fn what_is_typed_into_a_form_is_what_the_guide_gives() {
        use model::guide::Places;
        let places = Places {
            domain: "",
            sandbox: "",
        };
        for from in apps() {
            for (setting, counterpart) in each(&from) {
                if let (Value::Text(_), Given(_, value)) = (setting.value, counterpart)
                    && setting.id != "eca.run_as"
                {
                    assert_eq!(
                        value(&from),
                        [setting.value.words(&places)],
                        "{}",
                        setting.id
                    );
                }
            }
        }
    }
}
