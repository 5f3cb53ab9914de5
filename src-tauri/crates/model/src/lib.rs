//! The words of an onboarding.
//!
//! Pure: no network, no files, no clock, no secrets. What the vendor's page says is data in
//! [`guide`]; what follows from what is known is computed in [`journey`]; what can go wrong, and
//! its fix, is looked up in [`catalogue`]; what to look at where Salesforce gives no reason is put
//! in order in [`diagnosis`].

pub mod catalogue;
pub mod diagnosis;
pub mod dialog;
pub mod endpoint;
pub mod environment;
pub mod field;
pub mod guide;
pub mod host;
pub mod journey;
pub mod lockout;
pub mod onboarding;
pub mod path;
pub mod provenance;
pub mod remark;
mod unseen;

pub use environment::{Environment, Route};
pub use onboarding::Onboarding;
pub use unseen::is_unseen;
