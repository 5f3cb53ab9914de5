//! The pages of Salesforce Setup, and of the users' mailboxes beside it.

mod apps;
mod connected_app;
mod consumer;
mod external_app;
mod filled;
mod home;
mod lists;
mod login_history;
mod mailbox;
mod network;
mod new_user;
mod oauth;
mod policies;
mod time;
mod token;
mod user;
mod users;

use axum::Router;
use axum::response::Response;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use serde::Deserialize;

use super::Pages;
use super::visitor::Visitor;

pub(crate) use consumer::Code;

/// The id in a path.
#[derive(Deserialize)]
struct OfId {
    id: String,
}

/// On to another page of the org.
fn on_to(visitor: &Visitor, path: &str) -> Response {
    Redirect::to(&visitor.path(path)).into_response()
}

/// The pages, below an org's own path.
pub(super) fn router() -> Router<Pages> {
    Router::new()
        .route("/setup", get(home::home))
        .route("/setup/time", post(home::let_pass))
        .merge(apps())
        .merge(users())
        .merge(settings())
}

fn apps() -> Router<Pages> {
    Router::new()
        .route("/setup/apps", get(apps::list))
        .route(
            "/setup/connected-apps/new",
            get(connected_app::blank).post(connected_app::create),
        )
        .route("/setup/connected-apps/{id}", get(connected_app::read))
        .route(
            "/setup/connected-apps/{id}/saved",
            get(connected_app::saved),
        )
        .route(
            "/setup/connected-apps/{id}/edit",
            get(connected_app::edit).post(connected_app::save),
        )
        .route("/setup/external-apps", get(apps::external))
        .route(
            "/setup/external-apps/new",
            get(external_app::blank).post(external_app::create),
        )
        .route("/setup/external-apps/{id}", get(external_app::read))
        .route(
            "/setup/external-apps/{id}/settings",
            get(external_app::edit).post(external_app::save),
        )
        .route(
            "/setup/apps/{id}/policies",
            get(policies::edit).post(policies::save),
        )
        .route("/setup/apps/{id}/consumer", get(consumer::show))
        .route("/setup/apps/{id}/consumer/code", post(consumer::send_code))
        .route("/setup/apps/{id}/consumer/verify", post(consumer::verify))
        .route("/setup/admin-mailbox", get(consumer::mailbox))
}

fn users() -> Router<Pages> {
    Router::new()
        .route("/setup/users", get(users::list))
        .route(
            "/setup/users/new",
            get(new_user::blank).post(new_user::create),
        )
        .route("/setup/users/{id}", get(user::read))
        .route("/setup/users/{id}/edit", get(user::edit).post(user::save))
        .route("/setup/users/{id}/unlock", post(user::unlock))
        .route("/setup/users/{id}/freeze", post(user::freeze))
        .route("/setup/users/{id}/unfreeze", post(user::unfreeze))
        .route(
            "/setup/users/{id}/reset-password",
            post(user::reset_password),
        )
        .route("/setup/users/{id}/mailbox", get(mailbox::read))
        .route(
            "/setup/users/{id}/password",
            get(mailbox::password).post(mailbox::set_password),
        )
        .route(
            "/setup/users/{id}/reset-token",
            get(token::read).post(token::reset),
        )
        .route("/setup/service-user", get(user::service_user))
        .route("/setup/service-user/mailbox", get(mailbox::of_service_user))
        .route(
            "/setup/service-user/reset-token",
            get(token::of_service_user),
        )
}

fn settings() -> Router<Pages> {
    Router::new()
        .route("/setup/login-history", get(login_history::read))
        .route("/setup/oauth-settings", get(oauth::read).post(oauth::save))
        .route(
            "/setup/network-access",
            get(network::trusted).post(network::trust),
        )
        .route("/setup/network-access/delete", post(network::distrust))
        .route("/setup/profiles", get(network::profiles))
        .route(
            "/setup/profiles/{id}",
            get(network::profile).post(network::let_in),
        )
        .route("/setup/profiles/{id}/delete", post(network::shut_out))
        .route("/setup/named-credentials", get(lists::named_credentials))
        .route("/setup/packages", get(lists::packages))
        .route("/setup/company", get(lists::company))
}
