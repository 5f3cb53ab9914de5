//! The practice Salesforce: sign-in, identity, REST and Apex REST.

mod address;
mod apex;
mod batch;
mod errors;
mod external_credentials;
mod identity;
mod interference;
mod limits;
mod login_history;
mod query;
mod records;
mod rest_gate;
mod session;
mod sign_in;
mod sobjects;
mod soql;
mod tables;
mod token;
mod verdict;
mod versions;

use axum::middleware::from_fn_with_state;
use axum::routing::{any, get, post};
use axum::{Extension, Router};

use crate::cloud::Cloud;
use crate::guard::{Hosts, guard};
use crate::origin::Origin;

pub(crate) use errors::OAuthError;
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
        .route("/services/data/{version}/composite", get(versions::below))
        .route("/services/data/{version}/tooling", get(versions::below))
        .route(
            "/services/data/{version}/named-credentials/external-credentials",
            get(external_credentials::list),
        )
        .route("/services/data/{version}/sobjects", get(sobjects::all))
        .route("/services/data/{version}/sobjects/", get(sobjects::all))
        .route(
            "/services/data/{version}/sobjects/{object}/{id}",
            get(sobjects::record),
        )
        .route(
            "/services/data/{version}/tooling/query",
            get(query::tooling),
        )
        .route(
            "/services/data/{version}/tooling/query/",
            get(query::tooling),
        )
        .route("/services/data/{version}/{*rest}", any(errors::no_resource))
        .route("/services/apexrest/{*path}", any(apex::call))
        .layer(from_fn_with_state(salesforce.clone(), rest_gate::gate));
    let resources = rest
        .clone()
        .method_not_allowed_fallback(errors::wrong_method)
        .with_state(salesforce.clone());
    let batch = Router::new()
        .route(
            "/services/data/{version}/composite/batch",
            post(batch::batch).fallback(errors::post_only),
        )
        .layer(from_fn_with_state(salesforce.clone(), rest_gate::gate))
        .layer(Extension(batch::Resources(resources)));
    Router::new()
        .route("/services/data", get(versions::versions))
        .route("/services/data/", get(versions::versions))
        .route("/services/oauth2/token", any(token::token))
        .route("/services/oauth2/userinfo", get(identity::userinfo))
        .route("/id/{org}/{user}", get(identity::identity))
        .merge(rest)
        .merge(batch)
        .fallback(errors::no_page)
        .method_not_allowed_fallback(errors::wrong_method)
        .layer(from_fn_with_state(salesforce.clone(), address::address))
        .layer(from_fn_with_state(
            salesforce.clone(),
            interference::interfere,
        ))
        .layer(from_fn_with_state(Hosts::Salesforce(origin.clone()), guard))
        .with_state(salesforce)
}
