//! An answer of any shape: JSON, HTML, text or nothing.

use jiff::Timestamp;
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::readable;

/// What a service answered.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// How long the service asks to wait, in seconds (`Retry-After`), where it says so in seconds.
    pub retry_after: Option<u32>,
    /// When it was made, by the service's own clock (`Date`, in whole seconds).
    pub date: Option<Timestamp>,
    /// How much of the org's daily API calls is used (`Sforce-Limit-Info`).
    pub api_usage: Option<ApiUsage>,
    /// What it sent.
    pub body: Body,
}

/// How much of the org's daily API calls is used (REST API Developer Guide, *Limit Info Header*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApiUsage {
    /// Calls made in the last 24 hours.
    pub used: u64,
    /// Calls allowed in 24 hours.
    pub allowed: u64,
}

impl ApiUsage {
    /// Reads `api-usage=18/15000`, alone or among other limits.
    pub(super) fn read(header: &str) -> Option<Self> {
        let usage = header
            .split([',', ';'])
            .find_map(|part| part.trim().strip_prefix("api-usage="))?;
        let (used, allowed) = usage.split_once('/')?;
        Some(Self {
            used: used.trim().parse().ok()?,
            allowed: allowed.trim().parse().ok()?,
        })
    }
}

/// A body by its shape.
#[derive(Debug)]
pub enum Body {
    /// JSON.
    Json(Value),
    /// An HTML page: maintenance, a wrong host, a proxy.
    Html(String),
    /// Anything else that is text.
    Text(String),
    /// Nothing.
    Empty,
}

impl Body {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let trimmed = text.trim_start_matches('\u{feff}').trim();
        if trimmed.is_empty() {
            Self::Empty
        } else if let Ok(value) = serde_json::from_str(trimmed) {
            Self::Json(value)
        } else if trimmed.starts_with('<') {
            Self::Html(trimmed.to_owned())
        } else {
            Self::Text(trimmed.to_owned())
        }
    }
}

impl Answer {
    /// Whether the status says success.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Reads a JSON body; members it does not know are passed over.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        match &self.body {
            Body::Json(value) => T::deserialize(value).ok(),
            Body::Html(_) | Body::Text(_) | Body::Empty => None,
        }
    }

    /// The status and a service's words for a person to read, without what was sent to it; and how
    /// long it asks to wait.
    pub fn saying(&self, words: &str, sent: &[&SecretString]) -> String {
        let wait = self
            .retry_after
            .map_or_else(String::new, |seconds| format!("; asks to wait {seconds} s"));
        format!("HTTP {}: {}{wait}", self.status, readable(words, sent))
    }

    /// The same with the beginning of the body. JSON is left to the caller, who knows which members
    /// are words.
    pub fn excerpt(&self, sent: &[&SecretString]) -> String {
        let words = match &self.body {
            Body::Json(_) => "an answer in JSON",
            Body::Html(_) => "an HTML page",
            Body::Text(text) => text,
            Body::Empty => "an empty answer",
        };
        self.saying(words, sent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_used_calls_are_read_from_the_header() {
        let usage = |used, allowed| Some(ApiUsage { used, allowed });
        for (header, read) in [
            ("api-usage=18/15000", usage(18, 15_000)),
            (
                "per-app-api-usage=1/2(appName=x), api-usage=3/4",
                usage(3, 4),
            ),
            ("api-usage=many/15000", None),
            ("", None),
        ] {
            assert_eq!(ApiUsage::read(header), read, "{header}");
        }
    }

    #[test]
    fn bodies_of_any_shape_are_told_apart() {
        assert!(matches!(Body::read(b"{\"a\":1}"), Body::Json(_)));
        assert!(matches!(
            Body::read(b"[{\"errorCode\":\"X\"}]"),
            Body::Json(_)
        ));
        assert!(matches!(Body::read(b"\xef\xbb\xbf{}"), Body::Json(_)));
        assert!(matches!(
            Body::read(b" <!DOCTYPE html><html>"),
            Body::Html(_)
        ));
        assert!(matches!(Body::read(b"Bad_OAuth_Token"), Body::Text(_)));
        assert!(matches!(Body::read(b"{\"cut"), Body::Text(_)));
        assert!(matches!(Body::read(b"  \n"), Body::Empty));
    }
}
