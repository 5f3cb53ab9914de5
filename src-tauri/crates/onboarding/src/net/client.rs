//! Sends requests.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::HeaderValue;
use reqwest::{Method, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use super::resolver::{PracticeResolver, SystemResolver};
use super::{Answer, ApiUsage, Body, Destination, Names, NetError};

/// The longest answer that is read, in bytes. The services' answers are a few kilobytes.
const LONGEST_ANSWER: usize = 1024 * 1024;
const CONNECT: Duration = Duration::from_secs(10);
const TOTAL: Duration = Duration::from_secs(30);

/// How connections leave this machine.
#[derive(Debug, Clone, Default)]
pub struct ClientSettings {
    /// Which proxy to use.
    pub proxy: Proxy,
    /// PEM files with further roots to trust.
    pub trust_files: Vec<PathBuf>,
    /// How host names become addresses.
    pub names: Names,
}

/// Which proxy to use.
#[derive(Debug, Clone, Default)]
pub enum Proxy {
    /// As the system says.
    #[default]
    System,
    /// None.
    Direct,
    /// This one.
    Custom(String),
}

/// The HTTP client.
#[derive(Debug, Clone)]
pub struct Client(reqwest::Client);

impl Client {
    /// A client with the given settings. The system's own trust roots always count.
    pub fn new(settings: &ClientSettings) -> Result<Self, NetError> {
        // Another client of this process may have installed it already; it is the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = reqwest::Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            .referer(false)
            .user_agent(concat!("ConnectorSetup/", env!("CARGO_PKG_VERSION")));
        builder = match settings.names {
            Names::System => builder.dns_resolver(SystemResolver::default()),
            Names::Practice => builder.dns_resolver(PracticeResolver),
        };
        builder = match &settings.proxy {
            Proxy::System => builder,
            Proxy::Direct => builder.no_proxy(),
            Proxy::Custom(address) => {
                let proxy = reqwest::Proxy::all(address)?;
                builder.no_proxy().proxy(proxy)
            }
        };
        for file in &settings.trust_files {
            let pem = std::fs::read(file)
                .map_err(|error| NetError::Settings(format!("{}: {error}", file.display())))?;
            let roots = reqwest::Certificate::from_pem_bundle(&pem)?;
            if roots.is_empty() {
                let empty = format!("{}: no certificate in it", file.display());
                return Err(NetError::Settings(empty));
            }
            builder = builder.tls_certs_merge(roots);
        }
        Ok(Self(builder.build()?))
    }

    /// GET, without or with a bearer token.
    pub async fn get(
        &self,
        to: &Destination,
        bearer: Option<&SecretString>,
    ) -> Result<Answer, NetError> {
        self.send(Method::GET, to, bearer, |request| request).await
    }

    /// GET with query parameters.
    pub async fn get_query(
        &self,
        to: &Destination,
        bearer: &SecretString,
        query: &[(&str, &str)],
    ) -> Result<Answer, NetError> {
        self.send(Method::GET, to, Some(bearer), |request| {
            request.query(query)
        })
        .await
    }

    /// POST of a form: the parameters stand in the body, never in the address.
    pub async fn post_form(
        &self,
        to: &Destination,
        form: &[(&str, &str)],
    ) -> Result<Answer, NetError> {
        self.send(Method::POST, to, None, |request| request.form(form))
            .await
    }

    /// POST of a form by a client that names itself by HTTP Basic; `pair` is what follows the word.
    pub async fn post_form_by(
        &self,
        to: &Destination,
        pair: &SecretString,
        form: &[(&str, &str)],
    ) -> Result<Answer, NetError> {
        let basic = secret_header("Basic", pair)?;
        self.send(Method::POST, to, None, |request| {
            request
                .header(reqwest::header::AUTHORIZATION, basic)
                .form(form)
        })
        .await
    }

    /// POST of JSON with an idempotency key, quoted as a structured header wants it
    /// (draft-ietf-httpapi-idempotency-key-header).
    pub async fn post_json<T: Serialize + ?Sized>(
        &self,
        to: &Destination,
        bearer: &SecretString,
        idempotency_key: &str,
        body: &T,
    ) -> Result<Answer, NetError> {
        self.send(Method::POST, to, Some(bearer), |request| {
            keyed(request, idempotency_key).json(body)
        })
        .await
    }

    /// PUT of JSON with an idempotency key.
    pub async fn put_json<T: Serialize + ?Sized>(
        &self,
        to: &Destination,
        bearer: &SecretString,
        idempotency_key: &str,
        body: &T,
    ) -> Result<Answer, NetError> {
        self.send(Method::PUT, to, Some(bearer), |request| {
            keyed(request, idempotency_key).json(body)
        })
        .await
    }

    /// POST without a body, with an idempotency key.
    pub async fn post_nothing(
        &self,
        to: &Destination,
        bearer: &SecretString,
        idempotency_key: &str,
    ) -> Result<Answer, NetError> {
        self.send(Method::POST, to, Some(bearer), |request| {
            keyed(request, idempotency_key)
        })
        .await
    }

    /// POST of JSON that asks and changes nothing.
    pub async fn ask_json<T: Serialize + ?Sized>(
        &self,
        to: &Destination,
        bearer: &SecretString,
        body: &T,
    ) -> Result<Answer, NetError> {
        self.send(Method::POST, to, Some(bearer), |request| request.json(body))
            .await
    }

    async fn send(
        &self,
        method: Method,
        to: &Destination,
        bearer: Option<&SecretString>,
        fill: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Result<Answer, NetError> {
        let mut request = self.0.request(method, to.url().clone());
        if let Some(token) = bearer {
            let value = secret_header("Bearer", token)?;
            request = request.header(reqwest::header::AUTHORIZATION, value);
        }
        let request = fill(request.header("Accept", "application/json"));
        // On the heap, so that each question asked does not make its asker's future larger.
        Box::pin(exchange(request, to.host())).await
    }
}

/// Sends a request, and reads its answer whole.
async fn exchange(request: reqwest::RequestBuilder, host: &str) -> Result<Answer, NetError> {
    let response = request.send().await?;
    let status = response.status().as_u16();
    tracing::info!(host, status, "answered");
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let retry_after = header("Retry-After").and_then(|seconds| seconds.parse().ok());
    let date = header("Date").and_then(|date| http_date(&date));
    let api_usage = header("Sforce-Limit-Info").and_then(|usage| ApiUsage::read(&usage));
    let body = Body::read(&limited(response).await?);
    Ok(Answer {
        status,
        retry_after,
        date,
        api_usage,
        body,
    })
}

/// Reads the `Date` of an answer (RFC 9110, *HTTP-date* in its preferred form).
fn http_date(date: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(date).ok()
}

/// A header's value that nothing prints.
fn secret_header(scheme: &str, secret: &SecretString) -> Result<HeaderValue, NetError> {
    let mut value = HeaderValue::from_str(&format!("{scheme} {}", secret.expose_secret()))
        .map_err(|_| NetError::Settings("the token is no header value".to_owned()))?;
    value.set_sensitive(true);
    Ok(value)
}

fn keyed(request: reqwest::RequestBuilder, idempotency_key: &str) -> reqwest::RequestBuilder {
    request.header("Idempotency-Key", format!("\"{idempotency_key}\""))
}

async fn limited(mut response: reqwest::Response) -> Result<Vec<u8>, NetError> {
    let mut bytes = Vec::new();
    // From here on the request has been carried out or is being: a lost connection is ambiguous.
    while let Some(chunk) = response.chunk().await.map_err(broken)? {
        if bytes.len() + chunk.len() > LONGEST_ANSWER {
            return Err(NetError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn broken(error: reqwest::Error) -> NetError {
    match NetError::from(error) {
        NetError::TimedOut => NetError::TimedOut,
        other => NetError::Broken(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::http_date;

    #[test]
    fn the_date_of_an_answer_is_read() {
        let read = http_date("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
        assert_eq!(read.to_string(), "1994-11-06T08:49:37Z");
        assert_eq!(http_date("yesterday"), None);
    }
}
