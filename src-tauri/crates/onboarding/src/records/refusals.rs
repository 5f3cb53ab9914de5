//! How often Salesforce refused a user's password in a row, or may have: shared by every onboarding
//! and every program of this computer, since Salesforce counts for the user.
//!
//! A try is counted before it leaves and taken back once its answer is none that counts, so that a
//! try whose answer was never had is not forgotten.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Content, RecordError, file};

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

/// One try that was counted: what it takes to take it back.
#[derive(Debug)]
pub struct Try {
    key: String,
    at: Timestamp,
    before: Option<Refused>,
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
    pub fn add(&self, domain: &str, username: &str, at: Timestamp) -> Result<Try, RecordError> {
        let key = key(domain, username);
        self.change(|users| {
            let before = users.get(&key).copied();
            let count = before.map_or(0, |before| before.count).saturating_add(1);
            users.insert(key.clone(), Refused { count, last: at });
            Try { key, at, before }
        })
    }

    /// Takes back one that did not count after all. What others counted meanwhile stays.
    pub fn take_back(&self, one: &Try) -> Result<(), RecordError> {
        self.change(|users| {
            let Some(refused) = users.get_mut(&one.key) else {
                return;
            };
            refused.count = refused.count.saturating_sub(1);
            if refused.count == 0 {
                users.remove(&one.key);
            } else if let Some(before) = one.before.filter(|_| refused.last == one.at) {
                refused.last = before.last;
            }
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

    fn change<T>(
        &self,
        change: impl FnOnce(&mut BTreeMap<String, Refused>) -> T,
    ) -> Result<T, RecordError> {
        let _lock = file::lock(&self.path.with_extension("lock"))?;
        let mut counts = self.read()?;
        let changed = change(&mut counts.users);
        file::replace(&self.path, &counts)?;
        Ok(changed)
    }

    fn read(&self) -> Result<Counts, RecordError> {
        match file::read(&self.path, Content::Refusals) {
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

    #[test]
    fn what_is_taken_back_leaves_the_count_as_it_was_and_what_others_counted() {
        let folder = tempfile::tempdir().unwrap();
        let refusals = Refusals::new(folder.path());
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        let add = |seconds| refusals.add("salesforce.com", "gcis@a.example", at(seconds));
        let of = || refusals.of("salesforce.com", "gcis@a.example").unwrap();
        let counted = |count, last| {
            Some(Refused {
                count,
                last: at(last),
            })
        };
        refusals.take_back(&add(1).unwrap()).unwrap();
        assert_eq!(of(), None);
        add(2).unwrap();
        refusals.take_back(&add(3).unwrap()).unwrap();
        assert_eq!(of(), counted(1, 2));
        let ours = add(4).unwrap();
        add(5).unwrap();
        refusals.take_back(&ours).unwrap();
        assert_eq!(of(), counted(2, 5));
        let ours = add(6).unwrap();
        refusals.clear("salesforce.com", "gcis@a.example").unwrap();
        refusals.take_back(&ours).unwrap();
        assert_eq!(of(), None, "a success forgets all, and nothing returns");
    }
}
