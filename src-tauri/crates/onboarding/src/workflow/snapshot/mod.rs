//! What crosses to the window: an onboarding as one picture, computed afresh after each intent.
//!
//! No type here can hold a secret.

mod build;
mod gcis;
mod home;
mod pages;
mod salesforce;
mod verification;

pub use build::snapshot;
pub use gcis::{NamedCredentialPage, PortalRow, RegisterPage, RegisteredView};
pub use home::{Home, OnboardingSummary, UnreadableRecord};
pub use pages::Snapshot;
pub use salesforce::{
    ConnectedAppPage, CredentialsPage, DialogRow, PrerequisiteRow, SecretStatus, ServiceUserPage,
    SettingKind, SettingRow, TaskRow,
};
pub use verification::{CheckRow, FindingView, VerifyEvent, VerifyPage};

pub(crate) use verification::finding_view;
