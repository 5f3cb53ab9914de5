//! The desktop's session bus. Nothing is started on demand on it, so that what answers is what the test started.

use std::collections::BTreeMap;
use std::fs;

use super::folders::Folders;
use super::service::Service;
use crate::Trouble;

/// The one service that may start on demand, where a test wants the keyring to ask.
const PROMPTER: &str = "/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service";

pub(super) fn start(
    folders: &Folders,
    variables: &BTreeMap<String, String>,
    asks: bool,
) -> Result<(Service, String), Trouble> {
    let services = folders.at("services");
    if asks {
        fs::copy(PROMPTER, services.join("prompter.service")).map_err(Trouble::told(PROMPTER))?;
    }
    let configuration = folders.at("bus.conf");
    let text = format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        socket = folders.at("bus").display(),
        services = services.display(),
    );
    fs::write(&configuration, text).map_err(Trouble::told("the bus's configuration"))?;

    let configuration = format!("--config-file={}", configuration.display());
    let arguments = [
        configuration.as_str(),
        "--print-address=1",
        "--nofork",
        "--nopidfile",
    ];
    let mut service = Service::start("dbus-daemon", &arguments, folders, variables)?;
    let address = service.first_line(folders)?;
    Ok((service, address))
}
