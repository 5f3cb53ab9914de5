//! Stands between a client and a service, hands everything on, and writes it down.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

use crate::exchange::{Exchange, exchange};

/// A recorder on loopback. It ends when it is dropped.
pub(crate) struct Recorder {
    pub(crate) origin: Url,
    tape: Tape,
    task: JoinHandle<()>,
}

#[derive(Clone)]
struct Tape {
    service: Arc<str>,
    exchanges: Arc<Mutex<Vec<Exchange>>>,
}

impl Recorder {
    /// In front of the service with this origin.
    pub(crate) async fn before(service: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let tape = Tape {
            service: service.into(),
            exchanges: Arc::default(),
        };
        let router = Router::new().fallback(pass).with_state(tape.clone());
        let serving = async move { axum::serve(listener, router).await.unwrap() };
        Self {
            origin: Url::parse(&origin).unwrap(),
            tape,
            task: tokio::spawn(serving),
        }
    }

    /// All that went through, in the order in which it was answered.
    pub(crate) fn exchanges(&self) -> Vec<Exchange> {
        self.tape.exchanges.lock().unwrap().clone()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(State(tape): State<Tape>, mut request: Request) -> Response {
    let address = format!("{}{}", tape.service, request.uri());
    *request.uri_mut() = address.parse().unwrap();
    // The service answers to its own name alone.
    request.headers_mut().remove(header::HOST);
    let exchange = exchange(request).await;
    let mut answer = Response::new(Body::from(exchange.came.body.clone()));
    *answer.status_mut() = exchange.status.try_into().unwrap();
    *answer.headers_mut() = exchange.came.headers.clone();
    tape.exchanges.lock().unwrap().push(exchange);
    answer
}
