//! The programs that cargo built.

use std::path::PathBuf;

use crate::Trouble;

/// A program of the workspace, built beside this one: `target/<profile>/<name>`.
pub fn built(name: &str) -> Result<PathBuf, Trouble> {
    let this = std::env::current_exe().map_err(Trouble::told("this program's own path"))?;
    this.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .ok_or_else(|| {
            let hint = format!("{name} is not built: run `cargo build --workspace`");
            Trouble::new(hint)
        })
}
