//! An onboarding as the window shows it.

use model::journey::{Step, StepId};
use model::{Environment, Route};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{
    ConnectedAppPage, CredentialsPage, NamedCredentialPage, PrerequisiteRow, RegisterPage,
    ServiceUserPage, VerifyPage,
};

/// An onboarding as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "types.ts")]
pub struct Snapshot {
    /// Stable name.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The customer's name.
    pub name: String,
    /// Which hosts may be talked to.
    pub environment: Environment,
    /// How GCIS will sign in.
    pub route: Route,
    /// The route's name on screen.
    pub route_title: &'static str,
    /// Days until Salesforce ends the username-password sign-in; zero or less once it has.
    pub days_until_flow_ends: i32,
    /// That day, as an ISO date.
    pub flow_ends_on: String,
    /// The steps, in the order of the walk.
    pub steps: Vec<Step>,
    /// The step to go on with; nothing when all is done.
    pub next: Option<StepId>,
    /// The customer's e-mail domain.
    pub domain: String,
    /// The sandbox's name, where it is one.
    pub sandbox_name: String,
    /// The page of each step.
    pub prerequisites: Vec<PrerequisiteRow>,
    /// The connected app.
    pub connected_app: ConnectedAppPage,
    /// The service user.
    pub service_user: ServiceUserPage,
    /// The dialog's fields.
    pub credentials: CredentialsPage,
    /// The verification.
    pub verify: VerifyPage,
    /// The registration.
    pub register: RegisterPage,
    /// The named credential.
    pub named_credential: NamedCredentialPage,
}
