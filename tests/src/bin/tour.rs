//! Walks through the wizard in practice on a private desktop: `tour FOLDER [APP]`.
//!
//! Pictures of the walk are in FOLDER, those of the walk by the external client app in
//! FOLDER/external-client-app, those of all that can be odd or go wrong in FOLDER/states.
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
use acceptance::tour::states::Part;
use acceptance::tour::{Album, Tour, walk, walk_by_external_client_app};
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
    the_walk(folder, &app).await?;
    the_walk_by_external_client_app(&folder.join("external-client-app"), &app).await?;
    the_states(&folder.join("states"), &app).await
}

async fn the_walk(folder: &Path, app: &Path) -> Result<(), Trouble> {
    let album = empty_album(folder)?;
    let desktop = Desktop::start(Keyring::Unlocked)?;
    let mut tour = Tour::start(&desktop, app, folder, say)
        .await?
        .with_album(album);
    let walked = walk(&mut tour).await;
    told(&ended(tour, walked).await?, folder);
    desktop.stop()
}

async fn the_walk_by_external_client_app(folder: &Path, app: &Path) -> Result<(), Trouble> {
    say("");
    say("Once more, by the external client app.");
    let album = empty_album(folder)?;
    let desktop = Desktop::start(Keyring::Unlocked)?;
    let mut tour = Tour::start(&desktop, app, folder, say)
        .await?
        .with_album(album);
    let walked = walk_by_external_client_app(&mut tour).await;
    told(&ended(tour, walked).await?, folder);
    desktop.stop()
}

async fn the_states(folder: &Path, app: &Path) -> Result<(), Trouble> {
    let mut album = empty_album(folder)?;
    for part in Part::ALL {
        say("");
        say(&format!("What can be odd or go wrong: {}.", part.title()));
        let desktop = Desktop::start(Keyring::Unlocked)?;
        let mut tour = part
            .start(&desktop, app, folder, say)
            .await?
            .with_album(album);
        let walked = part.walk(&mut tour).await;
        album = ended(tour, walked).await?;
        desktop.stop()?;
    }
    told(&album, folder);
    Ok(())
}

/// Closes the tour's window and hands on its album; what failed is kept beside the pictures.
async fn ended(tour: Tour<'_>, walked: Result<(), Trouble>) -> Result<Album, Trouble> {
    if walked.is_err() {
        tour.keep_failure().await;
    }
    let closed = tour.end().await;
    walked?;
    closed?.ok_or_else(|| Trouble::new("the album is gone"))
}

fn told(album: &Album, folder: &Path) {
    let pages = album.pages();
    say(&format!(
        "Pictures of {pages} pages, light and dark, are in {}.",
        folder.display()
    ));
}

fn say(line: &str) {
    println!("{line}");
}

/// Pictures of an earlier tour would pass for this one's where it takes fewer.
fn empty_album(folder: &Path) -> Result<Album, Trouble> {
    fs::create_dir_all(folder).map_err(Trouble::told(&folder.display().to_string()))?;
    let entries = fs::read_dir(folder).map_err(Trouble::told("the tour's folder"))?;
    for file in entries.flatten().map(|entry| entry.path()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let numbered = name.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let ours = numbered && name.ends_with(".png");
        if ours || name.starts_with("failed.") {
            fs::remove_file(&file).map_err(Trouble::told(&file.display().to_string()))?;
        }
    }
    Ok(Album::in_folder(folder).thorough())
}
