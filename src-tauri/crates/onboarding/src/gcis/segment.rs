//! Ids that become part of a path.

use super::GcisError;
use crate::net::NetError;

/// An id that a service sent becomes part of a path only if it cannot be more than one segment.
pub(super) fn segment(id: &str) -> Result<&str, GcisError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with('.') || !id.chars().all(plain) {
        Err(GcisError::Net(NetError::Foreign))
    } else {
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_in_its_place() {
        for id in ["2f9d2c1a-95a1-4a0c", "a", "A_b.c"] {
            assert_eq!(segment(id).ok(), Some(id));
        }
        for id in [
            "", ".", "..", ".a", "a/b", "a?b", "a#b", "a%2fb", "a b", "\u{e9}",
        ] {
            assert!(segment(id).is_err(), "{id:?}");
        }
    }
}
