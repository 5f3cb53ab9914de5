//! System packages on Debian and Ubuntu; elsewhere a sentence about what is missing.

use std::fs;
use std::process::Command;

use super::Need;
use crate::child;
use crate::stop::Stop;

struct Package {
    name: &'static str,
    why: &'static str,
    need: Need,
    /// A program or file that shows it is there, where the package manager cannot be asked.
    sign: &'static str,
}

const PACKAGES: [Package; 13] = [
    Package {
        name: "pkg-config",
        why: "to find system libraries",
        need: Need::Build,
        sign: "pkg-config",
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        why: "to build the window",
        need: Need::Build,
        sign: "webkit2gtk-4.1.pc",
    },
    Package {
        name: "xvfb",
        why: "for a display of the tests' own",
        need: Need::Desktop,
        sign: "Xvfb",
    },
    Package {
        name: "webkit2gtk-driver",
        why: "to click and type in the window",
        need: Need::Desktop,
        sign: "WebKitWebDriver",
    },
    Package {
        name: "xdotool",
        why: "to answer what the system asks beside the window",
        need: Need::Desktop,
        sign: "xdotool",
    },
    Package {
        name: "dbus",
        why: "for a session bus of the tests' own",
        need: Need::Desktop,
        sign: "dbus-daemon",
    },
    Package {
        name: "gnome-keyring",
        why: "for a keychain of the tests' own",
        need: Need::Desktop,
        sign: "gnome-keyring-daemon",
    },
    Package {
        name: "libglib2.0-bin",
        why: "to ask that keychain",
        need: Need::Desktop,
        sign: "gdbus",
    },
    Package {
        name: "fonts-dejavu-core",
        why: "so that the window has letters",
        need: Need::Desktop,
        sign: "fonts",
    },
    Package {
        name: "python3-venv",
        why: "for clients that nobody here wrote",
        need: Need::Clients,
        sign: "python3",
    },
    Package {
        name: "chromium",
        why: "to walk through the practice pages in",
        need: Need::Browser,
        sign: "chromium",
    },
    Package {
        name: "libnss-wrapper",
        why: "to lead Salesforce's names to this computer for one program",
        need: Need::Desktop,
        sign: "nss_wrapper.pc",
    },
    Package {
        name: "libsocket-wrapper",
        why: "to give that program a port 443 of its own",
        need: Need::Desktop,
        sign: "socket_wrapper.pc",
    },
];

pub(super) fn install(need: Need) -> Result<(), Stop> {
    let wanted = PACKAGES.iter().filter(|package| package.need <= need);
    if !is_debian() {
        return name_missing(wanted);
    }
    let missing: Vec<&Package> = wanted
        .filter(|package| !is_installed(package.name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for package in &missing {
        println!("Installing {} {}.", package.name, package.why);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let known = has_lists()
        && apt(&[&["install", "--yes", "--no-install-recommends"], &names[..]].concat())?;
    if known {
        return Ok(());
    }
    // No lists of packages yet, or lists that name versions which are gone.
    apt(&["update"])?;
    if apt(&[&["install", "--yes", "--no-install-recommends"], &names[..]].concat())? {
        Ok(())
    } else {
        let names = names.join(" ");
        Err(Stop::Yours(format!(
            "apt-get could not install {names}. Install them, then run this again."
        )))
    }
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let family = release
        .lines()
        .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="));
    let debian = family
        .flat_map(|line| line.split(['=', '"', ' ']))
        .any(|word| word == "debian");
    debian && child::answer("dpkg-query", &["--version"]).is_some()
}

fn is_installed(package: &str) -> bool {
    let status = child::answer(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}\n", package],
    );
    status.is_some_and(|status| status.lines().any(|line| line == "installed"))
}

fn has_lists() -> bool {
    let lists = fs::read_dir("/var/lib/apt/lists")
        .into_iter()
        .flatten()
        .flatten();
    lists
        .map(|entry| entry.file_name())
        .any(|name| name.to_string_lossy().contains("_Packages"))
}

fn apt(arguments: &[&str]) -> Result<bool, Stop> {
    let is_root = child::answer("id", &["-u"]).as_deref() == Some("0");
    if !is_root && child::answer("sudo", &["--version"]).is_none() {
        let words = "Installing needs root: run this as root once, or install sudo.";
        return Err(Stop::Yours(words.to_owned()));
    }
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"])
        .args(arguments);
    child::show(command)
}

/// Elsewhere packages have other names: better to name what is missing than to guess.
fn name_missing<'a>(wanted: impl Iterator<Item = &'a Package>) -> Result<(), Stop> {
    let missing: Vec<&str> = wanted
        .filter(|package| !has_sign(package.sign))
        .map(|package| package.sign)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Stop::Yours(format!(
        "This system is not Debian or Ubuntu, and lacks {}. Install what your distribution calls the packages of \
         these (on Debian: {}), then run this again.",
        missing.join(", "),
        PACKAGES
            .iter()
            .filter(|one| missing.contains(&one.sign))
            .map(|one| one.name)
            .collect::<Vec<_>>()
            .join(" ")
    )))
}

fn has_sign(sign: &str) -> bool {
    match sign.strip_suffix(".pc") {
        Some(library) => child::answer("pkg-config", &["--exists", library]).is_some(),
        None if sign == "fonts" => fs::exists("/usr/share/fonts").unwrap_or(false),
        None => child::answer("sh", &["-c", &format!("command -v {sign}")]).is_some(),
    }
}
