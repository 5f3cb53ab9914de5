//! The desktop's own folders, and the environment that points every program to them.

use std::collections::BTreeMap;
use std::fs::{DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::Trouble;

pub(super) const DATA: &str = "data";
const RUN: &str = "run";

/// Where a variable has to point, below the root.
const PLACES: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("TMPDIR", "tmp"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", DATA),
    (super::processes::MARK, RUN),
    ("XDG_STATE_HOME", "state"),
];

pub(super) struct Folders {
    root: TempDir,
}

impl Folders {
    pub(super) fn create() -> Result<Self, Trouble> {
        // Short, because the names of sockets below it may not exceed 107 bytes.
        let root = tempfile::Builder::new()
            .prefix("desk-")
            .tempdir()
            .map_err(Trouble::told("a temporary folder"))?;
        for name in PLACES
            .iter()
            .map(|(_, name)| *name)
            .chain(["log", "services"])
        {
            DirBuilder::new()
                .mode(0o700)
                .create(root.path().join(name))
                .map_err(Trouble::told("a temporary folder"))?;
        }
        Ok(Self { root })
    }

    pub(super) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(super) fn log(&self, name: &str) -> Result<File, Trouble> {
        File::create(self.log_path(name)).map_err(Trouble::told("a log file"))
    }

    /// The last lines that `name` logged, for a sentence about its failure.
    pub(super) fn last_words(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.log_path(name)).unwrap_or_default();
        let lines: Vec<&str> = text.lines().rev().take(5).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join(" · ")
    }

    /// The whole environment of the desktop's programs: nothing of ours but the way to programs.
    pub(super) fn variables(&self) -> BTreeMap<String, String> {
        let own =
            PLACES.map(|(name, place)| (name.to_owned(), self.at(place).display().to_string()));
        let path =
            std::env::var("PATH").unwrap_or_else(|_| "/usr/local/bin:/usr/bin:/bin".to_owned());
        let fixed = [
            ("PATH", path.as_str()),
            ("LANG", "C.UTF-8"),
            ("GDK_BACKEND", "x11"),
            ("GSETTINGS_BACKEND", "memory"),
            ("NO_AT_BRIDGE", "1"),
            ("RUST_BACKTRACE", "1"),
            ("TAURI_WEBVIEW_AUTOMATION", "true"),
            // Without a graphics card, WebKitGTK 2.50's GPU painting threads crash the page once in
            // some dozens of runs (a segfault of SkiaGPUWorker); the CPU paints the same pages.
            ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"),
        ];
        let fixed = fixed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        own.into_iter().chain(fixed).collect()
    }

    pub(super) fn remove(self) -> Result<(), Trouble> {
        self.root
            .close()
            .map_err(Trouble::told("removing the private desktop's folder"))
    }

    fn log_path(&self, name: &str) -> PathBuf {
        self.at("log").join(name)
    }
}
