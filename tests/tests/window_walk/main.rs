//! The onboarding in the real window, in practice, on a desktop of its own.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod diagnosis;
mod moving;
mod onboarding;
mod question;
mod registering;
mod trouble;
