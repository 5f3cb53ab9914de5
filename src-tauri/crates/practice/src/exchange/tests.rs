//! Connections over real sockets. Times are lower bounds only: a busy machine may be as slow as it likes.

use std::time::Instant;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, DefaultBodyLimit};
use axum::routing::post;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::AbortHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion, crypto};

use super::*;
use crate::certificates::Certificates;
use crate::hang_up::Line;

const ROUND_TRIP: Duration = Duration::from_millis(40);

/// A server that gives back what it gets, and hangs up on whoever asks for it.
struct Echo {
    address: SocketAddr,
    tls: Option<TlsConnector>,
    serving: AbortHandle,
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Echo {
    async fn plain(round_trip: Duration) -> Self {
        Self::start(round_trip, None, None).await
    }

    async fn over_tls(round_trip: Duration, version: &'static SupportedProtocolVersion) -> Self {
        let (certificates, authority) = Certificates::sign().unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(authority.der().clone()).unwrap();
        let provider = std::sync::Arc::new(crypto::ring::default_provider());
        let client = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[version])
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = TlsConnector::from(std::sync::Arc::new(client));
        Self::start(round_trip, Some(certificates), Some(client)).await
    }

    async fn start(
        round_trip: Duration,
        acceptor: Option<TlsAcceptor>,
        tls: Option<TlsConnector>,
    ) -> Self {
        let router = Router::new()
            .route("/echo", post(|body: Bytes| async { body }))
            .route(
                "/hang-up",
                post(|ConnectInfo(line): ConnectInfo<Line>| async move { line.hang_up() }),
            )
            .layer(DefaultBodyLimit::disable())
            .into_make_service_with_connect_info::<Line>();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let exchange = Exchange::new(listener, round_trip, acceptor);
        let serving = tokio::spawn(async { axum::serve(exchange, router).await.unwrap() });
        Self {
            address,
            tls,
            serving: serving.abort_handle(),
        }
    }

    async fn connect(&self) -> Box<dyn Carrier> {
        let stream = TcpStream::connect(self.address).await.unwrap();
        match &self.tls {
            None => Box::new(stream),
            Some(tls) => {
                let name = "login.salesforce.com".try_into().unwrap();
                Box::new(tls.connect(name, stream).await.unwrap())
            }
        }
    }
}

/// Asks for a body and its echo, and gives the answer's.
async fn ask(stream: &mut Box<dyn Carrier>, body: &[u8]) -> io::Result<Vec<u8>> {
    send(stream, "/echo", body).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8(head).unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    let mut lines = head.lines();
    let length = lines.find_map(|line| line.strip_prefix("content-length: "));
    let mut echo = vec![0; length.unwrap().parse().unwrap()];
    stream.read_exact(&mut echo).await?;
    Ok(echo)
}

async fn send(stream: &mut Box<dyn Carrier>, path: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    let head = format!("POST {path} HTTP/1.1\r\nHost: echo\r\nContent-Length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.flush().await
}

/// The times that a first and a second request took; the first with its connection.
async fn two_requests(echo: &Echo) -> (Duration, Duration) {
    let start = Instant::now();
    let mut stream = echo.connect().await;
    ask(&mut stream, b"one").await.unwrap();
    let first = start.elapsed();
    let start = Instant::now();
    ask(&mut stream, b"two").await.unwrap();
    (first, start.elapsed())
}

#[tokio::test]
async fn a_first_request_takes_two_round_trips_and_a_second_one() {
    let (first, second) = two_requests(&Echo::plain(ROUND_TRIP).await).await;
    assert!(first >= 2 * ROUND_TRIP, "{first:?}");
    assert!(second >= ROUND_TRIP, "{second:?}");
}

#[tokio::test]
async fn over_tls_1_3_a_first_request_takes_three_round_trips() {
    let echo = Echo::over_tls(ROUND_TRIP, &TLS13).await;
    let (first, second) = two_requests(&echo).await;
    assert!(first >= 3 * ROUND_TRIP, "{first:?}");
    assert!(second >= ROUND_TRIP, "{second:?}");
}

#[tokio::test]
async fn over_tls_1_2_a_first_request_takes_four_round_trips() {
    let echo = Echo::over_tls(ROUND_TRIP, &TLS12).await;
    let (first, second) = two_requests(&echo).await;
    assert!(first >= 4 * ROUND_TRIP, "{first:?}");
    assert!(second >= ROUND_TRIP, "{second:?}");
}

#[tokio::test]
async fn large_bodies_come_through_whole_whatever_carries_them() {
    let body: Vec<u8> = (0_u32..2_000_003)
        .flat_map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes())
        .collect();
    for echo in [
        Echo::plain(Duration::ZERO).await,
        Echo::plain(ROUND_TRIP).await,
        Echo::over_tls(Duration::ZERO, &TLS13).await,
        Echo::over_tls(ROUND_TRIP, &TLS13).await,
    ] {
        let mut stream = echo.connect().await;
        for _ in 0..2 {
            assert!(ask(&mut stream, &body).await.unwrap() == body);
        }
    }
}

#[tokio::test]
async fn a_cut_line_says_nothing_whatever_carries_it() {
    for echo in [
        Echo::plain(ROUND_TRIP).await,
        Echo::over_tls(Duration::ZERO, &TLS13).await,
        Echo::over_tls(ROUND_TRIP, &TLS13).await,
    ] {
        let mut stream = echo.connect().await;
        assert_eq!(
            ask(&mut stream, b"still there?").await.unwrap(),
            b"still there?"
        );
        send(&mut stream, "/hang-up", b"").await.unwrap();
        let mut heard = Vec::new();
        let end = stream.read_to_end(&mut heard).await;
        assert_eq!(heard, b"");
        // TLS would say that it ends; a cut line cannot.
        assert_eq!(end.is_err(), echo.tls.is_some(), "{end:?}");
    }
}

#[tokio::test]
async fn a_caller_that_is_slow_to_shake_hands_keeps_nobody_waiting() {
    let echo = Echo::over_tls(Duration::ZERO, &TLS13).await;
    let _silent = TcpStream::connect(echo.address).await.unwrap();
    let mut stream = echo.connect().await;
    assert_eq!(ask(&mut stream, b"hello").await.unwrap(), b"hello");
}
