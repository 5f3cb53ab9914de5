//! Starting and stopping the two servers.

use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::certificates::{CertificateError, Certificates};
use crate::cloud::Cloud;
use crate::exchange::Exchange;
use crate::gcis;
use crate::hang_up::Line;
use crate::random::Random;
use crate::salesforce;
use crate::state_file::{LoadError, StateFile};
use crate::world::Saved;

/// How long a request under way may keep a server from stopping.
const PATIENCE: Duration = Duration::from_secs(3);

/// How the practice cloud is to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where its state is kept between runs; in memory only without one.
    pub state_file: Option<PathBuf>,
    /// The port of the practice Salesforce; 0 for any.
    pub salesforce_port: u16,
    /// The port of the practice GCIS; 0 for any.
    pub gcis_port: u16,
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
        /// Which of the two services.
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

/// The two servers, while they run. Dropping this stops them too, without waiting.
pub struct Running {
    cloud: Cloud,
    salesforce: Server,
    gcis: Server,
    latency: Duration,
    authority_file: Option<PathBuf>,
}

impl Running {
    /// The origin of the practice Salesforce, `http://127.0.0.1:PORT`.
    pub fn salesforce(&self) -> &str {
        &self.salesforce.origin
    }

    /// The origin of the practice GCIS, `http://127.0.0.1:PORT`.
    pub fn gcis(&self) -> &str {
        &self.gcis.origin
    }

    /// Over https, the certificate that a caller has to trust. The next start makes another.
    pub fn authority_file(&self) -> Option<&Path> {
        self.authority_file.as_deref()
    }

    /// The handle by which the cloud is steered.
    pub fn cloud(&self) -> &Cloud {
        &self.cloud
    }

    /// Stops both: GCIS first, since it calls Salesforce.
    pub async fn stop(self) {
        self.gcis.stop().await;
        self.salesforce.stop().await;
        // What they said last is still on its way.
        tokio::time::sleep(self.latency).await;
    }
}

/// Starts both servers on 127.0.0.1.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let random = Random::from_system()?;
    let file = options.state_file.map(StateFile::new);
    let saved = match &file {
        Some(file) => file.load().map_err(|error| unreadable(file, error))?,
        None => Saved::default(),
    };
    let salesforce = listen("Salesforce", options.salesforce_port).await?;
    let gcis = listen("GCIS", options.gcis_port).await?;
    // Once the ports are ours, lest this replace the certificate of services that still run on them.
    let certificates = match &options.tls {
        Some(folder) => Some(Certificates::make(folder).map_err(without_https)?),
        None => None,
    };
    let transport = Transport {
        latency: options.latency,
        tls: certificates.as_ref().map(|made| made.tls.clone()),
    };
    let cloud = Cloud::new(saved, random, file);

    let salesforce_router = salesforce::router(cloud.clone(), &salesforce.authority);
    let door =
        gcis::SalesforceDoor::new(salesforce_router.clone(), Arc::clone(&salesforce.authority));
    let gcis_router = gcis::router(cloud.clone(), door, options.operation_time, &gcis.authority);
    Ok(Running {
        cloud,
        salesforce: Server::start(salesforce, salesforce_router, &transport),
        gcis: Server::start(gcis, gcis_router, &transport),
        latency: options.latency,
        authority_file: certificates.map(|made| made.authority_file),
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

/// What lies between a caller and a server.
struct Transport {
    latency: Duration,
    tls: Option<TlsAcceptor>,
}

struct Bound {
    listener: TcpListener,
    authority: Arc<str>,
}

async fn listen(service: &'static str, port: u16) -> Result<Bound, StartError> {
    let cannot = |source| StartError::Listen {
        service,
        port,
        source,
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(cannot)?;
    let authority = listener.local_addr().map_err(cannot)?.to_string().into();
    Ok(Bound {
        listener,
        authority,
    })
}

struct Server {
    origin: String,
    /// Gone with the server, which is how dropping it stops the task.
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    fn start(bound: Bound, router: Router, transport: &Transport) -> Self {
        let scheme = if transport.tls.is_some() {
            "https"
        } else {
            "http"
        };
        let origin = format!("{scheme}://{}", bound.authority);
        let (stop, stopped) = oneshot::channel();
        let service = router.into_make_service_with_connect_info::<Line>();
        let exchange = Exchange::new(bound.listener, transport.latency, transport.tls.clone());
        let serving = axum::serve(exchange, service).with_graceful_shutdown(async {
            // An error means that the sender was dropped, which is the same wish.
            let _ = stopped.await;
        });
        let task = tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::warn!(%error, "a practice server ended");
            }
        });
        Self { origin, stop, task }
    }

    async fn stop(self) {
        let Self { stop, mut task, .. } = self;
        drop(stop);
        if tokio::time::timeout(PATIENCE, &mut task).await.is_err() {
            task.abort();
        }
    }
}
