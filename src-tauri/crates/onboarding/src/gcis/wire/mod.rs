//! What the contract's bodies look like (`gcis-connectors.openapi.yaml`). Unknown members are passed over, and so are
//! values that this program does not know.

mod answer;
mod check;
mod instance;
mod lenient;
mod request;
#[cfg(test)]
mod tests;

pub(super) use answer::{
    CredentialAnswer, InstanceList, OperationAnswer, OperationStarted, ProblemAnswer, TenantList,
    TokenAnswer, Verification,
};
pub use check::{Check, CheckStatus};
pub use instance::{Instance, InstanceStatus};
pub(super) use request::{ConnectorBody, CredentialsBody, InstanceBody, ReplacementBody};
