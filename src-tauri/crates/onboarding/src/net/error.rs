//! What can go wrong on the way, before any service has answered.

use thiserror::Error;

/// No answer was had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NetError {
    /// The name has no address.
    #[error("the host was not found")]
    HostNotFound,
    /// Nothing listens there, or something in between refused.
    #[error("the connection failed")]
    Connect,
    /// No answer in time.
    #[error("no answer in time")]
    TimedOut,
    /// The certificate is not trusted, or no common protocol was found.
    #[error("the secure connection was not established")]
    Tls,
    /// The connection ended after the request was sent: it may have been carried out.
    #[error("the connection ended before the answer was complete")]
    Broken,
    /// The address is outside what may be reached.
    #[error("the address is outside Salesforce and GCIS")]
    Foreign,
    /// The answer is larger than anything these services send.
    #[error("the answer is too large")]
    TooLarge,
    /// The client could not be made from this machine's settings.
    #[error("the settings of the connection could not be used")]
    Settings,
}

impl NetError {
    /// Whether the service may have carried out the request all the same.
    pub fn is_ambiguous(self) -> bool {
        matches!(self, Self::TimedOut | Self::Broken | Self::TooLarge)
    }
}

impl From<reqwest::Error> for NetError {
    fn from(error: reqwest::Error) -> Self {
        if error.is_dns() {
            Self::HostNotFound
        } else if error.is_connect() {
            if mentions_tls(&error) {
                Self::Tls
            } else {
                Self::Connect
            }
        } else if error.is_timeout() {
            Self::TimedOut
        } else if error.is_builder() {
            Self::Settings
        } else {
            Self::Broken
        }
    }
}

/// reqwest tells a failed handshake from a refused connection only by the chain of its sources.
fn mentions_tls(error: &reqwest::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        if inner.downcast_ref::<rustls::Error>().is_some() {
            return true;
        }
        // hyper hands rustls' error on inside an io::Error, whose `source` skips its own payload.
        if let Some(io) = inner.downcast_ref::<std::io::Error>()
            && io
                .get_ref()
                .is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>)
        {
            return true;
        }
        source = inner.source();
    }
    false
}
