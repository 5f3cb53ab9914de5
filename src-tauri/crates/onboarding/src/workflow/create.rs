//! Begins an onboarding.

use jiff::{Timestamp, ZonedDateTime};
use model::catalogue::{Code, Problem};
use model::onboarding::{Facts, Fields};
use model::{Environment, Onboarding};
use uuid::Uuid;

use super::fields::{domain, sandbox_name};
use super::problem::problem;
use super::route::at_first;
use super::snapshot::Snapshot;
use super::workspace::Workspace;

/// The longest name, in characters: what fits a line of the list.
const LONGEST_NAME: usize = 80;

/// A new onboarding, as the person describes it.
#[derive(Debug)]
pub struct NewOnboarding {
    /// The customer's name.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name; not read elsewhere.
    pub sandbox_name: String,
}

impl Workspace {
    /// Begins an onboarding and saves it.
    pub fn create(&self, new: &NewOnboarding) -> Result<Snapshot, Problem> {
        let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(problem(Code::NameMissing).at_field("name"));
        }
        if name.chars().count() > LONGEST_NAME {
            return Err(problem(Code::NameTooLong).at_field("name"));
        }
        let sandbox_name = match new.environment {
            Environment::Sandbox => sandbox_name(&new.sandbox_name)?,
            Environment::Production | Environment::Practice => String::new(),
        };
        let now = Timestamp::now();
        let onboarding = Onboarding {
            id: Uuid::new_v4(),
            name,
            environment: new.environment,
            route: at_first(ZonedDateTime::now().date()),
            created_at: now,
            changed_at: now,
            fields: Fields {
                domain: domain(&new.domain)?,
                sandbox_name,
                login_url: new.environment.default_login_url().to_owned(),
                ..Fields::default()
            },
            secrets: std::collections::BTreeMap::new(),
            facts: Facts::default(),
            gone: std::collections::BTreeSet::new(),
        };
        self.records.save(&onboarding)?;
        self.note(onboarding.id, "created", onboarding.environment.title());
        Ok(self.picture(&onboarding))
    }
}
