//! The objects that can be queried, as rows of the present moment.

mod bend;
mod people;
mod setup;

use jiff::Timestamp;
use serde_json::Value;
use setup::{installed_packages, package_licenses};

use crate::org::Org;
use crate::scenario::Scenario;
use crate::user::User;

/// Which API is asked: each has objects of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Api {
    Rest,
    Tooling,
}

/// The objects of the REST API.
pub(super) const OBJECTS: [&str; 6] = [
    "LoginHistory",
    "NamedCredential",
    "Organization",
    "PackageLicense",
    "User",
    "UserPermissionAccess",
];

/// One object: its columns, relationships dotted, and its rows in the columns' order.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) object: &'static str,
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Value>>,
}

impl Table {
    /// Where a column stands, its name in any case.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let mut columns = self.columns.iter();
        columns.position(|column| column.eq_ignore_ascii_case(name))
    }

    /// Whether a column's name begins with this relationship.
    pub(super) fn relates(&self, relationship: &str) -> bool {
        self.columns.iter().any(|column| {
            let related = column.split_once('.');
            related.is_some_and(|(name, _)| name.eq_ignore_ascii_case(relationship))
        })
    }
}

/// What the signed-in user sees.
pub(super) struct View<'a> {
    pub(super) org: &'a Org,
    pub(super) org_id: &'a str,
    /// Who is signed in.
    pub(super) user: &'a User,
    pub(super) scenario: Scenario,
}

impl View<'_> {
    /// The object of this name, in any case.
    pub(super) fn table(&self, api: Api, name: &str) -> Option<Table> {
        let table = match (api, name.to_ascii_lowercase().as_str()) {
            (Api::Rest, "loginhistory") => self.login_history(),
            (_, "namedcredential") => self.named_credentials(),
            (Api::Rest, "organization") => self.organization(),
            (Api::Rest, "packagelicense") => package_licenses(),
            (Api::Rest, "user") => self.users(),
            (Api::Rest, "userpermissionaccess") => self.permissions(),
            (Api::Tooling, "installedsubscriberpackage") => installed_packages(),
            _ => return None,
        };
        table.met_in(self.scenario)
    }
}

/// Salesforce's own way of writing a moment, which RFC 3339 would write with a colon in the offset.
fn date_time(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::{Login, NamedCredentialRow};
    use crate::random::Random;

    /// Every object, with at least one row in each.
    pub(super) fn tables() -> Vec<Table> {
        let mut org = Org::invent(&mut Random::from_seed([5; 32]));
        org.remember_login(Login {
            id: String::new(),
            time: Timestamp::UNIX_EPOCH,
            source_ip: String::new(),
            status: String::new(),
            user_id: org.user.id.clone(),
            application: String::new(),
        });
        org.named_credentials.push(NamedCredentialRow {
            id: String::new(),
            instance_id: String::new(),
            developer_name: String::new(),
            created: Timestamp::UNIX_EPOCH,
            modified: Timestamp::UNIX_EPOCH,
            written_by: String::new(),
        });
        let view = View {
            org_id: &org.id,
            org: &org,
            user: &org.user,
            scenario: Scenario::Smooth,
        };
        let rest = OBJECTS.map(|name| view.table(Api::Rest, &name.to_uppercase()));
        let tooling = view.table(Api::Tooling, "InstalledSubscriberPackage");
        let found: Option<Vec<Table>> = rest.into_iter().chain([tooling]).collect();
        found.unwrap()
    }

    #[test]
    fn a_moment_is_written_with_three_decimals_and_no_colon_in_its_offset() {
        assert_eq!(
            date_time(Timestamp::UNIX_EPOCH),
            "1970-01-01T00:00:00.000+0000"
        );
    }

    #[test]
    fn every_row_has_a_value_for_every_column() {
        for table in tables() {
            assert!(!table.rows.is_empty(), "{table:?}");
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{table:?}");
            }
        }
    }
}
