//! What connectorctl brings along: nothing that needs a display.

use super::sources::Sources;
use crate::child;
use crate::project::Project;
use crate::stop::Stop;

const FORBIDDEN: [&str; 8] = [
    "atk",
    "gdk",
    "gtk",
    "javascriptcore",
    "soup3",
    "tauri",
    "webkit",
    "webview2",
];
const FORBIDDEN_WHOLE: [&str; 2] = ["tao", "wry"];

pub(crate) fn connectorctl(project: &Project, _: &Sources) -> Result<Vec<String>, Stop> {
    let arguments = [
        "tree",
        "--quiet",
        "--package",
        "connectorctl",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ];
    let (succeeded, text) = child::capture(project.cargo(&arguments))?;
    if !succeeded {
        return Ok(vec![text]);
    }
    let mut names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.sort_unstable();
    names.dedup();
    let needs = names.into_iter().filter(|name| needs_display(name));
    Ok(needs
        .map(|name| format!("connectorctl depends on {name}"))
        .collect())
}

fn needs_display(name: &str) -> bool {
    FORBIDDEN_WHOLE.contains(&name) || FORBIDDEN.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_display_libraries() {
        assert!(
            ["tauri-runtime", "gtk-sys", "webkit2gtk", "wry", "tao"]
                .into_iter()
                .all(needs_display)
        );
        assert!(!["taocp", "tokio", "reqwest"].into_iter().any(needs_display));
    }
}
