//! The desktop's display: Xvfb, on a number of its own choice.

use std::collections::BTreeMap;

use super::folders::Folders;
use super::service::Service;
use crate::Trouble;

pub(super) fn start(
    folders: &Folders,
    variables: &BTreeMap<String, String>,
) -> Result<(Service, String), Trouble> {
    let arguments = [
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1280x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ];
    let mut service = Service::start("Xvfb", &arguments, folders, variables)?;
    let number = service.first_line(folders)?;
    Ok((service, format!(":{number}")))
}
