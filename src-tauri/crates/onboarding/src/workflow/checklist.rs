//! The checklist, on the screen and on disk.

use std::io;
use std::path::PathBuf;

use jiff::ZonedDateTime;
use model::catalogue::{Code, Problem};
use uuid::Uuid;

use super::problem::problem;
use super::workspace::Workspace;
use crate::documents::{Document, checklist};
use crate::records::write_document;

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
    /// The checklist of an onboarding, or the blank one.
    pub fn checklist(&self, id: Option<Uuid>) -> Result<Document, Problem> {
        let onboarding = id.map(|id| self.load(id)).transpose()?;
        Ok(checklist(onboarding.as_ref(), ZonedDateTime::now().date()))
    }

    /// Saves the checklist as HTML and Markdown in a folder, which need not exist yet.
    pub fn save_checklist(
        &self,
        id: Option<Uuid>,
        folder: PathBuf,
    ) -> Result<SavedChecklist, Problem> {
        let document = self.checklist(id)?;
        let name = match id {
            Some(id) => {
                let onboarding = self.load(id)?;
                let environment = onboarding.environment.title().to_lowercase();
                format!("{}-{environment}-checklist", file_name(&onboarding.name))
            }
            None => "checklist".to_owned(),
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
        if let Some(id) = id {
            self.edit(id, "checklist_saved", "", |onboarding| {
                onboarding.facts.checklist_saved = Some(onboarding.changed_at);
                Ok(())
            })?;
        }
        Ok(saved)
    }
}

/// A file name of a customer's name: letters and digits, nothing that leads to another folder.
fn file_name(name: &str) -> String {
    let words: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let joined = words
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    let short: String = joined.chars().take(60).collect();
    if short.is_empty() {
        "onboarding".to_owned()
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_customers_name_cannot_lead_to_another_folder() {
        assert_eq!(file_name("Northwind Energy"), "northwind-energy");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("CON.:|?*"), "con");
        assert_eq!(file_name("///"), "onboarding");
    }
}
