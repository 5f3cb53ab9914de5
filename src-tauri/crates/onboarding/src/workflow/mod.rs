//! The use cases: what the window and the command line call.

pub mod machine;
pub mod snapshot;
