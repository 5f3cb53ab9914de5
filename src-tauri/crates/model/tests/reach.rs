//! No entry is there for nothing: something Salesforce says leads to it, or the program uses it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use model::Route;
use model::catalogue::salesforce::{AFTER_SIGN_IN, SOAP, TOKEN_ENDPOINT, as_of};
use model::catalogue::{Code, login_history, rest_error, token_error};

#[test]
fn every_code_is_reached_by_words_of_salesforces_or_used_by_the_program() {
    let rows = [TOKEN_ENDPOINT, AFTER_SIGN_IN, SOAP].into_iter().flatten();
    let mut reached: HashSet<Code> = rows.map(|row| row.code).collect();
    reached.extend(login_history::ALL.iter().map(|status| status.code));
    reached.extend([
        as_of(Code::FlowNotSupported, Route::ConnectedApp, 0),
        token_error("something new", ""),
        rest_error("SOMETHING_NEW", ""),
    ]);
    let program = program().unwrap();
    let door = window_door().unwrap();
    for code in Code::ALL {
        let name = code.entry().name;
        assert!(
            reached.contains(code)
                || names(&program, *code)
                || door.contains(&format!("code: \"{name}\"")),
            "nothing leads to {name}"
        );
    }
}

#[test]
fn the_program_is_where_this_test_looks_for_it() {
    assert!(names(&program().unwrap(), Code::SignedIn));
}

fn names(program: &str, code: Code) -> bool {
    let name = format!("Code::{code:?}");
    program.match_indices(&name).any(|(at, found)| {
        let after = program[at + found.len()..].chars().next();
        !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// The window's own door, which makes a problem of its own where the backend gave none.
fn window_door() -> io::Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    fs::read_to_string(root.join("ui/src/lib/backend/index.ts"))
}

/// The backend's sources, the catalogue itself apart.
fn program() -> io::Result<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut text = String::new();
    let mut folders: Vec<PathBuf> = ["model", "onboarding", "cli"]
        .iter()
        .map(|name| crates.join(name).join("src"))
        .chain([crates.join("../src")])
        .collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                if !path.ends_with("model/src/catalogue") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&fs::read_to_string(&path)?);
            }
        }
    }
    Ok(text)
}
