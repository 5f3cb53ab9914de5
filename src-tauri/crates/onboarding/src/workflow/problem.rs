//! From each room's errors to a problem.

use model::catalogue::{Code, Problem};
use uuid::Uuid;

use crate::documents::metadata::MetadataError;
use crate::gcis::GcisError;
use crate::net::NetError;
use crate::records::{Content, RecordError};
use crate::vault::VaultError;

/// A problem with an id of its own.
pub fn problem(code: Code) -> Problem {
    Problem::new(code, Uuid::new_v4())
}

impl From<RecordError> for Problem {
    fn from(error: RecordError) -> Self {
        let code = match error {
            RecordError::Missing => Code::RecordMissing,
            RecordError::Damaged { content, .. } => match content {
                Content::Onboarding => Code::RecordDamaged,
                Content::Settings => Code::SettingsDamaged,
                Content::Refusals => Code::RefusalsDamaged,
            },
            RecordError::Newer { content, .. } => match content {
                Content::Onboarding => Code::RecordNewer,
                Content::Settings | Content::Refusals => Code::ComputerFileNewer,
            },
            RecordError::Disk { .. } => Code::DiskFailed,
        };
        problem(code).with_detail(error.to_string())
    }
}

impl From<VaultError> for Problem {
    fn from(error: VaultError) -> Self {
        let code = match error {
            VaultError::Missing(_) => Code::KeychainMissing,
            VaultError::Locked | VaultError::Unanswered => Code::KeychainLocked,
            VaultError::Failed(_) => Code::KeychainFailed,
            VaultError::NotFound => Code::SecretGone,
        };
        problem(code).with_detail(error.to_string())
    }
}

impl From<GcisError> for Problem {
    fn from(error: GcisError) -> Self {
        problem(error.code()).with_detail(error.evidence())
    }
}

impl From<NetError> for Problem {
    fn from(error: NetError) -> Self {
        problem(error.code()).with_detail(error.to_string())
    }
}

impl From<MetadataError> for Problem {
    fn from(error: MetadataError) -> Self {
        let code = match error {
            MetadataError::NoRunAs => Code::UsernameMissing,
            MetadataError::NotEmpty(_) => Code::FolderNotEmpty,
            MetadataError::Disk { .. } => Code::DiskFailed,
            MetadataError::Text(_) => Code::Internal,
        };
        problem(code).with_detail(error.to_string())
    }
}
