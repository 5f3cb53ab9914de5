//! How often Salesforce refused a user's password in a row: shared by every onboarding and every
//! program of this computer, since Salesforce counts for the user.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{RecordError, file};

/// The counts of this computer.
#[derive(Debug)]
pub struct Refusals {
    path: PathBuf,
}

/// One user's count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
    /// In a row.
    pub count: u32,
    /// The last one.
    pub last: Timestamp,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Counts {
    users: BTreeMap<String, Refused>,
}

impl Refusals {
    /// The counts below the program's data folder.
    pub fn new(data_folder: &Path) -> Self {
        Self {
            path: data_folder.join("refused-sign-ins.json"),
        }
    }

    /// A user's count; `domain` keeps practice and real users of one name apart.
    pub fn of(&self, domain: &str, username: &str) -> Result<Option<Refused>, RecordError> {
        Ok(self.read()?.users.get(&key(domain, username)).copied())
    }

    /// Counts one more.
    pub fn add(&self, domain: &str, username: &str, at: Timestamp) -> Result<(), RecordError> {
        self.change(|users| {
            let refused = users
                .entry(key(domain, username))
                .or_insert(Refused { count: 0, last: at });
            refused.count = refused.count.saturating_add(1);
            refused.last = at;
        })
    }

    /// Forgets a user's count: it signed in, or a person unlocked it.
    pub fn clear(&self, domain: &str, username: &str) -> Result<(), RecordError> {
        if self.of(domain, username)?.is_none() {
            return Ok(());
        }
        self.change(|users| {
            users.remove(&key(domain, username));
        })
    }

    fn change(
        &self,
        change: impl FnOnce(&mut BTreeMap<String, Refused>),
    ) -> Result<(), RecordError> {
        let _lock = file::lock(&self.path.with_extension("lock"))?;
        let mut counts = self.read()?;
        change(&mut counts.users);
        file::replace(&self.path, &counts)
    }

    fn read(&self) -> Result<Counts, RecordError> {
        match file::read(&self.path) {
            Err(RecordError::Missing) => Ok(Counts::default()),
            other => other,
        }
    }
}

/// Salesforce's user names are the same in upper and lower case.
fn key(domain: &str, username: &str) -> String {
    format!("{domain} {}", username.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_the_users_and_outlives_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let at = Timestamp::UNIX_EPOCH;
        let refusals = || Refusals::new(folder.path());
        refusals()
            .add("salesforce.com", "gcis@a.example", at)
            .unwrap();
        refusals()
            .add("salesforce.com", "GCIS@a.example", at)
            .unwrap();
        let of = |domain| refusals().of(domain, "gcis@a.example").unwrap();
        assert_eq!(of("salesforce.com").map(|refused| refused.count), Some(2));
        assert_eq!(of("salesforce.practice"), None);
        refusals()
            .clear("salesforce.com", "gcis@a.example")
            .unwrap();
        assert_eq!(of("salesforce.com"), None);
    }
}
