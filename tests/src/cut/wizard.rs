//! The wizard on a data folder, as each start makes it anew.

use std::path::PathBuf;

use model::catalogue::Problem;
use model::field::SecretField;
use model::onboarding::{CredentialAction, Keep, Mismatch};
use onboarding::net::PracticeOrigins;
use onboarding::records::Records;
use onboarding::workflow::snapshot::Snapshot;
use onboarding::workflow::{PracticeServices, Workspace};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

/// What a start of the wizard finds: its records, the services' addresses, and the secrets of one onboarding. All
/// values are practice's, invented.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Given {
    /// The data folder.
    pub data: PathBuf,
    /// The onboarding.
    pub id: Uuid,
    /// The practice Salesforce.
    pub salesforce: Url,
    /// The practice GCIS, or what stands before it.
    pub gcis: Url,
    /// The GCIS client's id.
    pub client_id: String,
    /// The GCIS client's secret.
    pub client_secret: String,
    /// What the keychain would hold.
    pub secrets: Vec<(SecretField, String)>,
}

impl Given {
    /// Starts the wizard. The secrets are the same as at the last start, so the record does not take them for new ones:
    /// what a keychain does, without one.
    pub async fn start(&self) -> Result<Workspace, Problem> {
        let workspace = self.start_without_secrets();
        let records = Records::new(&self.data);
        let before = records.load(self.id)?.secrets;
        self.enter_secrets(&workspace).await?;
        if !before.is_empty() {
            let mut record = records.load(self.id)?;
            record.secrets = before;
            records.save(&record)?;
        }
        Ok(workspace)
    }

    /// Starts the wizard; secrets that were kept for the last run only are gone.
    pub fn start_without_secrets(&self) -> Workspace {
        let workspace = Workspace::new(self.data.clone());
        workspace.practise(PracticeServices {
            origins: PracticeOrigins {
                salesforce: self.salesforce.clone(),
                gcis: self.gcis.clone(),
            },
            gcis_client_id: self.client_id.clone(),
            gcis_client_secret: SecretString::from(self.client_secret.clone()),
        });
        workspace
    }

    /// Enters the secrets as a person does.
    pub async fn enter_secrets(&self, workspace: &Workspace) -> Result<(), Problem> {
        for (field, value) in &self.secrets {
            let secret = SecretString::from(value.clone());
            workspace
                .store_secret(self.id, *field, secret, Keep::ThisRun)
                .await?;
        }
        Ok(())
    }
}

/// What the wizard is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// Register the connector.
    Register,
    /// Replace its credentials.
    Replace,
    /// Rotate its named credential.
    Rotate,
}

impl Work {
    /// Does it, as one click does.
    pub async fn click(self, workspace: &Workspace, id: Uuid) -> Result<Snapshot, Problem> {
        match self {
            Self::Register => {
                let mismatch = workspace.load(id)?.tenant_mismatch();
                let words = mismatch.map_or("", Mismatch::words);
                Box::pin(workspace.register_confirmed(id, words)).await
            }
            Self::Replace => workspace.replace_credentials(id).await,
            Self::Rotate => {
                let verified = workspace.load(id)?.last_connection().cloned();
                let org_name = verified.map(|connection| connection.value.org_name);
                let org_name = org_name.unwrap_or_default();
                let rotate = CredentialAction::Rotate;
                let change = workspace.change_named_credential(id, rotate, &org_name, &|_| ());
                Box::pin(change).await
            }
        }
    }
}

/// What a wizard of its own process reads from its input.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// What it starts with.
    pub given: Given,
    /// What it does then.
    pub work: Work,
}
