//! Starting and stopping the servers.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::certificates::{CertificateError, Certificates};
use crate::cloud::Cloud;
use crate::gcis::Gcis;
use crate::guard::Hosts;
use crate::origin::{Host, Origin, Scheme};
use crate::pages::{Own, PagesAddress};
use crate::random::Random;
use crate::server::{Bound, Server, Transport};
use crate::state_file::{LoadError, StateFile};
use crate::world::Saved;
use crate::{gcis, pages, salesforce};

/// The domain below which the practice Salesforce's names stand. `.practice` is no top-level domain, so that such a
/// name leads nobody elsewhere.
const PRACTICE_DOMAIN: &str = "salesforce.practice";

/// The domain below which they stand over https: Salesforce's own, for callers that map its names to 127.0.0.1 and
/// trust the certificate of this start.
const LIVE_DOMAIN: &str = "salesforce.com";

const LOOPBACK: &str = "127.0.0.1";

/// How the practice cloud is to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where its state is kept between runs; in memory only without one.
    pub state_file: Option<PathBuf>,
    /// The port of the practice Salesforce; 0 for any.
    pub salesforce_port: u16,
    /// The port of the practice GCIS; 0 for any.
    pub gcis_port: u16,
    /// The port of the pages on which a person practises; 0 for any. They are served over http always: a browser is not
    /// told of our certificate.
    pub pages_port: u16,
    /// How long GCIS takes to add, rotate or revoke a named credential.
    pub operation_time: Duration,
    /// The round trip of the link that callers come over; zero for loopback as it is.
    ///
    /// Every byte then arrives half of it later each way, and a new connection costs one round trip more.
    pub latency: Duration,
    /// The folder that takes the certificate to trust (`ca.pem`), if the services are to answer over https. The keys
    /// stay in memory.
    pub tls: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            state_file: None,
            salesforce_port: 0,
            gcis_port: 0,
            pages_port: 0,
            operation_time: Duration::from_secs(2),
            latency: Duration::ZERO,
            tls: None,
        }
    }
}

/// Why the practice cloud could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A port is taken or may not be used.
    #[error("the practice {service} cannot listen on 127.0.0.1:{port}")]
    Listen {
        /// Which of the services.
        service: &'static str,
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The saved state cannot be used. Moving the file away starts afresh.
    #[error("the saved practice cloud in {path} cannot be read")]
    State {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The certificates for https could not be made or written.
    #[error("https is not possible")]
    Certificates {
        /// What is in the way.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The system gave no random numbers.
    #[error("the system gave no random numbers: {0}")]
    Randomness(#[from] getrandom::Error),
}

/// The servers, while they run. Dropping this stops them too, without waiting.
pub struct Running {
    cloud: Cloud,
    gcis_service: Gcis,
    salesforce: Server,
    gcis: Server,
    pages: Server,
    addresses: Addresses,
    latency: Duration,
    authority_file: Option<PathBuf>,
}

struct Addresses {
    salesforce: String,
    login: String,
    gcis: String,
    pages: PagesAddress,
}

impl Running {
    /// The raw origin of the practice Salesforce, `http://127.0.0.1:PORT`. It answers as well to
    /// `login.salesforce.practice:PORT`, `test.salesforce.practice:PORT` and each org's My Domain.
    ///
    /// Over https it is `https://127.0.0.1:PORT`, and the names stand below `salesforce.com`.
    pub fn salesforce(&self) -> &str {
        &self.addresses.salesforce
    }

    /// Where production users sign in by name: `http://login.salesforce.practice:PORT`, or over https
    /// `https://login.salesforce.com`, with the port unless it is 443.
    pub fn login(&self) -> &str {
        &self.addresses.login
    }

    /// The origin of the practice GCIS, `http://127.0.0.1:PORT`; over https it answers to `localhost` too.
    pub fn gcis(&self) -> &str {
        &self.addresses.gcis
    }

    /// Where the pages on which a person practises are found.
    pub fn pages(&self) -> &PagesAddress {
        &self.addresses.pages
    }

    /// Over https, the certificate that a caller has to trust. The next start makes another.
    pub fn authority_file(&self) -> Option<&Path> {
        self.authority_file.as_deref()
    }

    /// The handle by which the cloud is steered.
    pub fn cloud(&self) -> &Cloud {
        &self.cloud
    }

    /// Lets every connector that this start knows sign in to Salesforce once, as it does in its daily work, with what it
    /// was last given. True for each that got in; Login History shows how.
    pub async fn let_connectors_sign_in(&self) -> Vec<bool> {
        self.gcis_service.work().await
    }

    /// Stops all: the pages and GCIS first, since they call Salesforce.
    pub async fn stop(self) {
        self.pages.stop().await;
        self.gcis.stop().await;
        self.salesforce.stop().await;
        // What they said last is still on its way.
        tokio::time::sleep(self.latency).await;
    }
}

/// Starts the servers on 127.0.0.1.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let mut random = Random::from_system()?;
    let file = options.state_file.map(StateFile::new);
    let saved = match &file {
        Some(file) => file
            .load(&mut random)
            .map_err(|error| unreadable(file, error))?,
        None => Saved::default(),
    };
    let salesforce = listen("Salesforce", options.salesforce_port).await?;
    let gcis = listen("GCIS", options.gcis_port).await?;
    let pages_bound = listen("pages", options.pages_port).await?;
    // Once the ports are ours, lest this replace the certificate of services that still run on them.
    let certificates = match &options.tls {
        Some(folder) => Some(Certificates::make(folder).map_err(without_https)?),
        None => None,
    };
    let (scheme, domain) = match certificates {
        None => (Scheme::Http, PRACTICE_DOMAIN),
        Some(_) => (Scheme::Https, LIVE_DOMAIN),
    };
    let raw = scheme.authority(LOOPBACK, salesforce.port());
    let origin = Origin::new(scheme, domain, salesforce.port(), &raw);
    let gcis_authority = scheme.authority(LOOPBACK, gcis.port());
    let mut gcis_hosts = vec![gcis_authority.clone()];
    if certificates.is_some() {
        gcis_hosts.push(scheme.authority("localhost", gcis.port()));
    }
    let own = Own::new(&Scheme::Http.authority(LOOPBACK, pages_bound.port()));
    let cloud = Cloud::new(saved, random, file, Arc::clone(origin.domain()));
    let addresses = Addresses {
        pages: PagesAddress::new(cloud.clone(), own.clone()),
        salesforce: origin.url(&Host::Raw),
        login: origin.url(&Host::Login),
        gcis: format!("{scheme}://{gcis_authority}"),
    };
    let transport = Transport {
        latency: options.latency,
        tls: certificates.as_ref().map(|made| made.tls.clone()),
    };

    let at_once = Transport {
        latency: Duration::ZERO,
        tls: None,
    };
    let salesforce_router = salesforce::router(cloud.clone(), &origin);
    let door = gcis::SalesforceDoor::new(salesforce_router.clone(), origin);
    let gcis_service = Gcis::new(cloud.clone(), door, options.operation_time);
    let pages_router = pages::router(cloud.clone(), gcis_service.clone(), own);
    let gcis_router = gcis::router(gcis_service.clone(), Hosts::Exactly(gcis_hosts.into()));
    Ok(Running {
        cloud,
        gcis_service,
        salesforce: Server::start(salesforce, salesforce_router, &transport),
        gcis: Server::start(gcis, gcis_router, &transport),
        pages: Server::start(pages_bound, pages_router, &at_once),
        addresses,
        latency: options.latency,
        authority_file: certificates.map(|made| made.authority_file),
    })
}

async fn listen(service: &'static str, port: u16) -> Result<Bound, StartError> {
    Bound::listen(port)
        .await
        .map_err(|source| StartError::Listen {
            service,
            port,
            source,
        })
}

fn unreadable(file: &StateFile, error: LoadError) -> StartError {
    StartError::State {
        path: file.path().to_owned(),
        source: Box::new(error),
    }
}

fn without_https(error: CertificateError) -> StartError {
    StartError::Certificates {
        source: Box::new(error),
    }
}
