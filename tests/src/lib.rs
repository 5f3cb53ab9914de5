//! What the acceptance tests share: a private desktop, a person's hands in our window and the tour through it; the
//! practice cloud under Salesforce's own names, and clients that nobody here wrote.
//!
//! Linux only: the desktop is Xvfb, D-Bus, gnome-keyring and `WebKitWebDriver`.

pub mod bench;
pub mod browser;
pub mod clients;
pub mod cloud;
pub mod cut;
pub mod day;
pub mod desktop;
pub mod mapped;
pub mod programs;
pub mod tour;
mod trouble;
pub mod window;

pub use trouble::Trouble;
