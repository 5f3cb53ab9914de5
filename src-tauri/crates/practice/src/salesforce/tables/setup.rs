//! The org itself, its packages and its named credentials.

use serde_json::{Value, json};

use super::{Table, View, date_time};
use crate::org::{NamedCredentialRow, PACKAGE_NAME, PACKAGE_NAMESPACE};
use crate::record_id::RecordId;
use crate::user::User;

impl View<'_> {
    pub(super) fn organization(&self) -> Table {
        Table {
            object: "Organization",
            columns: vec![
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
                json!("Enterprise Edition"),
            ]],
        }
    }

    pub(super) fn named_credentials(&self) -> Table {
        let row = |row: &NamedCredentialRow| {
            let by = self.org.user(&row.written_by);
            vec![
                json!(row.id),
                json!(row.developer_name),
                json!(row.developer_name.replace('_', " ")),
                json!("https://gcis.practice/v1"),
                json!("NamedUser"),
                Value::Null,
                json!(date_time(row.created)),
                json!(row.written_by),
                json!(date_time(row.modified)),
                json!(row.written_by),
                json!(by.map(User::name)),
                json!(by.map(|user| &user.username)),
            ]
        };
        Table {
            object: "NamedCredential",
            columns: vec![
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
}

pub(super) fn package_licenses() -> Table {
    Table {
        object: "PackageLicense",
        columns: vec![
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

/// Source of the columns: Tooling API, `InstalledSubscriberPackage`. The package is invented.
pub(super) fn installed_packages() -> Table {
    Table {
        object: "InstalledSubscriberPackage",
        columns: vec![
            "Id",
            "SubscriberPackageId",
            "SubscriberPackage.Name",
            "SubscriberPackage.NamespacePrefix",
            "SubscriberPackageVersionId",
            "SubscriberPackageVersion.Name",
            "SubscriberPackageVersion.MajorVersion",
            "SubscriberPackageVersion.MinorVersion",
        ],
        rows: vec![vec![
            json!(RecordId::new(RecordId::INSTALLED_PACKAGE, "1").into_18()),
            json!(RecordId::new(RecordId::PACKAGE, "1").into_18()),
            json!(PACKAGE_NAME),
            json!(PACKAGE_NAMESPACE),
            json!(RecordId::new(RecordId::PACKAGE_VERSION, "1").into_18()),
            json!("Practice"),
            json!(1),
            json!(4),
        ]],
    }
}
