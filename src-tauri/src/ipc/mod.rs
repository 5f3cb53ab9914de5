//! The commands of the window.

pub(crate) mod types;

#[cfg(test)]
mod bindings;
