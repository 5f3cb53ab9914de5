//! The guide of one route: the same parts, whichever way GCIS signs in.

use super::route::{CONNECTED_APP, EXTERNAL_CLIENT_APP, RouteWords};
use super::{Form, Setting, Task, connected_app, external_client_app, service_user};
use crate::Route;

/// What the pages of the app and of the service user say on one route.
#[derive(Debug)]
pub struct RouteGuide {
    /// What a person has to know before choosing it.
    pub words: &'static RouteWords,
    /// Why the app is made at all.
    pub why: &'static str,
    /// What else to know before the forms: what the route does without, who may do it, what is
    /// not known.
    pub before: &'static [&'static str],
    /// Salesforce's forms, in the order of the clicks.
    pub forms: &'static [Form],
    /// Boxes of today's form that no page names.
    pub leave_as_they_are: &'static [&'static str],
    /// What happens after the last Save.
    pub after_save: &'static str,
    /// Where key and secret are.
    pub key_and_secret: &'static str,
    /// What to do where the form cannot be opened; empty where that does not happen.
    pub blocked: &'static str,
    /// Before the user is created.
    pub user_before: &'static [Task],
    /// The New User form.
    pub user_settings: &'static [Setting],
    /// What else decides whether GCIS can sign in.
    pub user_review: &'static [Task],
    /// From the welcome mail to the token; empty where there is none.
    pub user_token: &'static [Task],
    /// What to know about the token.
    pub user_token_note: &'static str,
}

impl RouteGuide {
    /// The names of the app's settings that can be ticked.
    pub fn app_items(&self) -> Vec<&'static str> {
        let settings = self.forms.iter().flat_map(|form| form.settings);
        settings.map(|setting| setting.id).collect()
    }

    /// The names of the service user's settings and tasks that can be ticked.
    pub fn user_items(&self) -> Vec<&'static str> {
        let tasks = self
            .user_before
            .iter()
            .chain(self.user_review)
            .chain(self.user_token);
        let settings = self.user_settings.iter().map(|setting| setting.id);
        settings.chain(tasks.map(|task| task.id)).collect()
    }
}

impl Route {
    /// The guide of this route.
    pub fn guide(self) -> &'static RouteGuide {
        match self {
            Self::ConnectedApp => &RouteGuide {
                words: &CONNECTED_APP,
                why: connected_app::WHY,
                before: &[],
                forms: connected_app::FORMS,
                leave_as_they_are: connected_app::LEAVE_AS_THEY_ARE,
                after_save: connected_app::WARNING,
                key_and_secret: connected_app::KEY_AND_SECRET,
                blocked: connected_app::CREATION_BLOCKED,
                user_before: service_user::BEFORE,
                user_settings: service_user::SETTINGS,
                user_review: service_user::REVIEW,
                user_token: service_user::TOKEN,
                user_token_note: service_user::LINK_MISSING,
            },
            Self::ExternalClientApp => &RouteGuide {
                words: &EXTERNAL_CLIENT_APP,
                why: external_client_app::WHY,
                before: &[
                    external_client_app::NO_PASSWORD,
                    external_client_app::PERMISSIONS,
                    external_client_app::UNKNOWN_DIALOG,
                ],
                forms: external_client_app::FORMS,
                leave_as_they_are: &[],
                after_save: external_client_app::TAKES_EFFECT,
                key_and_secret: external_client_app::KEY_AND_SECRET,
                blocked: "",
                user_before: &[],
                user_settings: service_user::ECA_SETTINGS,
                user_review: service_user::ECA_REVIEW,
                user_token: &[],
                user_token_note: service_user::ECA_NO_TOKEN,
            },
        }
    }
}
