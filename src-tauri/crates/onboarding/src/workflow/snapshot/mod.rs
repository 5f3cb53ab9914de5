//! What crosses to the window: an onboarding as one picture, computed afresh after each intent.
//!
//! No type here can hold a secret.

mod build;
mod pages;
mod verification;

pub use build::snapshot;
pub use pages::{
    ConnectedAppPage, CredentialsPage, DialogRow, Home, NamedCredentialPage, OnboardingSummary,
    PortalRow, PrerequisiteRow, RegisterPage, RegisteredView, SecretStatus, ServiceUserPage,
    SettingKind, SettingRow, Snapshot, TaskRow, UnreadableRecord,
};
pub use verification::{CheckRow, FindingView, VerifyEvent, VerifyPage};

pub(crate) use verification::finding_view;
