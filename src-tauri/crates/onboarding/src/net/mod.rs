//! The only HTTP client.
//!
//! A request can be made only to a [`Destination`], and a destination can be had only through the
//! host rule. No redirect is followed, answers are limited in size and time, and what is reported
//! of them is redacted.

mod answer;
mod client;
mod error;
mod reach;
mod redact;
mod resolver;

pub use answer::{Answer, ApiUsage, Body};
pub use client::{Client, ClientSettings, Proxy};
pub use error::NetError;
pub use reach::{Destination, GcisAddresses, PracticeOrigins, Reach, https};
pub use redact::readable;
pub use resolver::Names;
