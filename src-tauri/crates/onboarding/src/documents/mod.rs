//! Documents for people: made from an onboarding, or from the guide alone.

mod checklist;
mod document;
mod html;
mod markdown;
pub mod metadata;
mod reminder;

pub use checklist::{Sheet, checklist};
pub use document::{Block, Document, Item, Section};
pub use reminder::{Rotation, rotation_reminder};
