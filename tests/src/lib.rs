//! What the acceptance tests share: a private desktop, a person's hands in our window, and the tour through it.
//!
//! Linux only: the desktop is Xvfb, D-Bus, gnome-keyring and `WebKitWebDriver`.

pub mod desktop;
pub mod tour;
mod trouble;
pub mod window;

pub use trouble::Trouble;
