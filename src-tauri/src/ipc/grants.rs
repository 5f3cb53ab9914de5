//! A command is declared, granted, handled and called under one name. A name that is missing in one
//! of the four places would only be noticed at its first click.

use std::collections::BTreeSet;

use model::catalogue::Code;

const DECLARED: &str = include_str!("../../build.rs");
const GRANTED: &str = include_str!("../../capabilities/main.json");
const HANDLED: &str = include_str!("mod.rs");
const CALLED: &str = include_str!("../../../ui/src/lib/backend/index.ts");

/// What stands between two marks, wherever they enclose a name.
fn names<'a>(text: &'a str, before: &str, after: char) -> BTreeSet<&'a str> {
    let is_name = |name: &&str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || "_-".contains(c))
    };
    let rests = text.split(before).skip(1);
    rests
        .filter_map(|rest| rest.split(after).next())
        .filter(is_name)
        .collect()
}

#[test]
fn every_command_is_declared_granted_handled_and_called_under_one_name() {
    let declared = names(DECLARED, "    \"", '"');
    assert!(declared.len() > 30, "the list was read: {declared:?}");
    let granted = names(GRANTED, "\"allow-", '"');
    let granted: BTreeSet<String> = granted.iter().map(|name| name.replace('-', "_")).collect();
    let list = HANDLED.split("generate_handler!").nth(1).unwrap();
    let handled = names(list, "::", ',');
    let called = names(CALLED, ">(\"", '"');
    assert_eq!(
        granted,
        declared.iter().map(|name| (*name).to_owned()).collect()
    );
    assert_eq!(handled, declared);
    assert_eq!(called, declared);
}

/// The door has to have words of its own for what did not come from here.
#[test]
fn the_doors_own_problem_says_what_the_catalogue_says() {
    let entry = Code::Internal.entry();
    assert!(CALLED.contains(&format!("code: \"{}\"", entry.name)));
    assert!(CALLED.contains(&format!("message: \"{}\"", entry.summary)));
    for remedy in entry.remedies {
        assert!(CALLED.contains(&format!("text: \"{}\"", remedy.text)));
    }
}
