//! The service user: who it is, and what it may do.

use model::Route;
use model::catalogue::Code;

use super::super::Context;
use super::super::ask::{Answers, Ask, Permission};
use super::Verdict;
use crate::salesforce::wire::{IdentityAnswer, UserRow};

fn row(answers: &Answers) -> Result<UserRow, String> {
    let rows = answers.rows::<UserRow>(Ask::User)?;
    rows.into_iter()
        .next()
        .ok_or_else(|| "the service user may not read its own row of User".to_owned())
}

/// The name of the user that signed in, by its row or else by the identity URL.
pub(in super::super) fn who(answers: &Answers) -> Result<String, String> {
    row(answers).map(|user| user.username).or_else(|_| {
        let identity = answers.read::<IdentityAnswer>(Ask::Identity)?;
        Ok(identity.username)
    })
}

/// Who is it? The org is known from the sign-in's own answer, so a name that may not be read is no
/// reason to stop (seen as 403 `Bad_OAuth_Token` where the token's scope is narrow).
pub(in super::super) fn identity(answers: &Answers, context: &Context<'_>) -> Verdict {
    let expected = context.expect.username.as_str();
    match who(answers) {
        Ok(name) if expected.is_empty() || name.eq_ignore_ascii_case(expected) => {
            Verdict::passed(Code::IdentityConfirmed, name)
        }
        Ok(name) => Verdict::warning(Code::OtherUser, name),
        Err(why) => Verdict::warning(Code::IdentityUnread, why),
    }
}

/// Active, with which licence and profile?
pub(in super::super) fn user(answers: &Answers, _: &Context<'_>) -> Verdict {
    let user = match row(answers) {
        Ok(user) => user,
        Err(why) => return Verdict::unknown(Code::UserUnread, why),
    };
    if !user.is_active {
        return Verdict::failed(Code::UserInactive, user.username);
    }
    let Some(profile) = user.profile else {
        return Verdict::unknown(Code::UserUnread, "the profile was not told");
    };
    match profile.user_license {
        Some(licence) => {
            let evidence = format!("{}, licence {}", profile.name, licence.name);
            if licence.name == "Salesforce" {
                Verdict::passed(Code::UserAsExpected, evidence)
            } else {
                Verdict::warning(Code::LicenceOther, evidence)
            }
        }
        None => Verdict::unknown(Code::UserUnread, profile.name),
    }
}

/// May the user use the API, by profile or permission set?
pub(in super::super) fn api_access(answers: &Answers, _: &Context<'_>) -> Verdict {
    let by_profile = || {
        let profile = row(answers).ok()?.profile?;
        profile.permissions_api_enabled.filter(|enabled| *enabled)
    };
    match answers.may(Permission::ApiEnabled) {
        Ok(true) => Verdict::passed(Code::ApiPermitted, ""),
        Ok(false) => Verdict::failed(Code::ApiDisabled, "API Enabled is off"),
        Err(_) if by_profile().is_some() => Verdict::passed(Code::ApiPermitted, "by the profile"),
        Err(why) => Verdict::unknown(Code::UserUnread, why),
    }
}

/// Does the password stay valid?
pub(in super::super) fn password_expiry(answers: &Answers, context: &Context<'_>) -> Verdict {
    if context.expect.route == Route::ExternalClientApp {
        return Verdict::skipped(Code::NotOnThisRoute);
    }
    match answers.may(Permission::PasswordNeverExpires) {
        Ok(true) => Verdict::passed(Code::PasswordStays, ""),
        Ok(false) => Verdict::warning(Code::PasswordWillExpire, ""),
        Err(why) => Verdict::unknown(Code::UserUnread, why),
    }
}

/// More rights than it should have?
pub(in super::super) fn permissions(answers: &Answers, context: &Context<'_>) -> Verdict {
    let modify_all = answers.may(Permission::ModifyAllData);
    let api_only = answers.may(Permission::ApiUserOnly);
    if modify_all == Ok(true) {
        return Verdict::warning(Code::MoreRights, "Modify All Data");
    }
    if api_only == Ok(true) && context.expect.route == Route::ConnectedApp {
        return Verdict::warning(Code::ApiOnlyUser, "API Only User");
    }
    match modify_all {
        Ok(_) => Verdict::passed(Code::PermissionsFit, "no Modify All Data"),
        Err(why) => Verdict::unknown(Code::UserUnread, why),
    }
}

/// May it create named credentials? Either permission does (help.salesforce.com,
/// `xcloud.nc_create_edit_named_credential`).
pub(in super::super) fn credential_right(answers: &Answers, context: &Context<'_>) -> Verdict {
    if !context.expect.wants_named_credential {
        return Verdict::skipped(Code::NotWanted);
    }
    let manage = answers.may(Permission::ManageNamedCredentials);
    let customize = answers.may(Permission::CustomizeApplication);
    match (manage, customize) {
        (Ok(true), _) => Verdict::passed(Code::CredentialRight, "Manage Named Credentials"),
        (_, Ok(true)) => Verdict::passed(Code::CredentialRight, "Customize Application"),
        (Ok(false), Ok(false)) => Verdict::warning(Code::NoCredentialRight, ""),
        (Err(why), _) | (_, Err(why)) => Verdict::unknown(Code::UserUnread, why),
    }
}
