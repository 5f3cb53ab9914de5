//! The signature of the sign-in's answer: a warning with its meaning, never a wall.

use model::Route;
use model::catalogue::{Check, Code, FindingStatus};
use onboarding::salesforce::Selection;
use practice::Scenario;

use crate::desk::Desk;
use crate::fake::{Fake, Org, found};

#[tokio::test]
async fn the_apps_own_secret_makes_it_by_either_route_and_another_one_is_a_warning() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        for (scenario, status, code) in [
            (Scenario::Smooth, FindingStatus::Passed, "signature_good"),
            (
                Scenario::SignatureMismatch,
                FindingStatus::Warning,
                "signature_differs",
            ),
        ] {
            desk.scenario(scenario);
            let verify = desk.verify().await.unwrap().verify;
            let mut findings = verify.findings.iter();
            let finding = findings
                .find(|found| found.check == Check::Signature)
                .unwrap();
            assert_eq!((finding.status, finding.code), (status, code), "{route:?}");
            assert!(verify.passed, "{route:?}: it does not block");
        }
    }
}

#[tokio::test]
async fn without_one_or_with_nonsense_the_way_stays_open() {
    for (signature, status, code) in [
        (None, FindingStatus::Unknown, Code::SignatureMissing),
        (Some(""), FindingStatus::Unknown, Code::SignatureMissing),
        (
            Some("not base64!"),
            FindingStatus::Warning,
            Code::SignatureDiffers,
        ),
        (
            Some("c2hvcnQ="),
            FindingStatus::Warning,
            Code::SignatureDiffers,
        ),
    ] {
        let fake = Fake::of(Org {
            signature: signature.map(str::to_owned),
            ..Org::default()
        })
        .await;
        let outcome = fake.run(&Selection::All).await;
        let finding = found(&outcome, Check::Signature);
        assert_eq!((finding.status, finding.code), (status, code));
        assert!(outcome.connection.is_some());
    }
}
