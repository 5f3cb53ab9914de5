//! The use cases over real sockets: the practice services, and wiremock for raw shapes.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod addresses;
mod cancel;
mod desk;
mod failures;
mod fake;
mod line_of_sight;
mod once;
mod pause;
mod scenarios;
mod secrets;
mod stage;
mod walk;
mod wire;
mod young_app;
