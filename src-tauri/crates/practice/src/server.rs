//! One of the servers, from its port to its end.

use std::net::Ipv4Addr;
use std::time::Duration;
use std::{io, net::SocketAddr};

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::exchange::Exchange;
use crate::hang_up::Line;

/// How long a request under way may keep a server from stopping.
const PATIENCE: Duration = Duration::from_secs(3);

/// What lies between a caller and a server.
pub(crate) struct Transport {
    /// The link's round trip; zero for none.
    pub(crate) latency: Duration,
    pub(crate) tls: Option<TlsAcceptor>,
}

/// A port of 127.0.0.1 that is ours.
pub(crate) struct Bound {
    listener: TcpListener,
    address: SocketAddr,
}

impl Bound {
    /// Takes a port; 0 for any.
    pub(crate) async fn listen(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }
}

/// A server that answers. Dropping it stops it too, without waiting.
pub(crate) struct Server {
    /// Gone with the server, which is how dropping it stops the task.
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Server {
    pub(crate) fn start(bound: Bound, router: Router, transport: &Transport) -> Self {
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
        Self { stop, task }
    }

    pub(crate) async fn stop(self) {
        let Self { stop, mut task } = self;
        drop(stop);
        if tokio::time::timeout(PATIENCE, &mut task).await.is_err() {
            task.abort();
        }
    }
}
