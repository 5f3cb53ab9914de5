//! Traces of the machine on which something was written, which mean nothing anywhere else.

use super::sources::Sources;

/// Put together here, so that this file does not hold what it looks for.
const FOLDERS: [&str; 2] = [concat!("/wo", "rk/"), concat!("/ro", "ot/")];
const HOSTS: [&str; 6] = [
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("deb.", "debian.org"),
    concat!("archive.", "ubuntu.com"),
];

pub(crate) fn complaints(sources: &Sources) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.all() {
        for (number, line) in source.text.lines().enumerate() {
            let folder = FOLDERS
                .into_iter()
                .find(|folder| names_folder(line, folder));
            let host = HOSTS.into_iter().find(|host| line.contains(host));
            if let Some(trace) = folder.or(host) {
                complaints.push(format!("{}:{} names {trace}", source.path, number + 1));
            }
        }
    }
    complaints
}

/// Whether the folder stands in the line as a path from the root, not inside a longer path.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at].ends_with(|before: char| {
            before.is_alphanumeric() || matches!(before, '_' | '-' | '.' | '}' | ')')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_paths_of_a_machine_from_others() {
        let [work, _] = FOLDERS;
        let line = |text: String| complaints(&Sources::of(&[("a.rs", text.as_str())])).len();
        assert_eq!(line(format!("let a = \"{work}main\";")), 1);
        assert_eq!(line(format!("ui{work}b.ts")), 0);
        assert_eq!(line(format!("\"resolved\": \"https://{}/x\"", HOSTS[0])), 1);
    }
}
