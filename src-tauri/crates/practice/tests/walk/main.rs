//! The practice cloud as a caller meets it: over real sockets, without any of the wizard's code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod client;
mod external_app;
mod gcis;
mod guarded;
mod hosts;
mod https;
mod named_credential;
mod pages;
mod preflight;
mod register;
mod replace;
mod restart;
mod salesforce;
mod scenario_tables;
mod scenarios;
mod setting;
mod sign_in;
