//! The use cases over real sockets: the practice services, and wiremock for raw shapes.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod addresses;
mod desk;
mod failures;
mod line_of_sight;
mod once;
mod portal;
mod scenarios;
mod secrets;
mod walk;
mod wire;
