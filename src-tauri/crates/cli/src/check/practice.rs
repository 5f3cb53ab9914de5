//! Where the practice services listen, as the Login URL names them.

use model::Environment;
use model::catalogue::Code;
use onboarding::net::PracticeOrigins;
use onboarding::workflow::{PracticeServices, Workspace};
use secrecy::SecretString;
use url::Url;

use super::stopped::Stopped;

/// Takes the port out of a practice Login URL and names the services to the workspace; answers
/// with the Login URL as it goes on. A real one passes as it is.
///
/// The raw address `http://127.0.0.1:PORT` stands for the practice login host.
pub(super) fn prepare(
    workspace: &Workspace,
    environment: Environment,
    login_url: &str,
) -> Result<String, Stopped> {
    if environment != Environment::Practice {
        return Ok(login_url.to_owned());
    }
    let address = if login_url.contains("://") {
        login_url.to_owned()
    } else {
        format!("http://{login_url}")
    };
    let url = Url::parse(&address).map_err(|_| port_missing())?;
    let (Some(host), Some(port)) = (url.host_str(), url.port()) else {
        return Err(port_missing());
    };
    if url.scheme() != "http" {
        let words = "practice over https has Salesforce’s own names: check it with --environment \
                     production and --ca-file";
        return Err(Stopped::misused(words).at_field("login_url"));
    }
    let origin = Url::parse(&format!("http://127.0.0.1:{port}")).map_err(|_| port_missing())?;
    workspace.practise(PracticeServices {
        origins: PracticeOrigins {
            salesforce: origin.clone(),
            gcis: origin,
        },
        gcis_client_id: String::new(),
        gcis_client_secret: SecretString::from(""),
    });
    Ok(if host == "127.0.0.1" {
        environment.default_login_url().to_owned()
    } else {
        host.to_owned()
    })
}

/// Practice has another port in each run.
pub(super) fn port_missing() -> Stopped {
    let words = "practice needs --login-url with the port that connectorctl practice prints";
    Stopped::usage(Code::CommandIncomplete, words).at_field("login_url")
}
