//! Files that are too long to read in one sitting.

use super::sources::{Source, Sources};

const MOST: usize = 400;
const KINDS: [&str; 5] = [".rs", ".svelte", ".ts", ".css", ".js"];

pub(crate) fn complaints(sources: &Sources) -> Vec<String> {
    let written = sources
        .all()
        .filter(|source| KINDS.iter().any(|kind| source.path.ends_with(kind)));
    let long = written
        .filter(|source| !is_generated(source))
        .filter_map(|source| {
            let lines = source.text.lines().count();
            (lines > MOST)
                .then(|| format!("{} has {lines} lines; {MOST} are the most", source.path))
        });
    long.collect()
}

fn is_generated(source: &Source) -> bool {
    source
        .text
        .lines()
        .next()
        .is_some_and(|line| line.contains("generated"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_wrote_counts() {
        let long = "x\n".repeat(MOST + 1);
        let generated = format!("// This file was generated\n{long}");
        let sources = Sources::of(&[
            ("a.rs", &long),
            ("b.ts", &generated),
            ("c.json", &long),
            ("d.rs", "x\n"),
        ]);
        assert_eq!(
            complaints(&sources),
            ["a.rs has 401 lines; 400 are the most"]
        );
    }
}
