//! The practice pages in a real browser: alone, and side by side with the wizard's window.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod cloud;
mod connected_app;
mod elsewhere;
mod external_client_app;
mod guarded;
mod pages;
