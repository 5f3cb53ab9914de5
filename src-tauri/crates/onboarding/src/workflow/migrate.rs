//! Moves a live connector from the connected app to the external client app, and back.
//!
//! What GCIS signs in with is replaced as any credentials are: [`Workspace::replace_credentials`],
//! or in the portal and [`Workspace::portal_ended`]. Both want a sign-in that was verified with what
//! is entered now, so nothing is sent before the new way has been verified.

use jiff::Timestamp;
use model::catalogue::{Check, Code, Problem};
use model::guide::moving::WORDS_TO_RETIRE;
use model::onboarding::{
    Adopted, MovePhase, NotRetired, Onboarding, Registered, RegistrationAttempt, RegistrationProof,
    judge_move,
};
use model::provenance::Attested;
use uuid::Uuid;

use super::VerifyRequest;
use super::portal::unread;
use super::prepare::i_say_so;
use super::problem::problem;
use super::snapshot::Snapshot;
use super::tenants::no_tenant;
use super::workspace::Workspace;

impl Workspace {
    /// Begins the move. The connector goes on as it is; what is entered from now on is for the
    /// external client app. Where none is registered here, `runs_already` says that one made
    /// elsewhere runs on the connected app.
    ///
    /// # Errors
    /// `nothing_to_move`; `tenant_missing` where a connector made elsewhere has no tenant yet;
    /// `move_outcome_unknown` and `outcome_unknown` while a request of before may still arrive.
    pub fn begin_move(&self, id: Uuid, runs_already: bool) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.in_move(id, "move_began", |onboarding| {
            let said = i_say_so();
            match onboarding.move_phase() {
                MovePhase::Due => {}
                MovePhase::MayExist if runs_already => it_runs_already(onboarding, said)?,
                _ => return Err(problem(Code::NothingToMove)),
            }
            if onboarding.facts.replacement.is_some() {
                return Err(problem(Code::MoveOutcomeUnknown));
            }
            let registered = onboarding.facts.registered.as_ref();
            let from = registered.map(|registered| registered.basis.sign_in.clone());
            let from = from.ok_or_else(|| problem(Code::NothingToMove))?;
            onboarding.begin_move(said, from);
            Ok(())
        })
    }

    /// Goes back. Before GCIS has the new credentials, the move is over and nothing was touched.
    /// After that what is entered is the old way's again, to be verified and given back to GCIS.
    ///
    /// # Errors
    /// `nothing_to_move` where none is on; `move_ended` once the old app is retired;
    /// `move_outcome_unknown` while nobody knows what GCIS has.
    pub fn go_back(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.in_move(id, "move_back", |onboarding| {
            is_under_way(onboarding)?;
            onboarding.go_back(i_say_so());
            Ok(())
        })
    }

    /// Goes on with the move after all, while GCIS still has the new credentials.
    ///
    /// # Errors
    /// As [`Self::go_back`].
    pub fn go_on_moving(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.in_move(id, "move_on", |onboarding| {
            is_under_way(onboarding)?;
            onboarding.go_on_moving(i_say_so());
            Ok(())
        })
    }

    /// Signs in once by the new app and looks in Login History for GCIS doing the same. Only a line
    /// of the new app that is not this program's counts; where the two apps cannot be told apart, or
    /// no line is there, nobody can tell.
    ///
    /// # Errors
    /// `move_not_ready` before GCIS was given anything; what a verification can meet.
    pub async fn look_for_move(&self, id: Uuid) -> Result<Snapshot, Problem> {
        let onboarding = self.load(id)?;
        let given = onboarding.new_way_is_at_gcis() || onboarding.facts.portal_end.is_some();
        if onboarding.move_phase() != MovePhase::On || !given {
            return Err(self.note_problem(id, "move_look", problem(Code::MoveNotReady)));
        }
        let request = VerifyRequest {
            only: Some(Check::SignIns),
            ..VerifyRequest::default()
        };
        self.verify(id, &request, &|_| ()).await?;
        self.say(id, "move_look", "", |onboarding| {
            let own = onboarding.facts.own_sign_ins.last().copied();
            if let Some(migration) = &mut onboarding.facts.migration
                && migration.given.is_some()
            {
                migration.first_look = migration.first_look.or(own);
            }
            let found = judge_move(onboarding, Timestamp::now(), unread(onboarding));
            if let Some(migration) = &mut onboarding.facts.migration {
                migration.sighting = Some(found);
            }
        })
    }

    /// The person says that the connected app is retired. From then on the old credentials may be
    /// forgotten. Where GCIS was not seen to sign in by the new app alone, `typed` has to be
    /// [`WORDS_TO_RETIRE`].
    ///
    /// # Errors
    /// `move_not_ready`, `move_outcome_unknown`, `move_not_seen`, and as [`Self::go_back`].
    pub fn retire_old_app(&self, id: Uuid, typed: &str) -> Result<Snapshot, Problem> {
        let _hold = self.hold(id)?;
        self.in_move(id, "move_retired", |onboarding| {
            is_under_way(onboarding)?;
            let retired = onboarding.retire_old_app(i_say_so(), is_confirmed(typed));
            retired.map_err(|why| match why {
                NotRetired::NotReady => problem(Code::MoveNotReady),
                NotRetired::NotSeen => problem(Code::MoveNotSeen).at_field("words_to_retire"),
            })
        })
    }

    fn in_move(
        &self,
        id: Uuid,
        what: &str,
        change: impl FnOnce(&mut Onboarding) -> Result<(), Problem>,
    ) -> Result<Snapshot, Problem> {
        let saved = self.edit(id, what, "", change);
        let saved = saved.map_err(|problem| self.note_problem(id, what, problem))?;
        Ok(self.picture(&saved))
    }
}

/// Case and spaces do not matter.
fn is_confirmed(typed: &str) -> bool {
    let plain = |words: &str| {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    plain(typed) == plain(WORDS_TO_RETIRE)
}

fn is_under_way(onboarding: &Onboarding) -> Result<(), Problem> {
    match onboarding.move_phase() {
        MovePhase::On | MovePhase::GoingBack if onboarding.gcis_may_have_either() => {
            Err(problem(Code::MoveOutcomeUnknown))
        }
        MovePhase::On | MovePhase::GoingBack => Ok(()),
        MovePhase::Done => Err(problem(Code::MoveEnded)),
        MovePhase::None | MovePhase::MayExist | MovePhase::Due => Err(problem(Code::NothingToMove)),
    }
}

/// A connector made elsewhere, on the person's word. With which credentials GCIS runs it nobody here
/// knows.
fn it_runs_already(onboarding: &mut Onboarding, said: Attested) -> Result<(), Problem> {
    let attempt = onboarding.facts.attempt.as_ref();
    if attempt.is_some_and(RegistrationAttempt::is_unknown) {
        return Err(problem(Code::OutcomeUnknown));
    }
    let basis = onboarding.registration_basis().ok_or_else(no_tenant)?;
    let tenant = onboarding.fields.tenant.clone().ok_or_else(no_tenant)?;
    onboarding.facts.registered = Some(Registered {
        basis,
        tenant,
        proof: RegistrationProof::Attested(said),
        updated: None,
        adopted: Some(Adopted {
            at: said.at,
            credentials_given: false,
        }),
        mismatch: onboarding.tenant_mismatch(),
    });
    Ok(())
}
