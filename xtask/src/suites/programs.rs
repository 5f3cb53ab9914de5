//! The test programs: built once, all together, so that there is one set of features.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::libtest;
use super::suite::Suite;
use crate::project::Project;
use crate::stop::Stop;
use crate::{child, interrupt};

/// A test program that cargo built.
pub(crate) struct Program {
    pub(crate) suite: Suite,
    /// How it is called in front of a person.
    pub(crate) label: String,
    pub(crate) path: PathBuf,
    /// The folder of its package, where cargo would run it.
    pub(crate) folder: PathBuf,
    pub(crate) tests: Vec<TestName>,
}

/// A test as libtest names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestName {
    pub(crate) name: String,
    /// Marked `#[ignore]`: only run with `--all`.
    pub(crate) is_long: bool,
}

/// Builds every program and every test of the workspace, and asks the test programs what they hold.
pub(crate) fn build(project: &Project) -> Result<Vec<Program>, Stop> {
    println!("Building the wizard and its tests (some minutes the first time).");
    child::must(
        project.cargo(&["build", "--workspace"]),
        "The wizard was not built.",
    )?;
    let mut cargo = project.cargo(&[
        "test",
        "--workspace",
        "--no-run",
        "--message-format=json-render-diagnostics",
    ]);
    // What the compiler has to say goes to the person; the messages come to us.
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(Stop::told("cargo"))?;
    interrupt::check()?;
    if !output.status.success() {
        return Err(Stop::Failed("The tests were not built.".to_owned()));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut programs = messages
        .lines()
        .filter_map(program)
        .map(with_tests)
        .collect::<Result<Vec<_>, _>>()?;
    programs.retain(|program| !program.tests.is_empty());
    programs.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(programs)
}

/// Reads one of cargo's messages, if it tells of a test program.
fn program(message: &str) -> Option<Program> {
    if field(message, "reason")? != "compiler-artifact" {
        return None;
    }
    let path = PathBuf::from(field(message, "executable")?);
    // The target's own `test` is true of plain programs as well.
    let profile = message.split_once(r#""profile":{"#)?.1.split_once('}')?.0;
    if !profile.contains(r#""test":true"#) {
        return None;
    }
    let manifest = PathBuf::from(field(message, "manifest_path")?);
    let folder = manifest.parent()?.to_owned();
    let package = package(field(message, "package_id")?);
    let target = message.split_once(r#""target":{"#)?.1;
    let (kind, name) = (
        target.split_once(r#""kind":[""#)?.1.split('"').next()?,
        field(target, "name")?,
    );
    let own = name.replace('-', "_") == package.replace('-', "_");
    let label = if own {
        package.to_owned()
    } else {
        format!("{package}/{name}")
    };
    Some(Program {
        suite: Suite::of(package, name, kind == "test"),
        label,
        path,
        folder,
        tests: Vec::new(),
    })
}

/// The package's name in `path+file:///a/b#name@1.2.3`, or in `path+file:///a/name#1.2.3`.
fn package(id: &str) -> &str {
    let (place, version) = id.split_once('#').unwrap_or((id, ""));
    match version.split_once('@') {
        Some((name, _)) => name,
        None => place.rsplit('/').next().unwrap_or(place),
    }
}

/// The first text field of that name. Cargo's own fields hold no escapes on Linux, and need no parser.
fn field<'a>(message: &'a str, name: &str) -> Option<&'a str> {
    let start = message.split_once(&format!("\"{name}\":\""))?.1;
    start.split('"').next()
}

fn with_tests(mut program: Program) -> Result<Program, Stop> {
    let list = |more: &[&str]| {
        let mut command = Command::new(&program.path);
        command
            .args(["--list", "--format", "terse"])
            .args(more)
            .current_dir(&program.folder);
        let output = command.output().map_err(Stop::told(&program.label))?;
        Ok::<_, Stop>(libtest::listed(&String::from_utf8_lossy(&output.stdout)))
    };
    let long = list(&["--ignored"])?;
    let tests = list(&[])?
        .into_iter()
        .map(|name| TestName {
            is_long: long.contains(&name),
            name,
        })
        .collect();
    program.tests = tests;
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = r#"{"reason":"compiler-artifact","package_id":"path+file:///p/tests#acceptance@0.1.0","manifest_path":"/p/tests/Cargo.toml","target":{"kind":["test"],"crate_types":["bin"],"name":"desktop","src_path":"/p/tests/tests/desktop.rs","edition":"2024","doc":false,"doctest":false,"test":true},"profile":{"opt_level":"0","debuginfo":1,"debug_assertions":true,"overflow_checks":true,"test":true},"features":[],"filenames":["/t/debug/deps/desktop-1"],"executable":"/t/debug/deps/desktop-1","fresh":true}"#;

    #[test]
    fn reads_cargos_messages() {
        let program = program(MESSAGE).unwrap();
        assert_eq!(program.label, "acceptance/desktop");
        assert_eq!(program.suite, Suite::Window);
        assert_eq!(program.path, PathBuf::from("/t/debug/deps/desktop-1"));
        assert_eq!(program.folder, PathBuf::from("/p/tests"));
    }

    #[test]
    fn takes_plain_programs_for_no_tests() {
        let plain = MESSAGE.replace(
            r#""overflow_checks":true,"test":true"#,
            r#""overflow_checks":true,"test":false"#,
        );
        assert!(program(&plain).is_none());
        assert!(program(r#"{"reason":"build-finished","success":true}"#).is_none());
    }

    #[test]
    fn finds_a_packages_name() {
        assert_eq!(
            package("path+file:///p/tests#acceptance@0.1.0"),
            "acceptance"
        );
        assert_eq!(package("path+file:///p/xtask#0.1.0"), "xtask");
    }
}
