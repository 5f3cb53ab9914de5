//! Where the practice services listen, as the Login URL names them.

use model::Environment;
use model::catalogue::{Code, Problem};
use onboarding::net::PracticeOrigins;
use onboarding::workflow::{PracticeServices, Workspace, problem};
use secrecy::SecretString;
use url::Url;

/// Takes the port out of a practice Login URL and names the services to the workspace; answers
/// with the Login URL as it goes on. A real one passes as it is.
///
/// The raw address `http://127.0.0.1:PORT` stands for the practice login host.
pub(super) fn prepare(
    workspace: &Workspace,
    environment: Environment,
    login_url: &str,
) -> Result<String, Problem> {
    if environment != Environment::Practice {
        return Ok(login_url.to_owned());
    }
    let refused = || {
        problem(Code::PracticeOff)
            .with_detail("the Login URL needs the port that connectorctl practice prints")
            .at_field("login_url")
    };
    let address = if login_url.contains("://") {
        login_url.to_owned()
    } else {
        format!("http://{login_url}")
    };
    let url = Url::parse(&address).map_err(|_| refused())?;
    let (Some(host), Some(port)) = (url.host_str(), url.port()) else {
        return Err(refused());
    };
    let origin = Url::parse(&format!("http://127.0.0.1:{port}")).map_err(|_| refused())?;
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
