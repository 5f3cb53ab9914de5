//! What a look around the org finds.

use model::Route::{ConnectedApp, ExternalClientApp};
use model::catalogue::{Check, Code};
use practice::{Group, Scenario};

use super::{Told, each_is_told, told};

#[rustfmt::skip]
const LINES: &[Told] = &[
    told(Scenario::OtherOrg, Check::Org, Code::OrgDiffers),
    // Practice is neither production nor a sandbox.
    told(Scenario::SandboxOrg, Check::Environment, Code::EnvironmentAsExpected),
    told(Scenario::WrongEdition, Check::Edition, Code::EditionOther),
    told(Scenario::TrialExpired, Check::Environment, Code::TrialExpired),
    told(Scenario::OrganizationUnreadable, Check::Environment, Code::CannotTell),
    told(Scenario::SignatureMismatch, Check::Signature, Code::SignatureDiffers),
    told(Scenario::IntegrationLicence, Check::User, Code::LicenceOther),
    told(Scenario::OverPrivileged, Check::Permissions, Code::MoreRights),
    told(Scenario::PasswordCanExpire, Check::PasswordExpiry, Code::PasswordWillExpire).by(ConnectedApp),
    told(Scenario::PasswordCanExpire, Check::PasswordExpiry, Code::NotOnThisRoute).by(ExternalClientApp),
    told(Scenario::PermissionUnknown, Check::CredentialRight, Code::UserUnread),
    told(Scenario::LimitsRefused, Check::ApiCalls, Code::ApiCallsLeft),
    told(Scenario::LimitsNearlyUsed, Check::ApiCalls, Code::ApiCallsLow),
    told(Scenario::PackageAbsent, Check::Package, Code::PackageNotSeen),
    // Its name is told by the Tooling API.
    told(Scenario::PackagesUnreadable, Check::Package, Code::PackageThere),
    // A namespace alone is nobody's name.
    told(Scenario::ToolingRefused, Check::Package, Code::PackageUnknown),
    told(Scenario::EndpointAbsent, Check::Endpoint, Code::EndpointNotFound),
    told(Scenario::EndpointClosed, Check::Endpoint, Code::EndpointNoAccess),
    told(Scenario::EndpointAnswersGet, Check::Endpoint, Code::EndpointAnswersGet),
    told(Scenario::NamedCredentialsUnreadable, Check::NamedCredentials, Code::CredentialsUnread),
    told(Scenario::HistoryUnreadable, Check::SignIns, Code::SignInsUnread),
    told(Scenario::BatchAbsent, Check::Rest, Code::RestAnswers),
];

#[tokio::test]
async fn each_finding_of_the_preflight_has_its_name() {
    each_is_told(Group::Preflight, LINES).await;
}
