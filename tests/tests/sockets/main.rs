//! The use cases over real sockets: the practice services, and wiremock for raw shapes.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod addresses;
mod adopt;
mod budget;
mod cancel;
mod desk;
mod endpoint;
mod evidence;
mod failures;
mod fake;
mod gcis_checks;
mod line_of_sight;
mod moving;
mod named_credential;
mod named_credential_in_portal;
mod once;
mod one_check;
mod org;
mod pause;
mod portal;
mod remarks;
mod reminder;
mod replace;
mod routes;
mod scenarios;
mod secrets;
mod settings;
mod shapes;
mod sign_ins;
mod signature;
mod stage;
mod tenant;
mod verified_again;
mod walk;
mod wire;
mod young_app;
