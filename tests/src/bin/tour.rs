//! Walks through the wizard in practice on a private desktop: `tour FOLDER [APP]`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling what it does is its purpose"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use acceptance::Trouble;
use acceptance::desktop::{Desktop, Keyring};
use acceptance::tour::{Tour, walk};
use acceptance::window::built_app;

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: tour FOLDER [APP]");
        return ExitCode::from(2);
    };
    let app = arguments.next().map(PathBuf::from);
    match tour(Path::new(&folder), app).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("The tour ended early. {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn tour(folder: &Path, app: Option<PathBuf>) -> Result<(), Trouble> {
    let app = app.map_or_else(built_app, Ok)?;
    fs::create_dir_all(folder).map_err(Trouble::told(&folder.display().to_string()))?;
    remove_pictures(folder)?;
    let desktop = Desktop::start(Keyring::Unlocked)?;
    let mut tour = Tour::start(&desktop, &app, folder, |line| println!("{line}")).await?;
    let walked = walk(&mut tour).await;
    if walked.is_err() {
        tour.keep_failure().await;
    }
    let pages = tour.pictured();
    let closed = tour.window.close().await;
    let stopped = desktop.stop();
    walked.and(closed).and(stopped)?;
    println!(
        "Pictures of {pages} pages, light and dark, are in {}.",
        folder.display()
    );
    Ok(())
}

/// Pictures of an earlier tour would pass for this one's where it takes fewer.
fn remove_pictures(folder: &Path) -> Result<(), Trouble> {
    let entries = fs::read_dir(folder).map_err(Trouble::told("the tour's folder"))?;
    for file in entries.flatten().map(|entry| entry.path()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let numbered = name.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let ours = numbered && (name.ends_with("-light.png") || name.ends_with("-dark.png"));
        if ours || name.starts_with("failed.") {
            fs::remove_file(&file).map_err(Trouble::told(&file.display().to_string()))?;
        }
    }
    Ok(())
}
