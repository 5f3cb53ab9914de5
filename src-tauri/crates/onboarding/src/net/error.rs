//! What can go wrong on the way, before any service has answered.

use std::error::Error;
use std::io;

use model::catalogue::Code;
use thiserror::Error;

use super::redact::redact;

/// No answer was had. The text is what the system said, for Details; it names no secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NetError {
    /// The name has no address.
    #[error("the host was not found: {0}")]
    HostNotFound(String),
    /// Nothing listens there, or something in between refused.
    #[error("the connection failed: {0}")]
    Connect(String),
    /// No answer in time.
    #[error("no answer in time")]
    TimedOut,
    /// The certificate is not trusted, or no common protocol was found.
    #[error("the secure connection was not established: {0}")]
    Tls(String),
    /// The connection ended after the request was sent: it may have been carried out.
    #[error("the connection ended before the answer was complete: {0}")]
    Broken(String),
    /// The address is outside what may be reached.
    #[error("the address is outside Salesforce and GCIS")]
    Foreign,
    /// The answer is larger than anything these services send.
    #[error("the answer is too large")]
    TooLarge,
    /// The client could not be made from this machine's settings.
    #[error("the settings of the connection could not be used: {0}")]
    Settings(String),
}

impl NetError {
    /// The catalogue's code, where the service that was asked has no words of its own for it.
    pub fn code(&self) -> Code {
        match self {
            Self::HostNotFound(_) => Code::HostNotFound,
            Self::Connect(_) => Code::ConnectionFailed,
            Self::TimedOut => Code::TimedOut,
            Self::Tls(_) => Code::TlsFailed,
            Self::Foreign => Code::ForeignAddress,
            Self::Broken(_) | Self::TooLarge => Code::UnreadableAnswer,
            Self::Settings(_) => Code::ConnectionSettings,
        }
    }

    /// Whether the service may have carried out the request all the same.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self, Self::TimedOut | Self::Broken(_) | Self::TooLarge)
    }
}

impl From<reqwest::Error> for NetError {
    fn from(error: reqwest::Error) -> Self {
        let words = words(&error);
        if error.is_dns() {
            Self::HostNotFound(words)
        } else if error.is_connect() {
            if mentions_tls(&error) {
                Self::Tls(words)
            } else {
                Self::Connect(words)
            }
        } else if error.is_timeout() {
            Self::TimedOut
        } else if error.is_builder() {
            Self::Settings(words)
        } else {
            Self::Broken(words)
        }
    }
}

/// The innermost cause says most; the outer ones repeat the address.
fn words(error: &reqwest::Error) -> String {
    let mut cause: &dyn Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    redact(&cause.to_string())
}

/// reqwest tells a failed handshake from a refused connection only by the chain of its sources.
///
/// hyper-rustls hands rustls' error on inside two `io::Error`s, and the `source` of such an error
/// skips its own payload.
fn mentions_tls(error: &(dyn Error + 'static)) -> bool {
    let payload = error.downcast_ref().and_then(io::Error::get_ref);
    error.is::<rustls::Error>()
        || payload.is_some_and(|inner| mentions_tls(inner))
        || error.source().is_some_and(mentions_tls)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_handshake_is_found_however_deep_it_is_wrapped() {
        let untrusted = || rustls::Error::General("the certificate".to_owned());
        let once = io::Error::new(io::ErrorKind::InvalidData, untrusted());
        assert!(mentions_tls(&untrusted()) && mentions_tls(&once));
        assert!(mentions_tls(&io::Error::other(once)));
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        assert!(!mentions_tls(&refused) && !mentions_tls(&io::Error::other(refused)));
    }
}
