//! A person's hands and eyes in Chromium, a browser that nobody here wrote.
//!
//! A script (`tests/browser/driver.js`) drives it by `playwright-core`: it reads one request a line and answers each
//! with a line. The browser reaches this computer alone. However a test ends, the script's input ends with it, and the
//! browser with that.

mod driver;
mod hands;
mod install;
mod picture;
mod reading;

pub use driver::{Browser, REBOUND};
pub use picture::WIDTHS;
pub use reading::Record;
