//! An onboarding as the window shows it.

use model::journey::{Step, StepId};
use model::{Environment, Route};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{
    AppPage, CredentialsPage, FlowEnd, MovePage, NamedCredentialPage, PrerequisiteRow,
    RegisterPage, RoutePage, ServiceUserPage, VerifyPage, WhatNextPage,
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
    /// The end of the username-password sign-in.
    pub flow_end: FlowEnd,
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
    /// How GCIS signs in.
    pub route_page: RoutePage,
    /// The connected app or the external client app.
    pub app: AppPage,
    /// The service user.
    pub service_user: ServiceUserPage,
    /// The dialog's fields.
    pub credentials: CredentialsPage,
    /// The verification.
    pub verify: VerifyPage,
    /// The registration.
    pub register: Box<RegisterPage>,
    /// The named credential.
    pub named_credential: NamedCredentialPage,
    /// The move to the external client app.
    pub moving: MovePage,
    /// What happens next.
    pub what_next: WhatNextPage,
}
