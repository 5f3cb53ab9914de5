//! The same for a person.

use std::fmt::{self, Display, Formatter};

use model::journey::Status;
use model::onboarding::{MovePhase, MoveStage};

use super::Facts;

impl Display for Facts {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let Some(phase) = self.phase else {
            return Ok(());
        };
        writeln!(to, "{}", headline(phase))?;
        writeln!(to, "GCIS signs in: {}.", self.gcis_signs_in)?;
        if self.giving.given {
            let how = if self.giving.asked_again {
                "An answer had never come. GCIS has them:"
            } else {
                "Given to GCIS:"
            };
            let id = self.instance_id.as_deref().unwrap_or_default();
            writeln!(to, "{how} instance {id}.")?;
        }
        for stage in &self.stages {
            write!(to, "  {:<12} {}", state(&stage.status), stage.title)?;
            if !stage.note.is_empty() {
                write!(to, ": {}", stage.note)?;
            }
            to.write_str("\n")?;
        }
        if !self.name_of_its_own.is_empty() {
            writeln!(to, "{}", self.name_of_its_own)?;
        }
        for found in &self.findings {
            writeln!(to, "  {}: {}", found.title, found.summary)?;
        }
        if !self.portal.is_empty() {
            writeln!(to, "In the portal:")?;
        }
        for step in &self.portal {
            writeln!(to, "  {step}")?;
        }
        if let Some(sighting) = &self.sighting {
            writeln!(to, "In Login History: {}", sighting.words)?;
        }
        if phase == MovePhase::On {
            self.what_is_left(to)?;
        }
        match phase {
            MovePhase::GoingBack => writeln!(
                to,
                "To go on with the way back: --go-back. To move it after all: --go-on."
            ),
            _ if self.way_back.is_empty() => Ok(()),
            _ => writeln!(to, "To go back: --go-back. {}", self.way_back),
        }
    }
}

impl Facts {
    fn what_is_left(&self, to: &mut Formatter<'_>) -> fmt::Result {
        if self.retire.is_empty() || !matches!(self.next, Some(MoveStage::Seen | MoveStage::Retire))
        {
            return Ok(());
        }
        writeln!(to, "To retire the connected app, in Salesforce:")?;
        for task in &self.retire {
            writeln!(to, "  {}: {}", task.title, task.detail)?;
        }
        if self.words_to_retire.is_empty() {
            return writeln!(to, "Once that is done: --retire.");
        }
        writeln!(
            to,
            "Once that is done, and you know that GCIS no longer needs it: --retire --confirm-retire \
             \"{}\".",
            self.words_to_retire
        )
    }
}

fn headline(phase: MovePhase) -> &'static str {
    match phase {
        MovePhase::None => "There is nothing to move.",
        MovePhase::MayExist => "No connector is registered here.",
        MovePhase::Due => "The connector is on the connected app, and has to move.",
        MovePhase::On => "The connector is being moved to the external client app.",
        MovePhase::GoingBack => "The connector is being taken back to the connected app.",
        MovePhase::Done => "The connector has been moved to the external client app.",
    }
}

fn state(status: &Status) -> &'static str {
    match status {
        Status::CannotStart => "waits",
        Status::NotStarted => "to do",
        Status::InProgress => "in progress",
        Status::Completed { .. } => "done",
        Status::NeedsRecheck => "changed",
        Status::Problem => "problem",
    }
}
