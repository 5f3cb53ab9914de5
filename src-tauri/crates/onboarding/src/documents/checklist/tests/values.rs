//! The values of the portal's dialog.

use model::dialog::DialogField;
use model::field::SecretField;
use model::onboarding::{Keep, StoredSecret};

use super::*;

#[test]
fn the_values_are_those_that_the_dialog_asks_for_and_no_secret() {
    let labels = |onboarding: &Onboarding| {
        let paper = paper(Sheet::Of(onboarding));
        let items = items(&section(&paper, "Values for Setup New Instance").blocks)
            .into_iter()
            .map(|item| (item.label.clone(), item.value.clone(), item.note.clone()));
        items.collect::<Vec<_>>()
    };
    let mut onboarding = chosen(Route::ExternalClientApp);
    let stored = StoredSecret {
        generation: Uuid::nil(),
        stored_at: Timestamp::UNIX_EPOCH,
        keep: Keep::ThisRun,
        remarks: Vec::new(),
    };
    let key = SecretField::EcaConsumerKey;
    onboarding.secrets.insert(key, stored.clone());
    onboarding.secrets.insert(SecretField::Password, stored);
    let rows = labels(&onboarding);
    let names: Vec<_> = rows.iter().map(|row| row.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "Username",
            "Consumer Key",
            "Consumer Secret",
            "Login URL",
            "Event Endpoint",
            "Tenant"
        ]
    );
    assert!(rows[0].2.ends_with("The dialog does not ask for it."));
    assert_eq!(rows[1].1, "stored, not printed");
    assert_eq!(rows[2].1, "");
    let words = text(&paper(Sheet::Of(&onboarding)));
    assert!(words.contains("Kept aside for the other way: Password."));

    onboarding.gone.insert(key);
    assert_eq!(labels(&onboarding)[1].1, "", "it is gone with its run");

    onboarding.facts.route.dialog = DialogField::ALL.into();
    assert_eq!(labels(&onboarding).len(), DialogField::ALL.len());
}

#[test]
fn a_host_that_does_not_serve_the_way_is_not_ticked() {
    for (host, route, is_ticked) in [
        ("login.salesforce.com", Route::ConnectedApp, true),
        ("login.salesforce.com", Route::ExternalClientApp, false),
        (
            "northwind.my.salesforce.com",
            Route::ExternalClientApp,
            true,
        ),
    ] {
        let mut onboarding = chosen(route);
        onboarding.fields.login_url = host.to_owned();
        let paper = paper(Sheet::Of(&onboarding));
        let items = items(&section(&paper, "Values for Setup New Instance").blocks);
        let row = items.iter().find(|item| item.label == "Login URL").unwrap();
        assert_eq!(
            (row.value.as_str(), row.done),
            (host, is_ticked),
            "{route:?}"
        );
    }
}
