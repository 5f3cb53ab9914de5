//! All that the wizard does, without a window.

pub mod workflow;
