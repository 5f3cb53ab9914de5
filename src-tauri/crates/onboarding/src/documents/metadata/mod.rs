//! The app of either route as a project for the Salesforce CLI.
//!
//! What an admin would type into Salesforce's forms, as files of the Metadata API
//! (developer.salesforce.com, *Metadata API Developer Guide*): the guide's settings, each in the
//! element that a table of counterparts names. An admin deploys it with a sign-in of their own;
//! this program never does. Key and secret are made by Salesforce, so none can be in it: nothing
//! that a project is made from has a field for one.

mod counterpart;
mod error;
mod kind;
mod particulars;
mod project;
mod readme;
mod table;
mod token;
mod write;
mod xml;

pub use error::MetadataError;
pub use particulars::{App, Particulars};
pub use project::Project;
pub use token::Scope;
