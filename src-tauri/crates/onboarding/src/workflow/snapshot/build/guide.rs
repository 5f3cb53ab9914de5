//! The pages of the app and of the service user.

use jiff::Timestamp;
use model::Route;
use model::guide::link::Link;
use model::guide::{Form, Setting, Task, Value, service_user};
use model::onboarding::Onboarding;

use crate::workflow::snapshot::{
    AppPage, FormView, ServiceUserPage, SettingKind, SettingRow, TaskRow,
};
use crate::workflow::verify::app_known_by;

pub(super) fn app(onboarding: &Onboarding, now: Timestamp) -> AppPage {
    let guide = onboarding.route.guide();
    let facts = &onboarding.facts;
    let saved = match onboarding.route {
        Route::ConnectedApp => facts.app_saved,
        Route::ExternalClientApp => facts.eca_ready,
    };
    AppPage {
        why: guide.why,
        before: guide.before,
        forms: guide
            .forms
            .iter()
            .map(|form| form_view(form, onboarding))
            .collect(),
        leave_as_they_are: guide.leave_as_they_are,
        after_save: guide.after_save,
        key_and_secret: guide.key_and_secret,
        blocked: guide.blocked,
        saved_at: saved.map(|said| said.at),
        known_by: app_known_by(onboarding).filter(|until| now < *until),
    }
}

pub(super) fn service_user(onboarding: &Onboarding) -> ServiceUserPage {
    let guide = onboarding.route.guide();
    let facts = &onboarding.facts;
    let ready = match onboarding.route {
        Route::ConnectedApp => facts.user_ready,
        Route::ExternalClientApp => facts.eca_user_ready,
    };
    ServiceUserPage {
        asks_in_use: onboarding.route == Route::ConnectedApp,
        in_use_why: service_user::IN_USE,
        in_use: facts.user_in_use,
        before: task_rows(guide.user_before, onboarding),
        settings: setting_rows(guide.user_settings, onboarding),
        can_open: onboarding.can_open(Link::Users),
        review: task_rows(guide.user_review, onboarding),
        token: task_rows(guide.user_token, onboarding),
        token_note: guide.user_token_note,
        ready_at: ready.map(|said| said.at),
    }
}

fn form_view(form: &Form, onboarding: &Onboarding) -> FormView {
    FormView {
        id: form.id,
        title: form.title,
        detail: form.detail,
        link: form.link,
        page: form.link.map(Link::title),
        quick_find: form.link.and_then(Link::quick_find),
        can_open: can_open(form.link, onboarding),
        settings: setting_rows(form.settings, onboarding),
    }
}

fn setting_rows(settings: &[Setting], onboarding: &Onboarding) -> Vec<SettingRow> {
    settings
        .iter()
        .map(|setting| SettingRow {
            id: setting.id,
            label: setting.label,
            value: setting.value.words(&onboarding.places()),
            kind: setting_kind(setting.value),
            note: setting.note,
            done: onboarding.facts.done.contains_key(setting.id),
        })
        .collect()
}

fn setting_kind(value: Value) -> SettingKind {
    match value {
        Value::Text(_) => SettingKind::Text,
        Value::Choose(_) => SettingKind::Choose,
        Value::Checked => SettingKind::Checked,
        Value::Unchecked => SettingKind::Unchecked,
        Value::Blank => SettingKind::Blank,
        Value::Generated => SettingKind::Generated,
        Value::Default => SettingKind::Default,
    }
}

pub(super) fn task_rows<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    onboarding: &Onboarding,
) -> Vec<TaskRow> {
    tasks
        .into_iter()
        .map(|task| TaskRow {
            id: task.id,
            title: task.title,
            detail: task.detail,
            link: task.link,
            page: task.link.map(Link::title),
            quick_find: task.link.and_then(Link::quick_find),
            can_open: can_open(task.link, onboarding),
            done: onboarding.facts.done.contains_key(task.id),
        })
        .collect()
}

fn can_open(link: Option<Link>, onboarding: &Onboarding) -> bool {
    link.is_some_and(|link| onboarding.can_open(link))
}
