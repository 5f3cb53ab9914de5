//! What the acceptance tests share: a private desktop, a person's hands in our window, and the tour through it.
//!
//! Linux only: the desktop is Xvfb, D-Bus, gnome-keyring and `WebKitWebDriver`.

mod built;
pub mod desktop;
pub mod tour;
mod trouble;
pub mod window;

pub use built::built;
pub use trouble::Trouble;
