//! All that the wizard does, without a window.
//!
//! Imports run one way: [`workflow`] → [`salesforce`], [`gcis`], [`vault`], [`records`],
//! [`documents`] → [`net`], [`credentials`] → `model`.

pub mod credentials;
pub mod documents;
pub mod gcis;
pub mod net;
pub mod records;
pub mod salesforce;
pub mod vault;
pub mod workflow;
