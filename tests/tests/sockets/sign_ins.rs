//! The user's own Login History: this desk's sign-ins told from the connector's.

use jiff::{SignedDuration, Timestamp};
use model::Route;
use model::catalogue::{Check, Code, FindingStatus};
use model::onboarding::Whose;
use onboarding::salesforce::Selection;
use practice::Scenario;

use crate::desk::Desk;
use crate::fake::{Fake, Org, expectations, found};

const DESK: &str = "198.51.100.7";
const GCIS: &str = "203.0.113.25";
const APP: &str = "Gentrack Salesforce Sales Cloud Connector";

#[tokio::test]
async fn gciss_sign_in_is_told_from_this_desks() {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        let before = desk.verify().await.unwrap().verify;
        let sign_ins = before.sign_ins.unwrap();
        assert!(sign_ins.iter().all(|one| one.whose == Whose::ThisDesk));

        let tenants = desk.workspace.tenants(desk.id).await.unwrap();
        desk.workspace.choose_tenant(desk.id, &tenants[0]).unwrap();
        desk.workspace.register(desk.id).await.unwrap();
        let after = desk.verify().await.unwrap().verify;
        let sign_ins = after.sign_ins.unwrap();
        let connectors = sign_ins.iter().filter(|one| one.whose == Whose::Elsewhere);
        let addresses: Vec<_> = connectors.map(|one| one.source_ip.as_str()).collect();
        assert_eq!(addresses, [GCIS], "{route:?}");
        let desks = sign_ins.iter().filter(|one| one.whose == Whose::ThisDesk);
        assert!(desks.clone().count() == 2 && desks.clone().all(|one| one.source_ip == DESK));
        let finding = after
            .findings
            .iter()
            .find(|found| found.check == Check::SignIns);
        let finding = finding.unwrap();
        assert_eq!(finding.code, "sign_ins_read");
        let evidence = &finding.evidence;
        assert!(
            evidence.contains(GCIS) && evidence.contains("Success"),
            "{evidence}"
        );
    }
}

#[tokio::test]
async fn a_connector_that_is_shut_out_is_seen_as_well() {
    let desk = Desk::ready_to_register().await;
    desk.scenario(Scenario::GcisRefuses);
    desk.workspace.register(desk.id).await.unwrap_err();
    let sign_ins = desk.verify().await.unwrap().verify.sign_ins.unwrap();
    let elsewhere = sign_ins.iter().find(|one| one.whose == Whose::Elsewhere);
    let elsewhere = elsewhere.unwrap();
    assert_eq!(elsewhere.source_ip, GCIS);
    assert_eq!(elsewhere.status, "Restricted IP");
}

/// The lines as they were told by how many seconds ago, and whose each is taken for.
async fn whose(lines: &[(i64, &'static str, &'static str)], own: &[i64]) -> Vec<Whose> {
    let ago = |seconds: i64| Timestamp::now() - SignedDuration::from_secs(seconds);
    let fake = Fake::of(Org {
        lines: lines
            .iter()
            .map(|(seconds, address, app)| (ago(*seconds), *address, *app))
            .collect(),
        ..Org::default()
    })
    .await;
    let mut expect = expectations();
    expect.own_sign_ins = own.iter().map(|seconds| ago(*seconds)).collect();
    let outcome = fake.run_expecting(&expect, &Selection::All).await;
    let finding = found(&outcome, Check::SignIns);
    let sign_ins = outcome.sign_ins.clone().unwrap();
    let unknown = sign_ins.iter().any(|one| one.whose == Whose::Unknown);
    if unknown || sign_ins.is_empty() {
        assert_eq!(finding.status, FindingStatus::Unknown);
        assert_eq!(finding.code, Code::SignInsUnread);
    } else {
        assert_eq!(finding.code, Code::SignInsRead);
    }
    sign_ins.into_iter().map(|one| one.whose).collect()
}

#[tokio::test]
async fn a_line_is_this_desks_by_its_time_or_its_address_and_else_by_its_app() {
    use Whose::{Elsewhere, OtherApp, ThisDesk, Unknown};
    for (why, lines, own, taken) in [
        (
            "this sign-in's line is there",
            &[
                (0, DESK, APP),
                (60, GCIS, APP),
                (90, DESK, "Browser"),
                (99, GCIS, "Loader"),
            ][..],
            &[][..],
            &[ThisDesk, Elsewhere, ThisDesk, OtherApp][..],
        ),
        (
            "only an earlier one's is",
            &[(60, GCIS, APP), (600, DESK, APP)],
            &[600],
            &[Elsewhere, ThisDesk],
        ),
        (
            "none is shown yet",
            &[(60, GCIS, APP), (600, DESK, APP)],
            &[],
            &[Unknown, Unknown],
        ),
        (
            "another one within the same seconds, and an earlier one tells",
            &[(0, GCIS, APP), (1, DESK, APP), (600, DESK, APP)],
            &[600],
            &[Elsewhere, ThisDesk, ThisDesk],
        ),
        (
            "another one within the same seconds, and the nearest is taken",
            &[(600, DESK, APP), (602, GCIS, APP)],
            &[600],
            &[ThisDesk, Elsewhere],
        ),
        (
            "no address is told",
            &[(0, "", APP), (60, GCIS, APP)],
            &[],
            &[Unknown, Unknown],
        ),
        ("nothing at all", &[], &[], &[]),
    ] {
        assert_eq!(whose(lines, own).await, taken, "{why}");
    }
}
