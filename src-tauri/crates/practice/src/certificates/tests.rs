use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::TlsConnector;

use super::*;

/// Whether a client that trusts `authority` alone takes the server for `host`.
async fn trusts(authority: &Certificate, server: TlsAcceptor, host: &str) -> bool {
    let mut roots = RootCertStore::empty();
    roots.add(authority.der().clone()).unwrap();
    let provider = Arc::new(crypto::ring::default_provider());
    let client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let (near, far) = tokio::io::duplex(1 << 16);
    let serving = tokio::spawn(async move { server.accept(far).await.is_ok() });
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let connected = TlsConnector::from(Arc::new(client))
        .connect(name, near)
        .await;
    connected.is_ok() && serving.await.unwrap()
}

#[tokio::test]
async fn the_services_are_trusted_under_their_usual_names_by_who_trusts_the_authority() {
    let (tls, authority) = Certificates::sign().unwrap();
    for host in [
        "login.salesforce.com",
        "test.salesforce.com",
        "acme.my.salesforce.com",
        "acme--uat.sandbox.my.salesforce.com",
        "acme-dev-ed.develop.my.salesforce.com",
        "localhost",
        "127.0.0.1",
    ] {
        assert!(trusts(&authority, tls.clone(), host).await, "{host}");
    }
    for host in [
        "salesforce.com",
        "a.b.my.salesforce.com",
        "127.0.0.2",
        "gentrack.example",
    ] {
        assert!(!trusts(&authority, tls.clone(), host).await, "{host}");
    }
}

#[tokio::test]
async fn another_starts_authority_vouches_for_nothing_here() {
    let (tls, _) = Certificates::sign().unwrap();
    let (_, other) = Certificates::sign().unwrap();
    assert!(!trusts(&other, tls, "login.salesforce.com").await);
}

#[tokio::test]
async fn the_authority_can_vouch_for_no_host_outside_its_constraints() {
    let key = KeyPair::generate().unwrap();
    let certificate = authority().self_signed(&key).unwrap();
    let issuer = Issuer::new(authority(), key);
    for (host, expected) in [
        ("login.salesforce.com", true),
        ("acme.lightning.force.com", true),
        ("127.0.0.1", true),
        ("bank.example", false),
        ("salesforce.com.evil.example", false),
        ("evilsalesforce.com", false),
        ("acme.force.com", false),
        ("127.0.0.2", false),
        ("192.0.2.1", false),
    ] {
        let mut forged = services().unwrap();
        let names = CertificateParams::new([host.to_owned()]).unwrap();
        forged.subject_alt_names = names.subject_alt_names;
        let tls = acceptor(issue(&forged, &issuer).unwrap()).unwrap();
        assert_eq!(trusts(&certificate, tls, host).await, expected, "{host}");
    }
}

#[tokio::test]
async fn the_services_certificate_can_sign_nothing() {
    let key = KeyPair::generate().unwrap();
    let certificate = authority().self_signed(&key).unwrap();
    let issuer = Issuer::new(authority(), key);
    let key = KeyPair::generate().unwrap();
    let middle = services().unwrap().signed_by(&key, &issuer).unwrap();
    let forger = Issuer::new(services().unwrap(), key);
    let (leaf, key) = issue(&services().unwrap(), &forger).unwrap();
    let provider = Arc::new(crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![leaf.der().clone(), middle.der().clone()],
            PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )
        .unwrap();
    let tls = TlsAcceptor::from(Arc::new(server));
    assert!(!trusts(&certificate, tls, "login.salesforce.com").await);
}

#[test]
fn both_last_seven_days_and_no_key_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("a/b");
    let made = Certificates::make(&below).unwrap();
    let files: Vec<_> = fs::read_dir(&below)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files, [below.join(FILE)]);
    assert_eq!(made.authority_file, files[0]);
    let pem = fs::read_to_string(&made.authority_file).unwrap();
    assert_eq!(pem.matches("-----BEGIN CERTIFICATE-----").count(), 1);
    assert_eq!(pem.matches("-----BEGIN").count(), 1);
    for parameters in [authority(), services().unwrap()] {
        assert_eq!(parameters.not_after - parameters.not_before, LIFE);
    }
    assert_eq!(LIFE.as_secs(), 7 * 24 * 60 * 60);
}
