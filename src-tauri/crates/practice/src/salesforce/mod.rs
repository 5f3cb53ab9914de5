//! The practice Salesforce: sign-in, identity, REST and Apex REST.

mod address;
mod apex;
mod errors;
mod identity;
mod limits;
mod login_history;
mod outage;
mod query;
mod rest_gate;
mod sign_in;
mod soql;
mod tables;
mod token;
mod versions;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};

use crate::cloud::Cloud;
use crate::guard::{Hosts, guard};
use crate::origin::Origin;

pub(crate) use login_history::Source;

/// What every Salesforce handler needs.
#[derive(Clone)]
pub(crate) struct Salesforce {
    cloud: Cloud,
    origin: Origin,
}

/// The practice Salesforce, found at `origin`.
pub(crate) fn router(cloud: Cloud, origin: &Origin) -> Router {
    let salesforce = Salesforce {
        cloud,
        origin: origin.clone(),
    };
    let rest = Router::new()
        .route("/services/data/{version}", get(versions::resources))
        .route("/services/data/{version}/", get(versions::resources))
        .route("/services/data/{version}/limits", get(limits::limits))
        .route("/services/data/{version}/limits/", get(limits::limits))
        .route("/services/data/{version}/query", get(query::query))
        .route("/services/data/{version}/query/", get(query::query))
        .route("/services/data/{version}/{*rest}", any(errors::no_resource))
        .route("/services/apexrest/{*path}", any(apex::call))
        .layer(from_fn_with_state(salesforce.clone(), rest_gate::gate));
    Router::new()
        .route("/services/data", get(versions::versions))
        .route("/services/data/", get(versions::versions))
        .route("/services/oauth2/token", any(token::token))
        .route("/services/oauth2/userinfo", get(identity::userinfo))
        .route("/id/{org}/{user}", get(identity::identity))
        .merge(rest)
        .fallback(errors::no_page)
        .method_not_allowed_fallback(errors::wrong_method)
        .layer(from_fn_with_state(salesforce.clone(), address::address))
        .layer(from_fn_with_state(salesforce.clone(), outage::outage))
        .layer(from_fn_with_state(Hosts::Salesforce(origin.clone()), guard))
        .with_state(salesforce)
}
