//! The pages on which a person practises, as a browser meets them.

mod browser;
mod guarded;
