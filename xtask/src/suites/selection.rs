//! Which suites and tests were asked for.

use super::programs::Program;
use super::statics;
use super::suite::Suite;
use crate::stop::Stop;

/// What the names on the command line mean; without names, everything.
pub(crate) struct Selection {
    everything: bool,
    suites: Vec<Suite>,
    /// Names of checks of the sources.
    checks: Vec<String>,
    /// Whole names of tests, or parts of them.
    tests: Vec<String>,
}

impl Selection {
    pub(crate) fn new(names: &[String]) -> Self {
        let mut selection = Self {
            everything: names.is_empty(),
            suites: Vec::new(),
            checks: Vec::new(),
            tests: Vec::new(),
        };
        for name in names {
            if let Some(suite) = Suite::from_word(name) {
                selection.suites.push(suite);
            } else if Suite::ALL
                .into_iter()
                .flat_map(statics::names)
                .any(|check| check == *name)
            {
                selection.checks.push(name.clone());
            } else {
                selection.tests.push(name.clone());
            }
        }
        selection
    }

    /// Whether a suite, or anything in it that can be told before building, is wanted.
    pub(crate) fn wants(&self, suite: Suite) -> bool {
        self.has(suite)
            || statics::names(suite)
                .iter()
                .any(|name| self.checks.contains(name))
    }

    pub(crate) fn wants_check(&self, suite: Suite, name: &str) -> bool {
        self.has(suite) || self.checks.iter().any(|check| check == name)
    }

    pub(crate) fn needs_programs(&self) -> bool {
        self.everything || self.names_tests() || self.suites.iter().any(|suite| !suite.is_static())
    }

    /// Whether a name has to be looked for among the tests of programs.
    pub(crate) fn names_tests(&self) -> bool {
        !self.tests.is_empty()
    }

    pub(crate) fn needs_node(&self) -> bool {
        self.wants(Suite::Format) || self.wants(Suite::Types)
    }

    /// Makes sure that every name means something, now that the tests are known.
    pub(crate) fn find_tests(&self, programs: &[Program]) -> Result<(), Stop> {
        let known = |name: &str| {
            programs
                .iter()
                .flat_map(|one| &one.tests)
                .any(|test| test.name.contains(name))
        };
        match self.tests.iter().find(|name| !known(name)) {
            None => Ok(()),
            Some(name) => Err(Stop::Yours(format!(
                "No suite or test is called {name:?}; `cargo xtask test --list` names them all."
            ))),
        }
    }

    /// Whether a program is wanted, and which of its tests; an empty list means all.
    pub(crate) fn tests_of(&self, program: &Program) -> Option<Vec<String>> {
        if self.has(program.suite) {
            return Some(Vec::new());
        }
        // A whole name means that one test, though it may be part of another's name.
        let is_whole = |part: &str| program.tests.iter().any(|test| test.name == part);
        let wanted = |name: &String| {
            let mut parts = self.tests.iter();
            parts.any(|part| {
                if is_whole(part) {
                    name == part
                } else {
                    name.contains(part)
                }
            })
        };
        let tests: Vec<String> = program
            .tests
            .iter()
            .map(|test| test.name.clone())
            .filter(wanted)
            .collect();
        (!tests.is_empty()).then_some(tests)
    }

    fn has(&self, suite: Suite) -> bool {
        self.everything || self.suites.contains(&suite)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::programs::TestName;
    use super::*;

    fn program(suite: Suite, tests: &[&str]) -> Program {
        let tests = tests
            .iter()
            .map(|name| TestName {
                name: (*name).to_owned(),
                is_long: false,
            })
            .collect();
        Program {
            suite,
            label: "one".to_owned(),
            path: PathBuf::new(),
            folder: PathBuf::new(),
            tests,
        }
    }

    fn selection(names: &[&str]) -> Selection {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Selection::new(&names)
    }

    #[test]
    fn no_name_means_everything() {
        let all = selection(&[]);
        assert!(Suite::ALL.into_iter().all(|suite| all.wants(suite)) && all.needs_programs());
    }

    #[test]
    fn a_name_is_a_suite_a_check_or_a_test() {
        let some = selection(&["structure", "prettier"]);
        assert!(
            some.wants(Suite::Structure) && some.wants(Suite::Format) && !some.wants(Suite::Lint)
        );
        assert!(
            some.wants_check(Suite::Format, "prettier")
                && !some.wants_check(Suite::Format, "rustfmt")
        );
        assert!(!some.needs_programs());

        let program = program(Suite::Unit, &["a::steps", "a::steps_again", "b"]);
        assert_eq!(selection(&["unit"]).tests_of(&program), Some(Vec::new()));
        assert_eq!(
            selection(&["a::steps"]).tests_of(&program).unwrap(),
            ["a::steps"]
        );
        assert_eq!(
            selection(&["steps"]).tests_of(&program).unwrap(),
            ["a::steps", "a::steps_again"]
        );
        assert_eq!(selection(&["window"]).tests_of(&program), None);
    }

    #[test]
    fn a_name_that_means_nothing_is_told() {
        let programs = [program(Suite::Unit, &["b"])];
        assert!(selection(&["b"]).find_tests(&programs).is_ok());
        assert!(matches!(
            selection(&["c"]).find_tests(&programs),
            Err(Stop::Yours(_))
        ));
    }
}
