//! The onboardings of this computer.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use model::Onboarding;
use uuid::Uuid;

use super::{Content, RecordError, file};

/// The folder of records.
#[derive(Debug)]
pub struct Records {
    folder: PathBuf,
}

/// What is in the folder.
#[derive(Debug, Default)]
pub struct Listed {
    /// What could be read.
    pub onboardings: Vec<Onboarding>,
    /// What could not; the files stay as they are.
    pub unreadable: Vec<Unreadable>,
}

/// A file that could not be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Its name.
    pub file: String,
    /// Why.
    pub error: RecordError,
}

impl Records {
    /// The records below the program's data folder.
    pub fn new(data_folder: &Path) -> Self {
        Self {
            folder: data_folder.join("onboardings"),
        }
    }

    /// Everything in the folder, the latest change first.
    pub fn list(&self) -> Result<Listed, RecordError> {
        let entries = match fs::read_dir(&self.folder).map_err(RecordError::disk(&self.folder)) {
            Err(RecordError::Missing) => return Ok(Listed::default()),
            other => other?,
        };
        let mut listed = Listed::default();
        for entry in entries {
            let path = entry.map_err(RecordError::disk(&self.folder))?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                match file::read(&path, Content::Onboarding) {
                    Ok(onboarding) => listed.onboardings.push(onboarding),
                    Err(RecordError::Missing) => {}
                    Err(error) => {
                        let name = path.file_name().unwrap_or_default();
                        let file = name.to_string_lossy().into_owned();
                        listed.unreadable.push(Unreadable { file, error });
                    }
                }
            }
        }
        listed
            .onboardings
            .sort_by_key(|onboarding| std::cmp::Reverse(onboarding.changed_at));
        Ok(listed)
    }

    /// Reads one.
    pub fn load(&self, id: Uuid) -> Result<Onboarding, RecordError> {
        file::read(&self.path(id), Content::Onboarding)
    }

    /// Saves one, whole or not at all.
    pub fn save(&self, onboarding: &Onboarding) -> Result<(), RecordError> {
        file::replace(&self.path(onboarding.id), onboarding)
    }

    /// Removes one.
    pub fn remove(&self, id: Uuid) -> Result<(), RecordError> {
        file::remove(&self.path(id))?;
        file::remove(&self.folder.join(format!("{id}.lock")))?;
        file::remove(&self.run_lock(id))
    }

    /// Keeps every other process from changing an onboarding until the lock is dropped.
    pub fn lock(&self, id: Uuid) -> Result<File, RecordError> {
        file::lock(&self.folder.join(format!("{id}.lock")))
    }

    /// Keeps every other process from a long run on an onboarding until the lock is dropped; nothing
    /// where one goes on elsewhere.
    pub fn lock_for_run(&self, id: Uuid) -> Result<Option<File>, RecordError> {
        file::try_lock(&self.run_lock(id))
    }

    fn run_lock(&self, id: Uuid) -> PathBuf {
        self.folder.join(format!("{id}.run.lock"))
    }

    fn path(&self, id: Uuid) -> PathBuf {
        self.folder.join(format!("{id}.json"))
    }
}

#[cfg(test)]
mod tests {
    use model::onboarding::{Seen, Unclear, Verdict, Verification};
    use serde_json::json;

    fn read(code: &str) -> Option<String> {
        let at = "2026-11-02T09:00:00Z";
        let kept = json!({
            "at": at,
            "basis": { "loginUrl": "", "username": "typed@a.example", "secrets": {} },
            "findings": [{ "check": "identity", "status": "warning", "code": code, "evidence": "" }],
            "connection": { "at": at, "value": {
                "username": "typed@a.example", "orgId": "00D000000000001", "orgName": "",
                "sandbox": null, "edition": "", "loginHost": "",
            }},
        });
        let read: Verification = serde_json::from_value(kept).unwrap();
        read.connection.unwrap().value.username
    }

    #[test]
    fn a_record_that_named_the_typed_user_where_salesforce_told_none_names_nobody() {
        assert_eq!(read("identity_unread"), None);
        let told = read("identity_confirmed");
        assert_eq!(told.as_deref(), Some("typed@a.example"));
    }

    #[test]
    fn a_record_that_held_one_that_is_gone_for_proof_is_read_as_cannot_tell() {
        let read = |verdict| serde_json::from_value::<Verdict>(verdict).unwrap();
        assert_eq!(
            read(json!({ "kind": "verified", "what": "gone" })),
            Verdict::CannotTell(Unclear::Gone)
        );
        let proofs = [Seen::Appeared, Seen::Changed].map(Verdict::Verified);
        let others = Unclear::ALL.map(Verdict::CannotTell);
        for verdict in proofs.into_iter().chain(others) {
            assert_eq!(read(json!(verdict)), verdict);
        }
    }
}
