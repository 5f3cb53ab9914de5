//! The users, the permissions of the one who is signed in, and its sign-ins.

use serde_json::json;

use super::{Table, View, date_time};
use crate::org::Login;
use crate::record_id::RecordId;
use crate::user::User;

impl View<'_> {
    pub(super) fn users(&self) -> Table {
        let row = |user: &User| {
            let profile = user.about.profile;
            vec![
                json!(user.id),
                json!(user.username),
                json!(user.name()),
                json!(user.about.email),
                json!(user.active),
                json!(RecordId::new(RecordId::PROFILE, profile.number()).into_18()),
                json!(profile.name()),
                json!(profile.api_enabled()),
                json!(profile.licence()),
            ]
        };
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
            rows: self.org.users().map(row).collect(),
        }
    }

    /// The rows of the user itself, which any user may read (API 37 and later).
    pub(super) fn login_history(&self) -> Table {
        let row = |login: &Login| {
            vec![
                json!(login.id),
                json!(login.user_id),
                json!(date_time(login.time)),
                json!("Remote Access 2.0"),
                json!(login.source_ip),
                json!(login.application),
                json!(login.status),
            ]
        };
        let logins = self.org.login_history.iter();
        let own = logins.filter(|login| login.user_id == self.user.id);
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
            rows: own.map(row).collect(),
        }
    }

    /// The user's effective permissions: its profile's, and what a permission set adds.
    pub(super) fn permissions(&self) -> Table {
        let profile = self.user.about.profile;
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
                json!(profile.api_enabled()),
                json!(profile.api_only()),
                json!(profile.administers()),
                json!(profile.administers()),
                json!(profile.administers()),
                json!(self.user.password_never_expires),
                json!(profile.views_setup()),
            ]],
        }
    }
}
