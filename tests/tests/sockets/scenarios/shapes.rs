//! Answers that are not in the expected shape.

use model::catalogue::{Check, Code};
use practice::{Group, Scenario};

use super::{Told, each_is_told, told};

#[rustfmt::skip]
const LINES: &[Told] = &[
    told(Scenario::SalesforceDown, Check::Host, Code::ServiceDown),
    told(Scenario::SettingThingsUp, Check::SignIn, Code::TooManyRequests),
    told(Scenario::RateLimited, Check::SignIn, Code::TooManyRequests),
    told(Scenario::RestRateLimited, Check::Rest, Code::TooManyRequests),
    told(Scenario::ExpiredPasswordArray, Check::SignIn, Code::PasswordExpired),
    told(Scenario::HtmlInsteadOfJson, Check::SignIn, Code::NotSalesforce),
    told(Scenario::HtmlAfterSignIn, Check::Rest, Code::NotSalesforce),
    told(Scenario::TruncatedJson, Check::SignIn, Code::UnreadableAnswer),
    told(Scenario::TruncatedAfterSignIn, Check::Rest, Code::UnreadableAnswer),
    told(Scenario::MissingErrorDescription, Check::SignIn, Code::SignInRefused),
    told(Scenario::ClientRefused401, Check::SignIn, Code::InvalidClientSecret),
    told(Scenario::PlainTextAnswer, Check::SignIn, Code::UnreadableAnswer),
    told(Scenario::EmptyAnswer, Check::SignIn, Code::UnreadableAnswer),
    told(Scenario::RedirectToLightning, Check::SignIn, Code::Redirected),
];

#[tokio::test]
async fn each_shape_has_its_name_and_a_fix() {
    each_is_told(Group::Shapes, LINES).await;
}
