//! A live connector, what Salesforce and GCIS really know of it, and the turns that a move can take.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

use crate::field::SecretField;
use crate::journey::Status;
use crate::onboarding::migration::{MovePhase, MoveStage, judge};
use crate::onboarding::{
    Connection, Facts, Fields, Keep, PortalEnd, PortalEnding, Registered, RegistrationBasis,
    RegistrationProof, SignIn, StoredSecret, Tenant, Verification, Whose,
};
use crate::provenance::{Attested, Attestor, Verified};
use crate::{Environment, Onboarding, Route};

const DESK: &str = "198.51.100.7";
pub(super) const GCIS: &str = "203.0.113.25";
pub(super) const OLD_APP: &str = "Connector";

/// One thing that a person, or GCIS, does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Begin,
    EnterKey,
    EnterSecret,
    Verify,
    /// Through the API; GCIS takes it or not.
    Replace(bool),
    /// What the person says of the portal, and whether GCIS really has it.
    Portal(PortalEnding, bool),
    /// GCIS's daily work.
    Work,
    Look,
    Back,
    On,
    Retire(bool),
}

pub(super) fn turn() -> impl Strategy<Value = Turn> {
    let ending = proptest::sample::select(vec![
        PortalEnding::Saved,
        PortalEnding::Refused,
        PortalEnding::DontKnow,
    ]);
    prop_oneof![
        2 => Just(Turn::Begin),
        2 => Just(Turn::EnterKey),
        2 => Just(Turn::EnterSecret),
        4 => Just(Turn::Verify),
        2 => any::<bool>().prop_map(Turn::Replace),
        2 => (ending, any::<bool>()).prop_map(|(ending, truly)| Turn::Portal(ending, truly)),
        2 => Just(Turn::Work),
        2 => Just(Turn::Look),
        1 => Just(Turn::Back),
        1 => Just(Turn::On),
        1 => any::<bool>().prop_map(Turn::Retire),
    ]
}

/// A record, and beside it what Salesforce and GCIS really know.
pub(super) struct World {
    pub(super) record: Onboarding,
    new_app: &'static str,
    now: Timestamp,
    pub(super) history: Vec<SignIn>,
    at_gcis: Route,
    generation: u128,
}

impl World {
    /// A connector runs on the connected app, and was registered here.
    pub(super) fn live(new_app: &'static str) -> Self {
        let mut world = Self {
            record: a_record(),
            new_app,
            now: Timestamp::UNIX_EPOCH,
            history: Vec::new(),
            at_gcis: Route::ConnectedApp,
            generation: 0,
        };
        for field in SecretField::of_route(Route::ConnectedApp) {
            world.enter(*field);
        }
        world.verify();
        let tenant = world.record.fields.tenant.clone().unwrap();
        world.record.facts.registered = Some(Registered {
            basis: world.record.registration_basis().unwrap(),
            tenant,
            proof: RegistrationProof::Attested(world.said()),
            updated: None,
            adopted: None,
            mismatch: None,
        });
        world.sign_in(GCIS, true);
        world
    }

    pub(super) fn said(&self) -> Attested {
        Attested {
            by: Attestor::Me,
            at: self.now,
        }
    }

    fn later(&mut self) {
        self.now += SignedDuration::from_secs(5);
    }

    fn enter(&mut self, field: SecretField) {
        self.generation += 1;
        let stored = StoredSecret {
            generation: Uuid::from_u128(self.generation),
            stored_at: self.now,
            keep: Keep::Keychain,
            remarks: Vec::new(),
        };
        self.record.secrets.insert(field, stored);
    }

    fn sign_in(&mut self, from: &str, got_in: bool) {
        self.later();
        let (route, whose) = match from {
            DESK => (self.record.route, Whose::ThisDesk),
            _ => (self.at_gcis, Whose::Elsewhere),
        };
        self.history.push(SignIn {
            at: self.now,
            source_ip: from.to_owned(),
            application: match route {
                Route::ConnectedApp => OLD_APP,
                Route::ExternalClientApp => self.new_app,
            }
            .to_owned(),
            status: if got_in { SignIn::SUCCESS } else { "Failed" }.to_owned(),
            whose,
        });
    }

    fn verify(&mut self) {
        if !self.record.missing_credentials().is_empty() {
            return;
        }
        self.sign_in(DESK, true);
        self.record.facts.own_sign_ins.push(self.now);
        let connection = Connection {
            username: None,
            org_id: "00D000000000001".to_owned(),
            org_name: "Northwind".to_owned(),
            sandbox: None,
            edition: String::new(),
            login_host: String::new(),
            org_host: String::new(),
        };
        self.record.facts.verification = Some(Verification {
            at: self.now,
            basis: self.record.sign_in_basis(),
            findings: Vec::new(),
            connection: Some(Verified {
                value: connection,
                at: self.now,
            }),
            sign_ins: Some(self.history.clone()),
        });
    }

    /// What may be given to GCIS: what was verified as it is entered now.
    fn to_give(&self) -> Option<RegistrationBasis> {
        self.record.current_connection()?;
        self.record.registration_basis()
    }

    fn last_own(&self) -> Option<Timestamp> {
        self.record.facts.own_sign_ins.last().copied()
    }

    pub(super) fn take(&mut self, turn: Turn) {
        self.later();
        let said = self.said();
        match turn {
            Turn::Begin if self.record.move_phase() == MovePhase::Due => {
                let from = self.registered().sign_in;
                self.record.begin_move(said, from);
            }
            Turn::EnterKey | Turn::EnterSecret => {
                let of_route = SecretField::of_route(self.record.route);
                let place = of_route.len() - usize::from(turn == Turn::EnterKey) - 1;
                let field = of_route[place];
                assert!(!self.record.is_kept_by_move(field));
                self.enter(field);
            }
            Turn::Verify => self.verify(),
            Turn::Replace(taken) if self.record.moving().is_some() => {
                let Some(basis) = self.to_give() else { return };
                self.record.gcis_may_try(self.last_own());
                let before = std::mem::replace(&mut self.at_gcis, self.record.route);
                // GCIS tries it before it takes it.
                self.sign_in(GCIS, taken);
                if taken {
                    self.record.gcis_was_given(basis, self.now, false);
                } else {
                    self.at_gcis = before;
                }
            }
            Turn::Portal(ending, truly) if self.record.moving().is_some() => {
                let Some(basis) = self.to_give() else { return };
                let since = self.last_own();
                if truly && ending != PortalEnding::Refused {
                    self.at_gcis = self.record.route;
                }
                if ending == PortalEnding::Saved {
                    self.record.gcis_was_given(basis, self.now, true);
                }
                let at = self.now;
                self.record.facts.portal_end = Some(PortalEnd {
                    ending,
                    at,
                    since,
                    codes: Vec::new(),
                    first_said: None,
                });
                self.record.gcis_may_try(since);
            }
            Turn::Work => self.sign_in(GCIS, true),
            Turn::Look if self.to_give().is_some() => self.look(),
            Turn::Back if !self.record.gcis_may_have_either() => self.record.go_back(said),
            Turn::On if !self.record.gcis_may_have_either() => self.record.go_on_moving(said),
            Turn::Retire(knows) if !self.record.gcis_may_have_either() => {
                let _ = self.record.retire_old_app(said, knows);
            }
            _ => {}
        }
    }

    fn look(&mut self) {
        let given = self.record.new_way_is_at_gcis() || self.record.facts.portal_end.is_some();
        if self.record.move_phase() != MovePhase::On || !given {
            return;
        }
        self.verify();
        let own = self.last_own();
        let sighting = judge(&self.record, self.now, String::new());
        let migration = self.record.facts.migration.as_mut().unwrap();
        if migration.given.is_some() {
            migration.first_look = migration.first_look.or(own);
        }
        migration.sighting = Some(sighting);
    }

    pub(super) fn registered(&self) -> RegistrationBasis {
        self.record.facts.registered.clone().unwrap().basis
    }

    pub(super) fn old_secrets(&self) -> Vec<Option<StoredSecret>> {
        let of_old = SecretField::of_route(Route::ConnectedApp).iter();
        of_old
            .map(|field| self.record.secrets.get(field).cloned())
            .collect()
    }

    pub(super) fn stage(&self, stage: MoveStage) -> Status {
        let mut stages = self.record.move_stages().into_iter();
        stages.find(|one| one.stage == stage).unwrap().status
    }

    /// GCIS did get in by the new app, whatever the record says of it.
    pub(super) fn got_in_by_the_new_app(&self) -> bool {
        let mut lines = self.history.iter();
        lines.any(|line| {
            line.source_ip == GCIS
                && line.application == self.new_app
                && line.status == SignIn::SUCCESS
        })
    }
}

fn a_record() -> Onboarding {
    let tenant = Tenant {
        id: Some("t-1".to_owned()),
        name: "Northwind Production".to_owned(),
        product: None,
        environment: None,
    };
    Onboarding {
        id: Uuid::nil(),
        name: "Northwind Energy".to_owned(),
        environment: Environment::Production,
        route: Route::ConnectedApp,
        created_at: Timestamp::UNIX_EPOCH,
        changed_at: Timestamp::UNIX_EPOCH,
        fields: Fields {
            username: "connector@northwind.example".to_owned(),
            login_url: "https://northwind.my.salesforce.com".to_owned(),
            event_endpoint: "/services/apexrest/events".to_owned(),
            tenant: Some(tenant),
            ..Fields::default()
        },
        secrets: BTreeMap::new(),
        gone: std::collections::BTreeSet::new(),
        facts: Facts::default(),
    }
}
