//! What a `Cargo.toml` depends on.

/// The names of all dependencies, of whatever kind and for whatever target.
pub(crate) fn dependencies(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').ends_with("dependencies");
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            names.extend(line.split(['=', '.', ' ']).next());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_all_kinds() {
        let text = "[package]\nname = \"x\"\n[dependencies]\na.workspace = true\nb = \"1\"\n\n[lints]\nworkspace = true\n\
                    [target.'cfg(unix)'.dev-dependencies]\n# c\nd = { version = \"1\" }\n";
        assert_eq!(dependencies(text), ["a", "b", "d"]);
    }
}
