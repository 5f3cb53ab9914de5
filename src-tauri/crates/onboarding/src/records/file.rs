//! Replaces a file whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::{Content, RecordError};

/// The newest form of the files that this program writes; older ones are read as they are. The
/// second knows two routes, so a program that knows one must not take its files for damaged.
const VERSION: u32 = 2;

/// What every file begins with, so that a later form can be told apart.
#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    version: u32,
    #[serde(flatten)]
    content: T,
}

#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

/// Writes beside the file, syncs, renames over it and syncs the folder: after a crash at any
/// instant the old content stands or the new one.
pub(super) fn replace<T: Serialize>(path: &Path, content: &T) -> Result<(), RecordError> {
    let versioned = Versioned {
        version: VERSION,
        content,
    };
    let written = serde_json::to_vec_pretty(&versioned)
        .map_err(io::Error::from)
        .and_then(|text| write_atomically(path, &text));
    written.map_err(|source| RecordError::Disk {
        path: path.to_owned(),
        source,
    })
}

/// Reads a file that [`replace`] wrote.
pub(super) fn read<T: DeserializeOwned>(path: &Path, content: Content) -> Result<T, RecordError> {
    let damaged = |source| RecordError::Damaged {
        content,
        path: path.to_owned(),
        source,
    };
    let text = fs::read(path).map_err(RecordError::disk(path))?;
    let found: VersionOnly = serde_json::from_slice(&text).map_err(damaged)?;
    if found.version > VERSION {
        return Err(RecordError::Newer {
            content,
            path: path.to_owned(),
        });
    }
    let versioned: Versioned<T> = serde_json::from_slice(&text).map_err(damaged)?;
    Ok(versioned.content)
}

/// Removes a file; that it was not there is no error.
pub(super) fn remove(path: &Path) -> Result<(), RecordError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(RecordError::Disk {
            path: path.to_owned(),
            source: error,
        }),
        _ => path.parent().map_or(Ok(()), |folder| {
            sync_folder(folder).map_err(|source| RecordError::Disk {
                path: folder.to_owned(),
                source,
            })
        }),
    }
}

/// Writes a document for a person, whole or not at all.
pub fn write_document(path: &Path, text: &[u8]) -> io::Result<()> {
    write_atomically(path, text)
}

fn write_atomically(path: &Path, text: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    make_private_folder(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Holds a lock file until the handle is dropped: one reader and writer at a time, in this program
/// and in others.
pub(super) fn lock(path: &Path) -> Result<File, RecordError> {
    let hold = || {
        path.parent().map_or(Ok(()), make_private_folder)?;
        let lock = File::create(path)?;
        lock.lock()?;
        Ok(lock)
    };
    hold().map_err(RecordError::disk(path))
}

/// The same without waiting: nothing where somebody else holds it. A program that has ended, however
/// it did, holds nothing.
pub(super) fn try_lock(path: &Path) -> Result<Option<File>, RecordError> {
    let hold = || {
        path.parent().map_or(Ok(()), make_private_folder)?;
        let lock = File::create(path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    };
    hold().map_err(RecordError::disk(path))
}

/// Makes a folder that only its owner can look into. Each folder that was not there is durable once
/// this returns.
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    missing
        .into_iter()
        .filter_map(Path::parent)
        .try_for_each(sync_folder)
}

/// A name is durable once its folder is, be it of a new file or of one that was renamed. Windows has
/// no such call; its rename is enough.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // The folder of a bare name is the one that the program stands in.
    let here = Path::new(".");
    let folder = Some(folder).filter(|folder| !folder.as_os_str().is_empty());
    if cfg!(unix) {
        File::open(folder.unwrap_or(here))?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/one.json");
        replace(&path, &serde_json::json!({"a": 1})).unwrap();
        replace(&path, &serde_json::json!({"a": 2})).unwrap();
        let back: serde_json::Value = read(&path, Content::Settings).unwrap();
        assert_eq!(back["a"], 2);
        let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "no temporary file is left behind");
    }

    #[test]
    fn damage_and_newer_versions_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one.json");
        let read_it = || read::<serde_json::Value>(&path, Content::Settings);
        assert!(matches!(read_it(), Err(RecordError::Missing)));
        fs::write(&path, "{\"version\": 1, \"a\": 7}").unwrap();
        assert_eq!(
            read_it().unwrap()["a"],
            7,
            "the first form is read as it is"
        );
        fs::write(&path, "{\"version\": 1, \"a\"").unwrap();
        assert!(matches!(read_it(), Err(RecordError::Damaged { .. })));
        fs::write(&path, "{\"version\": 99}").unwrap();
        assert!(matches!(read_it(), Err(RecordError::Newer { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_within_folders_that_are_not_there_is_made_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;

        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("one/two/three");
        for _ in 0..2 {
            make_private_folder(&folder).unwrap();
        }
        for made in folder.ancestors().take(3) {
            let mode = made.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{}", made.display());
        }
        fs::write(place.path().join("file"), "").unwrap();
        assert!(make_private_folder(&place.path().join("file/below")).is_err());
    }
}
