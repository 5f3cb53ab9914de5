//! The sign-in succeeds, and what follows is refused.

use model::catalogue::{Check, Code};
use practice::{Group, Scenario};

use super::{Told, each_is_told, told};

#[rustfmt::skip]
const LINES: &[Told] = &[
    told(Scenario::PasswordExpired, Check::Rest, Code::PasswordExpired),
    told(Scenario::ApiDisabled, Check::Rest, Code::ApiDisabled),
    told(Scenario::RestDisabled, Check::Rest, Code::RestApiDisabled),
    told(Scenario::UserApiDisabled, Check::Rest, Code::ApiDisabledForUser),
    told(Scenario::RequestLimitExceeded, Check::Rest, Code::ApiLimitUsedUp),
    told(Scenario::SessionExpired, Check::Rest, Code::SessionRefused),
    told(Scenario::SessionNotForRest, Check::Rest, Code::ApiAccessControlled),
    told(Scenario::ApexRefused, Check::Endpoint, Code::PasswordExpired),
    told(Scenario::VersionRetired, Check::Rest, Code::ApiVersionRetired),
    told(Scenario::TransactionSecurity, Check::Rest, Code::PolicyBlocks),
    // The user's own row names it, so nobody asks the identity address.
    told(Scenario::IdentityRefused, Check::Identity, Code::IdentityConfirmed),
];

#[tokio::test]
async fn each_refusal_after_sign_in_has_its_name_and_a_fix() {
    each_is_told(Group::AfterSignIn, LINES).await;
}
