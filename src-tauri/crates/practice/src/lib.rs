//! A practice Salesforce and a practice GCIS on loopback.
//!
//! Both are stateful, speak their service's wire format over real HTTP, and hold invented values only. GCIS verifies
//! credentials by signing in to the practice Salesforce, so what is wrong for one is wrong for the other.
//!
//! Beside a browser they are safe: they bind 127.0.0.1 alone, answer to exact `Host`s only, refuse what a browser marks
//! with `Origin` or `Sec-Fetch-Site`, and send no CORS header. The pages on which a person practises stand on a listener
//! of their own, behind a session that cannot be guessed.
//!
//! On request they answer over https, below `salesforce.com`, for callers that map its names to 127.0.0.1 and are told of
//! one certificate; and over a link that takes its time.

mod app;
mod basic_auth;
mod card;
mod certificates;
mod cloud;
mod exchange;
mod gcis;
mod guard;
mod hang_up;
mod ip_range;
mod keyed_hash;
mod link;
mod mail;
mod my_domain;
mod org;
mod origin;
mod pages;
mod profile;
mod random;
mod record_id;
mod route;
mod running;
mod salesforce;
mod scenario;
mod server;
mod settings;
mod state_file;
mod user;
mod waiting;
mod world;

pub use card::{Card, OrgSpec};
pub use cloud::Cloud;
pub use my_domain::my_domain_of;
pub use pages::{Page, PagesAddress};
pub use route::{Route, UnknownRoute};
pub use running::{Options, Running, StartError, start};
pub use scenario::{Group, Scenario, UnknownScenario};
