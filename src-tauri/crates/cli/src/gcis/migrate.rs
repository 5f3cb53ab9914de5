//! `connectorctl migrate`: moves a live connector from the connected app to the external client app,
//! and back.

mod facts;
mod given;

use std::process::ExitCode;

use model::catalogue::Code;
use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage, MoveStanding, PortalEnding};
use onboarding::workflow::snapshot::{MoveGiving, Snapshot};

use super::answer;
use super::arguments::MigrateOptions;
use super::saved::{Saved, unless_interrupted};
use super::stop::Stop;
use super::terminal::ask;
use facts::Facts;
use given::give;

pub(super) async fn run(options: &MigrateOptions) -> Result<ExitCode, String> {
    let mut facts = Facts::default();
    let mut ended = match Saved::find(&options.saved) {
        Ok(saved) => {
            let work = Box::pin(work(&saved, options, &mut facts));
            let ended = unless_interrupted(work).await;
            // However it ended, it is told as it stands now.
            match saved.open() {
                Ok(now) => {
                    facts.read(&now);
                    ended
                }
                Err(stop) => ended.and(Err(stop)),
            }
        }
        Err(stop) => Err(stop),
    };
    if facts.giving.may_have_left && ended.as_ref().is_err_and(|stop| stop.is(Code::Cancelled)) {
        let words = "It was interrupted once the request may have left. The next run sends the same \
                     request, and GCIS answers for it without doing anything twice.";
        ended = Err(Stop::new(Code::ReplacementUnknown, words));
    }
    answer::tell("migrate", &options.saved, &facts, &ended)
}

async fn work(saved: &Saved, options: &MigrateOptions, facts: &mut Facts) -> Result<(), Stop> {
    if options.turn.retire {
        retire(saved, options).await
    } else if options.turn.go_back {
        back(saved, options, facts).await
    } else {
        forth(saved, options, facts).await
    }
}

/// Begins the move if that was not done, and goes on with it where it stands.
async fn forth(saved: &Saved, options: &MigrateOptions, facts: &mut Facts) -> Result<(), Stop> {
    let workspace = &saved.workspace;
    let mut now = saved.open()?;
    if options.turn.go_on {
        now = workspace.go_on_moving(saved.id)?;
    }
    match now.moving.phase {
        MovePhase::On => {}
        MovePhase::Done => return Ok(()),
        MovePhase::GoingBack => {
            let words = "it is being taken back: give --go-back to go on with that, or --go-on to \
                         move it after all";
            return Err(Stop::misused(words));
        }
        MovePhase::MayExist if !options.runs_already => {
            let words = "None is registered here. If GCIS runs one that was made elsewhere: \
                         connectorctl register --adopt keep, or where only the portal shows it, \
                         --runs-already";
            return Err(Stop::usage(Code::NothingToMove, words));
        }
        MovePhase::Due | MovePhase::MayExist | MovePhase::None => {
            now = workspace.begin_move(saved.id, options.runs_already)?;
        }
    }
    // GCIS's own answer settles it; where it cannot be asked, what Salesforce shows may help.
    if save_is_unknown(&now) && saved.verified().await?.moving.giving == MoveGiving::InPortal {
        look_in_history(saved).await?;
        return Err(Stop::new(Code::MoveOutcomeUnknown, ""));
    }
    if !is_given(&now) {
        give(saved, options, "give GCIS the new key and secret", facts).await?;
    }
    look(saved).await
}

/// Goes back: at once as long as GCIS was given nothing, else by giving it the old credentials.
async fn back(saved: &Saved, options: &MigrateOptions, facts: &mut Facts) -> Result<(), Stop> {
    let mut now = saved.open()?;
    if now.moving.phase != MovePhase::GoingBack {
        now = saved.workspace.go_back(saved.id)?;
    }
    if now.moving.phase != MovePhase::GoingBack {
        return Ok(());
    }
    give(saved, options, "give GCIS the old credentials", facts).await
}

/// Records that the connected app is retired; what Salesforce has not shown is confirmed in words.
async fn retire(saved: &Saved, options: &MigrateOptions) -> Result<(), Stop> {
    let now = saved.open()?;
    if now.moving.phase == MovePhase::Done {
        return Ok(());
    }
    let typed = options.confirm_retire.as_deref();
    let retired = saved
        .workspace
        .retire_old_app(saved.id, typed.unwrap_or_default());
    let Err(problem) = retired else {
        return Ok(());
    };
    if typed.is_some() || problem.code != Code::MoveNotSeen.entry().name {
        return Err(problem.into());
    }
    let words = now.moving.words_to_retire;
    eprintln!("{}.", problem.message);
    let Some(typed) = ask(format!("Type “{words}” if you know it otherwise: ")).await else {
        let words = format!("If you know it otherwise: --retire --confirm-retire \"{words}\"");
        return Err(Stop::usage(Code::MoveNotSeen, words));
    };
    saved.workspace.retire_old_app(saved.id, &typed)?;
    Ok(())
}

/// Looks in Login History. That nobody can tell yet is no failure; what speaks against it is.
async fn look(saved: &Saved) -> Result<(), Stop> {
    let now = look_in_history(saved).await?;
    let against = now.moving.sighting.is_some_and(|sighting| {
        sighting.still_old.is_some() || sighting.standing == MoveStanding::Refused
    });
    if against {
        return Err(Stop::new(Code::MoveNotSeen, ""));
    }
    Ok(())
}

async fn look_in_history(saved: &Saved) -> Result<Snapshot, Stop> {
    saved.verified().await?;
    let looking = saved.workspace.look_for_move(saved.id);
    Ok(Box::pin(looking).await?)
}

/// The person did not know how a save in the portal ended, and has not found out.
fn save_is_unknown(now: &Snapshot) -> bool {
    let end = now.register.portal.end.as_ref();
    end.is_some_and(|end| end.ending == PortalEnding::DontKnow)
}

/// GCIS has what is entered now.
fn is_given(now: &Snapshot) -> bool {
    let mut stages = now.moving.stages.iter();
    stages.any(|stage| {
        stage.stage == MoveStage::Replace && matches!(stage.status, Status::Completed { .. })
    })
}
