//! The objects that can be queried, as rows of the present moment.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::identity::USER_NAME;
use crate::org::{Org, PACKAGE_NAMESPACE};
use crate::record_id::RecordId;
use crate::scenario::Scenario;

/// The label that the vendor's page gives the connected app.
const APPLICATION: &str = "Gentrack Salesforce Sales Cloud Connector";

/// One object: its columns, relationships dotted, and its rows in the columns' order.
pub(super) struct Table {
    pub(super) object: &'static str,
    pub(super) columns: &'static [&'static str],
    pub(super) rows: Vec<Vec<Value>>,
}

/// What the signed-in user sees.
pub(super) struct View<'a> {
    pub(super) org: &'a Org,
    pub(super) org_id: &'a str,
    pub(super) scenario: Scenario,
}

impl View<'_> {
    /// The object of this name, in any case.
    pub(super) fn table(&self, name: &str) -> Option<Table> {
        Some(match name.to_ascii_lowercase().as_str() {
            "organization" => self.organization(),
            "user" => self.user(),
            "userpermissionaccess" => self.permissions(),
            "namedcredential" => self.named_credentials(),
            "loginhistory" => self.login_history(),
            "packagelicense" => packages(),
            _ => return None,
        })
    }

    fn organization(&self) -> Table {
        let edition = match self.scenario {
            Scenario::WrongEdition => "Professional Edition",
            _ => "Enterprise Edition",
        };
        Table {
            object: "Organization",
            columns: &[
                "Id",
                "Name",
                "InstanceName",
                "IsSandbox",
                "TrialExpirationDate",
                "NamespacePrefix",
                "OrganizationType",
            ],
            rows: vec![vec![
                json!(self.org_id),
                json!(self.org.name),
                json!("PRACTICE1"),
                json!(self.org.sandbox),
                Value::Null,
                Value::Null,
                json!(edition),
            ]],
        }
    }

    fn user(&self) -> Table {
        let user = &self.org.user;
        Table {
            object: "User",
            columns: &[
                "Id",
                "Username",
                "Name",
                "Email",
                "IsActive",
                "ProfileId",
                "Profile.Name",
                "Profile.PermissionsApiEnabled",
                "Profile.UserLicense.Name",
            ],
            rows: vec![vec![
                json!(user.id),
                json!(user.username),
                json!(USER_NAME),
                json!(user.username),
                json!(true),
                json!(RecordId::new(RecordId::PROFILE, "1").into_18()),
                json!("Standard User"),
                json!(true),
                json!("Salesforce"),
            ]],
        }
    }

    /// The user's effective permissions, from the profile and from permission sets.
    fn permissions(&self) -> Table {
        Table {
            object: "UserPermissionAccess",
            columns: &[
                "PermissionsApiEnabled",
                "PermissionsApiUserOnly",
                "PermissionsCustomizeApplication",
                "PermissionsManageNamedCredentials",
                "PermissionsModifyAllData",
                "PermissionsPasswordNeverExpires",
                "PermissionsViewSetup",
            ],
            rows: vec![vec![
                json!(true),
                json!(false),
                json!(false),
                json!(self.scenario != Scenario::NamedCredentialFails),
                json!(false),
                json!(self.scenario != Scenario::PasswordExpired),
                json!(true),
            ]],
        }
    }

    fn named_credentials(&self) -> Table {
        let user = &self.org.user;
        let row = |row: &crate::org::NamedCredentialRow| {
            vec![
                json!(row.id),
                json!(row.developer_name),
                json!(row.developer_name.replace('_', " ")),
                json!("https://gcis.practice/v1"),
                json!("NamedUser"),
                Value::Null,
                json!(date_time(row.created)),
                json!(user.id),
                json!(date_time(row.modified)),
                json!(user.id),
                json!(USER_NAME),
                json!(user.username),
            ]
        };
        Table {
            object: "NamedCredential",
            columns: &[
                "Id",
                "DeveloperName",
                "MasterLabel",
                "Endpoint",
                "PrincipalType",
                "NamespacePrefix",
                "CreatedDate",
                "CreatedById",
                "LastModifiedDate",
                "LastModifiedById",
                "LastModifiedBy.Name",
                "LastModifiedBy.Username",
            ],
            rows: self.org.named_credentials.iter().map(row).collect(),
        }
    }

    fn login_history(&self) -> Table {
        let row = |login: &crate::org::Login| {
            vec![
                json!(login.id),
                json!(self.org.user.id),
                json!(date_time(login.time)),
                json!("Remote Access 2.0"),
                json!(login.source_ip),
                json!(APPLICATION),
                json!(login.status),
            ]
        };
        Table {
            object: "LoginHistory",
            columns: &[
                "Id",
                "UserId",
                "LoginTime",
                "LoginType",
                "SourceIp",
                "Application",
                "Status",
            ],
            rows: self.org.login_history.iter().map(row).collect(),
        }
    }
}

fn packages() -> Table {
    Table {
        object: "PackageLicense",
        columns: &[
            "Id",
            "NamespacePrefix",
            "Status",
            "AllowedLicenses",
            "UsedLicenses",
        ],
        rows: vec![vec![
            json!(RecordId::new(RecordId::PACKAGE_LICENSE, "1").into_18()),
            json!(PACKAGE_NAMESPACE),
            json!("Active"),
            json!(-1),
            json!(0),
        ]],
    }
}

/// Salesforce's own way of writing a moment, which RFC 3339 would write with a colon in the offset.
fn date_time(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_with_three_decimals_and_no_colon_in_its_offset() {
        assert_eq!(
            date_time(Timestamp::UNIX_EPOCH),
            "1970-01-01T00:00:00.000+0000"
        );
    }

    #[test]
    fn every_row_has_a_value_for_every_column() {
        let mut org = Org::invent(&mut crate::random::Random::from_seed([5; 32]));
        org.remember_login(crate::org::Login {
            id: String::new(),
            time: Timestamp::UNIX_EPOCH,
            source_ip: String::new(),
            status: String::new(),
        });
        let view = View {
            org_id: &org.id,
            org: &org,
            scenario: Scenario::Smooth,
        };
        for name in [
            "organization",
            "user",
            "UserPermissionAccess",
            "LoginHistory",
            "PackageLicense",
        ] {
            let table = view.table(name).unwrap();
            assert!(
                table
                    .rows
                    .iter()
                    .all(|row| row.len() == table.columns.len()),
                "{name}"
            );
        }
    }
}
