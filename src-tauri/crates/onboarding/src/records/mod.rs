//! What is kept on this computer: one file per onboarding, the machine's settings, the activity
//! trail, and how often a user was refused. Never a secret.

mod error;
mod file;
mod folder;
mod onboardings;
mod refusals;
mod settings;
mod trail;

pub use error::{Content, RecordError};
pub use file::write_document;
pub use folder::data_folder;
pub use onboardings::{Listed, Records, Unreadable};
pub use refusals::{Refusals, Refused, Try};
pub use settings::{ProxySetting, Settings};
pub use trail::{Activity, Trail};
