//! Certificates that make https possible for the practice services, good for a week and for nothing else.
//!
//! A certificate authority is made at each start. Its private key never leaves memory and is gone once the one
//! certificate of the services is signed; that certificate and its key stay in memory. Only the authority's own
//! certificate is written, for whoever chooses to trust it. Its name constraints keep it from vouching for any host
//! but Salesforce's names and this machine's loopback (RFC 5280, 4.2.1.10).

use std::fs;
use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CidrSubnet, DistinguishedName, DnType,
    DnValue, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, date_time_ymd,
};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig, crypto, version};

/// The file in the chosen folder.
const FILE: &str = "ca.pem";
const LIFE: Duration = Duration::from_hours(7 * 24);

/// The domains that the authority can vouch for, with all below them; and 127.0.0.1.
const DOMAINS: [&str; 3] = ["salesforce.com", "lightning.force.com", "localhost"];

/// The hosts of the services' certificate.
///
/// Source: help.salesforce.com `domain_name_url_formats` (*My Domain Hostname Formats*).
const HOSTS: [&str; 7] = [
    "login.salesforce.com",
    "test.salesforce.com",
    "*.my.salesforce.com",
    "*.sandbox.my.salesforce.com",
    "*.develop.my.salesforce.com",
    "localhost",
    "127.0.0.1",
];

/// Why there are no certificates.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CertificateError {
    #[error("{path} cannot be written")]
    Write { path: PathBuf, source: io::Error },
    #[error("a certificate could not be made")]
    Make(#[from] rcgen::Error),
    #[error("the certificate could not be used")]
    Use(#[from] rustls::Error),
}

/// What https needs, and how a caller trusts it.
pub(crate) struct Certificates {
    pub(crate) tls: TlsAcceptor,
    /// The authority's certificate, to be trusted for as long as this start lasts.
    pub(crate) authority_file: PathBuf,
}

impl Certificates {
    /// Makes an authority and the services' certificate, and writes the authority's certificate to `folder`.
    ///
    /// A file of an earlier start is replaced; what trusted it no longer trusts these services.
    pub(crate) fn make(folder: &Path) -> Result<Self, CertificateError> {
        let (tls, authority) = Self::sign()?;
        let authority_file = folder.join(FILE);
        write(folder, &authority_file, &authority.pem()).map_err(|source| {
            CertificateError::Write {
                path: authority_file.clone(),
                source,
            }
        })?;
        Ok(Self {
            tls,
            authority_file,
        })
    }

    /// What https needs, and the authority's certificate. The authority's key is gone when this returns.
    pub(crate) fn sign() -> Result<(TlsAcceptor, Certificate), CertificateError> {
        let key = KeyPair::generate()?;
        let parameters = authority();
        let authority = parameters.self_signed(&key)?;
        let certificate = issue(&services()?, &Issuer::new(parameters, key))?;
        Ok((acceptor(certificate)?, authority))
    }
}

fn authority() -> CertificateParams {
    let mut authority = for_a_week(
        CertificateParams::default(),
        "Connector Setup practice authority",
    );
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let domains = DOMAINS.map(|domain| GeneralSubtree::DnsName(domain.to_owned()));
    let loopback = CidrSubnet::from_v4_prefix(Ipv4Addr::LOCALHOST.octets(), 32);
    authority.name_constraints = Some(NameConstraints {
        permitted_subtrees: domains
            .into_iter()
            .chain([GeneralSubtree::IpAddress(loopback)])
            .collect(),
        excluded_subtrees: Vec::new(),
    });
    authority
}

fn services() -> Result<CertificateParams, rcgen::Error> {
    let hosts = CertificateParams::new(HOSTS.map(str::to_owned))?;
    let mut services = for_a_week(hosts, "Connector Setup practice services");
    services.is_ca = IsCa::ExplicitNoCa;
    services.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    services.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    services.use_authority_key_identifier_extension = true;
    Ok(services)
}

fn for_a_week(mut parameters: CertificateParams, name: &str) -> CertificateParams {
    parameters.distinguished_name = DistinguishedName::new();
    parameters
        .distinguished_name
        .push(DnType::CommonName, DnValue::Utf8String(name.to_owned()));
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    parameters.not_before = date_time_ymd(1970, 1, 1) + now;
    parameters.not_after = parameters.not_before + LIFE;
    parameters
}

fn issue(
    parameters: &CertificateParams,
    issuer: &Issuer<'_, KeyPair>,
) -> Result<(Certificate, KeyPair), rcgen::Error> {
    let key = KeyPair::generate()?;
    Ok((parameters.signed_by(&key, issuer)?, key))
}

fn acceptor((certificate, key): (Certificate, KeyPair)) -> Result<TlsAcceptor, rustls::Error> {
    let provider = Arc::new(crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&version::TLS13, &version::TLS12])?
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Replaces the file whole: a caller that reads it meanwhile must not find half a certificate.
fn write(folder: &Path, path: &Path, pem: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{FILE}.{}", std::process::id()));
    fs::write(&draft, pem)?;
    fs::rename(draft, path)
}

#[cfg(test)]
mod tests;
