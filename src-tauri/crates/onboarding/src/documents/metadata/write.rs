//! The project on disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::MetadataError;
use super::project::{PROJECT_FILE, Project};

impl Project {
    /// Writes the project into a folder that is empty or not there yet, and returns the paths of
    /// its files.
    ///
    /// Everything is written and synced out of sight first and then moved into place, the project
    /// file last: whatever interrupts this, a folder with a project file has the whole project.
    ///
    /// # Errors
    ///
    /// [`MetadataError::NotEmpty`] before anything is touched, or what the disk said.
    pub fn write(&self, folder: &Path) -> Result<Vec<PathBuf>, MetadataError> {
        empty_folder(folder)?;
        let staging = tempfile::Builder::new()
            .prefix(".unfinished-")
            .tempdir_in(folder)
            .map_err(MetadataError::disk(folder))?;
        for (path, text) in self.files() {
            let place = staging.path().join(path);
            write_file(&place, text).map_err(MetadataError::disk(&place))?;
        }
        for part in self.parts() {
            let place = folder.join(part);
            fs::rename(staging.path().join(part), &place).map_err(MetadataError::disk(&place))?;
        }
        staging.close().map_err(MetadataError::disk(folder))?;
        sync_folder(folder).map_err(MetadataError::disk(folder))?;
        Ok(self.files().map(|(path, _)| folder.join(path)).collect())
    }

    /// What stands at the top of the project, the project file last.
    fn parts(&self) -> Vec<&Path> {
        let tops = self
            .files()
            .filter_map(|(path, _)| path.iter().next().map(Path::new));
        let mut parts: Vec<&Path> = tops.collect();
        parts.sort_by_key(|part| *part == Path::new(PROJECT_FILE));
        parts.dedup();
        parts
    }
}

fn empty_folder(folder: &Path) -> Result<(), MetadataError> {
    match fs::read_dir(folder) {
        Ok(mut inside) => match inside.next() {
            None => Ok(()),
            Some(_) => Err(MetadataError::NotEmpty(folder.to_owned())),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder).map_err(MetadataError::disk(folder))
        }
        Err(error) => Err(MetadataError::disk(folder)(error)),
    }
}

fn write_file(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A rename is durable once its folder is. Windows has no such call; its rename is enough.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::particulars::{App, Particulars};
    use super::*;

    fn project() -> Project {
        let run_as = "connector@northwind.example".to_owned();
        Project::new(&Particulars::of_guide(App::ExternalClientApp { run_as })).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let inside = fs::read_dir(folder).unwrap();
        let names = inside.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_that_is_not_there_yet_or_empty_gets_the_whole_project() {
        let place = tempfile::tempdir().unwrap();
        let new = place.path().join("some/where/new");
        for folder in [place.path().join("empty"), new] {
            if folder.ends_with("empty") {
                fs::create_dir(&folder).unwrap();
            }
            let written = project().write(&folder).unwrap();
            assert_eq!(
                names(&folder),
                [
                    ".forceignore",
                    "README.md",
                    "force-app",
                    "sfdx-project.json"
                ]
            );
            let project = project();
            assert_eq!(written.len(), project.files().count());
            for (path, (_, text)) in written.iter().zip(project.files()) {
                assert_eq!(fs::read_to_string(path).unwrap(), text);
            }
        }
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_as_it_is() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join(".hidden"), "mine").unwrap();
        let refused = project().write(place.path());
        assert!(matches!(refused, Err(MetadataError::NotEmpty(folder)) if folder == place.path()));
        assert_eq!(names(place.path()), [".hidden"]);
    }

    #[test]
    fn a_file_in_the_folders_place_is_told() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("file");
        fs::write(&file, "mine").unwrap();
        let refused = project().write(&file);
        assert!(matches!(refused, Err(MetadataError::Disk { path, .. }) if path == file));
        assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    }

    #[test]
    fn the_project_file_is_moved_last() {
        let project = project();
        assert_eq!(project.parts().last(), Some(&Path::new(PROJECT_FILE)));
        assert_eq!(project.parts().len(), 4);
    }
}
