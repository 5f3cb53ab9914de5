//! What the mapping of names leads to, and what it keeps apart.

use acceptance::clients::{SimpleSalesforce, answer};
use acceptance::mapped::Mapped;

use crate::{script, simple_salesforce};

/// `ENETUNREACH`: told at once and by no network, where a time-out would come from one.
const UNREACHABLE: &str = "OSError 101";

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn leads_to_this_computer_or_nowhere() {
    let mapped = Mapped::start(&[]).unwrap();
    let client = SimpleSalesforce::install().unwrap();
    let mut command = client.command(&script("reach.py"));
    command.envs(mapped.variables());
    let found = answer(command, mapped.announcement()).unwrap();
    assert_eq!(found, UNREACHABLE);
}

#[test]
#[ignore = "long: installs simple-salesforce from PyPI"]
fn keeps_clouds_apart_that_run_at_once_under_the_same_names() {
    let clouds = [Mapped::start(&[]).unwrap(), Mapped::start(&[]).unwrap()];
    for mapped in &clouds {
        let found = simple_salesforce::ask(mapped, "password");
        let org_id = &mapped.announcement().org_id;
        assert_eq!(found["organization"][0]["Id"], *org_id, "{found}");
    }
}
