//! The keeper's side: starts the desktop's services in order, waits until nobody wants them, stops them in reverse.

use std::io::{Read, Write};

use super::folders::Folders;
use super::keyring::Keyring;
use super::service::Service;
use super::{bus, display, driver, keyring, processes};
use crate::Trouble;

pub(super) const DRIVER: &str = "desktop.driver";
pub(super) const FOLDER: &str = "desktop.folder";
pub(super) const READY: &str = "ready";
pub(super) const TROUBLE: &str = "trouble: ";

/// Keeps a desktop until `input` ends. `arguments`: the keyring's word, then `NAME=value` for its programs.
///
/// What a client needs to know is written to `output`, a line each, ending in `ready` or `trouble: …`.
pub fn keep(
    arguments: &[String],
    mut input: impl Read,
    mut output: impl Write,
) -> Result<(), Trouble> {
    // A session of its own, so that the terminal's Ctrl-C ends the test and leaves stopping in order to us.
    let _ = rustix::process::setsid();
    // Whatever a killed service leaves behind becomes our child, to be found and ended.
    rustix::process::set_child_subreaper(Some(rustix::process::getpid()))
        .map_err(Trouble::told("becoming the parent of orphans"))?;

    let mut running = Vec::new();
    let folders = Folders::create()?;
    let started = start(arguments, &folders, &mut running);
    let told = match &started {
        Ok(lines) => output.write_all(lines.as_bytes()),
        Err(trouble) => writeln!(
            output,
            "{TROUBLE}{}",
            trouble.to_string().replace('\n', " · ")
        ),
    };
    if started.is_ok() && told.and_then(|()| output.flush()).is_ok() {
        let _ = input.read_to_end(&mut Vec::new());
    }
    stop(running);
    folders.remove()?;
    started.map(drop)
}

fn start(
    arguments: &[String],
    folders: &Folders,
    running: &mut Vec<Service>,
) -> Result<String, Trouble> {
    let (word, extra) = arguments
        .split_first()
        .ok_or_else(|| Trouble::new("which keyring?"))?;
    let keyring = Keyring::from_word(word)?;
    let mut variables = folders.variables();
    for (name, value) in extra.iter().filter_map(|pair| pair.split_once('=')) {
        variables.insert(name.to_owned(), value.to_owned());
    }

    let (service, display) = display::start(folders, &variables)?;
    running.push(service);
    variables.insert("DISPLAY".to_owned(), display);

    let (service, address) = bus::start(folders, &variables, keyring.asks())?;
    running.push(service);
    variables.insert("DBUS_SESSION_BUS_ADDRESS".to_owned(), address);

    running.extend(keyring::start(keyring, folders, &variables)?);

    let (service, driver) = driver::start(folders, &variables)?;
    running.push(service);

    variables.insert(DRIVER.to_owned(), driver);
    variables.insert(FOLDER.to_owned(), folders.root().display().to_string());
    let lines = variables
        .iter()
        .map(|(name, value)| format!("{name}={value}\n"));
    Ok(lines.chain([format!("{READY}\n")]).collect())
}

fn stop(mut running: Vec<Service>) {
    while let Some(service) = running.pop() {
        service.stop();
        // The driver's app and the app's web processes end before the bus and the display that they use.
        let others: Vec<u32> = running.iter().map(Service::id).collect();
        processes::end_children(&others);
    }
}
