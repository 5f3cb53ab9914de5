//! The entries, a file for each part of the walk.

pub(super) mod after_sign_in;
pub(super) mod app;
pub(super) mod computer;
pub(super) mod gcis;
pub(super) mod keychain;
pub(super) mod login_history;
pub(super) mod moving;
pub(super) mod named_credential;
pub(super) mod network;
pub(super) mod org;
pub(super) mod place;
pub(super) mod preflight;
pub(super) mod registration;
pub(super) mod sign_in;
pub(super) mod soap;
pub(super) mod typed;
