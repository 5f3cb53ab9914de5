//! The project's README: the commands, and what stands in the way where.

use model::guide::{connected_app, external_client_app, route};

use super::kind::KINDS;
use super::particulars::{App, Particulars};
use super::table;
use super::token;

/// The README of a project.
pub(super) fn readme(from: &Particulars) -> String {
    let body = match &from.app {
        App::ConnectedApp => connected(from),
        App::ExternalClientApp { run_as } => external(from, &one_line(run_as)),
    };
    let label = one_line(&from.label);
    let after = match from.app {
        App::ConnectedApp => connected_app::KEY_AND_SECRET,
        App::ExternalClientApp { .. } => external_client_app::KEY_AND_SECRET,
    };
    let where_is_what = what_stands_where(from);
    format!(
        "# {label}\n\n\
         A project for the Salesforce CLI, made by Connector Setup. It has no key and no secret: \
         Salesforce makes both when the app is created, and they never belong in these files.\n\n\
         ## Sign in\n\n\
         With your own admin user, in this folder:\n\n\
         ```\n\
         sf org login web --alias gentrack --instance-url https://YOUR-MY-DOMAIN.my.salesforce.com\n\
         ```\n\n\
         For a sandbox, the address is https://YOUR-MY-DOMAIN--SANDBOX.sandbox.my.salesforce.com.\n\n\
         {body}\
         ## Key and secret\n\n\
         {after}\n\n\
         ## What stands where\n\n\
         | In Setup | In these files |\n\
         |---|---|\n\
         {where_is_what}"
    )
}

fn connected(from: &Particulars) -> String {
    let app = from.api_name();
    let warning = connected_app::WARNING;
    let ends = route::CONNECTED_APP.ends.map(|ending| {
        let day = ending.on.strftime("%-d %b %Y");
        format!("- {day}: {}\n", ending.what)
    });
    let ends = ends.unwrap_or_default();
    format!(
        "## Before you deploy\n\n\
         {ends}\
         - New connected apps: since Spring ’26 Salesforce blocks them in most orgs, in Setup and \
         here alike, unless Salesforce Support has allowed them (help.salesforce.com, KB \
         005228017). The deployment then fails and changes nothing.\n\
         - An app named `{app}` that is there already: deploying edits it. Look at the preview \
         first, and check afterwards that its consumer key is still the one that GCIS has.\n\n\
         ## Deploy\n\n\
         Look, try without saving, then deploy:\n\n\
         ```\n\
         sf project deploy preview --source-dir force-app --target-org gentrack\n\
         sf project deploy start --source-dir force-app --target-org gentrack --dry-run\n\
         sf project deploy start --source-dir force-app --target-org gentrack\n\
         ```\n\n\
         {VALIDATE}\
         Salesforce says of a change: {warning}.\n\n\
         Do not retrieve the app into a repository: its consumer key comes with it.\n\n"
    )
}

fn external(from: &Particulars, run_as: &str) -> String {
    let app = from.api_name();
    let [parents, policies] = [false, true].map(|is_policy| {
        let kinds = KINDS.iter().filter(|kind| {
            kind.name != "ConnectedApp" && kind.name.ends_with("Policies") == is_policy
        });
        let folders = kinds.map(|kind| format!(" --source-dir {}", slashes(&kind.place())));
        folders.collect::<String>()
    });
    let permissions = external_client_app::PERMISSIONS;
    let unknown = external_client_app::UNKNOWN_DIALOG;
    let scopes = note(from, "eca.scopes");
    let full = token::Scope::Full.token();
    let relaxed = token::RELAXED;
    let ip_relaxation = note(from, "eca.ip_relaxation");
    format!(
        "## Before you deploy\n\n\
         - {unknown}\n\
         - {permissions}\n\
         - Scope: {scopes} In the file: `{full}`.\n\
         - IP relaxation: {ip_relaxation} In the file: `{relaxed}`.\n\
         - The Run As user `{run_as}` has to exist and be active, or Salesforce refuses the \
         policies. Salesforce’s documentation asks for the permission API Only on it.\n\
         - Salesforce’s older documentation also asks for the org setting Allow Access to OAuth \
         Consumer Secrets via Metadata API and the permission View External Client Apps Consumer \
         Secrets in Metadata; newer documentation calls the setting deprecated. Whether your org \
         needs them is not known: try without saving first.\n\
         - An app named `{app}` that is there already: deploying edits it. If it was made by hand \
         in Setup, its parts may have other names than these files. List them with `sf org list \
         metadata --metadata-type ExtlClntAppOauthConfigurablePolicies --target-org gentrack` \
         (and so on for the other types), and rename the files to match.\n\n\
         ## Deploy\n\n\
         Look first:\n\n\
         ```\n\
         sf project deploy preview --source-dir force-app --target-org gentrack\n\
         ```\n\n\
         The app comes first, together with both of its OAuth settings; try without saving, then \
         deploy:\n\n\
         ```\n\
         sf project deploy start{parents} --target-org gentrack --dry-run\n\
         sf project deploy start{parents} --target-org gentrack\n\
         ```\n\n\
         Then its policies, which Salesforce has made with its own values by now; the list above \
         shows their names:\n\n\
         ```\n\
         sf project deploy start{policies} --target-org gentrack --dry-run\n\
         sf project deploy start{policies} --target-org gentrack\n\
         ```\n\n\
         {VALIDATE}\
         ## Do not retrieve it back\n\n\
         In your org, ExtlClntAppGlobalOauthSettings holds the consumer key and may hold the \
         consumer secret. Retrieve it into no repository and no shared folder.\n\n"
    )
}

const VALIDATE: &str = "`sf project deploy validate`, with the same `--source-dir`, tries it too, \
     and also runs your org’s own Apex tests. Where only the Metadata API’s format is accepted: \
     `sf project convert source --output-dir out`, then `sf project deploy start --metadata-dir \
     out --target-org gentrack`.\n\n";

/// What the guide says beside a setting.
fn note(from: &Particulars, id: &str) -> &'static str {
    let mut settings = from.app.forms().iter().flat_map(|form| form.settings);
    let setting = settings.find(|setting| setting.id == id);
    setting.map_or("", |setting| setting.note)
}

/// The table of Salesforce's labels and the files' elements.
fn what_stands_where(from: &Particulars) -> String {
    let settings = from.app.forms().iter().flat_map(|form| form.settings);
    let rows = settings.filter_map(|setting| {
        let place = table::of(&from.app, setting)?.place();
        Some(format!("| {} | {place} |\n", setting.label))
    });
    rows.collect()
}

/// A path as every system's shell takes it.
fn slashes(path: &std::path::Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/")
}

fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(app: App) -> String {
        readme(&Particulars::of_guide(app))
    }

    fn external_client_app() -> String {
        let run_as = "connector@northwind.example".to_owned();
        of(App::ExternalClientApp { run_as })
    }

    #[test]
    fn the_app_is_deployed_before_its_policies() {
        let readme = external_client_app();
        let at = |text: &str| readme.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(at("/externalClientApps ") < at("/extlClntAppOauthPolicies "));
        assert!(at("/extlClntAppGlobalOauthSets ") < at("/extlClntAppPolicies "));
        assert!(at("--dry-run") > at("deploy preview"));
    }

    #[test]
    fn what_stands_in_the_way_is_said() {
        let connected = of(App::ConnectedApp);
        assert!(connected.contains("KB 005228017"));
        assert!(connected.contains("- 20 Feb 2027: Salesforce ends"));
        assert!(connected.contains("| Enable for Device Flow | not in these files: "));
        let external = external_client_app();
        assert!(external.contains("`connector@northwind.example` has to exist"));
        assert!(external.contains("Scope: Salesforce’s minimum"));
        assert!(external.contains("IP relaxation: GCIS signs in from"));
        assert!(external.contains("Whether your org needs them is not known"));
        for readme in [connected, external] {
            assert!(readme.contains("sf org login web"));
            assert!(readme.contains("It has no key and no secret"));
            assert!(readme.ends_with(" |\n"));
            assert!(!readme.contains("\n\n\n"), "{readme}");
        }
    }
}
