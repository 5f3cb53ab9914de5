//! Starting and stopping the two servers.

use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::cloud::Cloud;
use crate::gcis;
use crate::hang_up::{Exchange, Line};
use crate::origin::{Origin, Scheme};
use crate::random::Random;
use crate::salesforce;
use crate::state_file::{LoadError, StateFile};
use crate::world::Saved;

/// How long a request under way may keep a server from stopping.
const PATIENCE: Duration = Duration::from_secs(3);

/// The domain below which the practice Salesforce's names stand. `.practice` is no top-level domain, so that such a
/// name leads nobody elsewhere.
const PRACTICE_DOMAIN: &str = "salesforce.practice";

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
}

impl Default for Options {
    fn default() -> Self {
        Self {
            state_file: None,
            salesforce_port: 0,
            gcis_port: 0,
            operation_time: Duration::from_secs(2),
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
    /// The system gave no random numbers.
    #[error("the system gave no random numbers: {0}")]
    Randomness(#[from] getrandom::Error),
}

/// The two servers, while they run. Dropping this stops them too, without waiting.
pub struct Running {
    cloud: Cloud,
    salesforce: Server,
    gcis: Server,
}

impl Running {
    /// The raw origin of the practice Salesforce, `http://127.0.0.1:PORT`. It answers as well to
    /// `login.salesforce.practice:PORT`, `test.salesforce.practice:PORT` and each org's My Domain.
    pub fn salesforce(&self) -> &str {
        &self.salesforce.origin
    }

    /// The origin of the practice GCIS, `http://127.0.0.1:PORT`.
    pub fn gcis(&self) -> &str {
        &self.gcis.origin
    }

    /// The handle by which the cloud is steered.
    pub fn cloud(&self) -> &Cloud {
        &self.cloud
    }

    /// Stops both: GCIS first, since it calls Salesforce.
    pub async fn stop(self) {
        self.gcis.stop().await;
        self.salesforce.stop().await;
    }
}

/// Starts both servers on 127.0.0.1.
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
    let origin = Origin::new(
        Scheme::Http,
        PRACTICE_DOMAIN,
        salesforce.port,
        &salesforce.authority,
    );
    let cloud = Cloud::new(saved, random, file, Arc::clone(origin.domain()));

    let salesforce_router = salesforce::router(cloud.clone(), &origin);
    let door = gcis::SalesforceDoor::new(salesforce_router.clone(), origin);
    let gcis_router = gcis::router(cloud.clone(), door, options.operation_time, &gcis.authority);
    Ok(Running {
        cloud,
        salesforce: Server::start(salesforce, salesforce_router),
        gcis: Server::start(gcis, gcis_router),
    })
}

fn unreadable(file: &StateFile, error: LoadError) -> StartError {
    StartError::State {
        path: file.path().to_owned(),
        source: Box::new(error),
    }
}

struct Bound {
    listener: TcpListener,
    authority: Arc<str>,
    port: u16,
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
    let address = listener.local_addr().map_err(cannot)?;
    Ok(Bound {
        listener,
        authority: address.to_string().into(),
        port: address.port(),
    })
}

struct Server {
    origin: String,
    /// Gone with the server, which is how dropping it stops the task.
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    fn start(bound: Bound, router: Router) -> Self {
        let origin = format!("http://{}", bound.authority);
        let (stop, stopped) = oneshot::channel();
        let service = router.into_make_service_with_connect_info::<Line>();
        let serving =
            axum::serve(Exchange(bound.listener), service).with_graceful_shutdown(async {
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
