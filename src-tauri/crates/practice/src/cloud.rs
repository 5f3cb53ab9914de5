//! The handle by which a program steers the practice cloud.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::card::{Card, OrgSpec};
use crate::mail::Letter;
use crate::my_domain::{granted, is_my_domain, my_domain_of};
use crate::org::Org;
use crate::random::Random;
use crate::scenario::Scenario;
use crate::state_file::StateFile;
use crate::world::{Live, Saved, World};

/// The practice cloud: its orgs, and the switch for what goes wrong. Clones share one state.
#[derive(Clone)]
pub struct Cloud {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    world: World,
    file: Option<StateFile>,
    /// The domain below which the orgs' My Domains stand.
    domain: Arc<str>,
}

impl Cloud {
    pub(crate) fn new(
        saved: Saved,
        random: Random,
        file: Option<StateFile>,
        domain: Arc<str>,
    ) -> Self {
        let world = World {
            saved,
            live: Live::default(),
            random,
            now: Timestamp::now(),
        };
        Self {
            inner: Arc::new(Mutex::new(Inner {
                world,
                file,
                domain,
            })),
        }
    }

    /// Opens an org for `spec.key`, with a connected app, an external client app, a service user and a GCIS account.
    ///
    /// On later calls for the same key the org takes the new name, username, kind and My Domain; all else stays.
    pub fn open_org(&self, spec: OrgSpec) -> Card {
        let domain = self.domain();
        self.change(|world| {
            let my_domain = my_domain(&world.saved, &spec);
            let (random, now) = (&mut world.random, world.now);
            let org = world.saved.orgs.entry(spec.key.clone());
            let org = org.or_insert_with(|| {
                let mut org = Org::invent(random);
                let token = org.user.security_token.clone();
                org.user
                    .receive(Letter::SecurityToken { token }, random, now);
                org
            });
            org.name = spec.name;
            org.call_user(spec.username);
            org.sandbox = spec.sandbox;
            org.my_domain = my_domain;
            Card::of(org, &domain)
        })
    }

    /// The card of an org that was opened before.
    pub fn card(&self, key: &str) -> Option<Card> {
        let domain = self.domain();
        self.look(|saved, _| saved.orgs.get(key).map(|org| Card::of(org, &domain)))
    }

    /// Gives the service user a new security token; the one before is dead at once.
    ///
    /// Source: help.salesforce.com `xcloud.user_security_token`.
    pub fn reset_security_token(&self, key: &str) -> Option<Card> {
        let domain = self.domain();
        self.change(|world| {
            let org = world.saved.orgs.get_mut(key)?;
            org.user.reset_security_token(&mut world.random, world.now);
            Some(Card::of(org, &domain))
        })
    }

    /// Lets everything that waits have waited so much longer: apps that take effect, users that are locked, operations
    /// of GCIS. The moments that the services tell stay those of the system's clock.
    pub fn let_pass(&self, time: Duration) {
        let time = SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX);
        self.change(|world| world.saved.wait(time));
    }

    /// Chooses what a caller will meet from the next request on.
    ///
    /// A scenario lasts as long as the process: each start is smooth again.
    pub fn set_scenario(&self, scenario: Scenario) {
        self.look(|_, live| live.scenario = scenario);
    }

    /// What a caller meets at present.
    pub fn scenario(&self) -> Scenario {
        self.look(|_, live| live.scenario)
    }

    /// Reads what is saved and reads or alters what lives in memory only.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&Saved, &mut Live) -> T) -> T {
        let mut inner = self.settled();
        let World { saved, live, .. } = &mut inner.world;
        look(saved, live)
    }

    /// Alters the world and saves it before this returns, so that nothing that was answered is lost.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let mut inner = self.settled();
        let answer = change(&mut inner.world);
        inner.save();
        answer
    }

    /// Alters what lives in memory only, where chance is needed for it.
    pub(crate) fn stir<T>(&self, stir: impl FnOnce(&Saved, &mut Live, &mut Random) -> T) -> T {
        let mut inner = self.settled();
        let World {
            saved,
            live,
            random,
            ..
        } = &mut inner.world;
        stir(saved, live, random)
    }

    /// The domain below which the orgs' My Domains stand.
    pub(crate) fn domain(&self) -> Arc<str> {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&inner.domain)
    }

    fn settled(&self) -> MutexGuard<'_, Inner> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.world.now = Timestamp::now();
        if inner.world.settle_operations() {
            inner.save();
        }
        inner
    }
}

/// The My Domain for an org, which no other org has.
fn my_domain(saved: &Saved, spec: &OrgSpec) -> String {
    let wish = if is_my_domain(&spec.my_domain) {
        spec.my_domain.clone()
    } else {
        my_domain_of(&spec.name, "")
    };
    let present = saved.orgs.get(&spec.key).map_or("", |org| &org.my_domain);
    granted(&wish, present, |my_domain| {
        let mut others = saved.orgs.iter().filter(|(key, _)| **key != spec.key);
        others.any(|(_, org)| org.my_domain == my_domain)
    })
}

impl Inner {
    /// Practice goes on in memory when the disk refuses: a rehearsal is worth more than its record.
    fn save(&self) {
        let Some(file) = &self.file else { return };
        if let Err(error) = file.save(&self.world.saved) {
            tracing::warn!(%error, path = %file.path().display(), "the practice cloud could not be saved");
        }
    }
}
