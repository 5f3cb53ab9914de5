//! `cargo xtask test`: every suite in order, one failing or not, and a plain last line.

mod libtest;
mod programs;
mod report;
mod selection;
mod statics;
mod suite;

use std::process::ExitCode;

use crate::arguments::Test;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::stop::Stop;

use programs::Program;
use report::Report;
use selection::Selection;
use suite::Suite;

/// The test programs whose long tests install other people's clients.
const CLIENTS: [&str; 2] = ["acceptance/clients", "acceptance/contract"];

pub(crate) fn test(project: &Project, what: &Test) -> Result<ExitCode, Stop> {
    let selection = Selection::new(&what.names);
    let needs_programs = what.list || selection.needs_programs();
    let needs_window = needs_programs || selection.wants(Suite::Lint);
    if needs_programs && !what.list && selection.wants(Suite::Browser) {
        setup::install(project, Need::Browser)?;
    } else if needs_programs && what.all && selection.wants(Suite::Sockets) {
        setup::install(project, Need::Clients)?;
    } else if needs_programs {
        setup::install(project, Need::Desktop)?;
    } else if needs_window {
        setup::install(project, Need::Build)?;
    } else if selection.needs_node() {
        setup::install(project, Need::Window)?;
    }

    let mut report = Report::default();
    let mut programs = None;
    if needs_window {
        report.step("build", || setup::window_files(project))?;
    }
    if what.list {
        let programs = programs::build(project)?;
        selection.find_tests(&programs)?;
        list(&selection, &programs);
        return Ok(ExitCode::SUCCESS);
    }
    if selection.names_tests() {
        // Before the checks, so that a name that matches nothing is told at once.
        let built = programs::build(project)?;
        selection.find_tests(&built)?;
        let meets = |need| built.iter().any(|one| meets(one, &selection) == Some(need));
        if meets(Need::Browser) {
            setup::install(project, Need::Browser)?;
        } else if meets(Need::Clients) {
            setup::install(project, Need::Clients)?;
        }
        programs = Some(built);
    }
    for suite in Suite::ALL
        .into_iter()
        .filter(|suite| suite.is_static() && selection.wants(*suite))
    {
        statics::run(project, suite, &selection, &mut report)?;
    }
    if needs_programs && programs.is_none() {
        programs = report.step("build", || programs::build(project))?;
    }
    let programs = programs.unwrap_or_default();
    let again = (what.all && selection.wants(Suite::Window)).then_some(Suite::Window);
    for suite in Suite::ALL.into_iter().chain(again) {
        run_programs(suite, &selection, &programs, what.all, &mut report)?;
    }
    Ok(report.end())
}

/// What will be met of other people's because somebody named a test that wants it.
fn meets(program: &Program, selection: &Selection) -> Option<Need> {
    let named = selection.tests_of(program)?;
    if program.suite == Suite::Browser {
        return Some(Need::Browser);
    }
    let mut long = program.tests.iter().filter(|test| test.is_long);
    let is_met =
        CLIENTS.contains(&program.label.as_str()) && long.any(|test| named.contains(&test.name));
    is_met.then_some(Need::Clients)
}

fn run_programs(
    suite: Suite,
    selection: &Selection,
    programs: &[Program],
    all: bool,
    report: &mut Report,
) -> Result<(), Stop> {
    let chosen: Vec<_> = programs
        .iter()
        .filter(|program| program.suite == suite)
        .filter_map(|program| Some((program, selection.tests_of(program)?)))
        .collect();
    if chosen.is_empty() {
        return Ok(());
    }
    report.suite(suite.word(), |report| {
        for (program, tests) in chosen {
            let outcome = libtest::run(program, &tests, all, suite.threads())?;
            report.count(&program.label, &outcome);
        }
        Ok(())
    })
}

fn list(selection: &Selection, programs: &[Program]) {
    for suite in Suite::ALL {
        let mut lines: Vec<String> = Vec::new();
        if suite.is_static() {
            lines.extend(
                statics::names(suite)
                    .into_iter()
                    .filter(|name| selection.wants_check(suite, name)),
            );
        }
        for program in programs.iter().filter(|program| program.suite == suite) {
            if let Some(chosen) = selection.tests_of(program) {
                let tests = program.tests.iter();
                let tests = tests.filter(|test| chosen.is_empty() || chosen.contains(&test.name));
                lines.extend(tests.map(|test| {
                    let long = if test.is_long { " (long)" } else { "" };
                    format!("{}: {}{long}", program.label, test.name)
                }));
            }
        }
        if !lines.is_empty() {
            println!("{}", suite.word());
            println!("  {}", lines.join("\n  "));
        }
    }
}
