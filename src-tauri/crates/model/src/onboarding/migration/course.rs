//! The course of a move: what each of its turns changes in the record.

use jiff::Timestamp;

use super::{Given, Migration, OtherWay, Retired, sighting};
use crate::onboarding::{RegistrationBasis, SignInBasis};
use crate::provenance::Attested;
use crate::{Onboarding, Route};

/// Why the old app is not retired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRetired {
    /// GCIS does not have the new credentials, or is to get the old ones again.
    NotReady,
    /// Salesforce has not shown that GCIS signs in by the new app alone, and the person has not said
    /// that they know it.
    NotSeen,
}

impl Onboarding {
    /// Begins the move: what the connected app needs is put aside as it is. A Login URL of many orgs,
    /// which the new way cannot use, gives way to the org's own host where that is known.
    pub fn begin_move(&mut self, said: Attested, from: SignInBasis) {
        let own_host = self.org_host().map(|host| host.to_string());
        let old_application = sighting::own_application(self);
        let next = OtherWay {
            login_url: own_host.unwrap_or_else(|| self.fields.login_url.clone()),
            username: self.fields.username.clone(),
            ..OtherWay::default()
        };
        self.facts.migration = Some(Migration {
            began: said,
            from,
            other: next,
            old_application,
            going_back: None,
            before_first_try: None,
            given: None,
            sighting: None,
            first_look: None,
            retired: None,
        });
        self.take_other_way(Route::ExternalClientApp, said);
    }

    /// Changes to the other of the two ways; nothing of either is lost.
    pub fn take_other_way(&mut self, route: Route, said: Attested) {
        let Some(migration) = &mut self.facts.migration else {
            return;
        };
        let other = std::mem::take(&mut migration.other);
        let facts = &mut self.facts;
        let leaving = OtherWay {
            login_url: std::mem::replace(&mut self.fields.login_url, other.login_url),
            username: std::mem::replace(&mut self.fields.username, other.username),
            dialog: std::mem::replace(&mut facts.route.dialog, other.dialog),
            verification: std::mem::replace(&mut facts.verification, other.verification),
            portal_end: std::mem::replace(&mut facts.portal_end, other.portal_end),
            evidence: std::mem::replace(&mut facts.evidence, other.evidence),
        };
        facts.history_status = None;
        self.fields.login_url_rewritten = crate::host::Rewritten::default();
        if let Some(migration) = &mut facts.migration {
            migration.other = leaving;
        }
        facts.route.chosen = Some(said);
        self.route = route;
    }

    /// GCIS now has this: the registration says so, and the move with it. Once it has the old
    /// credentials again, the move is over.
    pub fn gcis_was_given(&mut self, basis: RegistrationBasis, at: Timestamp, attested: bool) {
        let route = basis.sign_in.route;
        if let Some(registered) = &mut self.facts.registered {
            registered.basis = basis;
            if let Some(adopted) = &mut registered.adopted {
                adopted.credentials_given = true;
            }
        }
        let since = self.facts.own_sign_ins.last().copied();
        let Some(migration) = &mut self.facts.migration else {
            return;
        };
        if migration.retired.is_some() {
            return;
        }
        // GCIS's own answer settles a save whose end nobody saw.
        if !attested {
            self.facts.portal_end = None;
            self.facts.evidence = None;
        }
        match route {
            Route::ConnectedApp if migration.going_back.is_some() => self.facts.migration = None,
            Route::ConnectedApp => {}
            Route::ExternalClientApp => {
                migration.before_first_try = migration.before_first_try.or(since);
                migration.given = Some(Given {
                    at,
                    attested,
                    since,
                });
                migration.sighting = None;
                migration.first_look = None;
            }
        }
    }

    /// Takes the old way up again. Before GCIS has the new credentials the move is over with that;
    /// after it, GCIS is to get the old ones again.
    pub fn go_back(&mut self, said: Attested) {
        let is_on = self.moving().is_some_and(|on| on.going_back.is_none());
        if !is_on {
            return;
        }
        let is_at_gcis = self.new_way_is_at_gcis();
        self.take_other_way(Route::ConnectedApp, said);
        match &mut self.facts.migration {
            Some(migration) if is_at_gcis => migration.going_back = Some(said),
            migration => *migration = None,
        }
    }

    /// Takes the new way up again, while GCIS still has its credentials.
    pub fn go_on_moving(&mut self, said: Attested) {
        let is_going_back = self.moving().is_some_and(|on| on.going_back.is_some());
        if !is_going_back {
            return;
        }
        self.take_other_way(Route::ExternalClientApp, said);
        if let Some(migration) = &mut self.facts.migration {
            migration.going_back = None;
        }
    }

    /// GCIS is about to be given what is entered, or was, by whatever way and with whatever outcome.
    /// `since` is this program's latest sign-in before it.
    pub fn gcis_may_try(&mut self, since: Option<Timestamp>) {
        let is_new = self.route == Route::ExternalClientApp;
        if let Some(migration) = self.facts.migration.as_mut().filter(|_| is_new) {
            migration.before_first_try = migration.before_first_try.or(since);
        }
    }

    /// The old app is retired, on the person's word; `knows` where they say that GCIS uses the new app
    /// though Salesforce has not shown it.
    ///
    /// # Errors
    /// Why it is not.
    pub fn retire_old_app(&mut self, said: Attested, knows: bool) -> Result<(), NotRetired> {
        let is_on = self.moving().is_some_and(|on| on.going_back.is_none());
        if !is_on || !self.new_way_is_at_gcis() {
            return Err(NotRetired::NotReady);
        }
        let seen = self.new_way_is_seen();
        if !seen && !knows {
            return Err(NotRetired::NotSeen);
        }
        if let Some(migration) = &mut self.facts.migration {
            migration.retired = Some(Retired { said, seen });
        }
        Ok(())
    }
}
