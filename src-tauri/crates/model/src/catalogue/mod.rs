//! Every finding and problem: its words, its causes, its fixes, whether trying again can help.
//!
//! One code has exactly one entry; the enum and the way to the entries are written together, so
//! the compiler keeps it so.

mod code;
mod entries;
mod entry;
mod finding;
pub mod login_history;
mod problem;
mod refused_address;
pub mod salesforce;
mod search;
#[cfg(test)]
mod words;

pub use code::Code;
pub use entry::{DISTURBS, Entry, Fix, Remedy, Retry};
pub use finding::{Check, Finding, FindingStatus};
pub use problem::Problem;
pub use refused_address::fixes_with_address;
pub use salesforce::{as_of, as_of_salesforce, rest_error, token_error};
pub use search::{Found, Hit, MOST_HITS, explain};
