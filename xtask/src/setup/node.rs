//! Node and npm, which we do not install: a person chooses how.

use crate::child;
use crate::stop::Stop;

const OLDEST: (u32, u32) = (20, 19);

pub(super) fn check() -> Result<(), Stop> {
    let (major, minor) = OLDEST;
    let install = format!("Install Node {major}.{minor} or later (with npm), then run this again.");
    let Some(version) = child::answer("node", &["--version"]) else {
        return Err(Stop::Yours(format!("Node is missing. {install}")));
    };
    if parts(&version).is_none_or(|found| found < OLDEST) {
        return Err(Stop::Yours(format!("Node {version} is too old. {install}")));
    }
    match child::answer("npm", &["--version"]) {
        Some(_) => Ok(()),
        None => Err(Stop::Yours(format!("npm is missing. {install}"))),
    }
}

fn parts(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_versions_as_numbers() {
        assert!(parts("v20.9.0").unwrap() < OLDEST);
        assert!(parts("v20.19.0").unwrap() >= OLDEST);
        assert!(parts("v22.1.0").unwrap() >= OLDEST);
        assert_eq!(parts("unknown"), None);
    }
}
