//! The practice GCIS. Gentrack publishes no API for connectors: it implements this project's own proposal,
//! `gcis-connectors.openapi.yaml`.

mod account;
mod check;
mod colleague;
mod credentials;
mod desk;
mod idempotency;
mod instance;
mod instances;
mod named_credential;
mod operation;
mod outage;
mod problem;
mod proposal;
mod reader;
mod replace;
mod request;
mod salesforce_door;
mod settle;
mod tenants;
mod token;
mod verification;
mod work;

use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};

use crate::cloud::Cloud;
use crate::guard::{Hosts, guard};
use named_credential::starting;

pub(crate) use credentials::Credentials;
pub(crate) use desk::{Connector, Dialog, NotSaved};
pub(crate) use idempotency::StoredAnswer;
pub(crate) use instance::Instance;
pub(crate) use named_credential::Standing;
pub(crate) use operation::{Kind, Operation};
pub(crate) use salesforce_door::SalesforceDoor;

/// GCIS itself, which its API and its portal share.
#[derive(Clone)]
pub(crate) struct Gcis {
    cloud: Cloud,
    door: SalesforceDoor,
    operation_time: Duration,
}

impl Gcis {
    /// GCIS on this cloud, which takes `operation_time` to change a named credential.
    pub(crate) fn new(cloud: Cloud, door: SalesforceDoor, operation_time: Duration) -> Self {
        Self {
            cloud,
            door,
            operation_time,
        }
    }
}

/// The API of the practice GCIS, which answers to `hosts`.
pub(crate) fn router(gcis: Gcis, hosts: Hosts) -> Router {
    Router::new()
        .route("/oauth2/token", post(token::token))
        .route("/v1/tenants", get(tenants::list))
        .route("/v1/verifications", post(verification::try_out))
        .route(
            "/v1/connector-instances",
            get(instances::list).post(instances::create),
        )
        .route("/v1/connector-instances/{id}", get(instances::read))
        .route(
            "/v1/connector-instances/{id}/credentials",
            put(replace::replace),
        )
        .route(
            "/v1/connector-instances/{id}/named-credential",
            starting(Kind::Add).get(named_credential::read),
        )
        .route(
            "/v1/connector-instances/{id}/named-credential/rotate",
            starting(Kind::Rotate),
        )
        .route(
            "/v1/connector-instances/{id}/named-credential/revoke",
            starting(Kind::Revoke),
        )
        .route("/v1/operations/{id}", get(operation::read))
        .fallback(problem::no_resource)
        .method_not_allowed_fallback(problem::wrong_method)
        .layer(from_fn_with_state(gcis.clone(), outage::outage))
        .layer(from_fn_with_state(hosts, guard))
        .with_state(gcis)
}
