//! Facts in, steps out.
//!
//! Steps are computed afresh from an [`Onboarding`](crate::Onboarding) each time and stored
//! nowhere.

#[cfg(test)]
mod properties;
mod rules;
mod step;

pub use rules::{next, steps};
pub use step::{Group, Status, Step, StepId};
