//! The entries, a file for each part of the walk.

pub(super) mod after_sign_in;
pub(super) mod computer;
pub(super) mod gcis;
pub(super) mod keychain;
pub(super) mod network;
pub(super) mod preflight;
pub(super) mod sign_in;
pub(super) mod typed;
