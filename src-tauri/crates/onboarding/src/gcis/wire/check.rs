//! What GCIS found when it tried credentials.

use secrecy::SecretString;
use serde::Deserialize;

use super::lenient::or_default;
use crate::net::readable;

/// One question that GCIS asked, and the answer it got.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Check {
    /// What was asked: `sign_in`, `organization` and others.
    #[serde(deserialize_with = "or_default")]
    pub id: String,
    /// The same for people.
    #[serde(deserialize_with = "or_default")]
    pub title: String,
    /// How it ended.
    #[serde(deserialize_with = "or_default")]
    pub status: CheckStatus,
    /// GCIS's words, or those of Salesforce; redacted.
    #[serde(deserialize_with = "or_default")]
    pub message: String,
    /// What the service that refused called it.
    #[serde(deserialize_with = "or_default")]
    pub code: Option<String>,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckStatus {
    /// It is as it should be.
    Passed,
    /// Nothing can be created with these credentials.
    Failed,
    /// It may be amiss, and is not in the way.
    Warning,
    /// It was not asked.
    Skipped,
    /// In a word that this program does not know, so nobody can tell.
    #[default]
    #[serde(other)]
    Unknown,
}

impl Check {
    /// Takes out of its words what was sent and what looks like a secret, and cuts them to the length of a
    /// few sentences.
    pub(in crate::gcis) fn without(self, secrets: &[SecretString]) -> Self {
        let secrets: Vec<_> = secrets.iter().collect();
        let plain = |words: &str| readable(words, &secrets);
        Self {
            id: plain(&self.id),
            title: plain(&self.title),
            status: self.status,
            message: plain(&self.message),
            code: self.code.as_deref().map(plain),
        }
    }
}
