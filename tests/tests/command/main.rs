//! `connectorctl` as scripts and people meet it: the real program, its environment, its exit code and what it prints.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod before_sign_in;
mod check;
mod desk;
mod explain;
mod gcis_migrate;
mod gcis_named_credential;
mod gcis_register;
mod interrupted;
mod moving;
mod pause;
mod practice;
mod production;
mod registering;
mod saved;
mod secrets;
mod usage;
