//! Where connections come in: over plain loopback, a link of some length, TLS, or both.

#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use crate::hang_up::{Carrier, Wire};
use crate::link;

/// How long a caller may take over the TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(30);

/// A listener whose connections can be cut.
pub(crate) struct Exchange {
    listener: TcpListener,
    round_trip: Duration,
    tls: Option<TlsAcceptor>,
    /// Handshakes under way. Nobody waits for a slow one, and they end with the exchange.
    handshakes: JoinSet<Option<Caller>>,
}

type Caller = (Wire, SocketAddr);

impl Exchange {
    pub(crate) fn new(
        listener: TcpListener,
        round_trip: Duration,
        tls: Option<TlsAcceptor>,
    ) -> Self {
        Self {
            listener,
            round_trip,
            tls,
            handshakes: JoinSet::new(),
        }
    }

    /// The caller, at once where there is no TLS; else once the handshake is made.
    fn take(&mut self, stream: TcpStream, address: SocketAddr) -> Option<Caller> {
        // Small writes of one answer would wait for one another otherwise.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its small writes back");
        }
        if self.round_trip.is_zero() {
            self.secure(stream, address)
        } else {
            self.secure(link::stretch(stream, self.round_trip), address)
        }
    }

    fn secure(&mut self, carrier: impl Carrier + 'static, address: SocketAddr) -> Option<Caller> {
        let Some(tls) = &self.tls else {
            return Some((Wire::over(carrier), address));
        };
        let handshake = timeout(HANDSHAKE, tls.accept(carrier));
        self.handshakes.spawn(async move {
            match handshake.await {
                Ok(Ok(stream)) => return Some((Wire::over(stream), address)),
                Ok(Err(error)) => tracing::info!(%error, "a TLS handshake failed"),
                Err(_) => tracing::info!("a TLS handshake took too long"),
            }
            None
        });
        None
    }
}

impl Listener for Exchange {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> Caller {
        loop {
            let ready = tokio::select! {
                (stream, address) = Listener::accept(&mut self.listener) => self.take(stream, address),
                Some(made) = self.handshakes.join_next() => made.ok().flatten(),
            };
            if let Some(caller) = ready {
                return caller;
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}
