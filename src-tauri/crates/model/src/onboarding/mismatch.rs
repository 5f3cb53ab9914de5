//! A tenant and an org that are not of the same kind: a production org with a test tenant, or a
//! sandbox with a production tenant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Tenant;
use crate::Onboarding;

/// What a tenant is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum TenantKind {
    /// Real customers and real bills.
    Production,
    /// Trying things out.
    Test,
}

/// A tenant and an org that are not of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "types.ts")]
pub enum Mismatch {
    /// A production org and a test tenant.
    TestTenant,
    /// A sandbox and a production tenant.
    ProductionTenant,
}

impl Tenant {
    /// What it is for, where GCIS said so in a word of the contract
    /// (`gcis-connectors.openapi.yaml`, `Tenant`); nothing where it did not.
    pub fn kind(&self) -> Option<TenantKind> {
        match self.environment.as_deref().map(plain)?.as_str() {
            "production" => Some(TenantKind::Production),
            "test" => Some(TenantKind::Test),
            _ => None,
        }
    }

    /// How it differs in kind from an org that Salesforce called a sandbox or not. Nothing where
    /// they agree, and where either side is unknown.
    pub fn mismatch(&self, sandbox: Option<bool>) -> Option<Mismatch> {
        match (sandbox?, self.kind()?) {
            (false, TenantKind::Test) => Some(Mismatch::TestTenant),
            (true, TenantKind::Production) => Some(Mismatch::ProductionTenant),
            (false, TenantKind::Production) | (true, TenantKind::Test) => None,
        }
    }
}

impl Mismatch {
    /// What it is, in a sentence.
    pub fn says(self) -> &'static str {
        match self {
            Self::TestTenant => "This is a production org, and the tenant is for tests.",
            Self::ProductionTenant => "This is a sandbox, and the tenant is for production.",
        }
    }

    /// What comes of it, in a sentence.
    pub fn means(self) -> &'static str {
        match self {
            Self::TestTenant => {
                "Events of a test tenant would then change records of the production org."
            }
            Self::ProductionTenant => {
                "Events of real customers would then reach the sandbox and everybody who may read \
                 there."
            }
        }
    }

    /// The words with which a person confirms that it is meant so.
    pub fn words(self) -> &'static str {
        match self {
            Self::TestTenant => "test tenant",
            Self::ProductionTenant => "production tenant",
        }
    }

    /// Whether what was typed are those words; capitals and spaces do not count.
    pub fn is_confirmed_by(self, typed: &str) -> bool {
        plain(typed) == self.words()
    }
}

impl Onboarding {
    /// How the tenant chosen differs in kind from the org that was verified last.
    pub fn tenant_mismatch(&self) -> Option<Mismatch> {
        let connection = self.last_connection()?;
        self.fields
            .tenant
            .as_ref()?
            .mismatch(connection.value.sandbox)
    }
}

fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenant(environment: Option<&str>) -> Tenant {
        Tenant {
            id: Some("61890020".to_owned()),
            name: "Velocity".to_owned(),
            product: None,
            environment: environment.map(str::to_owned),
        }
    }

    #[test]
    fn only_kinds_that_are_known_can_differ() {
        use Mismatch::{ProductionTenant, TestTenant};
        for (environment, sandbox, mismatch) in [
            (Some("test"), Some(false), Some(TestTenant)),
            (Some(" Test "), Some(false), Some(TestTenant)),
            (Some("PRODUCTION"), Some(true), Some(ProductionTenant)),
            (Some("production"), Some(false), None),
            (Some("test"), Some(true), None),
            (Some("staging"), Some(false), None),
            (Some("staging"), Some(true), None),
            (None, Some(false), None),
            (None, Some(true), None),
            (Some("test"), None, None),
            (Some("production"), None, None),
        ] {
            let found = tenant(environment).mismatch(sandbox);
            assert_eq!(found, mismatch, "{environment:?} {sandbox:?}");
        }
    }

    #[test]
    fn the_words_are_taken_with_any_capitals_and_spaces_and_nothing_else() {
        for typed in ["test tenant", "  Test   TENANT\n"] {
            assert!(Mismatch::TestTenant.is_confirmed_by(typed), "{typed}");
        }
        for typed in ["", "test", "tenant", "testtenant", "production tenant"] {
            assert!(!Mismatch::TestTenant.is_confirmed_by(typed), "{typed}");
        }
        assert!(Mismatch::ProductionTenant.is_confirmed_by("Production tenant"));
    }
}
