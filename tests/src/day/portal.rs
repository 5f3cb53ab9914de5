//! What a person does in the practice portal.

use super::Day;
use crate::Trouble;

/// What belongs into the portal's dialog beside what the wizard shows: it shows no secret.
#[derive(Clone, Debug)]
pub struct Dialog<'a> {
    /// The secrets, by the dialog's labels.
    pub secrets: &'a [(&'a str, &'a str)],
    /// The entry of the drop-down.
    pub tenant: &'a str,
}

impl Day<'_> {
    /// The names of the tenants that *Manage Access ▸ Tenants* lists.
    pub async fn tenants(&mut self) -> Result<Vec<String>, Trouble> {
        self.browser.click("Tenants").await?;
        let rows = self.browser.table().await?;
        let names = rows.into_iter().filter_map(|mut row| row.remove("Name"));
        Ok(names.collect())
    }

    /// Opens the dialog of the connected app.
    pub async fn open_dialog(&mut self) -> Result<(), Trouble> {
        self.browser.click("Connector Store").await?;
        self.browser.click("Setup new instance").await
    }

    /// Opens the dialog of the external client app.
    pub async fn open_external_dialog(&mut self) -> Result<(), Trouble> {
        self.browser.click("Connector Store").await?;
        let words = "Practise with the dialog for an external client app";
        self.browser.click(words).await
    }

    /// Fills in the dialog, every field that the wizard names and in its order, and clicks Save.
    pub async fn save(&mut self, dialog: &Dialog<'_>) -> Result<(), Trouble> {
        for line in self.answers().await? {
            let label = line.label.as_str();
            let secret = dialog.secrets.iter().find(|(name, _)| *name == label);
            let value = match secret {
                Some((_, value)) => value,
                None if label == "Tenant" => dialog.tenant,
                None => line.value.as_str(),
            };
            self.browser.enter(label, value).await?;
        }
        self.browser.click("Save").await
    }

    /// From *My Connectors* to the one connector's *Salesforce Basic Information*.
    pub async fn open_basic_information(&mut self) -> Result<(), Trouble> {
        self.browser.click("My Connectors").await?;
        self.browser.click("Salesforce Connector").await?;
        self.browser.click("Salesforce Basic Information").await
    }

    /// Adds the named credential and waits until the portal says that it is there.
    pub async fn add_named_credential(&mut self) -> Result<(), Trouble> {
        self.browser.click("Add").await?;
        while self.browser.beside("State").await? == "Being added" {
            self.browser.click("Refresh").await?;
        }
        match self.browser.beside("State").await?.as_str() {
            "Active" => Ok(()),
            state => Err(Trouble::new(format!("the named credential is {state}"))),
        }
    }
}
