//! The checklist, on the screen and on disk.

use std::io;
use std::path::PathBuf;

use jiff::ZonedDateTime;
use model::Route;
use model::catalogue::{Code, Problem};
use uuid::Uuid;

use super::file_name::{file_name, of_onboarding};
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
        let saved = SavedChecklist {
            html: folder.join(format!("{name}.html")),
            markdown: folder.join(format!("{name}.md")),
            folder,
        };
        let write = || -> io::Result<()> {
            write_document(&saved.html, document.to_html().as_bytes())?;
            write_document(&saved.markdown, document.to_markdown().as_bytes())
        };
        write().map_err(|error| {
            let detail = format!("{}: {error}", saved.folder.display());
            problem(Code::DiskFailed).with_detail(detail)
        })?;
        if let ChecklistOf::Onboarding(id) = of {
            self.edit(id, "checklist_saved", "", |onboarding| {
                onboarding.facts.checklist_saved = Some(onboarding.changed_at);
                Ok(())
            })?;
        }
        Ok(saved)
    }
}
