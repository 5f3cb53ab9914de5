//! The pages on which a person practises, as a browser meets them.

mod browser;
mod connected_app;
mod edit;
mod external_app;
mod guarded;
mod labels;
mod network;
mod person;
mod portal;
mod user;
