//! The service user, its permissions and its sign-ins.

use serde_json::json;

use super::{Table, View, date_time};
use crate::org::Login;
use crate::record_id::RecordId;
use crate::salesforce::identity::USER_NAME;

/// The label that the vendor's page gives the connected app; an admin gives it to an external client app as well.
const APPLICATION: &str = "Gentrack Salesforce Sales Cloud Connector";

impl View<'_> {
    pub(super) fn user(&self) -> Table {
        let user = &self.org.user;
        Table {
            object: "User",
            columns: vec![
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

    /// The rows of the user itself, which any user may read (API 37 and later).
    pub(super) fn login_history(&self) -> Table {
        let row = |login: &Login| {
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
            columns: vec![
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

/// The user's effective permissions: Standard User's, and Password Never Expires by a permission set.
pub(super) fn permissions() -> Table {
    Table {
        object: "UserPermissionAccess",
        columns: vec![
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
            json!(false),
            json!(false),
            json!(true),
            json!(true),
        ]],
    }
}
