//! The line to GCIS is cut, and the wizard is killed, at each point of a request that changes something: never two
//! instances, never one that the record does not know, and nothing ambiguous done twice.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod plan;
mod register;
mod replace;
mod rotate;
mod runs;
mod stage;
mod tally;
