//! The pages of Salesforce Setup.

mod home;

use axum::Router;
use axum::routing::{get, post};

use super::Pages;

/// The pages, below an org's own path.
pub(super) fn router() -> Router<Pages> {
    Router::new()
        .route("/setup", get(home::home))
        .route("/setup/time", post(home::let_pass))
}
