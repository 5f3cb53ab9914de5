//! Pictures of every practice page, light and dark: `practice-tour FOLDER`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "telling what it does is its purpose"
)]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use acceptance::Trouble;
use acceptance::tour::PagesTour;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("usage: practice-tour FOLDER");
        return ExitCode::from(2);
    };
    match tour(Path::new(&folder)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("The tour of the practice pages ended early. {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn tour(folder: &Path) -> Result<(), Trouble> {
    make_empty(folder).map_err(Trouble::told(&folder.display().to_string()))?;
    let mut tour = PagesTour::start(Some(folder)).await?;
    let pages = tour.walk().await?;
    println!(
        "Pictures of {pages} practice pages, light and dark, are in {}.",
        folder.display()
    );
    tour.end().await
}

/// Pictures of an earlier tour would pass for this one's where it takes fewer.
fn make_empty(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(|first: char| first.is_ascii_digit()) && name.ends_with(".png") {
            fs::remove_file(&file)?;
        }
    }
    Ok(())
}
