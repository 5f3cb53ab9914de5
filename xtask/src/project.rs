//! Where things are, and how cargo and npm are called.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::stop::Stop;

/// The project's folders.
pub(crate) struct Project {
    root: PathBuf,
    /// Where cargo puts programs: the folder that this one is in.
    programs: PathBuf,
}

impl Project {
    pub(crate) fn find() -> Result<Self, Stop> {
        let here = env::current_dir().map_err(Stop::told("this folder"))?;
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or(here, PathBuf::from);
        let root = own
            .ancestors()
            .find(|folder| folder.join("xtask").is_dir() && folder.join("Cargo.lock").is_file())
            .ok_or_else(|| {
                Stop::Yours("Run this inside the project, as `cargo xtask …`.".to_owned())
            })?;
        let this = env::current_exe().map_err(Stop::told("this program's own path"))?;
        let programs = this.parent().unwrap_or(root).to_owned();
        Ok(Self {
            root: root.to_owned(),
            programs,
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The window's sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program of the workspace, once it is built.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// A program of the workspace, once it is built for release.
    pub(crate) fn release_program(&self, name: &str) -> PathBuf {
        self.target().join("release").join(name)
    }

    /// Where the tour's pictures go when nobody says otherwise.
    pub(crate) fn tour(&self) -> PathBuf {
        self.target().join("tour")
    }

    fn target(&self) -> &Path {
        self.programs.parent().unwrap_or(&self.programs)
    }

    /// A cargo command as a person would type it.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root);
        // What cargo told this program about itself would make build scripts that read it run again every time.
        for (name, _) in env::vars_os() {
            let told = [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_BIN_",
                "CARGO_CRATE_",
                "CARGO_PRIMARY_",
            ];
            if name
                .to_str()
                .is_some_and(|name| told.iter().any(|start| name.starts_with(start)))
            {
                cargo.env_remove(name);
            }
        }
        cargo
    }

    /// An npm command in the window's folder.
    pub(crate) fn npm(&self, arguments: &[&str]) -> Command {
        let mut npm = Command::new("npm");
        npm.args(arguments).current_dir(self.ui());
        npm
    }
}
