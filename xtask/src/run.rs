//! `cargo xtask run`: the wizard, open; or, where nobody can look, a tour through it.

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::arguments::Run;
use crate::child;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::stop::Stop;

const APP: &str = "connector-setup";

pub(crate) fn run(project: &Project, how: &Run) -> Result<ExitCode, Stop> {
    let has_display = ["WAYLAND_DISPLAY", "DISPLAY"]
        .iter()
        .any(|name| is_set(name));
    if how.live && !has_display {
        let words = "There is no display to open the wizard on: neither DISPLAY nor WAYLAND_DISPLAY is set.";
        return Err(Stop::Yours(words.to_owned()));
    }
    let tours = how.tour.is_some() || !has_display;
    setup::install(
        project,
        match how.tour {
            Some(_) => Need::Browser,
            None if tours => Need::Desktop,
            None => Need::Build,
        },
    )?;
    setup::window_files(project)?;
    println!("Building the wizard (some minutes the first time).");
    child::must(
        project.cargo(&["build", "--workspace"]),
        "The wizard was not built.",
    )?;

    if tours {
        if how.tour.is_none() {
            println!("There is no display, so this is a tour on a private one.");
        }
        let folder = how.tour.clone().unwrap_or_else(|| project.tour());
        let walked = tour(project, &folder)?;
        let looked = match how.tour {
            Some(_) => practice_tour(project, &folder.join("practice"))?,
            None => true,
        };
        return Ok(ended(walked && looked));
    }
    let mut app = Command::new(project.program(APP));
    if how.live {
        println!("Opening the wizard.");
    } else {
        println!("Opening the wizard in practice.");
        app.arg("--practice");
    }
    Ok(ended(child::show(app)?))
}

fn tour(project: &Project, folder: &Path) -> Result<bool, Stop> {
    println!("Pictures and documents go to {}.", folder.display());
    let mut tour = Command::new(project.program("tour"));
    tour.arg(folder).arg(project.program(APP));
    let status = child::follow(tour, |line| println!("{line}"))?;
    Ok(status.success())
}

/// The practice pages, which open in a browser.
fn practice_tour(project: &Project, folder: &Path) -> Result<bool, Stop> {
    let mut tour = Command::new(project.program("practice-tour"));
    tour.arg(folder);
    let status = child::follow(tour, |line| println!("{line}"))?;
    Ok(status.success())
}

fn ended(well: bool) -> ExitCode {
    if well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
