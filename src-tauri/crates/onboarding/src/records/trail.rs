//! The activity trail: what was done, when, and how it came out. Appended to, never rewritten.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{RecordError, file};

/// One line of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// When.
    pub at: Timestamp,
    /// What was done, as a stable word.
    pub what: String,
    /// How it came out or what it concerned; never a value that a person typed.
    pub outcome: String,
    /// Stands in the problem that was shown, if there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<Uuid>,
}

/// The trails of this computer, one file per onboarding.
#[derive(Debug)]
pub struct Trail {
    folder: PathBuf,
}

impl Trail {
    /// The trails below the program's data folder.
    pub fn new(data_folder: &Path) -> Self {
        Self {
            folder: data_folder.join("trail"),
        }
    }

    /// Appends a line and waits until it is on disk. A line torn by a crash is closed first, so
    /// that it spoils no other.
    pub fn append(&self, id: Uuid, activity: &Activity) -> Result<(), RecordError> {
        let path = self.path(id);
        let write = || {
            let mut line = serde_json::to_vec(activity)?;
            line.push(b'\n');
            file::make_private_folder(&self.folder)?;
            let mut file = OpenOptions::new()
                .create(true)
                .append(true)
                .read(true)
                .open(&path)?;
            if is_torn(&mut file)? {
                line.insert(0, b'\n');
            }
            let is_new = file.metadata()?.len() == 0;
            file.write_all(&line)?;
            file.sync_data()?;
            if is_new {
                file::sync_folder(&self.folder)?;
            }
            Ok(())
        };
        write().map_err(|source| RecordError::Disk {
            path: self.path(id),
            source,
        })
    }

    /// Reads a trail; torn lines are passed over.
    pub fn read(&self, id: Uuid) -> Result<Vec<Activity>, RecordError> {
        let path = self.path(id);
        let file = match fs::File::open(&path).map_err(RecordError::disk(&path)) {
            Err(RecordError::Missing) => return Ok(Vec::new()),
            other => other?,
        };
        let lines = BufReader::new(file).split(b'\n').map_while(Result::ok);
        Ok(lines
            .filter_map(|line| serde_json::from_slice(&line).ok())
            .collect())
    }

    /// Removes a trail.
    pub fn remove(&self, id: Uuid) -> Result<(), RecordError> {
        file::remove(&self.path(id))
    }

    fn path(&self, id: Uuid) -> PathBuf {
        self.folder.join(format!("{id}.jsonl"))
    }
}

fn is_torn(file: &mut fs::File) -> std::io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != [b'\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activity(what: &str) -> Activity {
        Activity {
            at: Timestamp::UNIX_EPOCH,
            what: what.to_owned(),
            outcome: String::new(),
            correlation_id: None,
        }
    }

    #[test]
    fn a_torn_last_line_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let trail = Trail::new(folder.path());
        let id = Uuid::new_v4();
        trail.append(id, &activity("one")).unwrap();
        let mut file = OpenOptions::new()
            .append(true)
            .open(trail.path(id))
            .unwrap();
        file.write_all(b"{\"at\":\"1970").unwrap();
        trail.append(id, &activity("two")).unwrap();
        let read: Vec<_> = trail
            .read(id)
            .unwrap()
            .into_iter()
            .map(|line| line.what)
            .collect();
        assert_eq!(read, ["one", "two"]);
    }
}
