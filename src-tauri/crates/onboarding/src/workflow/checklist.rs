//! The checklist, on the screen and on disk.

use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::ZonedDateTime;
use model::Route;
use model::catalogue::{Code, Problem};
use uuid::Uuid;

use super::file_name::{file_name, numbered, of_onboarding};
use super::problem::problem;
use super::workspace::Workspace;
use crate::documents::{Document, Sheet, checklist};
use crate::records::write_document;

/// Whose checklist is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChecklistOf {
    /// An onboarding's.
    Onboarding(Uuid),
    /// A blank one: for one route, or for both where nobody has chosen yet.
    Blank(Option<Route>),
}

/// Without an onboarding, the blank one for both routes.
impl From<Option<Uuid>> for ChecklistOf {
    fn from(id: Option<Uuid>) -> Self {
        id.map_or(Self::Blank(None), Self::Onboarding)
    }
}

/// Where a checklist was saved.
#[derive(Debug, Clone)]
pub struct SavedChecklist {
    /// The folder.
    pub folder: PathBuf,
    /// The page to open or print.
    pub html: PathBuf,
    /// The same as Markdown.
    pub markdown: PathBuf,
}

impl Workspace {
    /// The checklist of an onboarding, or a blank one.
    pub fn checklist(&self, of: ChecklistOf) -> Result<Document, Problem> {
        let today = ZonedDateTime::now().date();
        Ok(match of {
            ChecklistOf::Onboarding(id) => checklist(Sheet::Of(&self.load(id)?), today),
            ChecklistOf::Blank(route) => checklist(Sheet::Blank(route), today),
        })
    }

    /// Saves the checklist as HTML and Markdown in a folder, which need not exist yet.
    /// An earlier one of the same onboarding is replaced; of any other file the name is left alone
    /// and numbered.
    pub fn save_checklist(
        &self,
        of: ChecklistOf,
        folder: PathBuf,
    ) -> Result<SavedChecklist, Problem> {
        let document = self.checklist(of)?;
        let name = match of {
            ChecklistOf::Onboarding(id) => of_onboarding(&self.load(id)?, "checklist"),
            ChecklistOf::Blank(Some(route)) => file_name(&format!("checklist {}", route.title())),
            ChecklistOf::Blank(None) => "checklist".to_owned(),
        };
        let mark = mark(of);
        let failed = |error: io::Error| {
            let detail = format!("{}: {error}", folder.display());
            problem(Code::DiskFailed).with_detail(detail)
        };
        let free = first_free(&folder, &name, &mark).map_err(failed)?;
        let [html, markdown] = free.ok_or_else(|| {
            problem(Code::FolderNotEmpty).with_detail(folder.display().to_string())
        })?;
        let page = format!("{}\n{mark}\n", document.to_html().trim_end());
        let text = format!("{}\n\n{mark}\n", document.to_markdown().trim_end());
        write_document(&html, page.as_bytes()).map_err(failed)?;
        write_document(&markdown, text.as_bytes()).map_err(failed)?;
        let saved = SavedChecklist {
            folder,
            html,
            markdown,
        };
        if let ChecklistOf::Onboarding(id) = of {
            self.edit(id, "checklist_saved", "", |onboarding| {
                onboarding.facts.checklist_saved = Some(onboarding.changed_at);
                Ok(())
            })?;
        }
        Ok(saved)
    }
}

/// The last line of a saved checklist, which neither a browser nor a reader of Markdown shows: whose
/// it is, so that nobody else's is taken for it.
fn mark(of: ChecklistOf) -> String {
    let whose = match of {
        ChecklistOf::Onboarding(id) => id.to_string(),
        ChecklistOf::Blank(_) => "blank".to_owned(),
    };
    format!("<!-- Connector Setup: {whose} -->")
}

/// The page and the Markdown of the first numbered name at which there is nothing, or an earlier one
/// with the same mark.
fn first_free(folder: &Path, name: &str, mark: &str) -> io::Result<Option<[PathBuf; 2]>> {
    for name in numbered(name) {
        let files = ["html", "md"].map(|kind| folder.join(format!("{name}.{kind}")));
        if is_free(&files[0], mark)? && is_free(&files[1], mark)? {
            return Ok(Some(files));
        }
    }
    Ok(None)
}

fn is_free(path: &Path, mark: &str) -> io::Result<bool> {
    match fs::read(path) {
        Ok(text) => Ok(text.trim_ascii_end().ends_with(mark.as_bytes())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use model::Environment;

    use super::*;
    use crate::workflow::NewOnboarding;

    fn begin(workspace: &Workspace, environment: Environment, sandbox: &str) -> Uuid {
        let new = NewOnboarding {
            name: "Northwind Energy".to_owned(),
            environment,
            domain: "northwind.example".to_owned(),
            sandbox_name: sandbox.to_owned(),
        };
        workspace.create(&new).unwrap().id
    }

    fn saved(workspace: &Workspace, of: ChecklistOf, folder: &Path) -> String {
        let saved = workspace.save_checklist(of, folder.to_owned()).unwrap();
        let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(stem(&saved.html), stem(&saved.markdown));
        stem(&saved.html)
    }

    #[test]
    fn ones_own_checklist_is_replaced_and_nobody_elses() {
        let place = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(place.path().join("data"));
        let papers = place.path().join("papers");
        let save = |id| saved(&workspace, ChecklistOf::Onboarding(id), &papers);
        let one = begin(&workspace, Environment::Production, "");
        let namesake = begin(&workspace, Environment::Production, "");
        let uat = begin(&workspace, Environment::Sandbox, "uat");
        let name = "northwind-energy-production-checklist";
        for _ in 0..2 {
            assert_eq!(save(one), name);
            assert_eq!(save(namesake), format!("{name}-2"));
            assert_eq!(save(uat), "northwind-energy-sandbox-uat-checklist");
        }
    }

    #[test]
    fn a_file_of_somebody_elses_is_left_as_it_is() {
        let place = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(place.path().join("data"));
        let papers = place.path().join("papers");
        fs::create_dir(&papers).unwrap();
        let mine = papers.join("checklist.md");
        fs::write(&mine, "mine").unwrap();
        for _ in 0..2 {
            let name = saved(&workspace, ChecklistOf::Blank(None), &papers);
            assert_eq!(name, "checklist-2");
        }
        assert_eq!(fs::read_to_string(mine).unwrap(), "mine");
    }
}
