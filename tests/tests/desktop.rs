//! The private desktop itself: what every other test of the window stands on.
#![allow(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use acceptance::desktop::{Desktop, Keyring, Process, of_folder};

/// What the Secret Service answers when asked whether the login keyring is locked.
fn locked(desktop: &Desktop) -> String {
    let output = desktop
        .command("gdbus")
        .args(["call", "--session", "--dest", "org.freedesktop.secrets"])
        .args(["--object-path", "/org/freedesktop/secrets/collection/login"])
        .args(["--method", "org.freedesktop.DBus.Properties.Get"])
        .args(["org.freedesktop.Secret.Collection", "Locked"])
        .output()
        .unwrap();
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn name(process: &Process) -> String {
    process
        .program
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned()
}

#[test]
fn starts_whole_and_leaves_nothing_behind() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = desktop.folder().to_owned();
    let mut names: Vec<String> = desktop.processes().iter().map(name).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "WebKitWebDriver",
            "Xvfb",
            "dbus-daemon",
            "gnome-keyring-daemon"
        ]
    );
    assert!(
        locked(&desktop).contains("<false>"),
        "the keyring is not unlocked"
    );

    desktop.stop().unwrap();
    assert_eq!(of_folder(&folder), []);
    assert!(!folder.exists());
}

#[test]
fn leaves_nothing_behind_when_a_service_has_died() {
    let desktop = Desktop::start(Keyring::Unlocked).unwrap();
    let folder = desktop.folder().to_owned();
    let services = desktop.processes();
    let bus = services
        .iter()
        .find(|process| name(process) == "dbus-daemon")
        .unwrap();
    bus.kill();

    drop(desktop);
    assert_eq!(of_folder(&folder), []);
    assert!(!folder.exists());
}

#[test]
fn the_keyring_can_be_locked() {
    let desktop = Desktop::start(Keyring::Locked).unwrap();
    let answer = locked(&desktop);
    assert!(answer.contains("<true>"), "{answer}");
}

#[test]
fn the_keyring_can_be_absent() {
    let desktop = Desktop::start(Keyring::Absent).unwrap();
    let answer = locked(&desktop);
    assert!(answer.contains("ServiceUnknown"), "{answer}");
}
