//! The saved world on disk: versioned JSON, replaced whole or not at all.

mod upgrade;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::random::Random;
use crate::world::Saved;

const VERSION: u32 = 3;

/// Why a saved world could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    #[error(transparent)]
    Read(#[from] io::Error),
    #[error("not a saved practice cloud: {0}")]
    Parse(#[from] serde_json::Error),
    #[error("saved by another version of this program (format {0}, this one reads {VERSION})")]
    Version(u32),
}

#[derive(Serialize)]
struct Outgoing<'a> {
    version: u32,
    #[serde(flatten)]
    saved: &'a Saved,
}

#[derive(Deserialize)]
struct Stamp {
    version: u32,
}

/// Where the world is saved.
pub(crate) struct StateFile {
    path: PathBuf,
}

impl StateFile {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// An empty world where nothing was saved yet.
    pub(crate) fn load(&self, random: &mut Random) -> Result<Saved, LoadError> {
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Saved::default()),
            Err(error) => return Err(error.into()),
        };
        // The version is read by itself first: another version may have changed all else.
        match serde_json::from_slice::<Stamp>(&text)?.version {
            VERSION => Ok(serde_json::from_slice(&text)?),
            earlier @ 1..VERSION => {
                let mut world: Value = serde_json::from_slice(&text)?;
                if earlier == 1 {
                    upgrade::from_1(&mut world, random);
                }
                upgrade::from_2(&mut world, random);
                let saved = serde_json::from_value(world)?;
                // What was invented has to be the same the next time.
                if let Err(error) = self.save(&saved) {
                    tracing::warn!(%error, "the practice cloud could not be saved in its new format");
                }
                Ok(saved)
            }
            other => Err(LoadError::Version(other)),
        }
    }

    pub(crate) fn save(&self, saved: &Saved) -> io::Result<()> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        fs::create_dir_all(folder)?;
        let outgoing = Outgoing {
            version: VERSION,
            saved,
        };
        let text = serde_json::to_vec_pretty(&outgoing)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&text)?;
        file.as_file().sync_all()?;
        file.persist(&self.path)?;
        sync_folder(folder)
    }
}

/// Without this a power cut may undo the rename.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::Org;

    fn random() -> Random {
        Random::from_seed([3; 32])
    }

    fn in_folder(folder: &tempfile::TempDir) -> StateFile {
        StateFile::new(folder.path().join("deep/practice.json"))
    }

    #[test]
    fn what_was_saved_is_loaded_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut saved = Saved::default();
        let org = Org::invent(&mut random());
        saved.orgs.insert("a".to_owned(), org);
        in_folder(&folder).save(&saved).unwrap();
        let loaded = in_folder(&folder).load(&mut random()).unwrap();
        assert_eq!(loaded.orgs["a"].id, saved.orgs["a"].id);
    }

    #[test]
    fn nothing_saved_is_an_empty_world() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            in_folder(&folder)
                .load(&mut random())
                .unwrap()
                .orgs
                .is_empty()
        );
    }

    #[test]
    fn a_save_leaves_no_other_file_behind() {
        let folder = tempfile::tempdir().unwrap();
        let file = in_folder(&folder);
        file.save(&Saved::default()).unwrap();
        file.save(&Saved::default()).unwrap();
        let names = fs::read_dir(file.path().parent().unwrap()).unwrap();
        assert_eq!(names.count(), 1);
    }

    #[test]
    fn another_version_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = StateFile::new(folder.path().join("practice.json"));
        fs::write(file.path(), r#"{"version":99,"orgs":[]}"#).unwrap();
        assert!(matches!(
            file.load(&mut random()),
            Err(LoadError::Version(99))
        ));
    }

    #[test]
    fn a_torn_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = StateFile::new(folder.path().join("practice.json"));
        fs::write(file.path(), r#"{"version":3,"orgs":{"#).unwrap();
        assert!(matches!(file.load(&mut random()), Err(LoadError::Parse(_))));
    }
}
