//! The use cases over real sockets: the practice services, and wiremock for raw shapes.

mod desk;
mod failures;
mod once;
mod secrets;
mod walk;
mod wire;
