//! The desktop shell: the window, its commands, the system's clipboard and browser.
//!
//! The only code that knows Tauri. Each command is a line or two over `onboarding::workflow`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod clipboard;
mod ipc;
mod practice;
mod question;
mod shell;
mod window;

use std::process::ExitCode;

use arguments::Arguments;
use shell::Shell;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(usage) => return fail(&usage),
    };
    let Some(data_folder) = onboarding::records::data_folder() else {
        return fail("Connector Setup needs a home folder to keep its records in; none was found.");
    };
    match run(Shell::new(data_folder, arguments.practice_only)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("The window could not be opened: {error}")),
    }
}

#[allow(clippy::print_stderr, reason = "there is no window yet to say it in")]
fn fail(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

fn run(shell: Shell) -> tauri::Result<()> {
    let mut builder = tauri::Builder::default();
    // Under automation each session wants a window of its own: a second start that is handed to
    // the one still closing would never answer its driver.
    if std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::focus(app);
        }));
    }
    builder
        .plugin(tauri_plugin_store::Builder::default().build())
        .plugin(tauri_plugin_opener::init())
        .manage(shell)
        .invoke_handler(ipc::handler())
        .setup(|app| Ok(window::open(app.handle())?))
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                shell::close(app);
            }
        });
    Ok(())
}
