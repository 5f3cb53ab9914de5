//! The token endpoint says what is wrong.

use model::Route::{ConnectedApp, ExternalClientApp};
use model::catalogue::{Check, Code};
use practice::{Group, Scenario};

use super::{Told, each_is_told, told};

const fn refused(scenario: Scenario, code: Code) -> Told {
    told(scenario, Check::SignIn, code)
}

#[rustfmt::skip]
const LINES: &[Told] = &[
    refused(Scenario::Smooth, Code::SignedIn),
    refused(Scenario::AppTooYoung, Code::InvalidClientId).by(ConnectedApp),
    refused(Scenario::ConsumerKeyUnknown, Code::InvalidClientId),
    refused(Scenario::ConsumerSecretWrong, Code::InvalidClientSecret),
    refused(Scenario::ConsumerSecretWrongOlder, Code::InvalidClientSecret),
    refused(Scenario::AppNotInstalled, Code::AppNotInstalled).by(ConnectedApp),
    refused(Scenario::ExternalAppNotInstalled, Code::AppNotInOrg).by(ExternalClientApp),
    refused(Scenario::ExternalAppNotFound, Code::AppNotInOrg).by(ExternalClientApp),
    refused(Scenario::ExternalAppUnknown, Code::AppNotInOrg).by(ExternalClientApp),
    refused(Scenario::AppBlocked, Code::AppBlocked),
    refused(Scenario::ApprovalError, Code::AppApprovalRefused),
    refused(Scenario::AppAccessDenied, Code::AppNotApproved),
    refused(Scenario::ConsumerNotApproved, Code::ConsumerNotApproved),
    refused(Scenario::NoRunAsUser, Code::RunAsMissing).by(ExternalClientApp),
    refused(Scenario::ClientCredentialsOff, Code::ClientCredentialsOff).by(ExternalClientApp),
    refused(Scenario::DomainNotSupported, Code::DomainNotSupported).by(ExternalClientApp),
    refused(Scenario::NoScopes, Code::NoValidScopes).by(ExternalClientApp),
    refused(Scenario::UserInactive, Code::InactiveUser),
    refused(Scenario::OrgInactive, Code::InactiveOrg),
    refused(Scenario::LoginsExceeded, Code::TooManySignIns),
    refused(Scenario::LoginRateExceeded, Code::TooManySignIns),
    refused(Scenario::GrantUnsupported, Code::FlowNotSupported),
    refused(Scenario::HttpsRequired, Code::RequestMalformed),
    refused(Scenario::PostRequired, Code::RequestMalformed),
    refused(Scenario::ParameterMissing, Code::RequestMalformed),
];

#[tokio::test]
async fn each_refusal_of_the_token_endpoint_has_its_name_and_a_fix() {
    each_is_told(Group::SignIn, LINES).await;
}
