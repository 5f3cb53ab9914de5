//! Which modules a Rust file names.

/// The first names that follow `root::` in code: `["net", "vault"]` for `use crate::{net::Client, vault}`.
pub(crate) fn after(root: &str, text: &str) -> Vec<String> {
    let start = format!("{root}::");
    let lines: Vec<&str> = text.lines().map(without_comment).collect();
    let code = lines.join("\n");
    let mut names = Vec::new();
    for (at, _) in code.match_indices(&start) {
        let before = &code[..at];
        let rest = &code[at + start.len()..];
        let is_inner = before.ends_with(|last: char| last.is_alphanumeric() || "_:".contains(last));
        if is_inner || is_in_quotes(before) {
            continue;
        }
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_names(group)),
            None => names.extend(name(rest)),
        }
    }
    names
}

/// The outer names of `a::b, c::{d, e}, f}`.
fn group_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut item) = (0_u32, 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(name(group[item..at].trim_start()));
                item = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> Option<String> {
    let end = text
        .find(|character: char| !character.is_alphanumeric() && character != '_')
        .unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

/// Whether the last line is inside a text when it ends. Texts over several lines are taken for code.
fn is_in_quotes(code: &str) -> bool {
    let line = code.rsplit('\n').next().unwrap_or(code);
    line.replace("\\\"", "").matches('"').count() % 2 == 1
}

/// The line up to its comment; an address (`https://`) does not begin one.
fn without_comment(line: &str) -> &str {
    let mut starts = line.match_indices("//");
    let start = starts.find(|(at, _)| !line[..*at].ends_with(':'));
    start.map_or(line, |(at, _)| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_way_to_name_a_module() {
        let text = "use crate::net::Client;\nuse crate::{\n    gcis::{Tenant, Instance},\n    vault,\n};\n\
                    fn f() -> crate::records::Record { crate::documents::make() } // crate::workflow::no\n";
        assert_eq!(
            after("crate", text),
            ["net", "gcis", "vault", "records", "documents"]
        );
    }

    #[test]
    fn leaves_out_what_only_looks_like_it() {
        assert_eq!(
            after(
                "std",
                "my_std::fs; foo::std::net; \"std::fs, https://x\"; //! std::fs\n"
            ),
            Vec::<String>::new()
        );
        assert_eq!(
            after("std", "let a = \"https://x\"; std::fs::read(a)"),
            ["fs"]
        );
    }
}
