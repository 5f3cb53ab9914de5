//! Who may know whom.

use super::cargo_toml::dependencies;
use super::imports;
use super::sources::{Source, Sources};

const SHELL: &str = "src-tauri/src/";
const SHELL_ONLY: [&str; 3] = [SHELL, "src-tauri/Cargo.toml", "src-tauri/build.rs"];
const DOOR: &str = "ui/src/lib/backend/";
const ONBOARDING: &str = "src-tauri/crates/onboarding/src/";

/// The modules of `onboarding`, and what each may import of the others.
const ARROWS: [(&str, &[&str]); 8] = [
    ("net", &[]),
    ("credentials", &[]),
    ("salesforce", &["net", "credentials"]),
    ("gcis", &["net", "credentials"]),
    ("vault", &[]),
    ("records", &[]),
    ("documents", &[]),
    (
        "workflow",
        &[
            "net",
            "credentials",
            "salesforce",
            "gcis",
            "vault",
            "records",
            "documents",
        ],
    ),
];

pub(crate) fn only_the_shell_knows_tauri(sources: &Sources) -> Vec<String> {
    let outside = |source: &&Source| {
        !SHELL_ONLY
            .iter()
            .any(|place| source.path.starts_with(place))
    };
    let names_it = |name: &str| name.starts_with("tauri");
    let mut complaints = Vec::new();
    for source in sources.below("", "/Cargo.toml").filter(outside) {
        if dependencies(&source.text).into_iter().any(names_it) {
            complaints.push(format!("{} depends on Tauri", source.path));
        }
    }
    for source in sources.below("", ".rs").filter(outside) {
        let code = source.text.lines().map(str::trim_start);
        if code.clone().any(|line| line.starts_with("use tauri"))
            || !imports::after("tauri", &source.text).is_empty()
        {
            complaints.push(format!("{} names Tauri", source.path));
        }
    }
    complaints
}

pub(crate) fn only_the_door_knows_tauri(sources: &Sources) -> Vec<String> {
    let window = sources.below("ui/src/", "");
    let others = window
        .filter(|source| !source.path.starts_with(DOOR) && source.text.contains("@tauri-apps"));
    others
        .map(|source| format!("{} imports from @tauri-apps; only {DOOR} may", source.path))
        .collect()
}

pub(crate) fn onboarding_imports_one_way(sources: &Sources) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.below(ONBOARDING, ".rs") {
        let place = source.path.trim_start_matches(ONBOARDING);
        let own = place.split(['/', '.']).next().unwrap_or(place);
        let Some((_, allowed)) = ARROWS.iter().find(|(module, _)| *module == own) else {
            continue;
        };
        for name in imports::after("crate", &source.text) {
            let is_module = ARROWS.iter().any(|(module, _)| *module == name);
            if is_module && name != own && !allowed.contains(&name.as_str()) {
                complaints.push(format!(
                    "{} imports crate::{name}; {own} may not",
                    source.path
                ));
            }
        }
    }
    complaints.dedup();
    complaints
}

pub(crate) fn practice_is_a_stranger(sources: &Sources) -> Vec<String> {
    forbidden(
        sources,
        "src-tauri/crates/practice/Cargo.toml",
        &["model", "onboarding", "connectorctl"],
    )
}

pub(crate) fn model_is_pure(sources: &Sources) -> Vec<String> {
    let mut complaints = forbidden(
        sources,
        "src-tauri/crates/model/Cargo.toml",
        &["tokio", "reqwest", "onboarding"],
    );
    for source in sources.below("src-tauri/crates/model/src/", ".rs") {
        for name in imports::after("std", &source.text) {
            if ["env", "fs", "net", "process", "thread"].contains(&name.as_str()) {
                complaints.push(format!("{} uses std::{name}", source.path));
            }
        }
    }
    complaints
}

fn forbidden(sources: &Sources, manifest: &str, names: &[&str]) -> Vec<String> {
    let found = sources.all().filter(|source| source.path == manifest);
    let all = found.flat_map(|source| dependencies(&source.text));
    all.filter(|name| names.contains(name))
        .map(|name| format!("{manifest} depends on {name}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tauri_is_only_allowed_in_the_shell() {
        let manifest = "[dependencies]\ntauri = \"2\"\n";
        let fine = [
            ("src-tauri/Cargo.toml", manifest),
            ("src-tauri/src/main.rs", "use tauri::App;"),
        ];
        assert!(only_the_shell_knows_tauri(&Sources::of(&fine)).is_empty());
        let bad = [
            ("xtask/Cargo.toml", manifest),
            ("tests/src/lib.rs", "fn f(_: tauri::App) {}"),
        ];
        assert_eq!(only_the_shell_knows_tauri(&Sources::of(&bad)).len(), 2);
        let bad = [(
            "ui/src/screens/hub/Hub.svelte",
            "import { invoke } from '@tauri-apps/api/core'",
        )];
        assert_eq!(only_the_door_knows_tauri(&Sources::of(&bad)).len(), 1);
    }

    #[test]
    fn arrows_point_one_way() {
        let file = |module: &str, import: &str| {
            (
                format!("{ONBOARDING}{module}"),
                format!("use crate::{import}::X;"),
            )
        };
        let complaints = |module: &str, import: &str| {
            let (path, text) = file(module, import);
            onboarding_imports_one_way(&Sources::of(&[(path.as_str(), text.as_str())])).len()
        };
        assert_eq!(complaints("salesforce/sign_in.rs", "net"), 0);
        assert_eq!(complaints("workflow/verify.rs", "documents"), 0);
        assert_eq!(complaints("net/client.rs", "vault"), 1);
        assert_eq!(complaints("documents.rs", "workflow"), 1);
        assert_eq!(complaints("vault/mod.rs", "net"), 1);
    }

    #[test]
    fn model_may_not_touch_the_machine() {
        let path = "src-tauri/crates/model/src/host.rs";
        assert_eq!(
            model_is_pure(&Sources::of(&[(path, "use std::{fmt, fs};")])).len(),
            1
        );
        assert!(model_is_pure(&Sources::of(&[(path, "use std::fmt;")])).is_empty());
    }
}
