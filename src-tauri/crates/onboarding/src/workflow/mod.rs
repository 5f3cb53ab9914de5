//! The use cases: what the window and the command line call.
//!
//! Each is one method of [`Workspace`]: it loads the record and the secrets, asks the services,
//! appends facts, and answers with the onboarding as it then is.

mod adopt;
mod api_secret;
mod checklist;
mod connection;
mod create;
mod destinations;
mod diagnosis;
mod fields;
mod file_name;
mod list;
pub mod machine;
mod metadata;
mod migrate;
mod named_credential;
mod portal;
mod prepare;
mod problem;
mod refusal;
mod register;
mod reminder;
mod replace;
mod route;
mod secrets;
pub mod snapshot;
mod tenants;
mod unanswered;
mod verify;
mod workspace;

pub use adopt::Adoption;
pub use checklist::{ChecklistOf, SavedChecklist};
pub use create::NewOnboarding;
pub use metadata::{SavedProject, write_project};
pub use named_credential::{CredentialEvent, Patience};
pub use problem::problem;
pub use register::VERIFIED_FOR;
pub use reminder::SavedReminder;
pub use verify::{CheckReport, CheckRequest, VerifyRequest};
pub use workspace::{PracticeServices, Workspace};
