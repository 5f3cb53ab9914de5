//! What is kept on this computer: one file per onboarding, the machine's settings, and the
//! activity trail. Never a secret.

mod error;
mod file;
mod folder;
mod onboardings;
mod settings;
mod trail;

pub use error::RecordError;
pub use file::write_document;
pub use folder::data_folder;
pub use onboardings::{Listed, Records, Unreadable};
pub use settings::{ProxySetting, Settings};
pub use trail::{Activity, Trail};
