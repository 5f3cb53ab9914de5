//! Over https, below Salesforce's own domain; and over a link with a round trip.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use practice::Options;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use crate::client::{Reply, over, raw};
use crate::setting::{FORM, JSON, Setting};

struct Https {
    setting: Setting,
    trust: TlsConnector,
    _folder: TempDir,
}

impl Https {
    async fn new() -> Self {
        Self::with(Options::default()).await
    }

    async fn with(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let setting = Setting::with(Options {
            tls: Some(folder.path().to_owned()),
            ..options
        })
        .await;
        let file = folder.path().join("ca.pem");
        assert_eq!(setting.running.authority_file(), Some(&*file));
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from_pem_file(file).unwrap())
            .unwrap();
        let provider = Arc::new(crypto::ring::default_provider());
        let client = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self {
            setting,
            trust: TlsConnector::from(Arc::new(client)),
            _folder: folder,
        }
    }

    /// A request to `url`, whose name is taken to stand for 127.0.0.1.
    async fn ask(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> io::Result<Reply> {
        let address = url.strip_prefix("https://").unwrap();
        let (host, path) = address.split_at(address.find('/').unwrap());
        let (name, port) = host.split_once(':').unwrap();
        let stream = TcpStream::connect(("127.0.0.1", port.parse().unwrap())).await?;
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let stream = self.trust.connect(name, stream).await?;
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        over(stream, &head, body).await
    }

    async fn sign_in(&self, at: &str) -> Reply {
        let card = &self.setting.card;
        let form = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "password")
            .append_pair("client_id", &card.consumer_key)
            .append_pair("client_secret", &card.consumer_secret)
            .append_pair("username", &card.username)
            .append_pair(
                "password",
                &format!("{}{}", card.password, card.security_token),
            )
            .finish();
        let url = format!("{at}/services/oauth2/token");
        self.ask("POST", &url, &[FORM], &form).await.unwrap()
    }

    /// The https address of a name of the practice Salesforce.
    fn named(&self, name: &str) -> String {
        format!("https://{}", self.setting.named(name))
    }
}

#[tokio::test]
async fn salesforce_stands_below_its_own_domain() {
    let https = Https::new().await;
    let login = https.setting.running.login();
    assert_eq!(login, https.named("login.salesforce.com"));
    let my_domain = &https.setting.card.my_domain;
    assert_eq!(my_domain, "acme-energy.my.salesforce.com");

    let signed_in = https.sign_in(login).await.json();
    assert_eq!(signed_in["instance_url"], https.named(my_domain));
    let id = signed_in["id"].as_str().unwrap();
    assert!(id.starts_with(&format!("{login}/id/00D")), "{id}");

    let bearer = format!("Bearer {}", signed_in["access_token"].as_str().unwrap());
    let limits = format!("{}/services/data/v68.0/limits", https.named(my_domain));
    let limits = https
        .ask("GET", &limits, &[("Authorization", &bearer)], "")
        .await;
    assert_eq!(limits.unwrap().status, 200);
}

#[tokio::test]
async fn a_production_user_is_refused_at_test() {
    let https = Https::new().await;
    let refused = https.sign_in(&https.named("test.salesforce.com")).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn no_name_below_the_practice_domain_is_known_over_https() {
    let https = Https::new().await;
    let salesforce = format!("{}/services/data", https.setting.running.salesforce());
    assert_eq!(
        https.ask("GET", &salesforce, &[], "").await.unwrap().status,
        200
    );
    let port = https.setting.named("");
    let stream = TcpStream::connect(format!("127.0.0.1{port}"))
        .await
        .unwrap();
    let name = ServerName::try_from("login.salesforce.com").unwrap();
    let stream = https.trust.connect(name, stream).await.unwrap();
    let head = format!("GET /services/data HTTP/1.1\r\nHost: login.salesforce.practice{port}\r\n");
    assert_eq!(over(stream, &head, "").await.unwrap().status, 403);
}

#[tokio::test]
async fn gcis_answers_on_loopback_under_both_its_names_and_knows_the_login_urls() {
    let https = Https::new().await;
    let gcis = https.setting.running.gcis().to_owned();
    let card = &https.setting.card;
    let form = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "client_credentials")
        .append_pair("client_id", &card.gcis_client_id)
        .append_pair("client_secret", &card.gcis_client_secret)
        .finish();
    let token = |url: String| {
        let (https, form) = (&https, &form);
        async move { https.ask("POST", &url, &[FORM], form).await.unwrap() }
    };
    let local = gcis.replace("127.0.0.1", "localhost");
    assert_eq!(token(format!("{local}/oauth2/token")).await.status, 200);
    let bearer = token(format!("{gcis}/oauth2/token")).await.json();
    let bearer = format!("Bearer {}", bearer["access_token"].as_str().unwrap());

    let tenants = format!("{gcis}/v1/tenants");
    let tenants = https
        .ask("GET", &tenants, &[("Authorization", &bearer)], "")
        .await;
    let proposal = json!({
        "reference": "onboarding-1",
        "tenantId": tenants.unwrap().json()["tenants"][0]["id"],
        "loginUrl": "login.salesforce.com",
        "eventEndpoint": card.event_endpoint,
        "credentials": {
            "route": "connected_app",
            "username": card.username,
            "password": card.password,
            "securityToken": card.security_token,
            "consumerKey": card.consumer_key,
            "consumerSecret": card.consumer_secret,
        },
    });
    let verify = format!("{gcis}/v1/verifications");
    let headers = [JSON, ("Authorization", &bearer)];
    let verified = https
        .ask("POST", &verify, &headers, &proposal.to_string())
        .await;
    let verified = verified.unwrap().json();
    let checks = verified["checks"].as_array().unwrap();
    let passed = |check: &Value| check["status"] == "passed";
    assert!(
        !checks.is_empty() && checks.iter().all(passed),
        "{verified}"
    );
}

#[tokio::test]
async fn whoever_does_not_speak_tls_gets_no_answer() {
    let https = Https::new().await;
    for origin in [
        https.setting.running.salesforce(),
        https.setting.running.gcis(),
    ] {
        let plain = origin.replace("https://", "http://");
        let head = format!("GET /services/data HTTP/1.1\r\nHost: {}\r\n", &plain[7..]);
        assert!(raw(&plain, &head, "").await.is_err());
    }
}

#[tokio::test]
async fn each_start_makes_another_authority() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = Vec::new();
    for _ in 0..2 {
        let options = Options {
            tls: Some(folder.path().to_owned()),
            ..Options::default()
        };
        Setting::with(options).await.running.stop().await;
        seen.push(std::fs::read(folder.path().join("ca.pem")).unwrap());
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn both_services_lie_behind_the_link() {
    let latency = Duration::from_millis(40);
    let https = Https::with(Options {
        latency,
        ..Options::default()
    })
    .await;
    for origin in [
        https.setting.running.salesforce(),
        https.setting.running.gcis(),
    ] {
        let start = Instant::now();
        https
            .ask("GET", &format!("{origin}/"), &[], "")
            .await
            .unwrap();
        assert!(start.elapsed() >= 3 * latency, "{origin}");
    }
}
