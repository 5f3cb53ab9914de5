//! Documents for people: made from an onboarding, or from the guide alone.

mod checklist;
mod document;
mod html;
mod markdown;
pub mod metadata;

pub use checklist::{Sheet, checklist};
pub use document::{Block, Document, Item, Section};
