//! Somebody else's web page, which tries what such pages try.

use std::net::Ipv4Addr;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A web page on a port of its own. It answers to every name.
pub(crate) struct Elsewhere {
    port: u16,
    serving: JoinHandle<()>,
}

impl Elsewhere {
    /// A page that holds a form for `target`, frames it and fetches it, and says what it fetched.
    pub(crate) async fn start(target: &str) -> Self {
        let page = page(target);
        let router = Router::new().route("/", get(|| async { Html(page) }));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let serving = tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
        Self { port, serving }
    }

    /// Its address under a name.
    pub(crate) fn at(&self, host: &str) -> String {
        format!("http://{host}:{}/", self.port)
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn page(target: &str) -> String {
    format!(
        r#"<!DOCTYPE html><html lang="en"><title>Elsewhere</title>
<form method="post" action="{target}"><button>Win a prize</button></form>
<iframe src="{target}"></iframe>
<p></p>
<script>
  const say = (words) => (document.querySelector("p").textContent = `fetched: ${{words}}`);
  fetch("{target}", {{ credentials: "include" }})
    .then((answer) => answer.text())
    .then(say, () => say("nothing"));
</script>"#
    )
}
