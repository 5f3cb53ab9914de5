//! Where this program keeps its files.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folder for this program's data, as the operating system wants it
/// (`$XDG_DATA_HOME/connector-setup` on Linux); nothing where there is no home folder.
pub fn data_folder() -> Option<PathBuf> {
    ProjectDirs::from("com.gentrack", "", "connector-setup").map(|dirs| dirs.data_dir().to_owned())
}
