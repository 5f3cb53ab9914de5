//! Every scenario that a service can produce on the Salesforce side, on each route that meets it.

mod after_sign_in;
mod history;
mod preflight;
mod shapes;
mod sign_in;

use std::collections::BTreeSet;

use jiff::{Timestamp, ZonedDateTime};
use model::catalogue::{Check, Code, FindingStatus, as_of};
use model::guide::dates::password_flow_days_left;
use model::{Onboarding, Route};
use onboarding::workflow::VerifyRequest;
use onboarding::workflow::snapshot::{FindingView, Snapshot};
use practice::{Group, Scenario};

use crate::desk::Desk;

/// What may stand in the way: the host, the credentials, API access, and the wrong org.
const MAY_BLOCK: [Check; 6] = [
    Check::Host,
    Check::SignIn,
    Check::Rest,
    Check::ApiAccess,
    Check::Org,
    Check::Environment,
];

/// A scenario, the route that this line is about (both where it names none), the check that tells
/// it, and the code.
struct Told(Scenario, Option<Route>, Check, Code);

const fn told(scenario: Scenario, check: Check, code: Code) -> Told {
    Told(scenario, None, check, code)
}

impl Told {
    const fn by(self, route: Route) -> Self {
        Self(self.0, Some(route), self.2, self.3)
    }

    fn is_about(&self, scenario: Scenario, route: Route) -> bool {
        self.0 == scenario && self.1.is_none_or(|only| only == route)
    }
}

/// Drives the scenarios of a group on the routes that meet them, and holds each against its lines.
/// A scenario without a line fails.
async fn each_is_told(group: Group, lines: &[Told]) {
    for route in Route::ALL {
        let desk = Desk::on(route).await;
        assert!(desk.verify().await.unwrap().verify.passed, "{route:?}");
        for scenario in met_by(group, route) {
            let mut lines = lines.iter().filter(|line| line.is_about(scenario, route));
            let Told(_, _, check, code) = lines
                .next()
                .unwrap_or_else(|| panic!("{scenario} has no line for {route:?}"));
            assert!(lines.next().is_none(), "{scenario}: one line for a route");
            let snapshot = meet(&desk, scenario, *check == Check::Endpoint).await;
            let found = finding(&snapshot, *check);
            let expected = as_of(*code, route, days_left()).entry();
            assert_eq!(found.code, expected.name, "{scenario} by {route:?}");
        }
    }
}

/// Verifies in a scenario. Whatever comes of it, nothing entered is lost, and what stands in the
/// way is one of few things and has a fix.
async fn meet(desk: &Desk, scenario: Scenario, endpoint: bool) -> Snapshot {
    let before = entered(desk);
    desk.scenario(scenario);
    let request = VerifyRequest {
        endpoint,
        user_unlocked: true,
        ..VerifyRequest::default()
    };
    let snapshot = desk.ask(&request).await;
    desk.scenario(Scenario::Smooth);
    assert_eq!(entered(desk), before, "{scenario}");
    let checks: Vec<_> = snapshot.verify.findings.iter().map(|f| f.check).collect();
    assert_eq!(checks, Check::VERIFICATION, "{scenario}: one finding each");
    let blocking: Vec<_> = snapshot
        .verify
        .findings
        .iter()
        .filter(|f| f.blocks)
        .collect();
    assert_eq!(
        snapshot.verify.connected_as.is_none(),
        !blocking.is_empty(),
        "{scenario}"
    );
    assert!(blocking.len() < 2, "{scenario}: one thing to mend");
    assert!(
        blocking
            .iter()
            .all(|found| MAY_BLOCK.contains(&found.check)),
        "{scenario}"
    );
    let bad = |found: &&FindingView| {
        matches!(found.status, FindingStatus::Warning | FindingStatus::Failed)
    };
    for finding in snapshot.verify.findings.iter().filter(bad) {
        assert!(!finding.fixes.is_empty(), "{scenario}: {}", finding.code);
    }
    snapshot
}

/// The record without what a verification is there to change.
fn entered(desk: &Desk) -> Onboarding {
    let mut record = desk.workspace.load(desk.id).unwrap();
    record.changed_at = Timestamp::UNIX_EPOCH;
    record.facts.verification = None;
    record.facts.own_sign_ins.clear();
    record.facts.history_status = None;
    record
}

fn finding(snapshot: &Snapshot, check: Check) -> &FindingView {
    let mut findings = snapshot.verify.findings.iter();
    findings.find(|finding| finding.check == check).unwrap()
}

fn days_left() -> i32 {
    password_flow_days_left(ZonedDateTime::now().date())
}

fn met_by(group: Group, route: Route) -> impl Iterator<Item = Scenario> {
    let meets = move |scenario: &Scenario| {
        let only = scenario.route();
        scenario.group() == group && only.is_none_or(|only| only.name() == name(route))
    };
    Scenario::ALL.into_iter().filter(meets)
}

/// The route's name in the practice services, which know nothing of the wizard's.
const fn name(route: Route) -> &'static str {
    match route {
        Route::ConnectedApp => practice::Route::ConnectedApp.name(),
        Route::ExternalClientApp => practice::Route::ExternalClientApp.name(),
    }
}

#[test]
fn each_group_has_a_room_here() {
    let told = [
        Group::SignIn,
        Group::History,
        Group::AfterSignIn,
        Group::Shapes,
        Group::Preflight,
    ];
    // GCIS's own are told where something is registered.
    let all: BTreeSet<_> = Group::ALL.iter().map(|group| group.name()).collect();
    let told = told.iter().map(|group| group.name());
    assert_eq!(all, told.chain([Group::Gcis.name()]).collect());
}
