//! What crosses to the window: an onboarding as one picture, computed afresh after each intent.
//!
//! No type here can hold a secret.

mod build;
mod credential;
mod gcis;
mod home;
mod moving;
mod pages;
mod portal;
mod registration;
mod route;
mod salesforce;
mod verification;

pub(in crate::workflow) use build::explained;
pub use build::snapshot;
pub use credential::{
    LeftOver, NamedCredentialPage, OrgToTypeView, ReminderView, SightingView, UnderWayView,
};
pub use gcis::{CredentialsAtGcis, PortalRow, RegisterPage, RegisteredView};
pub use home::{Home, OnboardingSummary, UnreadableRecord};
pub use moving::{MoveGiving, MovePage, MoveSightingView, MoveStageView};
pub use pages::Snapshot;
pub use portal::{
    EvidenceStanding, EvidenceView, PortalEndView, PortalPage, PortalStage, UnansweredView,
    WhatNextPage,
};
pub use registration::{
    ExistingView, GcisFindingView, GcisFoundView, LastVerifiedView, MismatchView, TenantFitView,
};
pub use route::{DialogTick, FlowEnd, Nearness, RouteEnd, RoutePage, RouteView};
pub use salesforce::{
    AppPage, CredentialsPage, DialogRow, FormView, PrerequisiteRow, RemarkView, SecretStatus,
    ServiceUserPage, SettingKind, SettingRow, TaskRow,
};
pub use verification::{
    CheckRow, DiagnosisView, ExplainedView, FindingView, LookView, StatusOption, VerifyEvent,
    VerifyPage,
};

pub(crate) use verification::finding_view;
