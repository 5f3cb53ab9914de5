//! The onboardings of this computer: listed, opened, removed.

use model::catalogue::Problem;
use model::field::SecretField;
use model::guide::link::Link;
use model::journey::{Status, Step};
use model::{Environment, Onboarding, journey};
use secrecy::SecretString;
use uuid::Uuid;

use super::problem::problem;
use super::snapshot::{Home, OnboardingSummary, Snapshot, UnreadableRecord};
use super::workspace::Workspace;

impl Workspace {
    /// The list of onboardings.
    pub fn home(&self) -> Result<Home, Problem> {
        let listed = self.records.list()?;
        let readable = listed
            .onboardings
            .into_iter()
            .map(|onboarding| self.with_gone(onboarding));
        Ok(Home {
            onboardings: readable.map(|onboarding| summary(&onboarding)).collect(),
            unreadable: listed
                .unreadable
                .into_iter()
                .map(|unreadable| UnreadableRecord {
                    file: unreadable.file,
                    why: Problem::from(unreadable.error).message,
                })
                .collect(),
        })
    }

    /// An onboarding as it is now.
    pub fn open(&self, id: Uuid) -> Result<Snapshot, Problem> {
        Ok(self.picture(&self.load(id)?))
    }

    /// Which environment an onboarding lives in.
    pub fn environment(&self, id: Uuid) -> Result<Environment, Problem> {
        Ok(self.load(id)?.environment)
    }

    /// Removes an onboarding's secrets, trail and record from this computer. The record goes last:
    /// while a secret cannot be removed, it still says where that secret is.
    pub async fn remove(&self, id: Uuid) -> Result<Home, Problem> {
        let _hold = self.hold(id)?;
        let onboarding = self.load(id)?;
        for field in SecretField::ALL {
            self.remove_secret(&onboarding, field).await?;
        }
        let lock = self.records.lock(id)?;
        self.trail.remove(id)?;
        self.records.remove(id)?;
        drop(lock);
        self.home()
    }

    /// The address of a page, if it can be opened for this onboarding.
    pub fn link_address(&self, id: Uuid, link: Link) -> Result<String, Problem> {
        let address = self.load(id)?.link_address(link);
        address.ok_or_else(|| problem(model::catalogue::Code::NothingToOpen))
    }

    /// A stored secret on its way to the clipboard; it is never handed to the window.
    pub async fn secret(&self, id: Uuid, field: SecretField) -> Result<SecretString, Problem> {
        let secret = self.read_secret(&self.load(id)?, field).await?;
        self.note(id, "secret_copied", field.key());
        Ok(secret)
    }
}

fn summary(onboarding: &Onboarding) -> OnboardingSummary {
    let steps = journey::steps(onboarding);
    let needed = steps.iter().filter(|step| !step.optional);
    let is_complete = |step: &&Step| matches!(step.status, Status::Completed { .. });
    OnboardingSummary {
        id: onboarding.id,
        name: onboarding.name.clone(),
        environment: onboarding.environment,
        completed: needed.clone().filter(is_complete).count(),
        total: needed.count(),
        next: journey::next(&steps).map(|step| step.title(onboarding.route)),
        changed_at: onboarding.changed_at,
    }
}
