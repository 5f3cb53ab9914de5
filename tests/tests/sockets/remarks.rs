//! What is unusual about a secret is told on the Credentials page; it never stops anything, and
//! nothing of the secret is kept with it.

use model::Route;
use model::field::SecretField;
use onboarding::workflow::snapshot::{DialogRow, Snapshot};

use crate::desk::Desk;

fn remarks(snapshot: &Snapshot, of: SecretField) -> Vec<&'static str> {
    let rows = snapshot.credentials.rows.iter();
    let mut found = rows.filter_map(|row| match row {
        DialogRow::Secret { field, remarks, .. } if *field == of => Some(remarks),
        _ => None,
    });
    let remarks = found.next().unwrap();
    assert!(
        remarks
            .iter()
            .all(|one| !one.text.is_empty() && !one.fixes.is_empty())
    );
    remarks.iter().map(|one| one.code).collect()
}

const NONE: [&str; 0] = [];

/// The key and the secret of a route's app.
fn pair(desk: &Desk, route: Route) -> [(SecretField, String); 2] {
    let card = &desk.card;
    match route {
        Route::ConnectedApp => [
            (SecretField::ConsumerKey, card.consumer_key.clone()),
            (SecretField::ConsumerSecret, card.consumer_secret.clone()),
        ],
        Route::ExternalClientApp => [
            (SecretField::EcaConsumerKey, card.eca_consumer_key.clone()),
            (
                SecretField::EcaConsumerSecret,
                card.eca_consumer_secret.clone(),
            ),
        ],
    }
}

/// Nothing of what was entered stands in the record or on the page.
fn assert_holds_nothing(desk: &Desk, snapshot: &Snapshot, values: &[&str]) {
    let record = desk.workspace.load(desk.id).unwrap();
    let texts = [
        serde_json::to_string(&record).unwrap(),
        serde_json::to_string(snapshot).unwrap(),
    ];
    for value in values {
        for part in [*value, &value[..8], &value[value.len() - 8..]] {
            assert!(texts.iter().all(|text| !text.contains(part)), "{part}");
        }
    }
}

#[tokio::test]
async fn usual_values_pass_without_a_word() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        let snapshot = desk.workspace.open(desk.id).unwrap();
        for field in SecretField::of_route(route) {
            assert_eq!(remarks(&snapshot, *field), NONE, "{field:?}");
        }
    }
}

#[tokio::test]
async fn white_space_in_a_pasted_value_is_told_and_gone_with_it() {
    let desk = Desk::on(Route::ConnectedApp).await;
    for (field, value) in pair(&desk, Route::ConnectedApp) {
        let (left, right) = value.split_at(20);
        let told = desk.store(field, &format!(" {left}\n{right}\t")).await;
        assert_eq!(remarks(&told, field), ["white_space_removed"]);
        assert_holds_nothing(&desk, &told, &[&value]);
        assert!(desk.verify().await.unwrap().verify.passed, "it is tidied");
        let restarted = desk.workspace.open(desk.id).unwrap();
        assert_eq!(
            remarks(&restarted, field),
            ["white_space_removed"],
            "it is kept"
        );
        let again = desk.store(field, &value).await;
        assert_eq!(remarks(&again, field), NONE);
    }
}

#[tokio::test]
async fn a_swapped_key_and_secret_are_told_until_both_are_right() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        let [(key, its), (secret, that)] = pair(&desk, route);
        desk.store(key, &that).await;
        let swapped = desk.store(secret, &its).await;
        assert_eq!(remarks(&swapped, key), NONE, "it is said once");
        assert_eq!(remarks(&swapped, secret), ["key_and_secret_swapped"]);
        assert_holds_nothing(&desk, &swapped, &[&its, &that]);

        let half = desk.store(key, &its).await;
        assert_eq!(
            remarks(&half, key),
            ["key_and_secret_alike"],
            "now both are the key"
        );
        assert_eq!(remarks(&half, secret), ["secret_looks_like_key"]);
        let mended = desk.store(secret, &that).await;
        assert_eq!(remarks(&mended, key), NONE);
        assert_eq!(remarks(&mended, secret), NONE);
        assert!(desk.verify().await.unwrap().verify.passed);
    }
}

#[tokio::test]
async fn a_token_behind_the_password_is_told_whichever_is_entered_last() {
    let desk = Desk::on(Route::ConnectedApp).await;
    let (password, token) = (&desk.card.password, &desk.card.security_token);
    let both = format!("{password}{token}");
    let told = desk.store(SecretField::Password, &both).await;
    assert_eq!(remarks(&told, SecretField::Password), ["token_in_password"]);
    assert_holds_nothing(&desk, &told, &[password, token]);

    let told = desk.store(SecretField::SecurityToken, token).await;
    assert_eq!(
        remarks(&told, SecretField::Password),
        ["token_in_password"],
        "the password is what has to be mended"
    );
    assert_eq!(remarks(&told, SecretField::SecurityToken), NONE);

    let mended = desk.store(SecretField::Password, password).await;
    for field in [SecretField::Password, SecretField::SecurityToken] {
        assert_eq!(remarks(&mended, field), NONE, "{field:?}");
    }
    assert!(desk.verify().await.unwrap().verify.passed);
}

#[tokio::test]
async fn a_remark_stops_nothing() {
    let desk = Desk::on(Route::ConnectedApp).await;
    let told = desk.store(SecretField::ConsumerSecret, "short").await;
    assert_eq!(
        remarks(&told, SecretField::ConsumerSecret),
        ["secret_unusual"]
    );
    assert!(told.credentials.missing.is_empty());
    let verify = desk.verify().await.unwrap().verify;
    let blocking = verify.findings.iter().find(|found| found.blocks).unwrap();
    assert_eq!(blocking.code, "invalid_client_secret", "Salesforce decides");
}
