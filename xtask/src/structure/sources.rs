//! The project's own files: those that git keeps, or would keep.

use std::fs;
use std::process::Command;

use crate::child;
use crate::project::Project;
use crate::stop::Stop;

/// A text file of the project.
pub(crate) struct Source {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All of them.
pub(crate) struct Sources(Vec<Source>);

impl Sources {
    pub(crate) fn read(project: &Project) -> Result<Self, Stop> {
        let mut git = Command::new("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(project.root());
        let (succeeded, text) = child::capture(git)?;
        if !succeeded {
            return Err(Stop::Failed(format!(
                "git could not list the project's files: {text}"
            )));
        }
        let files = text.lines().filter_map(|path| {
            let text = fs::read_to_string(project.root().join(path)).ok()?;
            Some(Source {
                path: path.to_owned(),
                text,
            })
        });
        Ok(Self(files.collect()))
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let source = |(path, text): &(&str, &str)| Source {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Self(files.iter().map(source).collect())
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// Those below a folder (given with its last `/`) whose names end so.
    pub(crate) fn below<'a>(
        &'a self,
        folder: &'a str,
        end: &'a str,
    ) -> impl Iterator<Item = &'a Source> {
        self.all()
            .filter(move |source| source.path.starts_with(folder) && source.path.ends_with(end))
    }
}
